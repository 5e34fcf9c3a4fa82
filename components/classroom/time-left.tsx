"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** The time until the close, by the server's clock: whole minutes, calmly; seconds are not shown. Calls `onOver` once, at the end. */
export function TimeLeft({ leftMs, onOver }: { readonly leftMs: number; readonly onOver: () => void }) {
  const t = useTranslations("quiz");
  const [left, setLeft] = useState(leftMs);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    // Measured from here on by the monotonic clock: setting the computer's clock changes nothing.
    const end = performance.now() + leftMs;
    const timer = setInterval(() => {
      const now = Math.max(0, end - performance.now());
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      over.current();
    }, 1_000);
    return () => clearInterval(timer);
  }, [leftMs]);
  return (
    <p className="note whitespace-nowrap" role="timer">
      {left < 60_000 ? t("lastMinute") : t("left", { left: inWords(left) })}
    </p>
  );
}

/** "2 d 3 h", "1 h 20 min", "12 min". */
function inWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
