import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moodleXml } from "@/lib/interop/moodle-xml.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
import { aMultiSelect } from "../support/question.ts";
import { gapsOf, markOfChoice, markOfNumber, markOfWords, shownText } from "./support/moodle-marks.ts";
import { oneOfEach, quizOf } from "./support/one-of-each.ts";
import { all, type Node, readXml, textIn } from "./support/read-xml.ts";

const read = (questions: readonly Question[]): readonly Node[] =>
  all(readXml(moodleXml(quizOf(questions)).text), "question");
const only = (question: Question): Node => read([question])[1]!;
const of = (kind: Question["kind"], place = 0): Question => oneOfEach.filter((each) => each.kind === kind)[place]!;
const fractionOf = (question: Question, response: Parameters<typeof mark>[1]): number => {
  const given = mark(question, response, { second: true });
  return given.kind === "marked" ? given.fraction : Number.NaN;
};

test("one of each kind is written as it was looked through by hand", async () => {
  await expect(moodleXml(quizOf(oneOfEach)).text).toMatchFileSnapshot(
    path.join(import.meta.dirname, "../golden/interop/one-of-each.xml"),
  );
});

test("every question is in the file or listed, and what is otherwise than it was is said", () => {
  const { text, left, changed } = moodleXml(quizOf(oneOfEach));
  expect(left).toEqual([{ number: 19, kind: "flashcard", reason: "marks-itself" }]);
  expect(all(readXml(text), "question")).toHaveLength(oneOfEach.length);
  expect(text).toContain("<!-- Question 19 (flashcard) is not here: a flashcard marks itself -->");
  expect(new Set(changed.map(({ kind, change }) => `${kind} ${change}`))).toEqual(
    new Set([
      ...["cloze listed-spellings", "typed listed-spellings", "number listed-spellings", "date listed-spellings"],
      ...["date two-gaps", "order part-marks", "match part-marks", "timeline from-a-list"],
    ]),
  );
});

/** What Moodle's documentation and its importer's fixtures have in a question of each type. */
const common = ["name", "questiontext", "generalfeedback", "penalty", "hidden", "idnumber", "tags"];
const feedbacks = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
const shapes: Readonly<Record<string, readonly string[]>> = {
  multichoice: [
    "defaultgrade",
    "single",
    "shuffleanswers",
    "answernumbering",
    "showstandardinstruction",
    ...feedbacks,
    "shownumcorrect",
    "answer",
  ],
  truefalse: ["defaultgrade", "answer"],
  shortanswer: ["defaultgrade", "usecase", "answer"],
  numerical: ["defaultgrade", "answer", "unitgradingtype", "unitpenalty", "showunits", "unitsleft"],
  cloze: ["hint"],
  matching: ["defaultgrade", "shuffleanswers", ...feedbacks, "shownumcorrect", "subquestion"],
  ordering: [
    ...["defaultgrade", "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle"],
    ...[...feedbacks, "shownumcorrect", "answer"],
  ],
};
const may = new Set(["hint"]);

test("a question has what Moodle's fixtures of its type have, and nothing else", () => {
  const questions = read(oneOfEach).slice(1);
  expect(new Set(questions.map(({ attributes }) => attributes.type))).toEqual(new Set(Object.keys(shapes)));
  for (const question of questions) {
    const { type = "" } = question.attributes;
    const names = new Set(question.children.map(({ name }) => name));
    const wanted = new Set([...common, ...shapes[type]!]);
    // How many are right is told only where several can be.
    if (type === "multichoice" && textOf(question, "single") === "true") wanted.delete("shownumcorrect");
    for (const name of may) if (!names.has(name)) wanted.delete(name);
    expect(names, type).toEqual(wanted);
    for (const name of ["questiontext", "generalfeedback"])
      expect(all(question, name)[0]?.attributes).toEqual({ format: "html" });
  }
  expect(all(only(of("order")), "shownumcorrect"), "Moodle's ordering asks for it").toHaveLength(1);
});

const textOf = (question: Node, name: string) => all(question, name)[0]?.text;

