/** Builders of questions for tests of marking and studying: everything that a test does not say is plain. */
import type { Option, Question, ValueKey } from "@/lib/questions/question.ts";

/** A question with what the test says about it; otherwise a typed one about who commanded NMI. */
export function aQuestion(said: Partial<Question> = {}): Question {
  return {
    v: 1,
    id: "q-1",
    pack: "nato-mission-iraq",
    revision: "0".repeat(64),
    form: "Q3",
    kind: "typed",
    card: { fact: "f01", direction: "subject" },
    parts: [],
    facts: ["f01"],
    topic: "command",
    kicker: "Commander on a date",
    stem: "Who commanded NATO Mission Iraq (NMI) on 1 January 2019?",
    choose: null,
    options: [],
    key: ["e:fortin"],
    answer: "Dany Fortin",
    accepts: ["Dany Fortin", "Fortin"],
    near: [],
    titles: [],
    precision: null,
    qualifier: null,
    time: { kind: "on", edtf: "2019-01-01" },
    closeness: null,
    citations: [],
    why: "Dany Fortin commanded NATO Mission Iraq from November 2018 to 26 November 2019.",
    strip: null,
    seed: "seed",
    ...said,
  };
}

/** An option by its value; its text is the value. */
export function anOption(value: ValueKey, right: boolean): Option {
  return { value, text: value, right, whyNot: right ? null : `${value} is not it.`, synthetic: false };
}

/** A multi-select question with so many right and wrong options, `r1`… and `w1`…. */
export function aMultiSelect(right: number, wrong: number, choose: number | null = null): Question {
  const rights = Array.from({ length: right }, (_, index) => anOption(`e:r${index + 1}`, true));
  const wrongs = Array.from({ length: wrong }, (_, index) => anOption(`e:w${index + 1}`, false));
  return aQuestion({
    kind: "multi-select",
    form: "Q7",
    options: [...rights, ...wrongs],
    key: rights.map((option) => option.value),
    choose,
  });
}

/** An order of so many items; the right order is `e:1`, `e:2`, …, each with its own card. */
export function anOrder(count: number): Question {
  const key = Array.from({ length: count }, (_, index) => `e:${index + 1}`);
  return aQuestion({
    kind: "order",
    form: "Q6",
    card: null,
    parts: key.map((value, index) => ({ fact: `o${index + 1}`, direction: "from" as const, value })),
    facts: key.map((_, index) => `o${index + 1}`),
    options: [...key].reverse().map((value) => anOption(value, true)),
    key,
  });
}

export { rightResponse } from "@/lib/questions/right-response.ts";
