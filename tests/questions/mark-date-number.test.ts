/** Typed dates and numbers: the expectations of question-engine 5.2 and 5.3, written before the code ran. */
import { describe, expect, test } from "vitest";
import { mark } from "@/lib/questions/mark.ts";
import type { Mark, Question } from "@/lib/questions/question.ts";
import { aQuestion } from "@/tests/support/question.ts";

function aDate(...edtf: string[]): Question {
  return aQuestion({
    kind: "date",
    form: "Q10",
    key: edtf.map((date) => `d:${date}`),
    answer: edtf.join(" – "),
    accepts: [],
  });
}

function aNumber(key: string, answer = ""): Question {
  return aQuestion({ kind: "number", key: [key], answer, accepts: [] });
}

function inWords(result: Mark): string {
  if (result.kind === "ask-again") return `ask ${result.note}`;
  const worth =
    result.fraction === 1 ? "right" : result.fraction === 0 ? "wrong" : `part ${result.fraction.toFixed(2)}`;
  return [worth, ...result.notes].join(" ");
}

function expectMarks(question: Question, cases: readonly (readonly [string, string])[], second = false) {
  const kind = question.kind as "date" | "number";
  test.each(cases)("%j is %s", (text, expected) => {
    expect(inWords(mark(question, { kind, text }, { second }))).toBe(expected);
  });
}

describe("a date known to the day: 24 May 2024", () => {
  expectMarks(aDate("2024-05-24"), [
    ["24 May 2024", "right"],
    ["24 may 2024", "right"],
    ["May 24, 2024", "right"],
    ["May 24th, 2024", "right"],
    ["the 24th of May 2024", "right"],
    ["on Friday, 24 May 2024", "right"],
    ["2024-05-24", "right"],
    ["24.5.2024", "right"],
    ["24.05.2024", "right"],
    ["24/5/2024", "right"],
    ["5/24/2024", "right"],
    ["24-5-2024", "right"],
    ["2024/05/24", "right"],
    ["2024, May 24", "right"],
    ["٢٤ May ٢٠٢٤", "right"],
    ["25 May 2024", "wrong"],
    ["23 May 2024", "wrong"],
    ["24 May 2023", "wrong"],
    ["24 June 2024", "wrong"],
    ["May 2023", "wrong"],
    ["2023", "wrong"],
    ["2024", "ask more-exact"],
    ["May 2024", "ask more-exact"],
    ["2024-05", "ask more-exact"],
    ["24 May", "ask more-exact"],
    ["24 May 24", "ask more-exact"],
    ["24.5.24", "ask more-exact"],
    ["5.6.2024", "ask day-or-month-first"],
    ["5/6/2024", "ask day-or-month-first"],
    ["soon", "ask unreadable"],
    ["", "ask unreadable"],
    ["30 February 2024", "ask unreadable"],
    ["2024-13-01", "ask unreadable"],
    ["1 2 3 2024", "ask unreadable"],
    ["2010 to 2030", "wrong"],
    ["2".repeat(201), "ask unreadable"],
  ]);
});

describe("the second time, nothing is asked again", () => {
  expectMarks(
    aDate("2024-05-24"),
    [
      ["24 May 2024", "right"],
      ["May 2024", "part 0.67 more-exact"],
      ["2024", "part 0.33 more-exact"],
      ["5.6.2024", "wrong day-or-month-first"],
      ["24 May", "wrong more-exact"],
      ["soon", "wrong unreadable"],
    ],
    true,
  );
  expectMarks(aDate("2018-11"), [["2018", "part 0.50 more-exact"]], true);
});

describe("a date known to the month: November 2018", () => {
  expectMarks(aDate("2018-11"), [
    ["November 2018", "right"],
    ["Nov 2018", "right"],
    ["Nov. 2018", "right"],
    ["in november, 2018", "right"],
    ["11/2018", "right"],
    ["11.2018", "right"],
    ["2018-11", "right"],
    ["2018 November", "right"],
    ["Novmber 2018", "right spelling"],
    ["Novembre 2018", "right spelling"],
    ["12 November 2018", "right source-less-exact"],
    ["30.11.2018", "right source-less-exact"],
    ["11.11.2018", "right source-less-exact"],
    ["1 December 2018", "wrong"],
    ["October 2018", "wrong"],
    ["November 2019", "wrong"],
    ["November", "ask more-exact"],
    ["2018", "ask more-exact"],
  ]);
  expectMarks(aDate("2021-02"), [
    ["Febuary 2021", "right spelling"],
    ["Feb 2021", "right"],
    ["Sept 2021", "wrong"],
  ]);
});

describe("a date known to the year: 2004", () => {
  expectMarks(aDate("2004"), [
    ["2004", "right"],
    ["in the year 2004", "right"],
    ["2004 AD", "right"],
    ["May 2004", "right source-less-exact"],
    ["2005", "wrong"],
    ["04", "ask more-exact"],
  ]);
  expectMarks(aDate("-0043-03-15"), [
    ["15 March 44 BC", "right"],
    ["15 March 44 B.C.", "right"],
    ["15 March 44", "wrong"],
    ["44 BC", "ask more-exact"],
  ]);
});

