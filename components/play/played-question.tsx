"use client";

import { useEffect, useRef } from "react";
import type { Response } from "@/lib/questions/question.ts";
import type { Session } from "@/lib/study/session.ts";
import { StemWords } from "../question/stem.tsx";
import { Turn } from "../study/turn.tsx";

type Props = { readonly session: Session; readonly onResponse: (response: Response) => void };

/** The question on the screen of a game, or its answer and why; the focus comes to its words, and the verdict is said. */
export function PlayedQuestion({ session, onResponse }: Props) {
  const { turn, queue } = session;
  const stem = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is what moves the focus.
  useEffect(() => {
    stem.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [turn]);
  const question = queue[0]?.kept.question;
  if (!question) return null;
  return (
    <>
      <p className="kicker">{question.kicker}</p>
      <h2 ref={stem} tabIndex={-1} className="stem">
        <StemWords stem={question.stem} />
      </h2>
      <Turn session={session} onResponse={onResponse} />
    </>
  );
}
