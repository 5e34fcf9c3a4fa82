/**
 * Access as a table: close × limit × accommodation × attempts × late, on the nights on which the clocks of three zones change (twice a year). What is
 * expected is stated in minutes of real time after the opening; how long each window really lasts was worked out by hand from the zones' offsets.
 */
import { describe, expect, test } from "vitest";
import { access } from "@/lib/classroom/access.ts";
import { longestClose, type Terms } from "@/lib/classroom/terms.ts";
import { instantOfWall } from "@/lib/classroom/wall.ts";

/** All windows are 00:30 to 04:30 on the clock of the wall, due 03:30; w is how many minutes really pass in between. */
const nights = [
  // +1 to +2: an hour is skipped; +2 to +1: one comes twice.
  { night: "Copenhagen, spring", zone: "Europe/Copenhagen", day: "2026-03-29", opens: "2026-03-28T23:30Z", w: 180 },
  { night: "Copenhagen, autumn", zone: "Europe/Copenhagen", day: "2026-10-25", opens: "2026-10-24T22:30Z", w: 300 },
  // -5 to -4, and back.
  { night: "New York, spring", zone: "America/New_York", day: "2026-03-08", opens: "2026-03-08T05:30Z", w: 180 },
  { night: "New York, autumn", zone: "America/New_York", day: "2026-11-01", opens: "2026-11-01T04:30Z", w: 300 },
  // +10:30 to +11: half an hour is skipped; and back.
  { night: "Lord Howe, spring", zone: "Australia/Lord_Howe", day: "2026-10-04", opens: "2026-10-03T14:00Z", w: 210 },
  { night: "Lord Howe, autumn", zone: "Australia/Lord_Howe", day: "2026-04-05", opens: "2026-04-04T13:30Z", w: 270 },
];

/**
 * name | terms of the class | an accommodation | attempts (begun-handed in) | what holds from which minute on.
 * "50>" is the first instant after minute 50 and its grace; "@70" the deadline, "@+40" that many minutes after the moment; "#2" the number of the attempt; "left 1"
 * further ones; what is not called late is not.
 */
