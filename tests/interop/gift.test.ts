import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gift } from "@/lib/interop/gift.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
import { shownText } from "./support/moodle-marks.ts";
import { oneOfEach, quizOf } from "./support/one-of-each.ts";
import { type GiftQuestion, readGift } from "./support/read-gift.ts";

const read = (questions: readonly Question[]): GiftQuestion[] => readGift(gift(quizOf(questions)).text);
const only = (question: Question): GiftQuestion => read([question])[1]!;
const of = (kind: Question["kind"], place = 0): Question => oneOfEach.filter((each) => each.kind === kind)[place]!;

test("one of each kind is written as it was looked through by hand", async () => {
  await expect(gift(quizOf(oneOfEach)).text).toMatchFileSnapshot(
    path.join(import.meta.dirname, "../golden/interop/one-of-each.gift"),
  );
});

test("an order and a flashcard, which GIFT cannot carry, are listed beside the file and in it; all else is there", () => {
  const { text, left, changed } = gift(quizOf(oneOfEach));
  expect(left).toEqual([
    { number: 16, kind: "order", reason: "no-ordering" },
    { number: 19, kind: "flashcard", reason: "marks-itself" },
  ]);
  expect(text).toContain("// Question 16 (order) is not here: GIFT has no ordering; Moodle XML does");
  expect(readGift(text)).toHaveLength(oneOfEach.length - 2 + 1);
  expect(new Set(changed.map(({ kind, change }) => `${kind} ${change}`))).toEqual(
    new Set([
      ...["cloze listed-spellings", "cloze no-help", "typed listed-spellings", "number listed-spellings"],
      ...["date listed-spellings", "date one-line", "match part-marks"],
      ...["timeline from-a-list", "timeline shuffled", "choice shuffled"],
    ]),
  );
});

test("the file begins with a category named after the quiz and its variant", () => {
  expect(read([of("choice")])[0]).toMatchObject({
    kind: "category",
    stem: "$course$/top/Tolls // Tides: {A} & B, variant 2",
  });
});

test("each kind becomes the kind that GIFT has for it, with its name, its tags, the true sentence and where it is written", () => {
  const kinds = read(oneOfEach).slice(1);
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...["choice", "choice", "several", "true-false", "true-false", "words", "words", "words"],
    ...["number", "number", "number", "words", "words", "words", "words", "match", "choice"],
  ]);
  for (const question of kinds) {
    expect(question.format).toBe("html");
    expect(question.id).toMatch(/^recite-[\da-f]{32}$/);
    expect(question.tags.slice(0, 2)).toEqual(["isles", "tolls"]);
    const general = shownText(question.general ?? "");
    expect(general).toContain(of("choice").why);
    expect(general).toContain("Harbour Office, “Tides & Tolls {1890}” · table 2, row 3, row 10");
  }
});

