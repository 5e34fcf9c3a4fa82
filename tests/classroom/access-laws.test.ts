/** Laws of time and release, for any terms, any accommodation and any moment. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttemptTimes, accepts, access, deadlineOf, isOver, lastArrival } from "@/lib/classroom/access.ts";
import { shownOf } from "@/lib/classroom/release.ts";
import { type Accommodation, longestClose, ownTerms, type Terms, whens } from "@/lib/classroom/terms.ts";
import { accommodated, termsOf } from "../support/terms.ts";

const opens = Date.UTC(2026, 2, 28, 22);
const at = (minute: number) => new Date(opens + Math.round(minute * 60_000));
const minute = fc.integer({ min: -600, max: 3000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const instant = minute.map(at);
const when = fc.constantFrom(...whens);

const terms: fc.Arbitrary<Terms> = fc
  .record({
    window: fc.integer({ min: 1, max: 1500 }),
    due: maybe(fc.integer({ min: 1, max: 1500 })),
    limitMinutes: maybe(fc.integer({ min: 1, max: 600 })),
    attemptsMax: maybe(fc.integer({ min: 1, max: 3 })),
    graceSeconds: fc.integer({ min: 0, max: 600 }),
    release: fc.record({ marks: when, answers: when, why: when }),
  })
  .map(({ window, due, ...rest }) =>
    termsOf({
      ...rest,
      publishedAt: at(-900),
      opensAt: at(0),
      closesAt: at(window),
      dueAt: due === null ? null : at(Math.min(due, window)),
    }),
  );
const accommodation: fc.Arbitrary<Accommodation> = fc.record({
  timePercent: fc.integer({ min: 100, max: 400 }),
  opensAt: maybe(instant),
  dueAt: maybe(instant),
  closesAt: maybe(instant),
  moreAttempts: fc.integer({ min: 0, max: 2 }),
});
const attempts = fc
  .uniqueArray(fc.integer({ min: 0, max: 1500 }), { maxLength: 3 })
  .chain((starts) =>
    fc.tuple(
      ...starts
        .toSorted((a, b) => a - b)
        .map((start) => fc.record({ start: fc.constant(start), took: maybe(fc.nat(300)) })),
    ),
  )
  .map((made) =>
    made.map(({ start, took }, index): AttemptTimes => {
      return { number: index + 1, startedAt: at(start), submittedAt: took === null ? null : at(start + took) };
    }),
  );
/** Terms as stored: with the longest close of everybody, this student among them. */
const complete = (said: Terms, own: readonly (Accommodation | null)[]): Terms => {
  return {
    ...said,
    accommodatedUntil: longestClose(
      said,
      own.filter((each) => each !== null),
    ),
  };
};

test("whoever may answer is heard, and nobody after the deadline and its grace", () => {
  fc.assert(
    fc.property(terms, maybe(accommodation), attempts, minute, (said, given, made, moment) => {
      const own = ownTerms(said, given);
      const may = access(said, given, made, at(moment));
      for (const attempt of made) {
        const end = deadlineOf(own, attempt.startedAt).getTime() + said.graceSeconds * 1000;
        if (accepts(said, own, attempt, at(moment))) expect(at(moment).getTime()).toBeLessThanOrEqual(end);
        if ((may.kind === "may-answer" || may.kind === "time-up") && may.number === attempt.number)
          expect(accepts(said, own, attempt, at(moment))).toBe(true);
      }
      if (may.kind === "may-start") expect(made.every((each) => isOver(said, own, each, at(moment)))).toBe(true);
    }),
  );
});

test("more time is never less: with a limit, whenever one begins, at least that share of everybody's time", () => {
  fc.assert(
    fc.property(
      terms.filter(({ limitMinutes }) => limitMinutes !== null),
      fc.integer({ min: 100, max: 400 }),
      fc.nat(1500),
      (said, timePercent, start) => {
        fc.pre(at(start) < said.closesAt);
        const lasts = (own: Accommodation | null) =>
          deadlineOf(ownTerms(said, own), at(start)).getTime() - at(start).getTime();
        const everybody = lasts(null);
        // Instants are whole milliseconds.
        expect(lasts(accommodated({ timePercent })) + 1).toBeGreaterThanOrEqual((everybody * timePercent) / 100);
      },
    ),
  );
});

test("after the close means that nobody can answer any more, and never means never", () => {
  fc.assert(
    fc.property(
      terms,
      maybe(accommodation),
      maybe(accommodation),
      attempts,
      minute,
      (said, mine, another, made, moment) => {
        const all = complete(said, [mine, another]);
        for (const attempt of made) {
          const shown = shownOf(all, mine, made, attempt, at(moment));
          for (const part of ["marks", "answers", "why"] as const) {
            if (said.release[part] === "never") expect(shown[part]).toBe("nothing");
            if (said.release[part] !== "after-close" || shown[part] === "nothing") continue;
            expect(at(moment).getTime()).toBeGreaterThan(lastArrival(all).getTime());
            for (const own of [mine, another])
              expect(["closed", "handed-in", "opens-later"]).toContain(access(all, own, [attempt], at(moment)).kind);
          }
        }
      },
    ),
  );
});

test("what is right, and why, is not shown of an attempt while its student has another to make, unless it is shown at once", () => {
  fc.assert(
    fc.property(terms, maybe(accommodation), attempts, minute, (said, mine, made, moment) => {
      const all = complete(said, [mine]);
      const may = access(all, mine, made, at(moment)).kind;
      fc.pre(may === "may-start" || may === "may-answer" || may === "time-up");
      for (const attempt of made) {
        const shown = shownOf(all, mine, made, attempt, at(moment));
        for (const part of ["answers", "why"] as const)
          if (said.release[part] !== "at-once") expect(shown[part]).toBe("nothing");
      }
    }),
  );
});
