"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Question } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { intervals, mayBeTooEasy, type PutAside, type Session as State } from "@/lib/study/session.ts";
import { preloadInput, QuestionInput } from "../question/input.tsx";
import { useKeys } from "../question/keys.ts";
import { StemWords } from "../question/stem.tsx";
import { ActionBar } from "./action-bar.tsx";
import { StudyBar } from "./bar.tsx";
import { useInterval } from "./due.tsx";
import { Hint } from "./hint.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { putAwayKeys } from "./more.tsx";
import type { Outbox } from "./outbox.ts";
import { AnsweredTurn, useAnswered, VerdictSaid } from "./turn.tsx";
import { Unsaved } from "./unsaved.tsx";
import { useLater } from "./use-later.ts";
import { useSession } from "./use-session.ts";
import { Waiting } from "./waiting.tsx";

type Props = { readonly bundle: Bundle; readonly outbox: Outbox | null; readonly onAgain: () => void };

/** Id of the form of the question on the screen. */
const formId = "answer";

const fetchSummary = () => import("./summary.tsx");

/** One session: a question, its answer, why, and the next. */
export function Session({ bundle, outbox, onAgain }: Props) {
  const { session, acts } = useSession(bundle, outbox);
  const [help, setHelp] = useState(false);
  const [turned, setTurned] = useState(-1);
  const { answered, queue, turn, over } = session;
  const question = queue[0]?.kept.question;
  const later = useAnswered(session);
  const last = useLater(fetchSummary, turn);

  useEffect(() => {
    for (const item of queue.slice(0, 8)) preloadInput(item.kept.question.kind);
  }, [queue]);

  useKeys(!over, (key) => {
    if (key === "?") setHelp(true);
    else if (key === "Escape") acts.end();
    else if (key === "u") acts.undo();
    else if (key === putAwayKeys.bury) acts.putAway("bury");
    else if (key === putAwayKeys.suspend) acts.putAway("suspend");
    else if (answered && (key === " " || key === "Enter")) acts.next();
    else if (!answered && key === "0") acts.respond({ kind: "dont-know" });
    else if (!answered && key === "Enter" && turned !== turn) submit();
    else return false;
    return true;
  });

  if (over || !question)
    return last ? <last.Summary session={session} outbox={outbox} onAgain={onAgain} onUndo={acts.undo} /> : <Waiting />;
  return (
    <>
      <StudyBar
        pack={bundle.pack}
        done={session.log.length}
        left={queue.length}
        answered={answered !== null}
        onEnd={acts.end}
      />
      <main id="content" className="study-main" data-answered={answered || turned === turn ? "" : undefined}>
        <Stem question={question} session={session} />
        {answered ? (
          <AnsweredTurn session={session} later={later} />
        ) : (
          <Asked
            key={turn}
            session={session}
            question={question}
            Why={later?.Why}
            onResponse={acts.respond}
            onTurned={() => setTurned(turn)}
          />
        )}
        {turned !== turn && (
          <ActionBar
            session={session}
            kind={question.kind}
            form={formId}
            acts={acts}
            mayBeTooEasy={mayBeTooEasy(session)}
          />
        )}
        <PutAway how={session.answered ? null : (session.aside?.how ?? null)} />
        {outbox && <Unsaved outbox={outbox} />}
        {answered && <Hint name="why" />}
        {turned === turn && <Hint name="rating" />}
      </main>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}

/** Characters from which a stem is set smaller beside its answer, where room is short. */
const longStem = 100;

/** The question's words; the focus comes here when it appears, so that it is read aloud, and the verdict is said when it falls. */
function Stem({ question, session }: { readonly question: Question; readonly session: State }) {
  const { answered, turn } = session;
  const stem = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is what moves the focus.
  useEffect(() => {
    // A field for the answer has taken the focus already.
    if (!(document.activeElement instanceof HTMLInputElement)) stem.current?.focus({ preventScroll: true });
  }, [turn]);
  const isAnswered = answered !== null;
  // Whatever was scrolled to answer: what comes next begins at its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question or its Why is what scrolls.
  useEffect(() => {
    scrollTo(0, 0);
  }, [turn, isAnswered]);
  return (
    <>
      <p className="kicker">{question.kicker}</p>
      <h1 ref={stem} tabIndex={-1} className="stem" data-long={question.stem.length > longStem || undefined}>
        <StemWords stem={question.stem} />
      </h1>
      <VerdictSaid session={session} />
    </>
  );
}

/** Says what was put away just now. */
function PutAway({ how }: { readonly how: PutAside["how"] | null }) {
  const t = useTranslations("study");
  return (
    <p role="status" className="put-away">
      {how && t(`putAway.${how}Done`)}
    </p>
  );
}

type AskedProps = {
  readonly session: State;
  readonly question: Question;
  /** Undefined until it has come. */
  readonly Why: typeof import("../question/why.tsx").Why | undefined;
  readonly onResponse: Parameters<typeof QuestionInput>[0]["onResponse"];
  readonly onTurned: () => void;
};

/** The question waiting for its answer; says why it asks again. */
function Asked({ session, question, Why, onResponse, onTurned }: AskedProps) {
  const t = useTranslations("study");
  const q = useTranslations("question");
  const words = useInterval();
  const days = question.kind === "flashcard" ? intervals(session, new Date().toISOString()) : null;
  const ratings = (
    session.bundle.settings.fourButtons ? (["again", "hard", "good", "easy"] as const) : (["again", "good"] as const)
  ).map((rating) => ({ rating, label: t(`rating.${rating}`), next: days && words(days[rating]) }));
  return (
    <>
      <QuestionInput
        question={question}
        formId={formId}
        onResponse={onResponse}
        autoFocus
        ratings={ratings}
        onTurned={onTurned}
        back={Why ? <Why question={question} response={null} mark={null} /> : <p className="lead">{question.why}</p>}
      />
      <p role="alert" className="again">
        {session.note && isAskedAgain(session.note) && q(`again.${session.note}`)}
      </p>
    </>
  );
}

/** The notes with which marking asks again. */
const asking = ["which-one", "nearly", "more-exact", "day-or-month-first", "unreadable"] as const;

function isAskedAgain(note: string): note is (typeof asking)[number] {
  return asking.some((each) => each === note);
}

/** Enter answers wherever the focus is. */
function submit() {
  const form = document.getElementById(formId);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
