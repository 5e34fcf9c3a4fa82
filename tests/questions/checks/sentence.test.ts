import { describe, expect, test } from "vitest";
import { sentenceFaults } from "@/lib/questions/checks/sentence.ts";
import { leakOf } from "@/lib/questions/leak.ts";

test.each([
  ["A officer came on May.", ["“A officer” for “an officer”", "“on May”: no day stands there"]],
  ["He came in 24 May 2024.", ["“in 24 May” for “on 24 May”"]],
  ["The the mission began.", ["“The the”: the word stands twice; a name with an article brings its own"]],
  ["The Salt Gate is 17 metres metres high.", ["“metres metres”: the word stands twice"]],
  ["It was built by Hask & Co., of Brine, and he had had it.", []],
  ["It was built by Hask & Co..", ["punctuation twice"]],
  ["It began on the 3rd , in an hour.", ["a blank before punctuation", "an ordinal date"]],
  ["It began on 2024-05-24.", ["a numeric date"]],
  ["An hour in a European unit of an MoD official.", []],
])("%s", (sentence, faults) => {
  expect(sentenceFaults(sentence).sort()).toEqual([...faults].sort());
});

describe("a stem that gives its key away", () => {
  const key = (text: string, more = {}) => ({ text, names: [], adjective: null, ...more });
  test.each([
    ["Which treaty did Lyth sign?", key("Treaty of Lyth"), ["Concord of Five", "Peace of Orrin"], true],
    ["Which treaty did the isles sign?", key("Treaty of Lyth"), ["Treaty of Orrin", "Concord of Five"], false],
    ["Which country sent Danish officers?", key("Denmark", { adjective: "Danish" }), ["Italy", "Spain"], true],
    ["Who followed Brandt?", key("Ilsa Brand"), ["Mira Vane", "Tomas Orr"], false],
    ["Who, as Brand, came?", key("Ilsa Brand", { names: ["Brand"] }), [], true],
  ])("%s", (stem, answer, distractors, leaks) => {
    expect(leakOf(stem, answer, distractors) !== null).toBe(leaks);
  });
});
