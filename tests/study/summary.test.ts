/** What a sitting says of itself at its end. */
import { describe, expect, test } from "vitest";
import { next, start } from "@/lib/study/session.ts";
import { summaryOf } from "@/lib/study/summary.ts";
import { aBundle, aBundleCard } from "@/tests/support/bundle.ts";
import { answerRight, answerWrong, stamp, startedAt, ten } from "@/tests/support/sitting.ts";

describe("the summary", () => {
  test("counts answers, right ones, new cards, forgotten ones, minutes and what is next", () => {
    const bundle = aBundle([aBundleCard("f01"), aBundleCard("f02", {}), aBundleCard("f03", {})]);
    let session = start(bundle, stamp().at);
    session = next(answerRight(session).session);
    session = next(answerWrong(session).session);
    session = next(answerRight(session).session);
    session = next(answerRight(session).session);
    expect(session.over).toBe(true);
    const summary = summaryOf(session, "2026-01-05");
    expect(summary).toMatchObject({
      answered: 4,
      right: 3,
      met: 1,
      forgotten: 1,
      dueTomorrow: 1,
      nextDue: "2026-01-06",
    });
    expect(summary.minutes).toBeCloseTo(4 / 6);
  });

  test("of nothing is nothing", () => {
    expect(summaryOf(start(ten, startedAt), "2026-01-05")).toEqual({
      answered: 0,
      right: 0,
      met: 0,
      forgotten: 0,
      minutes: 0,
      dueTomorrow: 0,
      nextDue: null,
    });
  });
});
