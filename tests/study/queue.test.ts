/** Which cards a session asks, and in which order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "@/lib/facts/fact.ts";
import type { CardKey, Direction } from "@/lib/questions/question.ts";
import { cardName, isDue } from "@/lib/study/card.ts";
import { addDays } from "@/lib/study/day.ts";
import type { CardState } from "@/lib/study/event.ts";
import { type Link, linksOf, reveals } from "@/lib/study/links.ts";
import { apart, planSession } from "@/lib/study/queue.ts";
import { aRelation, aFact as builtFact } from "@/tests/support/fictional-pack.ts";
import { aCard, aState } from "@/tests/support/study.ts";

const today = "2026-01-05";
const key = "nato-mission-iraq";

/** A fact between two entities. */
function aFact(
  name: string,
  subject: string,
  object: string,
  parts: Partial<Pick<Fact, "relation" | "importance">> = {},
) {
  return builtFact({ key: name, subject, object, ...parts });
}

/** So many facts with nothing in common, each with these directions. */
function unrelated(count: number, directions: readonly Direction[] = ["subject", "object"]) {
  const facts = Array.from({ length: count }, (_, index) => aFact(`f${index + 1}`, `s${index + 1}`, `o${index + 1}`));
  const cards = facts.flatMap((fact) => directions.map((direction) => ({ fact: fact.key, direction })));
  return linksOf({ key, facts, relations: [aRelation({ key: "kept" })] }, cards);
}

function plan(
  links: ReadonlyMap<string, Link>,
  states: readonly CardState[],
  said: { newLeft?: number; count?: number } = {},
) {
  return planSession({ links, states, today, newLeft: 20, count: 20, ...said });
}

const names = (planned: readonly { card: CardKey }[]) => planned.map(({ card }) => `${card.fact} ${card.direction}`);

describe("a session", () => {
  test("the first one of 20 holds 20 facts, one direction each, in teaching order", () => {
    const planned = plan(unrelated(25), []);
    expect(names(planned)).toEqual(Array.from({ length: 20 }, (_, index) => `f${index + 1} subject`));
    expect(planned.every(({ state }) => state === null)).toBe(true);
  });

  test("asks due cards before new ones and mixes the new ones in evenly", () => {
    const due = ["f1", "f2", "f3", "f4"].map((fact) => aState({ fact, direction: "subject" }));
    const planned = plan(unrelated(30), due, { count: 8 });
    expect(planned.map(({ state }) => (state ? "due" : "new"))).toEqual([
      "due",
      "new",
      "due",
      "new",
      "due",
      "new",
      "due",
      "new",
    ]);
    expect(names(planned).filter((name) => /f[1-4] /.test(name))).toHaveLength(4);
  });

  test("asks no new card while due ones fill it, nor beyond the day's limit", () => {
    const due = Array.from({ length: 25 }, (_, index) => aState({ fact: `f${index + 1}`, direction: "subject" }));
    expect(plan(unrelated(60), due).every(({ state }) => state !== null)).toBe(true);
    expect(plan(unrelated(60), [], { newLeft: 3 })).toHaveLength(3);
    expect(plan(unrelated(60), [], { newLeft: 0 })).toHaveLength(0);
  });

  test("asks the most overdue first, by the interval that was meant", () => {
    const states = [
      aState({ fact: "f1", direction: "subject" }, { lastDay: "2025-10-01", dueDay: "2025-12-31" }),
      aState({ fact: "f2", direction: "subject" }, { lastDay: "2026-01-01", dueDay: "2026-01-03" }),
      aState({ fact: "f3", direction: "subject" }, { lastDay: "2026-01-01", dueDay: "2026-01-02" }),
      aState({ fact: "f4", direction: "subject" }, { lastDay: today, dueDay: today, lastRating: "again" }),
    ];
    expect(names(plan(unrelated(4), states, { newLeft: 0 }))).toEqual([
      "f4 subject",
      "f3 subject",
      "f2 subject",
      "f1 subject",
    ]);
  });

  test("leaves out what is suspended, buried, not due yet, or of another scope; a bury ends on its day", () => {
    const states = [
      aState({ fact: "f1", direction: "subject" }, { suspended: true }),
      aState({ fact: "f2", direction: "subject" }, { buriedUntil: "2026-01-06" }),
      aState({ fact: "f3", direction: "subject" }, { dueDay: "2026-01-06" }),
      aState({ fact: "elsewhere", direction: "subject" }),
      aState({ fact: "f4", direction: "subject" }, { buriedUntil: today }),
      aState({ fact: "f5", direction: "subject" }, { reps: 0, rung: 0, suspended: true }),
    ];
    expect(names(plan(unrelated(5, ["subject"]), states))).toEqual(["f4 subject"]);
  });
});

