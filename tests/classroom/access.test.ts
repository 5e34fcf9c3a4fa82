import { describe, expect, test } from "vitest";
import { access, keysReleased, lastArrival } from "@/lib/classroom/access.ts";

const at = (text: string) => new Date(`2026-05-04T${text}:00Z`);
const published = { publishedAt: at("08:00"), opensAt: at("10:00"), closesAt: at("11:00") };
const draft = { ...published, publishedAt: null };
const begun = { startedAt: at("10:05"), submittedAt: null };
const handedIn = { startedAt: at("10:05"), submittedAt: at("10:30") };

describe("what a student may do", () => {
  test.each([
    ["a draft is nothing to anybody", draft, null, "10:30", "draft"],
    ["before the opening", published, null, "09:59", "opens-later"],
    ["at the opening instant", published, null, "10:00", "may-start"],
    ["in the last minute", published, null, "10:59", "may-start"],
    ["at the closing instant", published, null, "11:00", "closing"],
    ["a minute after the close", published, null, "11:01", "results"],
    ["having begun", published, begun, "10:30", "may-answer"],
    ["having begun, at the close", published, begun, "11:00", "closing"],
    ["having begun, after the close", published, begun, "11:01", "results"],
    ["having handed in", published, handedIn, "10:45", "handed-in"],
    ["having handed in, at the close", published, handedIn, "11:00", "closing"],
    ["having handed in, after the close", published, handedIn, "11:01", "results"],
  ] as const)("%s", (_name, window, attempt, now, kind) => {
    expect(access(window, attempt, at(now)).kind).toBe(kind);
  });

  test("results know whether the student took part", () => {
    expect(access(published, null, at("12:00"))).toEqual({ kind: "results", taken: false });
    expect(access(published, handedIn, at("12:00"))).toEqual({ kind: "results", taken: true });
  });

  test("keys are released when the last answer that counts can have arrived, never before, never of a draft", () => {
    expect(keysReleased(published, at("11:00"))).toBe(false);
    expect(keysReleased(published, lastArrival(published))).toBe(false);
    expect(keysReleased(published, new Date(lastArrival(published).getTime() + 1))).toBe(true);
    expect(keysReleased(draft, at("12:00"))).toBe(false);
  });

  test("what was sent in time over a slow line still counts for five seconds", () => {
    expect(lastArrival(published).toISOString()).toBe("2026-05-04T11:00:05.000Z");
  });
});