describe("one unknown day of a stretch", () => {
  const question = aDate("[2021-05-06..2022-05-10]");
  expectMarks(question, [
    ["between 6 May 2021 and 10 May 2022", "right"],
    ["6 May 2021 – 10 May 2022", "right"],
    ["[2021-05-06..2022-05-10]", "right"],
    ["August 2021", "right source-less-exact"],
    ["2021", "ask more-exact"],
    ["2021-2022", "ask more-exact"],
    ["between 1900 and 2100", "wrong"],
    ["2020", "wrong"],
  ]);
  expectMarks(question, [["2021-2022", "part 0.50 more-exact"]], true);
});

describe("both ends of a span, each half of the mark", () => {
  expectMarks(aDate("2020-11-24", "2021-05-06"), [
    ["24 November 2020 - 6 May 2021", "right"],
    ["from 24 Nov 2020 to 6 May 2021", "right"],
    ["24 Nov 2020 – 7 May 2021", "part 0.50"],
    ["23 Nov 2020 – 7 May 2021", "wrong"],
    ["24 November 2020", "ask more-exact"],
    ["2020 to 2021", "ask more-exact"],
  ]);
  expectMarks(aDate("2004", "2011"), [
    ["2004-2011", "right"],
    ["2004–2011", "right"],
    ["2004 to 2012", "part 0.50"],
  ]);
});

describe("the table of question-engine 5.3", () => {
  expectMarks(aNumber("n:7"), [
    ["7", "right"],
    ["seven", "right"],
    ["7.0", "right"],
    ["exactly 7", "right"],
    ["8", "wrong"],
    ["about 7", "wrong"],
    ["more than 7", "wrong"],
    ["6 to 8", "wrong"],
    ["7 or 8", "ask unreadable"],
    ["many", "ask unreadable"],
    ["7 in all", "right"],
    ["7 commanders", "right"],
    ["7 kelvin", "wrong"],
    ["7 eV", "wrong"],
    ["7 years", "wrong"],
    [".7", "wrong"],
  ]);
  expectMarks(aNumber("n:0.93"), [[".93", "right"]]);
  expectMarks(aNumber("q:exact:13.6:electronvolts"), [
    ["13.6 eV", "right"],
    ["13.6eV", "right"],
    ["13.6 electronvolts", "right"],
    ["13.6 electron volts", "right"],
    ["13.6 electron-volt", "right"],
    ["13.6 volts", "wrong"],
    ["13.6 kelvin", "wrong"],
  ]);
  expectMarks(aNumber("q:more_than:350:personnel"), [
    ["more than 350", "right"],
    ["over 350", "right"],
    ["350+", "right"],
    ["> 350", "right"],
    ["more than three hundred and fifty", "right"],
    ["in excess of 350 people", "right"],
    ["350", "right source-qualifier"],
    ["at least 350", "right source-qualifier"],
    ["300", "wrong"],
    ["400", "wrong"],
    ["exactly 351", "wrong"],
    ["exactly 350", "wrong"],
    ["less than 350", "wrong"],
    ["more than 400", "wrong"],
  ]);
  expectMarks(aNumber("q:about:382:"), [
    ["380", "right"],
    ["382", "right"],
    ["about 384", "right"],
    ["379", "part 0.50"],
    ["375", "part 0.50"],
    ["389", "part 0.50"],
    ["374", "wrong"],
    ["390", "wrong"],
    ["more than 382", "wrong"],
  ]);
  expectMarks(aNumber("v:several hundred", "several hundred"), [
    ["several hundred", "right"],
    ["Several hundred", "right"],
    ["hundreds", "right"],
    ["500", "wrong source-less-exact"],
    ["some", "wrong"],
  ]);
  expectMarks(aNumber("v:8-10", "8-10"), [
    ["8-10", "right"],
    ["8 to 10", "right"],
    ["between 8 and 10", "right"],
    ["eight to ten", "right"],
    ["8–10", "right"],
    ["8", "part 0.50"],
    ["9", "part 0.50"],
    ["10", "part 0.50"],
    ["8-11", "wrong"],
    ["11", "wrong"],
  ]);
});

describe("numbers as people write them", () => {
  expectMarks(aNumber("n:12500"), [
    ["12500", "right"],
    ["12,500", "right"],
    ["12 500", "right"],
    ["12'500", "right"],
    ["12.5k", "right"],
    ["12.5 thousand", "right"],
    ["twelve thousand five hundred", "right"],
    ["twelve thousand, five hundred", "right"],
    ["١٢٥٠٠", "right"],
    ["12.500", "wrong"],
  ]);
  expectMarks(aNumber("q:exact:21:days"), [
    ["twenty-one", "right"],
    ["twenty one days", "right"],
    ["21 days", "right"],
    ["21 months", "wrong"],
  ]);
  expectMarks(aNumber("q:exact:3.5:percent"), [
    ["3.5", "right"],
    ["3,5 %", "right"],
    ["-3.5", "wrong"],
  ]);
  expectMarks(aNumber("q:at_most:3000000:"), [
    ["up to 3 million", "right"],
    ["no more than three million", "right"],
    ["3 million", "right source-qualifier"],
    ["more than 3 million", "wrong"],
  ]);
  expectMarks(aNumber("q:at_least:100:"), [
    ["at least a hundred", "right"],
    ["100 or more", "right"],
    ["no fewer than one hundred", "right"],
  ]);
  expectMarks(aNumber("q:exact:205:"), [
    ["two hundred and five", "right"],
    ["two hundred five", "right"],
    ["two hundred to five", "ask unreadable"],
  ]);
});
