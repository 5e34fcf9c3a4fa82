import { describe, expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { leakOf } from "@/lib/questions/leak.ts";
import { lintQuestion, lintSentence } from "@/lib/questions/lint.ts";
import type { Option, Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const questions = [...questionsOf(facts, { seed: "1" })];
const choice = questions.find(({ form, kind }) => form === "Q3" && kind === "choice")!;
const dates = questions.find(({ form, kind, options }) => form === "Q10" && kind === "choice" && options.length === 4)!;
const several = questions.find(({ kind }) => kind === "multi-select")!;

const withStem = (stem: string): Question => ({ ...choice, stem });
const withOption = (index: number, change: Partial<Option>): Question => ({
  ...choice,
  options: choice.options.map((option, at) => (at === index ? { ...option, ...change } : option)),
});
const checks = (question: Question) => lintQuestion(facts, question).map(({ check }) => check);
const wrong = choice.options.findIndex(({ right }) => !right);
const right = choice.options.findIndex((option) => option.right);

test("a good question has no fault", () => {
  for (const question of [choice, dates, several]) expect(lintQuestion(facts, question)).toEqual([]);
});

describe("each fault is found", () => {
  const scope = choice.stem.match(/(?<= )(?:on|throughout) .*(?=\?)/)![0];
  test.each<[string, Question, string]>([
    ["an open slot", withStem(choice.stem.replace("Who", "Who {x}")), "31"],
    ["no question mark", withStem(choice.stem.slice(0, -1)), "31"],
    ["two blanks", withStem(choice.stem.replace(" ", "  ")), "31"],
    ["lower case at the start", withStem(`w${choice.stem.slice(1)}`), "31"],
    ["no time", withStem(choice.stem.replace(` ${scope}`, "")), "4"],
    ["a word that means now", withStem(choice.stem.replace("Who commanded", "Who currently commanded")), "4"],
    ["a negative", withStem(choice.stem.replace("Who", "Who, if not Per,")), "27"],
    ["36 words", withStem(choice.stem.replace("?", `${" of old".repeat(16)}?`)), "29"],
    ["the key in the stem", withStem(choice.stem.replace("Who", `Who, like ${choice.options[right]!.text},`)), "8"],
    ["an option in the stem", withStem(choice.stem.replace("Who", `Who, like ${choice.options[wrong]!.text},`)), "9"],
    ["the same label twice", withOption(wrong, { text: choice.options[right]!.text }), "18"],
    ["a rank in an option", withOption(wrong, { text: "Lt. Gen. Per Olsen" }), "11"],
    ["an absolute word in an option", withOption(wrong, { text: "All of them" }), "14"],
    ["no reason", withOption(wrong, { whyNot: null }), "37"],
    ["a reason that is no sentence", withOption(wrong, { whyNot: "{s} was elsewhere." }), "37"],
    ["an option of another sort", withOption(wrong, { value: "d:2019-11" }), "16"],
    ["one distractor", { ...choice, options: [choice.options[right]!, choice.options[wrong]!] }, "21"],
    ["no citation", { ...choice, citations: [] }, "37"],
    ["dates that do not ascend", { ...dates, options: dates.options.toReversed() }, "23"],
    ["how many is not said", { ...several, choose: null }, "30"],
  ])("%s", (_, question, check) => {
    expect(checks(question)).toContain(check);
  });
});

test.each([
  ["A officer came on May.", ["“A officer”", "“on May”"]],
  ["He came in 24 May 2024.", ["“in 24 May”"]],
  ["The the mission began.", ["“The the”"]],
  ["It began on the 3rd , in an hour.", ["a blank before punctuation", "an ordinal date"]],
  ["It began on 2024-05-24.", ["a numeric date"]],
  ["An hour in a European unit of an MoD official.", []],
])("%s", (sentence, faults) => {
  expect(lintSentence(sentence).sort()).toEqual([...faults].sort());
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
