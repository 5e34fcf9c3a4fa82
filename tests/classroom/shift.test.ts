/** A window that is moved by days keeps its times by the clock on the wall. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, shiftWall, shiftWindow, type Window } from "@/lib/classroom/shift.ts";
import { instantOfWall } from "@/lib/classroom/wall.ts";

function windowOf(zone: string, opensWall: string, closesWall: string, dueWall: string | null = null): Window {
  const at = (wall: string) => instantOfWall(wall, zone)!;
  return {
    opensWall,
    closesWall,
    dueWall,
    opensAt: at(opensWall),
    closesAt: at(closesWall),
    dueAt: dueWall ? at(dueWall) : null,
  };
}

describe("a term later", () => {
  test.each([
    // Summer time to winter time, and back; a zone without either; one that changes on other days.
    ["Europe/Copenhagen", "2026-09-01T10:00", 182, "2027-03-02T10:00", "2027-03-02T09:00:00Z"],
    ["Europe/Copenhagen", "2026-02-02T10:00", 182, "2026-08-03T10:00", "2026-08-03T08:00:00Z"],
    ["America/New_York", "2026-03-05T23:59", 7, "2026-03-12T23:59", "2026-03-13T03:59:00Z"],
    ["Asia/Kathmandu", "2026-12-31T08:15", 1, "2027-01-01T08:15", "2027-01-01T02:30:00Z"],
    ["UTC", "2028-02-29T12:00", -366, "2027-02-28T12:00", "2027-02-28T12:00:00Z"],
    // Half past two does not exist on that night: the clock is read as not yet changed.
    ["Europe/Copenhagen", "2027-03-21T02:30", 7, "2027-03-28T02:30", "2027-03-28T01:30:00Z"],
  ])("%s: %s and %i days is %s", (zone, wall, days, moved, instant) => {
    const shifted = shiftWindow(windowOf(zone, wall, shiftWall(wall, 2)!), days, zone);
    expect(shifted).toMatchObject({ opensWall: moved, opensAt: new Date(instant) });
  });
});

test("a window that a change of clocks would turn around keeps its length", () => {
  // 02:30 to 03:00, on the night on which 02:30 is 03:30.
  const shifted = shiftWindow(
    windowOf("Europe/Copenhagen", "2027-03-21T02:30", "2027-03-21T03:00", "2027-03-21T02:45"),
    7,
    "Europe/Copenhagen",
  );
  expect(shifted).toEqual({
    ...{ opensWall: "2027-03-28T02:30", opensAt: new Date("2027-03-28T01:30:00Z") },
    ...{ dueWall: "2027-03-28T03:45", dueAt: new Date("2027-03-28T01:45:00Z") },
    ...{ closesWall: "2027-03-28T04:00", closesAt: new Date("2027-03-28T02:00:00Z") },
  });
});

test("any window, moved by any days in any zone, stays in order; nearly always the wall times move by the days and by nothing else", () => {
  const minutes = fc.integer({ min: 1, max: 20_000 });
  const zones = fc.constantFrom(
    "Europe/Copenhagen",
    "America/New_York",
    "Australia/Lord_Howe",
    "UTC",
    "Asia/Kathmandu",
  );
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 0, max: 2_000_000 }),
      minutes,
      minutes,
      fc.integer({ min: -800, max: 800 }),
      (zone, start, toDue, toClose, days) => {
        const wall = (offset: number) => new Date(Date.UTC(2025, 0, 1) + offset * 60_000).toISOString().slice(0, 16);
        const window = windowOf(zone, wall(start), wall(start + toDue + toClose), wall(start + toDue));
        fc.pre(window.opensAt < window.dueAt! && window.dueAt! <= window.closesAt);
        const shifted = shiftWindow(window, days, zone)!;
        expect(shifted.opensAt < shifted.dueAt! && shifted.dueAt! <= shifted.closesAt).toBe(true);
        expect(daysBetween(window.opensWall, shifted.opensWall)).toBe(days);
        expect(shifted.opensWall.slice(10)).toBe(window.opensWall.slice(10));
        // Only a window of less than the hour that a change skips can be turned around.
        if (Math.min(toDue, toClose) > 60) expect(shifted.closesWall).toBe(shiftWall(window.closesWall, days));
      },
    ),
    { numRuns: 300 },
  );
});

test("what is no date is no number of days", () => {
  for (const wall of ["", "2026-02-30", "2026-02-30T10:00", "0000-01-01", "26-1-1"]) {
    expect(daysBetween("2026-01-01", wall)).toBeNull();
    expect(shiftWall(wall, 1)).toBeNull();
  }
  expect(shiftWall("9999-12-31T10:00", 1)).toBeNull();
});
