"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { askTimeLeft } from "./server-time.ts";

/** Minutes left at which it is said once, politely, to those who listen. */
const saidAt = [30, 10, 5, 1];

/** About how often the server is asked, in milliseconds. */
const askEvery = 60_000;

type Props = {
  readonly attempt: string;
  /** As the page was made. */
  readonly leftMs: number;
  /** Called once, at the end. */
  readonly onOver: () => void;
};

/**
 * The time until the deadline, by the server's clock: whole minutes, calmly; seconds are not shown, and it can be put away until the last minute. The server is asked again
 * every minute and when the page is looked at again.
 */
export function TimeLeft({ attempt, leftMs, onOver }: Props) {
  const t = useTranslations("quiz");
  const [left, setLeft] = useState(leftMs);
  const [hidden, setHidden] = useState(false);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    // Measured from here on by the monotonic clock: setting the computer's clock changes nothing.
    let end = performance.now() + leftMs;
    setLeft(leftMs);
    const ask = async () => {
      const said = document.visibilityState === "visible" ? await askTimeLeft(attempt) : null;
      if (said !== null) end = performance.now() + said;
    };
    // Not all of a class in one instant.
    const asking = setInterval(ask, askEvery * (0.9 + Math.random() * 0.2));
    document.addEventListener("visibilitychange", ask);
    const stop = () => {
      clearInterval(asking);
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", ask);
    };
    const ticking = setInterval(() => {
      const now = Math.max(0, end - performance.now());
      setLeft(now);
      if (now > 0) return;
      stop();
      over.current();
    }, 1_000);
    return stop;
  }, [attempt, leftMs]);
  const isLast = left < 60_000;
  const words = isLast ? t("lastMinute") : t("left", { left: inWords(left) });
  return (
    <div className="taker-time">
      <p className="note whitespace-nowrap" role="timer" aria-label={words}>
        {hidden && !isLast ? null : words}
      </p>
      <p className="hidden-text" aria-live="polite">
        {sayFor(left, leftMs, words)}
      </p>
      {!isLast && (
        <Button tone="quiet" aria-pressed={hidden} onClick={() => setHidden(!hidden)}>
          {hidden ? t("showTime") : t("hideTime")}
        </Button>
      )}
    </div>
  );
}

/** What is said now: the words stand for the minute after a mark that was passed while the page was open, so that they are said once. */
function sayFor(left: number, begunWith: number, words: string): string | null {
  const mark = saidAt.find((minutes) => left <= minutes * 60_000 && left > (minutes - 1) * 60_000);
  return mark !== undefined && begunWith > mark * 60_000 ? words : null;
}

/** "2 d 3 h", "1 h 20 min", "12 min". */
function inWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
