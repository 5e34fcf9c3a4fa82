/** The learner's day where clocks are changed, in zones with odd offsets, and on a day that never was. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { addDays, daysBetween, learnerDay, startOfDay } from "@/lib/study/day.ts";

describe("the learner's day", () => {
  test.each([
    // What the clock there shows, with the rollover at 4.
    ["Asia/Kathmandu", "2026-03-01T22:14:59.999Z", "2026-03-01", "03:59:59.999 on the 2nd"],
    ["Asia/Kathmandu", "2026-03-01T22:15:00.000Z", "2026-03-02", "04:00 on the 2nd"],
    ["Asia/Kathmandu", "2026-03-01T18:15:00.000Z", "2026-03-01", "midnight"],
    ["Europe/Berlin", "2026-03-29T00:59:59.999Z", "2026-03-28", "01:59:59.999 before the gap"],
    ["Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-28", "03:00 after the gap"],
    ["Europe/Berlin", "2026-03-29T02:00:00.000Z", "2026-03-29", "04:00"],
    ["Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-24", "02:30, the first time"],
    ["Europe/Berlin", "2026-10-25T01:30:00.000Z", "2026-10-24", "02:30, the second time"],
    ["Europe/Berlin", "2026-10-25T02:59:59.999Z", "2026-10-24", "03:59:59.999"],
    ["Europe/Berlin", "2026-10-25T03:00:00.000Z", "2026-10-25", "04:00"],
    ["America/New_York", "2026-03-08T07:59:59.999Z", "2026-03-07", "03:59:59.999 on the day of 23 hours"],
    ["America/New_York", "2026-03-08T08:00:00.000Z", "2026-03-08", "04:00"],
    ["America/New_York", "2026-11-01T09:00:00.000Z", "2026-11-01", "04:00 on the day of 25 hours"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00.000Z", "2026-04-04", "01:30, the second time (half an hour)"],
    ["Australia/Lord_Howe", "2026-04-04T17:29:59.999Z", "2026-04-04", "03:59:59.999"],
    ["Australia/Lord_Howe", "2026-04-04T17:30:00.000Z", "2026-04-05", "04:00"],
    ["Pacific/Apia", "2011-12-30T09:59:59.999Z", "2011-12-29", "23:59:59.999 before the day that was skipped"],
    ["Pacific/Apia", "2011-12-30T10:00:00.000Z", "2011-12-30", "midnight of the 31st, but not yet 4"],
    ["Pacific/Apia", "2011-12-30T14:00:00.000Z", "2011-12-31", "04:00 on the 31st"],
    ["America/St_Johns", "2026-11-01T05:29:59.999Z", "2026-10-31", "03:59:59.999 with half an hour"],
    ["Pacific/Kiritimati", "2026-01-01T13:59:59.999Z", "2026-01-01", "03:59:59.999 at +14"],
    ["Etc/GMT+12", "2026-01-01T15:59:59.999Z", "2025-12-31", "03:59:59.999 at -12"],
    ["UTC", "2028-02-29T12:00:00.000Z", "2028-02-29", "leap day"],
    ["UTC", "2028-03-01T03:00:00.000Z", "2028-02-29", "the night after it"],
  ])("%s at %s is %s: %s", (zone, at, day) => {
    expect(learnerDay(at, zone, 4)).toBe(day);
    expect(learnerDay(new Date(at), zone, 4)).toBe(day);
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", 4, "2026-03-29T02:00:00.000Z", "after the gap"],
    ["Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:00:00.000Z", "2:00 was skipped: at the jump"],
    ["Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00:00.000Z", "2:00 came twice: the first"],
    ["Australia/Lord_Howe", "2026-10-04", 2, "2026-10-03T15:30:00.000Z", "2:00 was skipped by half an hour"],
    ["Pacific/Apia", "2011-12-30", 4, "2011-12-30T10:00:00.000Z", "the whole day was skipped"],
    ["Pacific/Apia", "2011-12-31", 4, "2011-12-30T14:00:00.000Z", "the day after it"],
    ["Asia/Kathmandu", "2026-03-02", 4, "2026-03-01T22:15:00.000Z", "+5:45"],
    [
      "America/St_Johns",
      "2010-11-07",
      0,
      "2010-11-07T02:30:00.000Z",
      "midnight came twice, a minute apart and an hour",
    ],
  ])("%s: %s begins, with the rollover at %i, at %s (%s)", (zone, day, hour, instant) => {
    expect(startOfDay(day, zone, hour).toISOString()).toBe(instant);
  });

  test("an unknown zone is a bug, not a guess", () => {
    expect(() => learnerDay("2026-01-01T00:00:00.000Z", "Mars/Olympus", 4)).toThrow(RangeError);
  });
});

/** Days around every change of clocks that hurts, and some that do not. */
const hard: readonly (readonly [zone: string, day: string])[] = [
  ["Europe/Berlin", "2026-03-28"],
  ["Europe/Berlin", "2026-10-24"],
  ["America/New_York", "2026-03-07"],
  ["America/New_York", "2026-10-31"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["America/St_Johns", "2010-11-06"],
  ["America/St_Johns", "2010-03-13"],
  ["Asia/Beirut", "2022-03-26"],
  ["Asia/Beirut", "2022-10-29"],
  ["America/Havana", "2026-03-07"],
  ["America/Havana", "2026-10-31"],
  ["Pacific/Apia", "2011-12-29"],
  ["Africa/Casablanca", "2026-02-14"],
  ["Antarctica/Troll", "2026-03-28"],
  ["Asia/Kathmandu", "2026-05-05"],
];

describe("laws", () => {
  test("minute by minute through every change of clocks, days only go forward and begin where they are said to", () => {
    for (const [zone, day] of hard) {
      for (const rollover of [0, 1, 2, 3, 4, 23]) {
        const start = startOfDay(day, zone, rollover).getTime();
        let before = learnerDay(new Date(start - 1), zone, rollover);
        expect(before < day, `${zone} ${day} ${rollover}`).toBe(true);
        for (let instant = start; instant < start + 52 * 3_600_000; instant += 60_000) {
          const now = learnerDay(new Date(instant), zone, rollover);
          if (now === before) continue;
          expect(now > before, `${zone} ${new Date(instant).toISOString()} ${rollover}`).toBe(true);
          expect(startOfDay(now, zone, rollover).getTime(), `${zone} ${now} ${rollover}`).toBe(instant);
          before = now;
        }
      }
    }
  }, 30_000);

  test("a day is the same whatever was asked before: the hours of a change remember nothing", async () => {
    const instants = hard.flatMap(([zone, day]) =>
      Array.from({ length: 52 * 6 }, (_, index) => [zone, Date.parse(`${day}T00:07:00Z`) + index * 600_000] as const),
    );
    const asked = async (order: (list: typeof instants) => typeof instants) => {
      vi.resetModules();
      const fresh = await import("@/lib/study/day.ts");
      const days = order(instants).map(
        ([zone, at]) => [`${zone} ${at}`, fresh.learnerDay(new Date(at), zone, 2)] as const,
      );
      return Object.fromEntries(days);
    };
    const forward = await asked((list) => list);
    expect(await asked((list) => list.toReversed())).toEqual(forward);
    expect(await asked((list) => list.toSorted(([, a], [, b]) => (a % 3_600_000) - (b % 3_600_000)))).toEqual(forward);
  });

  test("the start of a day belongs to it, and the instant before does not", () => {
    const zones = [...new Set(hard.map(([zone]) => zone)), "UTC", "Pacific/Chatham", "America/Sao_Paulo"];
    const days = fc.integer({ min: 0, max: 15_000 }).map((offset) => addDays("2000-01-01", offset));
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, fc.integer({ min: 0, max: 23 }), (zone, day, rollover) => {
        const start = startOfDay(day, zone, rollover);
        // A day that was skipped whole has no instant of its own.
        if (learnerDay(start, zone, rollover) !== day)
          expect(startOfDay(addDays(day, 1), zone, rollover)).toEqual(start);
        expect(learnerDay(new Date(start.getTime() - 1), zone, rollover) < day).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("adding days and counting them are one", () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(days, days, (offset, length) => {
        const from = addDays("2000-01-01", offset);
        expect(daysBetween(from, addDays(from, length))).toBe(length);
      }),
    );
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  });
});