test("the feedback has the true sentence and where it is written; that of a wrong option says why", () => {
  for (const [place, question] of read(oneOfEach).slice(1).entries()) {
    const general = shownText(textIn(question, "generalfeedback") ?? "");
    expect(general).toContain(oneOfEach[place]!.why);
    expect(general).toContain(
      "Harbour Office, “Tides & Tolls {1890}” · table 2, row 3, row 10 · undated (between May 1890 and May 1891)",
    );
  }
  const [right, wrong] = all(only(of("choice")), "answer");
  expect(textIn(right!, "feedback")).toBeNull();
  expect(shownText(textIn(wrong!, "feedback")!)).toBe(
    `~C #2 is no harbour: see {list} #2 = "none" ~ <i>.Harbour Office, “Tides & Tolls {1890}” · table 2, row 3 · undated (between May 1890 and May 1891)`,
  );
});

describe("Moodle's marks are ours", () => {
  test("of a choice, a statement and a place on a line, for every option", () => {
    for (const question of oneOfEach.filter(({ kind }) => ["choice", "true-false", "timeline"].includes(kind))) {
      for (const [place, { value, right }] of question.options.entries()) {
        expect(markOfChoice(only(question), [place])).toBe(right ? 1 : 0);
        expect(fractionOf(question, { kind: question.kind, value } as Parameters<typeof mark>[1])).toBe(right ? 1 : 0);
      }
    }
  });

  test.each([
    [1, 3],
    [2, 2],
    [3, 2],
    [3, 0],
    [6, 4],
    [7, 1],
  ])("of several of many, %i right and %i wrong, whatever is ticked", (right, wrong) => {
    const question = aMultiSelect(right, wrong);
    const written = only(question);
    for (let ticked = 0; ticked < 2 ** question.options.length; ticked++) {
      const places = question.options.flatMap((_, place) => (ticked & (1 << place) ? [place] : []));
      const values = places.map((place) => question.options[place]!.value);
      expect(markOfChoice(written, places)).toBeCloseTo(fractionOf(question, { kind: "multi-select", values }), 5);
    }
  });

  test("of numbers, on and off the tolerances", () => {
    const tried: readonly [number, readonly number[]][] = [
      [0, [12, 11, 12.5, 0]],
      [1, [382, 380, 384, 385, 389, 375, 390, 371]],
      [2, [-38.83, -38.8, -38.88, -38.78, -38.7, 38.83]],
    ];
    for (const [place, numbers] of tried)
      for (const number of numbers)
        expect(markOfNumber(only(of("number", place)), number), String(number)).toBe(
          fractionOf(of("number", place), { kind: "number", text: String(number) }),
        );
  });

  test("of words and dates: each spelling that is listed, and no name that another bears", () => {
    for (const question of [of("typed"), of("number", 3), of("date"), of("date", 1)]) {
      const written = only(question);
      const kind = question.kind as "typed" | "number" | "date";
      for (const answer of all(written, "answer")) {
        const text = all(answer, "text")[0]!.text.replaceAll("\\*", "*");
        expect(markOfWords(written, text), text).toBeCloseTo(fractionOf(question, { kind, text }), 5);
      }
      expect(markOfWords(written, question.answer.toUpperCase())).toBe(1);
    }
    const typed = only(of("typed"));
    for (const right of ["Jose Aguero-Martin", "jose aguero martin", "Captain José Agüero-Martín", "star*keeper"])
      expect(markOfWords(typed, right), right).toBe(1);
    for (const wrong of ["José Aguado", "Jose", "StarxKeeper", "Star Keeper the third"])
      expect(markOfWords(typed, wrong), wrong).toBe(0);
    expect(
      ["24 May 1890", "May 24, 1890", "1890-05-24", "May 1890", "1890"].map((text) =>
        markOfWords(only(of("date")), text),
      ),
    ).toEqual([...[1, 1, 1, 0.6666667, 0.3333333].map((share) => expect.closeTo(share, 5))]);
  });

  test("of a gap, and of both ends of a span", () => {
    const { text, gaps } = gapsOf(only(of("cloze")));
    expect(shownText(text)).toBe("The harbour {of} _____ (B__________) was built in 1890 #1.");
    expect(gaps).toHaveLength(1);
    const spelled = gaps[0]!.accepted.map((each) => each.text);
    expect(spelled).toEqual(expect.arrayContaining(["Brynjarsvík", "Brynjarsvik", "Bryn~Vík", "Bryn}vík"]));
    const later = only(of("cloze", 1));
    expect(gapsOf(later).text).not.toContain("O__");
    expect(shownText(all(later, "hint")[0]!.children[0]!.text)).toBe("O__ T____");
    const span = gapsOf(only(of("date", 2)));
    expect(shownText(span.text)).toBe("From which month and year to which date?From _____ to _____");
    const [from, to] = span.gaps;
    for (const first of from!.accepted.slice(0, 20))
      for (const second of to!.accepted)
        expect((first.fraction + second.fraction) / 2).toBeCloseTo(
          fractionOf(of("date", 2), { kind: "date", text: first.text, to: second.text }),
          5,
        );
  });

  test("of an order and a match: the key is what is asked for", () => {
    expect(
      all(only(of("order")), "answer").map((answer) => [
        answer.attributes.fraction,
        shownText(all(answer, "text")[0]!.text),
      ]),
    ).toEqual([
      ["1", "A"],
      ["2", "B"],
      ["3", "C & <D>"],
    ]);
    const pairs = all(only(of("match")), "subquestion").map((pair) => [
      shownText(pair.children[0]!.text),
      textIn(pair, "answer"),
    ]);
    expect(pairs).toEqual([
      ["Tower = A", "1890"],
      ["Tower -> B", "1891 -> or so"],
      ["", "1892"],
    ]);
  });
});

