/** Whole packs are taken away: every question is in the file or listed, and what is in it says the same. */
import { describe, expect, test } from "vitest";
import { gift } from "@/lib/interop/gift.ts";
import { moodleXml } from "@/lib/interop/moodle-xml.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import type { Question } from "@/lib/questions/question.ts";
import { everyPack } from "../support/content-packs.ts";
import { gapsOf, shownText } from "./support/moodle-marks.ts";
import { quizOf } from "./support/one-of-each.ts";
import { readGift } from "./support/read-gift.ts";
import { all, readXml, textIn } from "./support/read-xml.ts";

describe.each(everyPack())("%s", (_, facts) => {
  // Of a pack of thousands a twelfth of the facts is asked here, all of them at a release.
  const isLarge = facts.pack.facts.length > 240 && process.env.RECITE_FULL !== "1";
  const some = facts.pack.facts.filter((_, place) => place % 12 === 0);
  const asked = isLarge
    ? some.flatMap(({ key }) => [...questionsOf(facts, { seed: "away", fact: key })])
    : [...questionsOf(facts, { seed: "away" })];
  const questions = [...new Map(asked.map((question) => [question.id, question])).values()];
  const isCarried = ({ kind }: Question) => kind !== "flashcard";

  test("as Moodle XML: all but flashcards", () => {
    const { text, left } = moodleXml(quizOf(questions));
    expect(left.map(({ number }) => questions[number - 1]!.kind).filter((kind) => kind !== "flashcard")).toEqual([]);
    const written = all(readXml(text), "question").slice(1);
    const carried = questions.filter(isCarried);
    expect(written.length + left.length).toBe(questions.length);
    for (const [place, node] of written.entries()) {
      const question = carried[place]!;
      const stem = node.attributes.type === "cloze" ? gapsOf(node).text : textIn(node, "questiontext")!;
      expect(shownText(textIn(node, "generalfeedback")!)).toContain(question.why);
      for (const { cite } of question.citations.filter(({ sentences }) => sentences?.length !== 0))
        expect(shownText(textIn(node, "generalfeedback")!)).toContain(cite);
      if (question.kind === "cloze") expect(shownText(stem).replace(/ \([^()]*_[^()]*\)/, "")).toBe(question.stem);
      else expect(shownText(stem).startsWith(question.stem)).toBe(true);
    }
    const names = written.map((node) => textIn(node, "name"));
    const ids = written.map((node) => all(node, "idnumber")[0]!.text);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length <= 100)).toBe(true);
  });

  test("as GIFT: all but flashcards and orders", () => {
    const { text, left } = gift(quizOf(questions));
    const listed = questions.filter(({ kind }) => kind === "flashcard" || kind === "order");
    expect(left.map(({ number }) => questions[number - 1])).toEqual(listed);
    const written = readGift(text).slice(1);
    const carried = questions.filter((question) => !listed.includes(question));
    expect(written).toHaveLength(carried.length);
    for (const [place, read] of written.entries()) {
      const question = carried[place]!;
      expect(shownText(read.general!)).toContain(question.why);
      if (question.kind !== "cloze") expect(shownText(read.stem)).toBe(question.stem);
      if (question.kind === "choice" || question.kind === "multi-select")
        expect(read.answers.map((answer) => shownText(answer.text))).toEqual(
          question.options.map((option) => option.text),
        );
      if (question.kind === "true-false") expect(read.isTrue).toBe(question.key[0] === "t:true");
    }
  });
});
