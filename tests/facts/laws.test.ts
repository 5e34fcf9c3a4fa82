/** Laws of the truth test on generated packs: what may never change, and what may only become less certain. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "@/lib/base/day.ts";
import { shuffled } from "@/lib/base/random.ts";
import { dateAt } from "@/lib/facts/dates.ts";
import type { Bound, Fact, FactList, HistoricalDate, Pack, Precision, Value } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import type { AskedTime, Query } from "@/lib/facts/query.ts";
import { isKey, verdict } from "@/lib/facts/truth.ts";
import { aDate, aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";

const first = dayNumber(2000, 1, 1);
const people = ["ada", "bob", "cy", "dee", "eve", "fay"];
const places = ["mill", "mill-yard", "forge", "town"];

const day = fc.integer({ min: first, max: first + 1500 }).map((number) => dateAt(number, "day"));
const date = fc
  .tuple(day, fc.constantFrom<Exclude<Precision, "between">>("day", "day", "month", "year"))
  .map(([at, precision]) => dateAt(at.first, precision));
const bound = fc.oneof(
  { weight: 6, arbitrary: date.map((at): Bound => ({ kind: "date", date: at })) },
  { weight: 1, arbitrary: fc.constant<Bound>({ kind: "unknown" }) },
);

/** Facts between a few people and places: dated, open, snapshots or denials. */
const fact = fc
  .record({
    subject: fc.constantFrom(...people),
    object: fc.constantFrom(...places),
    from: bound,
    to: fc.oneof(bound, fc.constant<Bound>({ kind: "open" })),
    asOf: date,
    shape: fc.constantFrom("span", "span", "span", "snapshot", "denial"),
    relation: fc.constantFrom("kept", "owned"),
  })
  .map(({ subject, object, from, to, asOf, shape, relation }): Fact => {
    const base = aFact({ subject, object, relation });
    if (shape === "snapshot") return { ...base, asOf };
    if (shape === "denial") return { ...base, asOf, negative: true };
    const [start, end] =
      from.kind === "date" && to.kind === "date" && from.date.first > to.date.last ? [to, from] : [from, to];
    return { ...base, from: start, to: end, asOf: end.kind === "open" ? asOf : null };
  });

/** Keepers of the mill, one after another: what a relation with one holder at a time looks like. */
const succession = fc
  .uniqueArray(fc.integer({ min: first, max: first + 1500 }), { minLength: 2, maxLength: people.length })
  .map((days) => days.toSorted((a, b) => a - b))
  .map((days) =>
    days.slice(1).map((end, index) =>
      aFact({
        subject: people[index]!,
        relation: "led",
        from: dateAt(days[index]!, "day").edtf,
        to: dateAt(end, "day").edtf,
      }),
    ),
  );

const pack = fc
  .record({
    loose: fc.array(fact, { maxLength: 10 }),
    line: succession,
    isClosed: fc.boolean(),
    isListed: fc.boolean(),
  })
  .map(({ loose, line, isClosed, isListed }): Pack => {
    const facts = [...loose, ...line].map((one, index) => ({ ...one, key: `f${index}` }));
    const led = facts.filter(({ relation }) => relation === "led");
    const owned = facts.filter(
      ({ relation, object, negative }) =>
        relation === "owned" && object.kind === "entity" && object.entity === "mill" && !negative,
    );
    const citation = { source: "book", locator: "page 1" };
    const list = (key: string, members: readonly Fact[], complete: FactList["complete"]): FactList => ({
      key,
      gloss: key,
      members: "subject",
      facts: members.map((member) => member.key),
      complete,
      asOf: aDate("2020-12-31"),
      citations: [citation],
      compareWith: [],
      frames: {},
    });
    return aPack({
      entities: [
        ...people.map((key) => anEntity({ key, overlaps: key === "eve" ? ["fay"] : [] })),
        ...places.map((key) =>
          anEntity({ key, type: "place", partOf: key === "mill-yard" ? ["mill"] : key === "mill" ? ["town"] : [] }),
        ),
      ],
      relations: [
        aRelation(),
        aRelation({ key: "owned" }),
        aRelation({
          key: "led",
          subjectsPerObject: "one",
          closed: isClosed ? [{ subject: null, object: "mill", from: null, asOf: aDate("2020-12-31"), citation }] : [],
        }),
      ],
      facts,
      lists: isListed
        ? [list("leaders", led, "yes"), ...(owned.length > 0 ? [list("owners", owned, "as_named")] : [])]
        : [],
    });
  });

const time: fc.Arbitrary<AskedTime> = fc.oneof(
  date.map((days): AskedTime => ({ kind: "during", days })),
  fc.tuple(date, fc.constantFrom(null, "book")).map(([at, source]): AskedTime => ({ kind: "as-of", date: at, source })),
  fc.constant<AskedTime>({ kind: "as-of", date: aDate("2020-12-31"), source: "book" }),
);

/** Every query of a pack at a time, with every value for its hole. */
function everyVerdict(of: Pack, at: AskedTime): Map<string, string> {
  const facts = indexPack(of);
  const found = new Map<string, string>();
  const record = (name: string, query: Query, values: readonly string[]) => {
    for (const value of values) found.set(`${name} ${value}`, verdict(facts, query, entity(value)).verdict);
  };
  for (const relation of ["kept", "owned", "led"]) {
    for (const object of places)
      record(
        `? ${relation} ${object}`,
        { hole: "subject", relation, object: entity(object), time: at, list: null },
        people,
      );
    for (const subject of people)
      record(`${subject} ${relation} ?`, { hole: "object", relation, subject, time: at, list: null }, places);
  }
  for (const { key } of of.lists) {
    const relation = key === "owners" ? "owned" : "led";
    record(`in ${key}`, { hole: "subject", relation, object: entity("mill"), time: at, list: key }, people);
  }
  return found;
}

