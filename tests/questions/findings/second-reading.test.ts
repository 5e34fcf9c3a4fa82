/** Findings of the second reading (docs/quality), in the pack that was read. */
import { describe, expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

describe("what the second reading found", () => {
  const facts = contentPack("nato-mission-iraq");
  const questions = [...questionsOf(facts, { seed: "1" })];
  const stems = questions.map(({ stem }) => stem);
  test("no kicker holds the answer", () => {
    const coreTeam = questions.filter(({ answer }) => answer === "The Core Team");
    expect(coreTeam.length).toBeGreaterThan(0);
    for (const { kicker } of coreTeam) expect(kicker).not.toContain("Core Team");
  });
  test("no gap is left for a body of a state that would fit it too", () => {
    const gaps = questions.filter(({ kind }) => kind === "cloze");
    expect(gaps.map(({ answer }) => answer)).not.toContain("The Government of Iraq");
  });
  test("whether a document names all is not asked of a list that says nothing of it", () => {
    const whole = stems.filter((stem) => stem.startsWith("Can one tell from"));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.filter((stem) => /27 May 2024 which partner/.test(stem))).toEqual([]);
  });
  test("the undated source never stands in a stem without its time", () => {
    expect(stems.some((stem) => stem.includes("undated fact sheet"))).toBe(true);
    for (const stem of stems)
      expect(stem.replaceAll("undated fact sheet (between May 2021 and May 2022)", "")).not.toMatch(/undated fact/);
  });
  test("which document says it names both", () => {
    const asked = questions.filter(({ form }) => form === "Q15");
    expect(asked.length).toBeGreaterThan(0);
    for (const { options } of asked)
      for (const words of ["On NATO's page alone", "In NATO's fact sheet alone"])
        expect(options.map(({ text }) => text)).toContain(words);
  });
  test("a place on a line is told with what stands beside it, each dated", () => {
    const places = questions.filter(({ kind }) => kind === "timeline");
    const named = new Set<string>();
    for (const { why, answer, options } of places) {
      const beside = options.slice(1).filter(({ text }) => answer.toLowerCase().includes(text.toLowerCase()));
      expect(beside.length, answer).toBeGreaterThan(0);
      for (const { when } of beside) expect(why).toContain(when);
      // A person bears in the sentence the name of the line; what happened is told in other words.
      for (const { text } of beside.filter(({ text }) => answer.includes(text))) {
        expect(why).toContain(text);
        named.add(text);
      }
    }
    expect(named.size).toBeGreaterThan(0);
  });
});
