"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { roundMs } from "@/lib/play/minute.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { useKeys } from "../question/keys.ts";
import { inZoneHere } from "../study/scope.ts";
import { Unsaved } from "../study/unsaved.tsx";
import { useOutbox } from "../study/use-outbox.ts";
import { useSession } from "../study/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Track } from "../ui/track.tsx";
import { Played } from "./played.tsx";
import { PlayedQuestion } from "./played-question.tsx";
import { type Clock, useMinute } from "./use-minute.ts";

type Props = { readonly bundle: Bundle; readonly off: boolean };

/** The round itself: what was placed rightly makes room for the next at once, what was not is explained while the clock stands. */
export function MinutePlaying({ bundle, off }: Props) {
  const t = useTranslations("play.minute");
  const s = useTranslations("study");
  const outbox = useOutbox(bundle.learner?.id ?? null);
  const { session, acts } = useSession(inZoneHere(bundle), outbox);
  const { answered, queue, log } = session;
  const isOver = session.over || queue.length === 0;
  const clock = useMinute(off, !isOver && !answered);
  const [ended, setEnded] = useState(false);
  const isRight = answered !== null && answered.mark.fraction === 1;

  // What is right needs no reading; where the time is up, it was the last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is what moves on, not the clock.
  useEffect(() => {
    if (!answered || !isRight) return;
    if (clock.isUp) setEnded(true);
    else acts.next();
  }, [answered]);

  function goOn() {
    if (clock.isUp) setEnded(true);
    else acts.next();
  }

  useKeys(!isOver && !ended, (key) => {
    if (answered && (key === " " || key === "Enter")) goOn();
    else if (!answered && key === "0") acts.respond({ kind: "dont-know" });
    else return false;
    return true;
  });

  if (isOver || ended)
    return (
      <Played
        session={session}
        outbox={outbox}
        title={(counts) => (counts.of === 0 ? t("none") : t("over", counts))}
        note={t("overText")}
      />
    );
  const last = log.at(-1);
  const placed = log.filter(({ mark }) => mark.fraction === 1).length;
  return (
    <section className="played" data-answered={answered ? "" : undefined} data-begun>
      <ClockLine clock={clock} placed={placed} stands={answered !== null} />
      <p role="status" className="hidden-text">
        {last && !answered && last.mark.fraction === 1 && t("right", { what: last.item.kept.question.answer })}
        {clock.isUp && !answered && t("timeUp")}
      </p>
      <PlayedQuestion session={session} onResponse={acts.respond} />
      <div className="action-bar">
        {answered ? (
          <Button key="continue" keys={s("key.space")} autoFocus onClick={goOn}>
            {s("continue")}
          </Button>
        ) : (
          <Button key="dont-know" tone="secondary" keys="0" onClick={() => acts.respond({ kind: "dont-know" })}>
            {s("dontKnow")}
          </Button>
        )}
        <span className="grow" />
        <Button tone="quiet" onClick={() => setEnded(true)}>
          {t("finish")}
        </Button>
      </div>
      {outbox && <Unsaved outbox={outbox} />}
    </section>
  );
}

/** How much of the minute is left, and how much was placed; the clock is switched off and on here. */
function ClockLine({
  clock,
  placed,
  stands,
}: {
  readonly clock: Clock;
  readonly placed: number;
  readonly stands: boolean;
}) {
  const t = useTranslations("play.minute");
  const seconds = t("left", { seconds: clock.seconds });
  return (
    <div className="minute" data-up={clock.isUp || undefined}>
      {!clock.off && <Track value={clock.seconds} max={roundMs / 1_000} label={seconds} />}
      <p>
        <span aria-hidden="true">
          {clock.off ? t("off") : clock.isUp ? t("timeUp") : seconds}
          {stands && !clock.off && !clock.isUp && ` · ${t("stands")}`}
        </span>
        <span>{t("placed", { count: placed })}</span>
        <Button tone="quiet" onClick={() => clock.switchTo(!clock.off)}>
          {clock.off ? t("switchOn") : t("switchOff")}
        </Button>
      </p>
    </div>
  );
}