const rows = `
a draft, always                                        | draft            |                      |              | -10 draft; 0 draft; w+10 draft
nobody begun, no limit                                 |                  |                      |              | -600 opens-later; 0 may-start @w #1 left 0; w closed untaken
nobody begun, 40 minutes: cut by the close             | limit 40         |                      |              | -1 opens-later; 0 may-start @+40; w-40 may-start @w; w closed untaken
begun, no limit                                        |                  |                      | 10-          | 10 may-answer @w; w time-up #1; w> closed taken
begun, 40 minutes                                      | limit 40         |                      | 10-          | 10 may-answer @50; 50 time-up; 50> handed-in; w closed taken
begun ten minutes before the close, 40 minutes         | limit 40         |                      | w-10-        | w-10 may-answer @w; w time-up; w> closed taken
handed in                                              | limit 40         |                      | 10-30        | 30 handed-in; w closed taken
time and a half of 40 minutes: the close 20 later      | limit 40         | time 150             |              | -1 opens-later; 0 may-start @+60; w-40 may-start @w+20; w+20 closed untaken
time and a half of 40 minutes, begun                   | limit 40         | time 150             | 10-          | 10 may-answer @70; 70 time-up; 70> handed-in; w+20 closed taken
time and a half, begun ten minutes before the close    | limit 40         | time 150             | w-10-        | w-10 may-answer @w+20; w+20 time-up; w+20> closed taken
double time of 40 minutes                              | limit 40         | time 200             | 5-           | 5 may-answer @85; 85 time-up; 85> handed-in; w+40 closed
time and a half, no limit: the window is the time      |                  | time 150             |              | 0 may-start @1.5w; 1.5w closed untaken
time and a half, no limit, begun                       |                  | time 150             | 10-          | 10 may-answer @1.5w; 1.5w time-up; 1.5w> closed taken
time and a half, a limit longer than the window        | limit 600        | time 150             | 0-           | 0 may-answer @1.5w; 1.5w time-up; 1.5w> closed
own close later                                        |                  | closes w+100         |              | 0 may-start @w+100; w may-start @w+100; w+100 closed untaken
own close later, begun after everybody's, more time    | limit 40         | closes w+100 time 150 | w+20-       | w+20 may-answer @w+80; w+80 time-up; w+80> handed-in; w+100 closed
own close later, begun too late for all of the time    | limit 40         | closes w+50 time 150 | w+20-        | w+20 may-answer @w+50; w+50 time-up; w+50> closed
own close earlier                                      |                  | closes w-100         | 10-          | 10 may-answer @w-100; w-100 time-up; w-100> closed taken
own opening later                                      |                  | opens 30             |              | 0 opens-later; 30 may-start @w; w closed
own opening a day before                               | limit 40         | opens -1440          |              | -1500 opens-later; -1440 may-start @+40; w-40 may-start @w; w closed
the second of two attempts                             | tries 2          |                      | 10-20        | 20 may-start #2 left 0 @w; w closed taken
the second of three attempts                           | tries 3          |                      | 10-20        | 20 may-start #2 left 1 @w; w closed taken
a second attempt by accommodation                      |                  | more 1               | 10-20        | 20 may-start #2 left 0 @w; w closed
the first of two runs out: the second after the grace  | limit 40 tries 2 |                      | 10-          | 10 may-answer #1 @50; 50 time-up #1; 50> may-start #2 @+40; w-40 may-start #2 @w; w closed
the second of two is open                              | limit 40 tries 2 |                      | 10-20 30-    | 30 may-answer #2 @70; 70 time-up #2; 70> handed-in; w closed
two of two are made                                    | tries 2          |                      | 10-20 30-40  | 40 handed-in; w closed taken
two of two are made, one more and more time            | limit 40 tries 2 | more 1 time 150      | 10-20 30-40  | 40 may-start #3 left 0 @+60; w-40 may-start @w+20; w+20 closed
as many attempts as one likes                          | tries any        |                      | 1-2 3-4 5-6  | 6 may-start #4 left any @w; w closed taken
due, nobody begun                                      | due              |                      |              | 0 may-start @w; w-60> may-start late @w; w closed
due, begun                                             | due              |                      | 10-          | 10 may-answer @w; w-60> may-answer late @w; w time-up; w> closed
due, time and a half of 40 minutes: due moves along    | due limit 40     | time 150             | w-45-        | w-45 may-answer @w+15; w-40> may-answer late; w+15 time-up; w+15> handed-in; w+20 closed
due, own due at everybody's close                      | due              | due w closes w+30    |              | 0 may-start; w> may-start late; w+30 closed
due, own close later, no own due                       | due              | closes w+100         |              | 0 may-start; w-60> may-start late; w+100 closed
due, own close before everybody's due: never late      | due              | closes w-90          | 10-          | 10 may-answer @w-90; w-90 time-up; w-90> closed
due, the second attempt begun late                     | due tries 2      |                      | 10-20        | 20 may-start #2; w-60> may-start #2 late; w closed
no grace                                               | limit 40 grace 0 |                      | 10-          | 10 may-answer @50; 50 time-up; 50> handed-in; w closed
a minute of grace, for what is due, too                | due grace 60     |                      | 10-          | 10 may-answer; w-60> may-answer late; w time-up; w> closed
`
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()) as [string, string, string, string, string]);

