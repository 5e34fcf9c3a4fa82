import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { keyInLetters, letterAt, wayOf } from "@/lib/classroom/paper.ts";
import type { Placed, Quiz } from "@/lib/interop/item.ts";
import { placesOnLine } from "@/lib/questions/on-line.ts";
import type { Option, Question } from "@/lib/questions/question.ts";
import { unbroken } from "../question/unbroken.ts";
import { Citations } from "../question/why.tsx";

/** The three sheets of a variant, in the order in which they lie. */
export const sheets = ["questions", "answers", "key"] as const;
export type Sheet = (typeof sheets)[number];

type Props = { readonly quiz: Quiz; readonly shown: readonly Sheet[] };

/** A variant on paper: what is handed out, what is written on, and what the instructor keeps. Its number stands on every page. */
export function Sheets({ quiz, shown }: Props) {
  const t = useTranslations("sheets");
  return (
    <div className="sheets">
      {shown.map((sheet) => (
        <section key={sheet} className="sheet" data-sheet={sheet} aria-label={t(sheet)}>
          <header>
            <p className="sheet-variant">{t("variant", { number: quiz.variant })}</p>
            <p className="kicker">{t(sheet)}</p>
            <h2>{quiz.title}</h2>
            {sheet !== "key" && <Lines of={[t("name"), t("date"), t("class")]} />}
            <p className="note">{t(`${sheet}Hint`, { count: quiz.questions.length, points: pointsOf(quiz) })}</p>
          </header>
          <ol>
            {quiz.questions.map((placed) => (
              <li key={placed.number} data-way={wayOf(placed.question)}>
                <b className="sheet-number">{placed.number}</b>
                <div>{bodyOf(sheet, placed)}</div>
              </li>
            ))}
          </ol>
          <p className="sheet-foot" aria-hidden="true">
            {t("foot", { title: quiz.title, sheet: t(sheet), variant: quiz.variant })}
          </p>
        </section>
      ))}
    </div>
  );
}

const pointsOf = ({ questions }: Quiz): number => questions.reduce((sum, { points }) => sum + points, 0);

function bodyOf(sheet: Sheet, placed: Placed): ReactNode {
  switch (sheet) {
    case "questions":
      return <AskedOnPaper {...placed} />;
    case "answers":
      return <AnswerPlace question={placed.question} />;
    case "key":
      return <KeyOnPaper question={placed.question} />;
  }
}

/** The stem and what there is to choose from, each with its letter. */
function AskedOnPaper({ question, points }: Pick<Placed, "question" | "points">) {
  const t = useTranslations("sheets");
  const q = useTranslations("quiz");
  const words = wordsOf(question);
  const way = wayOf(question);
  return (
    <>
      <p className="sheet-stem">
        {unbroken(question.stem)} {question.cue?.shown && <span className="sheet-cue">({question.cue.text})</span>}{" "}
        <small>{q("points", { points })}</small>
      </p>
      {way === "true-false" && <p className="note">{t("judge")}</p>}
      {way === "order" && <p className="note">{t("orderHint")}</p>}
      {way === "pairs" && (
        <ol className="sheet-prompts">
          {(question.prompts ?? []).map(({ value, text }, place) => (
            <li key={value}>
              <b>{place + 1}</b> {unbroken(text)}
            </li>
          ))}
        </ol>
      )}
      {way !== "true-false" && words.length > 0 && (
        <ol className="sheet-options">
          {words.map(({ value, text }, place) => (
            <li key={value}>
              <b>{letterAt(place)}</b> {unbroken(text)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Room for an answer by hand: letters to ring or tick, boxes for letters, or a line. */
function AnswerPlace({ question }: { readonly question: Question }) {
  const t = useTranslations("sheets");
  const q = useTranslations("question");
  const letters = question.options.map((_, place) => letterAt(place));
  switch (wayOf(question)) {
    case "one":
      return <Marks of={letters} shape="ring" />;
    case "several":
      return <Marks of={letters} shape="box" />;
    case "true-false":
      return <Marks of={question.options.map(({ text }) => text)} shape="ring" />;
    case "order":
      return <Boxes of={question.options.map((_, place) => `${place + 1}.`)} />;
    case "pairs":
      return <Boxes of={(question.prompts ?? []).map((_, place) => String(place + 1))} />;
    case "span":
      return <Lines of={[q("label.from"), q("label.to")]} />;
    case "line":
      return <Lines of={[t("answer")]} />;
    case "lines":
      return (
        <div className="min-h-48">
          <Lines of={[t("answer")]} />
        </div>
      );
  }
}

/** The key in letters and words, the true sentences, and where they are written. */
function KeyOnPaper({ question }: { readonly question: Question }) {
  const letters = keyInLetters(question);
  const format = useFormatter();
  const right = wordsOf(question).flatMap(({ value, text }) => (question.key.includes(value) ? [text] : []));
  // In the order of the letters; what is put in order or matched has its own.
  const isPicked = question.kind === "timeline" || question.kind === "multi-select";
  return (
    <>
      <p className="sheet-key">
        {letters && <b>{letters}</b>} {unbroken(isPicked ? format.list(right) : question.answer)}
      </p>
      <p className="sheet-why">{unbroken(question.why)}</p>
      <Citations receipts={question.citations.filter(({ sentences }) => sentences?.length !== 0)} />
    </>
  );
}

/** What each option says on paper; a place on a line is told by what stands beside it, with its date. */
const wordsOf = (question: Question): readonly Pick<Option, "value" | "text">[] =>
  question.kind === "timeline" ? placesOnLine(question, { dated: true }) : question.options;

function Marks({ of, shape }: { readonly of: readonly string[]; readonly shape: "ring" | "box" }) {
  return (
    <ul className="sheet-marks" data-shape={shape}>
      {of.map((text) => (
        <li key={text}>
          <i aria-hidden="true" /> {text}
        </li>
      ))}
    </ul>
  );
}

function Boxes({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="sheet-boxes">
      {of.map((text) => (
        <li key={text}>
          {text} <i aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="sheet-lines">
      {of.map((text) => (
        <li key={text}>
          <span>{text}</span> <i aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
