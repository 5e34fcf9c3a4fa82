import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "@/lib/classroom/csv.ts";
import { canvasTable, type GradeLine, moodleTable } from "@/lib/classroom/grade-files.ts";
import { lastSet, markOf, statusOf, sumOfMarks } from "@/lib/classroom/gradebook.ts";
import { type FactAnswer, factFractions, masteryOf } from "@/lib/classroom/mastery.ts";
import { fractionOf } from "@/lib/classroom/results.ts";
import { anOption, aQuestion } from "../support/question.ts";

const aTyped = aQuestion({ kind: "typed", card: { fact: "f02", direction: "subject" } });
const anOrder = aQuestion({
  kind: "order",
  form: "Q6",
  card: null,
  parts: ["e:1", "e:2", "e:3"].map((value, index) => ({ fact: `f1${index}`, direction: "from" as const, value })),
  options: ["e:3", "e:1", "e:2"].map((value) => anOption(value, true)),
  key: ["e:1", "e:2", "e:3"],
});
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const over = { submittedAt: at(1) };
const running = { submittedAt: null };

describe("how it stands with a quiz", () => {
  test.each([
    ["not-started", [], false, false],
    ["missed", [], true, false],
    ["in-progress", [running], false, false],
    ["in-progress", [over, running], false, false],
    ["handed-in", [over], true, false],
    ["late", [over, over], false, true],
  ] as const)("%s", (status, attempts, isOver, late) => {
    expect(statusOf(attempts, { over: isOver, late })).toBe(status);
  });
});

describe("the mark", () => {
  test("is what was set last, in whatever order it is told; taken back, what is counted holds again", () => {
    const history = [
      { number: 1, score: 5 },
      { number: 2, score: 0 },
    ];
    for (const told of [history, history.toReversed()]) expect(markOf(7, lastSet(told))).toBe(0);
    expect(markOf(7, lastSet([...history, { number: 3, score: null }]))).toBe(7);
    expect(markOf(null, lastSet([]))).toBeNull();
  });

  test("of all quizzes counts what was missed with nothing, and what is still open not at all", () => {
    const cell = (status: "handed-in" | "missed" | "not-started", mark: number | null) => ({
      status,
      mark,
      scoreMax: 3,
    });
    expect(sumOfMarks([cell("handed-in", 2.5), cell("missed", null), cell("not-started", null)])).toEqual({
      points: 2.5,
      of: 6,
    });
    expect(sumOfMarks([cell("missed", null)])).toBeNull();
    expect(sumOfMarks([cell("missed", 3)])).toEqual({ points: 3, of: 3 });
  });
});

describe("what a class knows", () => {
  const answer = (student: string, fact: string, fraction: number, minute: number): FactAnswer => ({
    ...{ student, fact, topic: fact.startsWith("a") ? "A" : "B", fraction, at: at(minute) },
  });
  const answers = [
    answer("ada", "a1", 0, 1),
    answer("ada", "a1", 1, 9),
    answer("bo", "a1", 0, 2),
    answer("ada", "a2", 1, 3),
    answer("bo", "b1", 0.25, 4),
  ];

  test("is the last answer of each student on a fact, the least known first", () => {
    const { facts, topics } = masteryOf(answers);
    expect(facts.map(({ key, students, share }) => [key, students, share.value])).toEqual([
      ["b1", 1, 0.25],
      ["a1", 2, 0.5],
      ["a2", 1, 1],
    ]);
    expect(topics.map(({ key, students, share }) => [key, students, share.value])).toEqual([
      ["B", 1, 0.25],
      ["A", 2, 0.5],
    ]);
  });

  test("of a topic counts a student once, with the mean of the facts", () => {
    const { topics } = masteryOf([...answers, answer("ada", "a3", 0, 5), answer("ada", "a4", 0, 5)]);
    // Ada knows two of four, Bo none of one.
    expect(topics.find(({ key }) => key === "A")).toMatchObject({ students: 2, share: { value: 0.25 } });
  });

  test("of an order is what stands in its place, and of a blank one nothing", () => {
    const order = anOrder;
    const of = (values: string[]) =>
      factFractions(order, { kind: "order", values }, fractionOf(order, { kind: "order", values })).map(
        ({ fact, fraction }) => [fact, fraction],
      );
    expect(of(["e:1", "e:2", "e:3"])).toEqual(order.parts.map(({ fact }) => [fact, 1]));
    expect(of(["e:3", "e:2", "e:1"]).some(([, fraction]) => fraction === 0)).toBe(true);
    expect(factFractions(order, null, 0).every(({ fraction }) => fraction === 0)).toBe(true);
    expect(factFractions(aTyped, { kind: "typed", text: "x" }, 0.5)).toEqual([{ fact: "f02", fraction: 0.5 }]);
  });

  test("does not depend on the order in which the answers are read", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: answers.length }), (shuffled) => {
        expect(masteryOf(shuffled)).toEqual(masteryOf(answers));
      }),
    );
  });
});

describe("a file of grades", () => {
  const quizzes = [
    { title: "Quiz 1", scoreMax: 12 },
    { title: "Quiz 1", scoreMax: 3 },
  ];
  const lines: GradeLine[] = [
    { name: "Ada Lovelace", studentNumber: "s-17", section: "B", marks: [11.5, null] },
    { name: "Bo", studentNumber: null, section: null, marks: [0, 3] },
    { name: "=Cy", studentNumber: "=1", section: null, marks: [1, 1] },
  ];

  test("for Canvas has its columns in its order, what each quiz is worth in the second row, and nothing for no mark", () => {
    expect(toCsv(canvasTable(quizzes, lines))).toBe(
      [
        '"Student","ID","SIS User ID","SIS Login ID","Section","Quiz 1","Quiz 1 #2"',
        '"Points Possible",,,,,12,3',
        '"Ada Lovelace",,"s-17",,"B",11.5,',
        '"Bo",,,,,0,3',
        '"\'=Cy",,"\'=1",,,1,1',
        "",
      ].join("\r\n"),
    );
  });

  test("for Moodle holds nobody whom Moodle could not find, or would take for the one before", () => {
    expect(moodleTable(quizzes, lines)).toEqual([
      ["ID number", "Name", "Quiz 1", "Quiz 1 #2"],
      ["s-17", "Ada Lovelace", 11.5, null],
    ]);
  });
});
