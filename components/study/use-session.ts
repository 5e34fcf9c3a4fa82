"use client";

import { useEffect, useRef, useState } from "react";
import type { Response } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";
import {
  absorb,
  end,
  type Happening,
  next,
  override,
  type PutAside,
  putAway,
  respond,
  type Session,
  type Stamp,
  type Step,
  start,
  tooEasy,
  undo,
} from "@/lib/study/session.ts";
import { whenAnsweredHasCome } from "./answered-part.ts";
import { newEventId, type Outbox } from "./outbox.ts";

/** What can be done in a session; each acts at once and puts what happened into the queue. */
export type Acts = {
  /** `withHint`: the question's hint was looked at. */
  readonly respond: (response: Response, withHint?: boolean) => void;
  readonly next: () => void;
  readonly undo: () => void;
  readonly override: () => void;
  readonly tooEasy: () => void;
  readonly putAway: (how: PutAside["how"]) => void;
  readonly end: () => void;
};

/** Longest time that an answer may have taken, in milliseconds. */
const longest = 3_600_000;

/** A session over a bundle with the clock, the ids and the queue that its rules must not know. */
export function useSession(bundle: Bundle, outbox: Outbox | null): { readonly session: Session; readonly acts: Acts } {
  const [session, setSession] = useState(() => start(bundle, new Date().toISOString()));
  // What was pressed last counts, also before React has drawn it: two quick keys are two steps.
  const latest = useRef(session);
  const shownAt = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs from when a question is shown or asked for again.
  useEffect(() => {
    shownAt.current = performance.now();
  }, [session.turn]);

  useEffect(
    () =>
      outbox?.onAnswer((answer) => {
        latest.current = absorb(latest.current, answer);
        setSession(latest.current);
      }),
    [outbox],
  );

  function take({ session: after, events }: { readonly session: Session; readonly events: readonly Happening[] }) {
    latest.current = after;
    setSession(after);
    for (const event of events) void outbox?.add(event);
  }

  const now = () => latest.current;
  const act = (step: (session: Session) => Step) => take(step(now()));
  const move = (step: (session: Session) => Session) => take({ session: step(now()), events: [] });
  return {
    session,
    acts: {
      respond: (response, withHint) => {
        const tookMs = Math.min(longest, Math.round(performance.now() - shownAt.current));
        const at = stamp();
        const { turn } = now();
        void whenAnsweredHasCome().then(() => {
          // Whoever has gone on, or ended, meanwhile has taken it back.
          if (now().turn !== turn || now().over) return;
          act((each) => respond(each, response, at, tookMs, withHint));
          // A flashcard was looked at before it was rated: there is nothing more to show.
          if (response.kind === "flashcard") move(next);
        });
      },
      next: () => move(next),
      undo: () => act((each) => undo(each, stamp())),
      override: () => act((each) => override(each, stamp())),
      tooEasy: () => act((each) => tooEasy(each, [stamp(), stamp()])),
      putAway: (how) => act((each) => putAway(each, how, stamp())),
      end: () => move(end),
    },
  };
}

/** An id and the instant. */
function stamp(): Stamp {
  const at = new Date();
  return { id: newEventId(at), at: at.toISOString() };
}