describe.each(nights)("$night", ({ zone, day, opens, w }) => {
  const at = (minute: number) => new Date(Date.parse(opens) + Math.round(minute * 60_000));
  const wall = (time: string) => instantOfWall(`${day}T${time}`, zone)!;

  test("00:30, 03:30 and 04:30 on the wall are these instants", () => {
    expect([wall("00:30"), wall("03:30"), wall("04:30")]).toEqual([at(0), at(w - 60), at(w)]);
  });

  test.each(rows)("%s", (_name, set, given, made, expected) => {
    const grace = Number(wordAfter(set, "grace") ?? 5);
    const minuteOf = (text: string) => {
      const [, factor, hasW, plus, after] = /^(\d*\.?\d*)(w?)([+-]?\d*)(>?)$/.exec(text) ?? [];
      if (factor === undefined) throw new Error(text);
      const base = hasW ? Number(factor || 1) * w : Number(factor || 0);
      return base + Number(plus || 0) + (after ? (grace + 0.001) / 60 : 0);
    };
    const instant = (text: string | null) => (text === null ? null : at(minuteOf(text)));
    const tries = wordAfter(set, "tries") ?? "1";
    const own = given && {
      timePercent: Number(wordAfter(given, "time") ?? 100),
      opensAt: instant(wordAfter(given, "opens")),
      dueAt: instant(wordAfter(given, "due")),
      closesAt: instant(wordAfter(given, "closes")),
      moreAttempts: Number(wordAfter(given, "more") ?? 0),
    };
    const limit = wordAfter(set, "limit");
    const terms: Terms = {
      ...{ publishedAt: set === "draft" ? null : at(-3000), opensAt: wall("00:30"), closesAt: wall("04:30") },
      ...{ dueAt: /\bdue\b/.test(set) ? wall("03:30") : null, limitMinutes: limit === null ? null : Number(limit) },
      ...{ attemptsMax: tries === "any" ? null : Number(tries), graceSeconds: grace, lateDeduction: 0 },
      ...{ counts: "highest", release: { marks: "after-close", answers: "after-close", why: "after-close" } },
      accommodatedUntil: null,
    };
    const complete = { ...terms, accommodatedUntil: longestClose(terms, own ? [own] : []) };
    const attempts = made.split(" ").flatMap((text, index) => {
      const [, begun, handedIn] = /^(.+)-(\d*)$/.exec(text) ?? [];
      if (begun === undefined) return [];
      return [{ number: index + 1, startedAt: at(minuteOf(begun)), submittedAt: instant(handedIn || null) }];
    });
    const stretches = expected.split("; ").map((text) => text.split(" "));
    for (const [index, [from = "", kind, ...said]] of stretches.entries()) {
      const minute = minuteOf(from);
      const next = stretches[index + 1]?.[0];
      const end = next === undefined ? minute + 60 : minuteOf(next);
      for (const moment of [minute, (2 * minute + end) / 3, end - 0.001 / 60]) {
        const found = access(complete, own || null, attempts, at(moment));
        expect(found.kind, `${from}, at minute ${moment}`).toBe(kind);
        if ("late" in found) expect(found.late).toBe(said.includes("late"));
        for (const word of said) {
          if (word.startsWith("@+")) expect(found).toMatchObject({ deadline: at(moment + Number(word.slice(2))) });
          else if (word.startsWith("@")) expect(found).toMatchObject({ deadline: at(minuteOf(word.slice(1))) });
          if (word.startsWith("#")) expect(found).toMatchObject({ number: Number(word.slice(1)) });
          if (word.endsWith("taken")) expect(found).toMatchObject({ taken: word === "taken" });
        }
        const left = wordAfter(said.join(" "), "left");
        if (left !== null) expect(found).toMatchObject({ left: left === "any" ? null : Number(left) });
      }
    }
  });
});

test("these are at least 120 cases", () => {
  expect(nights.length * rows.length).toBeGreaterThanOrEqual(120);
});

/** The word behind a name, as "40" in "limit 40 tries 2"; null without it. */
function wordAfter(text: string, name: string): string | null {
  return new RegExp(`\\b${name} (\\S+)`).exec(text)?.[1] ?? null;
}
