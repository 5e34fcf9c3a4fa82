/** A quiz stands in its address and comes out of it as it went in; whatever else stands there does no harm. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, askedIn, type Built, titleMax } from "@/lib/classroom/built.ts";
import { countMax, quizKinds } from "@/lib/classroom/plan.ts";
import type { Kind } from "@/lib/questions/question.ts";

const slug = fc.stringMatching(/^[a-z\d][a-z\d-]{0,20}$/);
const id = fc
  .tuple(fc.integer({ min: 1, max: 16 }), fc.stringMatching(/^[\da-f]{12}$/))
  .map(([form, hash]) => `q${form}-${hash}`);
const built: fc.Arbitrary<Built> = fc.record({
  pack: slug,
  title: fc.string({ maxLength: titleMax }).map((text) => text.replace(/\s+/gu, " ").trim()),
  topics: fc.uniqueArray(slug, { maxLength: 12 }),
  kinds: fc.subarray([...quizKinds] as Kind[], { minLength: 1 }),
  count: fc.integer({ min: 1, max: countMax }),
  seed: fc.stringMatching(/^[\w-]{1,64}$/),
  chosen: fc.uniqueArray(id, { minLength: 1, maxLength: countMax }),
});

test("what is written into an address is read from it", () => {
  fc.assert(
    fc.property(built, (quiz) => {
      const read = askedIn(Object.fromEntries(new URLSearchParams(addressOf(quiz))));
      expect(read).toEqual({ ...quiz, sent: true, swap: null, remove: null });
    }),
  );
});

test("boxes of a form arrive one by one, those of an address with dots between", () => {
  const kinds = ["choice", "date"];
  expect(askedIn({ kinds }).kinds).toEqual(askedIn({ kinds: "choice.date" }).kinds);
});

test("whatever stands in an address, what is read is in shape", () => {
  const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.array(fc.string({ maxLength: 50 }), { maxLength: 5 }));
  const names = ["pack", "title", "topics", "kinds", "count", "seed", "q", "swap", "remove"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), anything), (parameters) => {
      const { pack, title, topics, kinds, count, seed, chosen } = askedIn(parameters);
      for (const key of [pack, ...topics].filter(Boolean)) expect(key).toMatch(/^[a-z\d-]{1,80}$/);
      expect(title.length).toBeLessThanOrEqual(titleMax);
      expect(kinds.every((kind) => quizKinds.includes(kind))).toBe(true);
      expect(count === null || (count >= 1 && count <= countMax)).toBe(true);
      expect(seed).toMatch(/^[\w-]{0,64}$/);
      expect(chosen.length).toBeLessThanOrEqual(countMax);
    }),
  );
});

test.each([
  [{}, false, null],
  [{ count: "" }, false, null],
  [{ count: "12" }, true, 12],
  [{ count: "0" }, true, null],
  [{ count: "51" }, true, null],
  [{ count: "-3" }, true, null],
  [{ count: "many" }, true, null],
])("%j: sent %s, count %s", (parameters, sent, count) => {
  expect(askedIn(parameters)).toMatchObject({ sent, count });
});
