import fc from "fast-check";
import { expect, test } from "vitest";
import { fullMinute, halt, isOver, leftMs, roundMs, run, switched } from "@/lib/play/minute.ts";

test("it runs only while a question is open", () => {
  const read = halt(run(fullMinute(false), 1_000), 11_000);
  expect(leftMs(read, 500_000)).toBe(roundMs - 10_000);
  const on = run(read, 500_000);
  expect(leftMs(on, 520_000)).toBe(roundMs - 30_000);
  expect(isOver(on, 549_999)).toBe(false);
  expect(isOver(on, 550_000)).toBe(true);
});

test("switched off it stands and never ends the round; switched on it goes on from where it stood", () => {
  const off = switched(run(fullMinute(false), 0), true, 20_000);
  expect(leftMs(off, 900_000)).toBe(roundMs - 20_000);
  expect(isOver(off, 900_000)).toBe(false);
  const on = switched(off, false, 900_000);
  expect(leftMs(on, 910_000)).toBe(roundMs - 30_000);
});

test("a clock that is over stays over when it is switched off only as long as it is off", () => {
  const over = run(fullMinute(false), 0);
  expect(isOver(over, roundMs)).toBe(true);
  expect(isOver(switched(over, true, roundMs), roundMs)).toBe(false);
});

test("whatever is done, in whatever order, what is left only shrinks, within the minute, and only while it is on and runs", () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom("run", "halt", "off", "on"), fc.integer({ min: 0, max: 9_000 })));
  fc.assert(
    fc.property(deeds, (list) => {
      let minute = fullMinute(false);
      let now = 0;
      let used = 0;
      for (const [deed, ms] of list) {
        if (minute.since !== null && !minute.off) used += ms;
        now += ms;
        if (deed === "run") minute = run(minute, now);
        else if (deed === "halt") minute = halt(minute, now);
        else minute = switched(minute, deed === "off", now);
        expect(leftMs(minute, now)).toBe(Math.max(0, roundMs - used));
      }
    }),
  );
});