function entity(key: string): Value {
  return { kind: "entity", entity: key };
}

describe("the truth test", () => {
  test("does not depend on the order of anything", () => {
    fc.assert(
      fc.property(pack, time, fc.string(), (of, at, seed) => {
        const mixed = {
          ...of,
          facts: shuffled(of.facts, seed),
          entities: shuffled(of.entities, seed),
          relations: shuffled(of.relations, seed),
          lists: shuffled(of.lists, seed),
        };
        expect(everyVerdict(mixed, at)).toEqual(everyVerdict(of, at));
        expect(indexPack(mixed).revision).toBe(indexPack(of).revision);
      }),
    );
  });

  test("does not change when an unrelated fact is added", () => {
    fc.assert(
      fc.property(pack, time, date, (of, at, from) => {
        const stranger = aFact({ key: "z", subject: "zoe", object: "zoo", from: from.edtf });
        const wider = {
          ...of,
          facts: [...of.facts, stranger],
          entities: [...of.entities, anEntity({ key: "zoe" }), anEntity({ key: "zoo", type: "place" })],
        };
        expect(everyVerdict(wider, at)).toEqual(everyVerdict(of, at));
      }),
    );
  });

  test("only loses certainty when dates are known less exactly", () => {
    fc.assert(
      fc.property(
        pack,
        time,
        fc.constantFrom<"month" | "year">("month", "year"),
        fc.nat(),
        (of, at, precision, which) => {
          fc.pre(of.facts.length > 0);
          const place = which % of.facts.length;
          const coarse = {
            ...of,
            facts: of.facts.map((one, index) => (index === place ? lessExact(one, precision) : one)),
          };
          const before = everyVerdict(of, at);
          const disputed = of.facts.some(({ negative }) => negative);
          for (const [claim, now] of everyVerdict(coarse, at)) {
            // Where a denial contradicted a claim, a vaguer denial may leave it standing; nothing else may become certain.
            if (disputed && before.get(claim) === "unknown") continue;
            expect([before.get(claim), "unknown"], claim).toContain(now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("only loses certainty when a holder turns out to have been acting", () => {
    fc.assert(
      fc.property(
        pack,
        time,
        fc.nat(),
        fc.constantFrom("acting" as const, "rival" as const),
        (of, at, which, capacity) => {
          const held = of.facts.filter(({ negative }) => !negative);
          fc.pre(held.length > 0);
          const { key } = held[which % held.length]!;
          const disputed = { ...of, facts: of.facts.map((one) => (one.key === key ? { ...one, capacity } : one)) };
          const before = everyVerdict(of, at);
          const isDenied = of.facts.some(({ negative }) => negative);
          for (const [claim, now] of everyVerdict(disputed, at)) {
            // Where a denial contradicted the claim, what is left may be the denial.
            if (isDenied && before.get(claim) === "unknown") continue;
            expect([before.get(claim), "unknown"], claim).toContain(now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("calls nothing false for being absent once no set is declared complete", () => {
    fc.assert(
      fc.property(pack, time, (of, at) => {
        const open = {
          ...of,
          lists: of.lists.map((list): FactList => ({ ...list, complete: "no" })),
          relations: of.relations.map((relation) => ({ ...relation, closed: [] })),
        };
        const before = everyVerdict(of, at);
        const denied = of.facts.some(({ negative }) => negative);
        for (const [claim, now] of everyVerdict(open, at)) {
          expect([before.get(claim), "unknown"], claim).toContain(now);
          // What is left of "false" rests on one holder at a time, or on a denial.
          if (!denied && !claim.includes("led")) expect(now, claim).not.toBe("false");
          if (claim.startsWith("in ")) expect(denied || now !== "false", claim).toBe(true);
        }
      }),
    );
  });

  test("never calls false what is a part, a whole or another name of what is true", () => {
    fc.assert(
      fc.property(pack, time, (of, at) => {
        const facts = indexPack(of);
        const denied = of.facts.some(({ negative }) => negative);
        fc.pre(!denied);
        const found = everyVerdict(of, at);
        for (const [claim, now] of found) {
          if (now !== "true") continue;
          const value = claim.split(" ").at(-1)!;
          for (const relative of facts.relatives(value)) {
            const other = found.get(claim.replace(new RegExp(`${value}$`), relative));
            if (other !== undefined) expect(other, `${claim}, ${relative}`).not.toBe("false");
          }
        }
      }),
    );
  });

  test("finds at most one key where there is one holder at a time, and then every other leader is wrong", () => {
    fc.assert(
      fc.property(pack, day, (of, at) => {
        const facts = indexPack(of);
        const query: Query = {
          hole: "subject",
          relation: "led",
          object: entity("mill"),
          time: { kind: "during", days: at },
          list: null,
        };
        const keys = people.filter((name) => isKey(facts, query, [entity(name)], { only: true }).yes);
        expect(keys.length).toBeLessThanOrEqual(1);
        const [key] = keys;
        if (key !== undefined)
          for (const name of people)
            if (!facts.related(name, key)) expect(verdict(facts, query, entity(name)).verdict, name).toBe("false");
      }),
    );
  });
});

function lessExact(of: Fact, precision: "month" | "year"): Fact {
  const coarser = (at: HistoricalDate) =>
    at.precision === "year" ? at : dateAt(at.first, at.precision === "month" ? "year" : precision);
  const end = (at: Bound): Bound => (at.kind === "date" ? { kind: "date", date: coarser(at.date) } : at);
  // Not the as-of: a query "as of May 2024" means a statement of that very time, so that would be another document.
  return { ...of, from: end(of.from), to: end(of.to) };
}
