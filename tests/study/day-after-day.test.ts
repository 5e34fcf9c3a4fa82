/** A learner who studies day after day until the pack is met. */
import { describe, expect, test } from "vitest";
import { seeded } from "@/lib/base/random.ts";
import type { Direction } from "@/lib/questions/question.ts";
import { cardName } from "@/lib/study/card.ts";
import { addDays } from "@/lib/study/day.ts";
import { decideAnswer } from "@/lib/study/decide.ts";
import type { CardState } from "@/lib/study/event.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { type Link, linksOf } from "@/lib/study/links.ts";
import { planSession } from "@/lib/study/queue.ts";
import { aFact, aRelation } from "@/tests/support/fictional-pack.ts";
import { aQuestion } from "@/tests/support/question.ts";
import { aContext } from "@/tests/support/study.ts";

/** A pack of the first pack's shape: facts with one to four directions, some of them minor, entities shared. */
function generated(seed: string, count: number) {
  const random = seeded(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const all: readonly Direction[] = ["subject", "object", "from", "to"];
  const facts = Array.from({ length: count }, (_, index) =>
    aFact({
      key: `f${index}`,
      subject: `e${pick(count)}`,
      object: random() < 0.3 ? "mission" : `e${pick(count)}`,
      importance: random() < 0.15 ? "minor" : "normal",
    }),
  );
  const cards = facts.flatMap((fact) => all.slice(0, 1 + pick(4)).map((direction) => ({ fact: fact.key, direction })));
  return { links: linksOf({ key: "nato-mission-iraq", facts, relations: [aRelation({ key: "kept" })] }, cards), cards };
}

/** Studies day by day until every card is met; answers whose number of the day is given. */
function daysUntilMet(
  links: ReadonlyMap<string, Link>,
  seed: string,
  recall: number,
): { days: number; short: boolean } {
  const random = seeded(seed);
  const states = new Map<string, CardState>();
  const flashcard = aQuestion({ kind: "flashcard" });
  for (let days = 1; days < 200; days++) {
    const day = addDays("2026-01-05", days);
    let newLeft = 20;
    for (let sitting = 0; sitting < 60; sitting++) {
      const planned = planSession({ links, states: [...states.values()], today: day, newLeft, count: 20 });
      if (days === 1 && sitting === 0 && planned.length < 20) return { days, short: true };
      if (planned.length === 0) break;
      for (const { card, state } of planned) {
        if (!state) newLeft--;
        const name = cardName(card);
        const answering = {
          at: `${day}T12:00:00.000Z`,
          zone: "UTC",
          rolloverHour: 4,
          // A card that was missed today is known the next time.
          response: {
            kind: "flashcard" as const,
            rating: random() < recall || state?.lastDay === day ? ("good" as const) : ("again" as const),
          },
          tookMs: 3000,
          context: aContext(),
        };
        const question = { ...flashcard, card };
        const deciding = { parameters: defaultParameters, medianMs: {}, learnerDay: day, overridden: false };
        for (const after of decideAnswer(answering, question, states, deciding).states) states.set(name, after);
      }
    }
    if (states.size === links.size) return { days, short: false };
  }
  return { days: 200, short: false };
}

describe("day after day, at 20 new a day", () => {
  test.each([1, 0.85, 0.6])(
    "every card is met by day ⌈cards / 20⌉ + 3, recalling %f of them",
    (recall) => {
      for (let run = 0; run < 12; run++) {
        const { links } = generated(`pack ${run}`, 40 + 15 * run);
        const { days, short } = daysUntilMet(links, `learner ${run}`, recall);
        expect(short).toBe(false);
        expect(days, `run ${run}: ${links.size} cards`).toBeLessThanOrEqual(Math.ceil(links.size / 20) + 3);
      }
    },
    60_000,
  );
});
