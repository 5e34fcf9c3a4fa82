import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "@/lib/base/random.ts";
import { closePairs } from "@/lib/packs/close-pairs.ts";
import { editDistance } from "@/lib/questions/mark/distance.ts";

const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 14 });

test("no pair at one or two slips is missed", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const found = new Set([...closePairs(names)].map(([i, j]) => `${i} ${j}`));
      for (let j = 0; j < names.length; j++)
        for (let i = 0; i < j; i++)
          if (editDistance(names[i]!, names[j]!, 2) <= 2)
            expect(found, `${names[i]} / ${names[j]}`).toContain(`${i} ${j}`);
    }),
    { numRuns: 500 },
  );
});

test("names that share no beginning, middle or end are not compared with one another", () => {
  const next = seeded("names");
  const names = Array.from({ length: 500 }, () =>
    Array.from({ length: 40 }, () => "abcdefghij"[Math.floor(next() * 10)]).join(""),
  );
  expect([...closePairs(names)].length).toBeLessThan(10);
});
