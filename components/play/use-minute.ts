import { useEffect, useState } from "react";
import { fullMinute, halt, isOver, leftMs, type Minute, run, switched } from "@/lib/play/minute.ts";

/** What the screen needs of the clock. */
export type Clock = {
  /** Whole seconds that are left, rounded up. */
  readonly seconds: number;
  readonly off: boolean;
  readonly isUp: boolean;
  readonly switchTo: (off: boolean) => void;
};

/** How often the picture of the clock moves, in milliseconds: it is calm. */
const beat = 1_000;

/** A minute that runs while `isOpen`, and stands while the page is out of sight. */
export function useMinute(offAtFirst: boolean, isOpen: boolean): Clock {
  const [minute, setMinute] = useState<Minute>(() => fullMinute(offAtFirst));
  const [now, setNow] = useState(0);
  useEffect(() => {
    const follow = () => {
      const at = performance.now();
      const change = isOpen && document.visibilityState === "visible" ? run : halt;
      setNow(at);
      setMinute((before) => change(before, at));
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, [isOpen]);

  const runs = minute.since !== null && !minute.off;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), beat);
    return () => clearInterval(timer);
  }, [runs]);

  return {
    seconds: Math.ceil(leftMs(minute, now) / 1_000),
    off: minute.off,
    isUp: isOver(minute, now),
    switchTo: (off) => {
      const at = performance.now();
      setNow(at);
      setMinute((before) => switched(before, off, at));
    },
  };
}