describe("siblings", () => {
  test("of one fact one direction a day: the due one rather than the new one, the more overdue rather than the less", () => {
    const due = aState({ fact: "f1", direction: "subject" });
    expect(names(plan(unrelated(30), [due], { count: 2 }))).toEqual(["f1 subject", "f2 subject"]);
    const more = aState({ fact: "f1", direction: "object" }, { lastDay: "2026-01-03", dueDay: "2026-01-04" });
    expect(names(plan(unrelated(1), [due, more]))).toEqual(["f1 object"]);
  });

  test("an answer today leaves the siblings for tomorrow, but a miss of today comes back itself", () => {
    const answered = aState({ fact: "f1", direction: "subject" }, { lastDay: today, dueDay: "2026-01-07" });
    const sibling = aState({ fact: "f1", direction: "object" });
    expect(names(plan(unrelated(1), [answered, sibling]))).toEqual([]);
    const missed = { ...answered, dueDay: today, lastRating: "again" as const };
    expect(names(plan(unrelated(1), [missed, sibling]))).toEqual(["f1 subject"]);
  });

  test("where new cards are too few, a direction never asked goes before its due sibling, for three days at most", () => {
    const due = (dueDay: string) => aState({ fact: "f1", direction: "subject" }, { lastDay: "2025-12-20", dueDay });
    const one = unrelated(1);
    expect(names(plan(one, [due("2026-01-05")]))).toEqual(["f1 object"]);
    expect(names(plan(one, [due("2026-01-03")]))).toEqual(["f1 object"]);
    expect(names(plan(one, [due("2026-01-02")]))).toEqual(["f1 subject"]);
    expect(names(plan(one, [due("2026-01-05")], { newLeft: 0 }))).toEqual(["f1 subject"]);
    expect(names(plan(unrelated(2), [due("2026-01-05")], { newLeft: 1 }))).toEqual(["f1 subject", "f2 subject"]);
  });

  test("the halves of a symmetric pair are siblings", () => {
    const facts = [
      aFact("f1", "a", "b", { relation: "borders" }),
      aFact("f2", "b", "a", { relation: "borders" }),
      aFact("f3", "b", "c", { relation: "borders" }),
    ];
    const cards = facts.map((fact) => ({ fact: fact.key, direction: "object" as const }));
    const links = linksOf({ key, facts, relations: [aRelation({ key: "borders", symmetric: true })] }, cards);
    expect(names(plan(links, []))).toEqual(["f1 object", "f3 object"]);
    const oneWay = linksOf({ key, facts, relations: [aRelation({ key: "borders" })] }, cards);
    expect(plan(oneWay, [])).toHaveLength(3);
  });

  test("what is minor is met last", () => {
    const facts = [aFact("f1", "a", "b", { importance: "minor" }), aFact("f2", "c", "d"), aFact("f3", "e", "f")];
    const cards = facts.map((fact) => ({ fact: fact.key, direction: "object" as const }));
    const links = linksOf({ key, facts, relations: [] }, cards);
    expect(names(plan(links, []))).toEqual(["f2 object", "f3 object", "f1 object"]);
  });
});

