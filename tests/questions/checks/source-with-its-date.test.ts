/** A source is named with its date in every stem: a page says other things at other times. */
import { describe, expect, test } from "vitest";
import { askedOf } from "@/lib/questions/bank.ts";
import { findingsOf } from "@/lib/questions/checks/checks.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

describe.each([
  ["nato-mission-iraq", "NATO's page of 27 May 2024", "NATO's page"],
  ["nato-mission-iraq", "NATO's undated fact sheet (between May 2021 and May 2022)", "NATO's undated fact sheet"],
  ["us-presidents", "the @unitedstates list of January 2025", "the @unitedstates list"],
  ["chemical-elements", "the Blue Obelisk table of August 2013", "the Blue Obelisk table"],
])("%s: %s", (name, dated, undated) => {
  const facts = contentPack(name);
  const asked = [...askedOf(facts, { seed: "1", kinds: ["flashcard", "typed"] })].filter(({ question }) =>
    question.stem.includes(dated),
  );
  const [first] = asked;
  const found = (stem: string) =>
    findingsOf(facts, { ...first!, question: { ...first!.question, stem } })
      .filter(({ check }) => check === 4)
      .map(({ message }) => message);

  test("is found where a stem leaves its date out", () => {
    expect(asked.length).toBeGreaterThan(1);
    expect(found(first!.question.stem.replace(dated, undated))).toContain(`“${undated}” without its time`);
  });

  test("is good with it", () => {
    expect(found(first!.question.stem)).toEqual([]);
  });
});
