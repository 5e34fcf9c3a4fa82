/** A sitting with ten cards, and somebody who answers right or wrong every ten seconds. */
import type { Response } from "@/lib/questions/question.ts";
import { respond, type Session } from "@/lib/study/session.ts";
import { aBundle, aBundleCard } from "@/tests/support/bundle.ts";

/** The ten facts, in the order in which they are asked. */
export const facts = ["f01", "f02", "f03", "f04", "f05", "f06", "f07", "f08", "f09", "f10"];

/** A new card of each fact. */
export const ten = aBundle(facts.map((fact) => aBundleCard(fact)));

export const startedAt = "2026-01-05T12:00:00.000Z";

let ticks = 0;
/** A new id, and an instant ten seconds after the last. */
export function stamp() {
  ticks++;
  return {
    id: `id-${String(ticks).padStart(6, "0")}`,
    at: new Date(Date.parse(startedAt) + ticks * 10_000).toISOString(),
  };
}

/** The fact that the question on the screen is about; null where there is none. */
export const factOnScreen = (session: Session) => session.queue[0]?.card?.card.fact ?? null;

/** A response that is right for no question. */
export const wrong: Response = { kind: "typed", text: "Somebody else entirely" };

/** Types the answer to the question on the screen, in three seconds. */
export function answerRight(session: Session) {
  const text = session.queue[0]!.kept.question.answer;
  return respond(session, { kind: "typed", text }, stamp(), 3000);
}

/** Types what is right for no question, in three seconds. */
export function answerWrong(session: Session) {
  return respond(session, wrong, stamp(), 3000);
}
