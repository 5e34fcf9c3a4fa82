/** The truth test looks at as many facts in a large pack as in a small one: counted, not timed. */
import { expect, test } from "vitest";
import { dayNumber } from "@/lib/base/day.ts";
import { dateAt } from "@/lib/facts/dates.ts";
import type { Bound, Fact, Value } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import type { Query } from "@/lib/facts/query.ts";
import { isKey, verdict } from "@/lib/facts/truth.ts";
import { aFact, aPack, aRelation } from "@/tests/support/fictional-pack.ts";

const first = dayNumber(1000, 1, 1);

/** A pack in which `count` people kept the mill, three days each, and how often the times of its facts have been read. */
function longSuccession(count: number) {
  let reads = 0;
  const bound = (day: number): Bound => ({ kind: "date", date: dateAt(first + day, "day") });
  const facts = Array.from({ length: count }, (_, index): Fact => {
    const from = bound(3 * index);
    return {
      ...aFact({ key: `f${index}`, subject: `p${index}` }),
      get from() {
        reads++;
        return from;
      },
      to: bound(3 * index + 3),
    };
  });
  const pack = aPack({ facts, relations: [aRelation({ subjectsPerObject: "one" })] });
  return { index: indexPack(pack, "large"), reads: () => reads };
}

test("one question with 64 candidates reads no more facts among 20,000 holders than among 2,000", () => {
  const counts = [2000, 20_000].map((count) => {
    const { index, reads } = longSuccession(count);
    const ask = (place: number) => {
      const person = (number: number): Value => ({ kind: "entity", entity: `p${number % count}` });
      const day = first + 3 * place + 1;
      const query: Query = {
        hole: "subject",
        relation: "kept",
        object: { kind: "entity", entity: "mill" },
        time: { kind: "during", days: { first: day, last: day } },
        list: null,
      };
      expect(isKey(index, query, [person(place)], { only: true })).toEqual({ yes: true });
      for (let other = 1; other <= 64; other++)
        expect(verdict(index, query, person(place + 17 * other)).verdict).toBe("false");
    };
    ask(5); // builds the index of the mill's keepers, once
    const before = reads();
    ask(1234);
    return reads() - before;
  });
  expect(counts[1]).toBe(counts[0]);
  expect(counts[0]).toBeLessThan(300);
});
