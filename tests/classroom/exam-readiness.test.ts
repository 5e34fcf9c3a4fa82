/** What a class is expected to recall on the day of its exam. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { examReadiness, fewestShown, type QuizReview } from "@/lib/classroom/exam-readiness.ts";
import type { Rating } from "@/lib/questions/question.ts";
import { defaultParameters, futures, retrievability } from "@/lib/study/fsrs.ts";

const review = (student: number, fact: string, rating: Rating = "good", day = "2026-05-04"): QuizReview => ({
  ...{ student: `s${student}`, fact, rating, day },
  direction: "subject",
});
const students = (count: number) => Array.from({ length: count }, (_, index) => index);

test("a fact answered once by each is expected to be recalled as FSRS says of one such review", () => {
  const found = examReadiness(
    [...students(4).map((each) => review(each, "p f1")), review(4, "p f1", "again")],
    "2026-05-14",
  );
  const after = (rating: Rating) =>
    retrievability(futures(null, 0, defaultParameters)[rating].stability, 10, defaultParameters);
  if (found === "too-few") throw new Error(found);
  expect(found.facts[0]).toMatchObject({ fact: "p f1", students: 5, band: "shaky" });
  expect(found.share).toBeCloseTo((4 * after("good") + after("again")) / 5, 10);
});

test("of fewer students than are shown nothing is said, of a class or of a fact", () => {
  const few = students(fewestShown - 1).map((each) => review(each, "p f1"));
  expect(examReadiness([], "2026-05-14")).toBe("too-few");
  expect(examReadiness(few, "2026-05-14")).toBe("too-few");
  const all = [...few, review(99, "p f1"), review(1, "p f2"), review(2, "p f2")];
  const found = examReadiness(all, "2026-05-14");
  if (found === "too-few") throw new Error(found);
  expect(found).toMatchObject({ students: fewestShown, hidden: 1 });
  expect(found.facts.map(({ fact }) => fact)).toEqual(["p f1"]);
  // What is hidden changes nothing of what is shown, so that it cannot be reckoned back.
  const other = examReadiness(
    all.map((each) => (each.fact === "p f2" ? { ...each, rating: "again" } : each)),
    "2026-05-14",
  );
  expect(other).toEqual(found);
});

test("nobody's name is in it; shares lie between 0 and 1, and a later exam never finds more recalled", () => {
  const someReview = fc.record({
    student: fc.nat(12).map((each) => `student-${each}`),
    fact: fc.constantFrom("p f1", "p f2", "p f3"),
    direction: fc.constantFrom("subject", "object"),
    rating: fc.constantFrom<Rating>("again", "hard", "good", "easy"),
    day: fc.constantFrom("2026-05-01", "2026-05-03", "2026-05-09"),
  });
  fc.assert(
    fc.property(fc.array(someReview, { maxLength: 80 }), (reviews) => {
      const [soon, later] = [examReadiness(reviews, "2026-05-10"), examReadiness(reviews, "2026-07-10")];
      expect(soon === "too-few").toBe(later === "too-few");
      if (soon === "too-few" || later === "too-few") return;
      expect(JSON.stringify(soon)).not.toContain("student-");
      expect(soon.share).toBeGreaterThanOrEqual(later.share);
      for (const { share, students: count } of soon.facts) {
        expect(share >= 0 && share <= 1).toBe(true);
        expect(count).toBeGreaterThanOrEqual(fewestShown);
      }
    }),
    { numRuns: 60 },
  );
});
