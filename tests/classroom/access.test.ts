import { describe, expect, test } from "vitest";
import { access, keysReleased, lastArrival } from "@/lib/classroom/access.ts";
import { longestClose, ownTerms, problemsOfTerms } from "@/lib/classroom/terms.ts";
import { accommodated, termsOf } from "../support/terms.ts";

const at = (text: string) => new Date(`2026-05-04T${text}:00Z`);
const published = termsOf({ publishedAt: at("08:00"), opensAt: at("10:00"), closesAt: at("11:00") });
const draft = { ...published, publishedAt: null };
const begun = { number: 1, startedAt: at("10:05"), submittedAt: null };
const handedIn = { number: 1, startedAt: at("10:05"), submittedAt: at("10:30") };

describe("what a student may do", () => {
  test.each([
    ["a draft is nothing to anybody", draft, null, "10:30", "draft"],
    ["before the opening", published, null, "09:59", "opens-later"],
    ["at the opening instant", published, null, "10:00", "may-start"],
    ["in the last minute", published, null, "10:59", "may-start"],
    ["at the closing instant", published, null, "11:00", "closed"],
    ["having begun", published, begun, "10:30", "may-answer"],
    ["having begun, at the close", published, begun, "11:00", "time-up"],
    ["having begun, after the close", published, begun, "11:01", "closed"],
    ["having handed in", published, handedIn, "10:45", "handed-in"],
    ["having handed in, at the close", published, handedIn, "11:00", "closed"],
  ] as const)("%s", (_name, terms, attempt, now, kind) => {
    expect(access(terms, null, attempt ? [attempt] : [], at(now)).kind).toBe(kind);
  });

  test("what is closed knows whether the student took part", () => {
    expect(access(published, null, [], at("12:00"))).toEqual({ kind: "closed", taken: false });
    expect(access(published, null, [handedIn], at("12:00"))).toEqual({ kind: "closed", taken: true });
  });
});

describe("keys", () => {
  test("are released when the last answer that counts can have arrived, never before, never of a draft", () => {
    expect(keysReleased(published, at("11:00"))).toBe(false);
    expect(keysReleased(published, lastArrival(published))).toBe(false);
    expect(keysReleased(published, new Date(lastArrival(published).getTime() + 1))).toBe(true);
    expect(keysReleased(draft, at("12:00"))).toBe(false);
  });

  test("wait for whoever has another window, not for one that ends before everybody's", () => {
    const later = { ...published, accommodatedUntil: at("14:00") };
    expect(keysReleased(later, at("13:59"))).toBe(false);
    expect(keysReleased(later, at("14:01"))).toBe(true);
    expect(keysReleased({ ...published, accommodatedUntil: at("10:30") }, at("10:40"))).toBe(false);
  });

  test("what was sent in time over a slow line still counts for five seconds", () => {
    expect(lastArrival(published).toISOString()).toBe("2026-05-04T11:00:05.000Z");
  });
});

describe("an accommodation", () => {
  test("of more time is nothing in a window of days without a limit", () => {
    const week = { ...published, closesAt: at("11:00"), opensAt: new Date("2026-04-27T11:00Z") };
    expect(ownTerms(week, accommodated({ timePercent: 150 })).closesAt).toEqual(at("11:00"));
  });

  test("with a close before everybody's due is due at that close", () => {
    const due = { ...published, dueAt: at("10:50") };
    expect(ownTerms(due, accommodated({ closesAt: at("10:30") })).dueAt).toEqual(at("10:30"));
    expect(ownTerms(due, accommodated({ closesAt: at("12:00") })).dueAt).toEqual(at("10:50"));
  });

  test("the longest close is that of the student who may answer last", () => {
    const own = [
      accommodated({ timePercent: 150 }),
      accommodated({ closesAt: at("12:00") }),
      accommodated({ moreAttempts: 1 }),
    ];
    expect(longestClose(published, own)).toEqual(at("12:00"));
    expect(longestClose(published, own.slice(0, 1))).toEqual(at("11:30"));
    expect(longestClose(published, [])).toBeNull();
  });
});

test("what cannot be meant is named, all of it", () => {
  const { release } = published;
  const wrong = {
    opensAt: at("11:00"),
    closesAt: at("10:00"),
    dueAt: at("10:30"),
    release: { ...release, why: "at-once" as const },
  };
  expect(problemsOfTerms(wrong)).toEqual({
    closes: "closes-before-it-opens",
    due: "due-outside",
    why: "why-before-answers",
  });
  expect(problemsOfTerms({ ...published, dueAt: at("11:01") })).toEqual({ due: "due-outside" });
  expect(problemsOfTerms({ ...published, dueAt: at("11:00") })).toEqual({});
});
