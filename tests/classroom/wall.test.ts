import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOfWall, isZone, wallOfInstant } from "@/lib/classroom/wall.ts";

describe("a wall time and its instant", () => {
  test.each([
    ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z", "the last minute before summer time"],
    [
      "2026-03-29T02:30",
      "Europe/Berlin",
      "2026-03-29T01:30:00.000Z",
      "an hour that does not exist is read as not yet changed",
    ],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z", "the first minute of summer time"],
    [
      "2026-10-25T02:30",
      "Europe/Berlin",
      "2026-10-25T00:30:00.000Z",
      "of an hour that happens twice the first is meant",
    ],
    ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z", "after winter time has begun"],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z", "the same gap elsewhere"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z", "the same fold elsewhere"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z", "a change of half an hour"],
    ["2026-01-01T12:00", "Asia/Kathmandu", "2026-01-01T06:15:00.000Z", "a zone on the quarter hour"],
    ["2026-12-31T23:59", "Pacific/Apia", "2026-12-31T10:59:00.000Z", "east of the date line"],
  ])("%s in %s is %s: %s", (wall, zone, instant) => {
    expect(instantOfWall(wall, zone)?.toISOString()).toBe(instant);
  });

  test.each(["", "tomorrow", "2026-02-30T10:00", "2026-13-01T10:00", "2026-01-01T24:00", "2026-01-01 10:00"])(
    "%j is no wall time",
    (text) => {
      expect(instantOfWall(text, "Europe/Berlin")).toBeNull();
    },
  );

  test("every instant outside a repeated hour survives the way there and back", () => {
    const zones = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
        const instant = new Date(minutes * 60_000);
        const back = instantOfWall(wallOfInstant(instant, zone), zone)!;
        // Within a repeated hour the first one comes back: at most one hour early, never late.
        const early = instant.getTime() - back.getTime();
        expect(early === 0 || early === 3_600_000 || early === 1_800_000).toBe(true);
      }),
    );
  });

  test("knows zones by name", () => {
    expect(isZone("Europe/Copenhagen")).toBe(true);
    expect(isZone("Europe/Atlantis")).toBe(false);
  });
});