describe("the answers are ours", () => {
  test("of a choice, with why each other option is wrong", () => {
    expect(
      only(of("choice")).answers.map(({ sign, text, feedback }) => [
        sign,
        shownText(text),
        feedback && shownText(feedback),
      ]),
    ).toEqual([
      ["=", "A=B", null],
      ["~", "~C #2", expect.stringMatching(/^~C #2 is no harbour: see \{list\} #2 = "none" ~ <i>\.Harbour Office/)],
      ["~", "{D} & <E>", expect.stringMatching(/^\{D\} & <E> is no harbour/)],
    ]);
  });

  test("of several of many, balanced", () => {
    expect(only(of("multi-select")).answers.map(({ weight }) => weight)).toEqual([
      33.33333, 33.33333, 33.33333, -50, -50,
    ]);
  });

  test("of statements, with what is said to who is wrong", () => {
    const [yes, no] = [only(of("true-false")), only(of("true-false", 1))];
    expect([yes.isTrue, no.isTrue]).toEqual([true, false]);
    expect(shownText(yes.feedbacks[0]!)).toContain("False is no harbour");
    expect(shownText(no.feedbacks[0]!)).toContain("True is no harbour");
  });

  test("of words: each spelling earns what our own marking gives for it", () => {
    for (const question of [
      of("typed"),
      of("cloze"),
      of("cloze", 1),
      of("number", 3),
      of("date"),
      of("date", 1),
      of("date", 2),
    ]) {
      const kind = question.kind === "cloze" ? "typed" : (question.kind as "typed" | "number" | "date");
      const { answers } = only(question);
      expect(answers.length).toBeGreaterThan(1);
      expect(answers[0]!.weight).toBe(100);
      for (const { text, weight } of answers) {
        const given = mark(question, { kind, text: text.replaceAll("\\*", "*") }, { second: true });
        expect(given.kind === "marked" && 100 * given.fraction, text).toBeCloseTo(weight!, 3);
      }
    }
    expect(shownText(only(of("cloze")).stem)).toBe("The harbour {of} _____ (B__________) was built in 1890 #1.");
  });

  test("of numbers, with their tolerances", () => {
    const answers = (place: number) => only(of("number", place)).answers.map(({ weight, text }) => [weight, text]);
    expect(answers(0)).toEqual([[100, "12:0"]]);
    expect(answers(1)).toEqual([
      [100, "382:2"],
      [50, "382:7"],
    ]);
    expect(answers(2)).toEqual([[100, "-38.83:0.05"]]);
  });

  test("of a match, with what is left over; an arrow in a text is none of the format's", () => {
    expect(
      only(of("match")).answers.map(({ text }) => text.split(" -> ").map((part) => shownText(part).trim())),
    ).toEqual([["Tower = A", "1890"], ["Tower -> B", "1891 → or so"], ["-> 1892"]]);
  });

  test("of a place on a line, with the dates of what stands beside it", () => {
    expect(only(of("timeline")).answers.map(({ sign, text }) => [sign, shownText(text)])).toEqual([
      ["~", "Before the tower (May 1890)"],
      ["=", "Between the tower (May 1890) and the bell (June 1891)"],
      ["~", "After the bell (June 1891)"],
    ]);
  });
});

test("whatever stands in a question stands in the file, and nothing of it is read as a sign", () => {
  const signs = fc
    .array(
      fc.constantFrom(
        ..."<>&\"'{}#=~%:/\\*[]->$!1aé\n ".split(""),
        "####",
        "->",
        "//",
        "::",
        "\\n",
        "[html]",
        "%50%",
        "TRUE",
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((each) => each.join(""));
  const text = fc.oneof(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 }), signs);
  const plain = (given: string) => given.replace(/\s+/g, " ").trim();
  fc.assert(
    fc.property(text, text, text, (stem, option, name) => {
      const choice = only({
        ...of("choice"),
        stem,
        why: stem,
        options: of("choice").options.map((each) => ({ ...each, text: option, whyNot: each.right ? null : stem })),
      });
      expect(choice.kind).toBe("choice");
      expect(plain(shownText(choice.stem))).toBe(plain(stem));
      expect(choice.answers.map((each) => plain(shownText(each.text)))).toEqual(Array(3).fill(plain(option)));
      expect(plain(shownText(choice.answers[1]!.feedback!))).toContain(plain(stem));
      const spelled = name.replace(/\s+/g, " ").trim();
      if (spelled === "" || !/[\p{L}\p{N}]/u.test(spelled)) return;
      const question = { ...of("typed"), answer: spelled, accepts: [spelled] };
      const [typed] = read([question]).slice(1);
      if (spelled.includes("->")) return;
      expect(typed?.kind).toBe("words");
      expect(typed!.answers.map((each) => each.text.replaceAll("\\*", "*"))).toContain(spelled);
    }),
    { numRuns: 150 },
  );
});

test("where every spelling has an arrow, which would make a match of the question, it is listed", () => {
  const question = { ...of("typed"), answer: "A->B", accepts: ["A->B"], titles: [] };
  expect(gift(quizOf([question])).left).toEqual([{ number: 1, kind: "typed", reason: "no-spelling" }]);
  const [other] = read([{ ...question, accepts: ["A->B", "Ab"] }]).slice(1);
  expect([other?.kind, other?.answers.map(({ text }) => text)]).toEqual(["words", ["Ab"]]);
});
