/** The examples beside a field show how to write, and are nobody's answer: "more than 350" once was. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { containsWords } from "@/lib/questions/fold.ts";
import messages from "@/messages/en.json" with { type: "json" };
import { everyPack } from "@/tests/support/content-packs.ts";

const { hint: hints } = messages.question;

/** Those of the answers that a text holds as whole words. */
const toldBy = (text: string, answers: Iterable<string>) =>
  [...new Set(answers)].filter((answer) => containsWords(text, answer));

test.each(everyPack())("no hint of a field holds an answer of %s", (_, facts) => {
  const written = [...questionsOf(facts, { seed: "1", kinds: ["date", "number"] })];
  expect(written.length).toBeGreaterThan(0);
  const told = written.flatMap(({ kind, precision, answer, accepts }) =>
    toldBy(hints[kind === "number" ? "number" : (precision ?? "between")], [answer, ...accepts]),
  );
  expect(told).toEqual([]);
});

test("a hint that holds one is found", () => {
  expect(toldBy("As the source puts it: more than 350, about 400, 7", ["350", "2004"])).toEqual(["350"]);
});
