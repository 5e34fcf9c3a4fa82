"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { preloadInput, QuestionInput } from "@/components/question/input.tsx";
import { StemWords } from "@/components/question/stem.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Status } from "@/components/ui/status.tsx";
import type { PosedQuestion, Response } from "@/lib/questions/question.ts";
import { newEventId } from "../study/ids.ts";
import { Keeper, type Kept, post } from "./keeper.ts";
import { untilAnswered } from "./server-time.ts";
import { TimeLeft } from "./time-left.tsx";

type Slot = {
  readonly slot: number;
  readonly question: PosedQuestion;
  readonly response: Response | null;
  readonly flagged: boolean;
  /** The answer is final. */
  readonly checked: boolean;
};
type Props = {
  readonly learner: string;
  readonly attempt: string;
  readonly slots: readonly Slot[];
  /** What is shown at once of checked answers, by slot, as the server drew it. */
  readonly reviews: Readonly<Record<number, ReactNode>>;
  /** Are answers made final by checking them? */
  readonly checks: boolean;
  readonly leftMs: number;
  readonly title: string;
};

/** An assigned quiz while it is taken: one question at a time, every answer kept as it is given, nothing that tells the key. */
export function QuizTaker({ learner, attempt, slots, reviews, checks, leftMs, title }: Props) {
  const t = useTranslations("quiz");
  const router = useRouter();
  const [place, setPlace] = useState(0);
  const [answers, setAnswers] = useState<ReadonlyMap<number, Response>>(() => given(slots));
  const [flags, setFlags] = useState<ReadonlySet<number>>(
    () => new Set(slots.filter(({ flagged }) => flagged).map(({ slot }) => slot)),
  );
  const [checking, setChecking] = useState(false);
  const [notChecked, setNotChecked] = useState(false);
  const [kept, setKept] = useState<Kept>("kept");
  const [asking, setAsking] = useState(false);
  /** How often answers of an earlier page came back: an input that is open already begins anew with its own. */
  const [restored, setRestored] = useState(0);
  const keeper = useRef<Keeper | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  keeper.current ??= new Keeper(learner, attempt, setKept);

  useEffect(() => {
    void keeper.current?.restore().then((found) => {
      if (found.size === 0) return;
      setAnswers((before) => withAll(before, found));
      setRestored((times) => times + 1);
    });
  }, []);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => keeper.current?.unsafe && event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);

  // Closed by hand, or handed in on another device: what there is to see instead.
  useEffect(() => {
    if (kept === "closed") router.refresh();
  }, [kept, router]);

  useEffect(() => {
    for (const { question } of slots) preloadInput(question.kind);
  }, [slots]);

  const current = slots[place]!;
  const open = slots.length - answers.size;

  function answer(slot: number, response: Response) {
    const empty =
      ("text" in response && response.text.trim() === "" && !("to" in response && response.to?.trim())) ||
      ("values" in response && response.values.length === 0) ||
      ("pairs" in response && response.pairs.length === 0);
    const given: Response = empty ? { kind: "dont-know" } : response;
    setAnswers((before) => withAll(before, [[slot, given]]));
    keeper.current?.keep(slot, given);
  }

  function go(to: number) {
    setNotChecked(false);
    setPlace(Math.max(0, Math.min(slots.length - 1, to)));
    heading.current?.focus();
  }

  /** Flags are found again on another device; one that does not arrive costs nothing. */
  function flag(slot: number) {
    const next = toggled(flags, slot);
    setFlags(next);
    void post(`/api/v1/attempts/${attempt}/flags`, { id: newEventId(new Date()), slot, flagged: next.has(slot) });
  }

  /** Makes the answer final, once it has arrived; the page then shows of it what is shown at once. */
  async function check(slot: number) {
    setChecking(true);
    await keeper.current?.settled();
    const status = await post(`/api/v1/attempts/${attempt}/checks`, { id: newEventId(new Date()), slot });
    setChecking(false);
    setNotChecked(status !== 200);
    if (status === 200 || status === 409) router.refresh();
    heading.current?.focus();
  }

  async function handIn() {
    setAsking(false);
    await keeper.current?.settled();
    while (isPassing(await post(`/api/v1/attempts/${attempt}/submit`, {}))) {
      setKept("waiting");
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    router.refresh();
  }

  return (
    <div className="taker">
      <header className="taker-head">
        <p className="kicker">{title}</p>
        <TimeLeft
          attempt={attempt}
          leftMs={leftMs}
          onOver={() => void untilAnswered(attempt).then(() => router.refresh())}
        />
      </header>
      <nav aria-label={t("questionsNav")}>
        <ol className="taker-places">
          {slots.map((each, index) => {
            const state = each.checked ? "final" : answers.has(each.slot) ? "answered" : "open";
            return (
              <li key={each.slot}>
                <button
                  type="button"
                  aria-current={index === place ? "step" : undefined}
                  data-state={state}
                  data-flag={flags.has(each.slot) || undefined}
                  onClick={() => go(index)}
                >
                  <span aria-hidden="true">{index + 1}</span>
                  <span className="hidden-text">
                    {t("goto", { slot: index + 1, state })} {flags.has(each.slot) && t("flagged")}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <p className="kicker mt-8">
        {t("number", { slot: place + 1 })} · {current.question.kicker}
      </p>
      <h1 ref={heading} tabIndex={-1} className="stem">
        <StemWords stem={current.question.stem} />
      </h1>
      {current.checked ? (
        <div className="taker-checked">
          <p className="note mb-3">{t("final")}</p>
          {reviews[current.slot]}
        </div>
      ) : (
        <>
          <QuestionInput
            key={`${current.slot} ${restored}`}
            question={current.question}
            when="changed"
            response={answers.get(current.slot) ?? null}
            onResponse={(response) => answer(current.slot, response)}
            formId={`slot-${current.slot}`}
          />
          {checks && answers.has(current.slot) && (
            <div className="taker-check">
              <Button tone="secondary" aria-disabled={checking} onClick={() => !checking && check(current.slot)}>
                {t("check")}
              </Button>
              <p className="note">{t("checkHint")}</p>
              <Status tone="problem">{notChecked && t("notChecked")}</Status>
            </div>
          )}
        </>
      )}
      <div className="taker-foot">
        <Button tone="secondary" disabled={place === 0} onClick={() => go(place - 1)}>
          {t("previous")}
        </Button>
        {place < slots.length - 1 ? (
          <Button onClick={() => go(place + 1)}>{t("next")}</Button>
        ) : (
          <Button onClick={() => setAsking(true)}>{t("handIn")}</Button>
        )}
        <Button tone="quiet" aria-pressed={flags.has(current.slot)} onClick={() => flag(current.slot)}>
          {flags.has(current.slot) ? t("unflag") : t("flag")}
        </Button>
        {place < slots.length - 1 && (
          <Button tone="quiet" onClick={() => setAsking(true)}>
            {t("handIn")}
          </Button>
        )}
        <Status tone={kept === "kept" || kept === "keeping" ? "quiet" : "problem"} className="grow text-end">
          {t("answered", { answered: answers.size, count: slots.length })} · {wordsFor(kept, t)}
        </Status>
      </div>
      <Dialog open={asking} title={t("handInTitle")} onClose={() => setAsking(false)}>
        <p className="mb-6">{open === 0 ? t("handInAll") : t("handInSome", { open })}</p>
        <p className="flex flex-wrap gap-3">
          <Button onClick={handIn}>{t("handIn")}</Button>
          <Button tone="secondary" onClick={() => setAsking(false)}>
            {t("notYet")}
          </Button>
        </p>
      </Dialog>
    </div>
  );
}

/** No connection, or a server that is busy: trying again helps. */
const isPassing = (status: number): boolean => status === 0 || status === 429 || status >= 500;

function wordsFor(kept: Kept, t: ReturnType<typeof useTranslations<"quiz">>): string {
  if (kept === "closed") return t("timeUp");
  if (kept === "signed-out") return t("signedOut");
  return kept === "kept" ? t("saved") : kept === "keeping" ? t("saving") : t("notSaved");
}

function given(slots: readonly Slot[]): ReadonlyMap<number, Response> {
  return withAll(
    new Map(),
    slots.flatMap(({ slot, response }) => (response ? [[slot, response] as const] : [])),
  );
}

/** The answers with others in their places; one that was taken back is none. */
function withAll(
  before: ReadonlyMap<number, Response>,
  changed: Iterable<readonly [number, Response]>,
): ReadonlyMap<number, Response> {
  const next = new Map(before);
  for (const [slot, response] of changed)
    if (response.kind === "dont-know") next.delete(slot);
    else next.set(slot, response);
  return next;
}

function toggled(flags: ReadonlySet<number>, slot: number): Set<number> {
  const next = new Set(flags);
  if (!next.delete(slot)) next.add(slot);
  return next;
}