test("options in an order of their own are not shuffled", () => {
  expect(textOf(only(of("choice")), "shuffleanswers")).toBe("true");
  expect(textOf(only(of("choice", 1)), "shuffleanswers")).toBe("false");
  expect(textOf(only(of("timeline")), "shuffleanswers")).toBe("false");
});

test("where more are right than Moodle can share a mark among, the question is listed", () => {
  expect(moodleXml(quizOf([aMultiSelect(11, 2)])).left).toEqual([
    { number: 1, kind: "multi-select", reason: "no-such-share" },
  ]);
});

test("whatever stands in a question stands in the file, and nothing of it is read as a sign", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
  const signs = fc.array(
    fc.constantFrom(..."<>&\"'{}#=~%:/\\*[]->!]]>_1aé".split(""), "]]>", "<!--", "&#38;", "{1:SA:", "--"),
    { minLength: 1, maxLength: 12 },
  );
  const text = fc.oneof(
    words,
    signs.map((each) => each.join("")),
  );
  const shown = (given: string) => given.toWellFormed().replace(control, "").replace(/\r\n?/g, "\n").trim();
  fc.assert(
    fc.property(text, text, text, (stem, option, why) => {
      const choice = only({
        ...of("choice"),
        stem: `A${stem}Z`,
        why: `A${why}Z`,
        options: of("choice").options.map((each) => ({ ...each, text: `A${option}Z` })),
      });
      expect(shownText(textIn(choice, "questiontext")!)).toBe(shown(`A${stem}Z`));
      expect(shownText(textIn(choice, "generalfeedback")!)).toContain(shown(`A${why}Z`));
      expect(shownText(all(choice, "answer")[0]!.children[0]!.text)).toBe(shown(`A${option}Z`));
      const cloze = gapsOf(
        only({ ...of("cloze"), stem: `A${stem.replaceAll("_", "")} _____ Z`, cue: { text: "A", shown: true } }),
      );
      expect(cloze.gaps).toHaveLength(1);
      expect(shownText(cloze.text)).toBe(shown(`A${stem.replaceAll("_", "")} _____ (A) Z`));
    }),
    { numRuns: 150 },
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not know them
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