describe("giving away", () => {
  /** Olsen commanded the mission, Olsen deputised at the mission; and thirty facts about other things. */
  const others = Array.from({ length: 30 }, (_, index) => aFact(`x${index}`, `s${index}`, `o${index}`));
  const facts: Fact[] = [
    aFact("f1", "olsen", "mission"),
    aFact("f2", "olsen", "mission", { relation: "deputised" }),
    ...others,
  ];

  test("a stem that states another's answer with its anchor stands eight before it or after it", () => {
    const cards: CardKey[] = [
      { fact: "f2", direction: "from" },
      { fact: "f1", direction: "subject" },
      ...others.map((fact) => ({ fact: fact.key, direction: "subject" as const })),
    ];
    const links = linksOf({ key, facts, relations: [] }, cards);
    const stem = links.get(cardName(aCard("f2", "from")))!;
    const asked = links.get(cardName(aCard("f1", "subject")))!;
    expect(reveals(stem, asked)).toBe(true);
    expect(reveals(asked, stem)).toBe(false);
    const order = names(plan(links, []));
    expect(order.indexOf("f1 subject") - order.indexOf("f2 from")).toBe(apart);
  });

  test("is never a reason to leave a card out", () => {
    const links = linksOf({ key, facts: [...facts.slice(0, 2), ...others], relations: [] }, [
      { fact: "f2", direction: "from" },
      { fact: "f1", direction: "subject" },
    ]);
    expect(names(plan(links, []))).toEqual(["f2 from", "f1 subject"]);
  });

  test("does not count entities that more than a tenth of the facts are about", () => {
    const many = Array.from({ length: 10 }, (_, index) => aFact(`m${index}`, `p${index}`, "mission"));
    const links = linksOf({ key, facts: [...facts, ...many], relations: [] }, [
      { fact: "f2", direction: "from" },
      { fact: "f1", direction: "subject" },
      { fact: "f1", direction: "object" },
    ]);
    const [stem, subject, object] = [...links.values()];
    expect(reveals(stem!, subject!)).toBe(false);
    expect(object!.asks).toBe(null);
  });
});

describe("laws", () => {
  test("a session holds no card twice, no siblings, nothing that may not be asked, and no more than it should", () => {
    const states = fc.array(
      fc.record({
        fact: fc.integer({ min: 1, max: 12 }),
        direction: fc.constantFrom<Direction>("subject", "object"),
        dueIn: fc.integer({ min: -30, max: 10 }),
        lastAgo: fc.integer({ min: 0, max: 40 }),
        suspended: fc.boolean(),
        buried: fc.boolean(),
      }),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(states, fc.nat({ max: 25 }), fc.nat({ max: 25 }), (rows, newLeft, count) => {
        const links = unrelated(12);
        const known = new Map<string, CardState>();
        for (const { fact, direction, dueIn, lastAgo, suspended, buried } of rows) {
          const lastDay = addDays(today, -lastAgo);
          const dueDay = addDays(today, Math.max(dueIn, -lastAgo));
          const state = aState(
            { fact: `f${fact}`, direction },
            { lastDay, dueDay, suspended, buriedUntil: buried ? addDays(today, 1) : null },
          );
          known.set(cardName(state.card), state);
        }
        const planned = plan(links, [...known.values()], { newLeft, count });
        expect(planned.length).toBeLessThanOrEqual(count);
        expect(planned.filter(({ state }) => !state).length).toBeLessThanOrEqual(newLeft);
        expect(new Set(planned.map(({ card }) => cardName(card))).size).toBe(planned.length);
        for (const { card, state } of planned) {
          const now = known.get(cardName(card));
          expect(state).toEqual(now ?? null);
          if (now) expect(isDue(now, today)).toBe(true);
        }
        const first = new Set(planned.filter(({ state }) => state?.lastDay !== today).map(({ card }) => card.fact));
        expect(first.size).toBe(planned.filter(({ state }) => state?.lastDay !== today).length);
      }),
      { numRuns: 300 },
    );
  });
});
