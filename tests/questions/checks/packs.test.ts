/** No check finds anything in any question of any pack ("Shown by" 1). */
import { describe, expect, test } from "vitest";
import { askedOf } from "@/lib/questions/bank.ts";
import { findingsOf } from "@/lib/questions/checks/checks.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

describe.each(everyPack())("every question of %s", (_, facts) => {
  test("passes every check", { timeout: 60_000 }, () => {
    for (const asked of askedOf(facts, { seed: "1" })) {
      const found = findingsOf(facts, asked);
      if (found.length > 0)
        expect({ stem: asked.question.stem, found }).toEqual({ stem: asked.question.stem, found: [] });
    }
  });
});
