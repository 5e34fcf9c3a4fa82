/**
 * What ordinary readers type for the names of the packs is marked as a fair teacher would, and no other thing's name is ever right. The expectations,
 * in fair-teacher.yaml, were written before the marker and the packs were mended by them.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Facts } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Form, Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

type Entry = {
  readonly pack: string;
  readonly fact: string;
  readonly form?: Form;
  readonly key: string;
} & Readonly<Partial<Record<"right" | "near" | "wrong" | "ask", readonly string[]>>>;

const entries = parse(readFileSync(path.join(import.meta.dirname, "fair-teacher.yaml"), "utf8")) as readonly Entry[];
const packs = new Map<string, Facts>();

test("there are at least five hundred responses to a hundred questions", () => {
  const typed = entries.flatMap(({ right = [], near = [], wrong = [], ask = [] }) => [right, near, wrong, ask].flat());
  expect(entries.length).toBeGreaterThanOrEqual(100);
  expect(typed.length).toBeGreaterThanOrEqual(500);
});

test.each(entries)("$pack, $fact, of $key: right, nearly right and wrong as expected", (entry) => {
  const question = questionFor(entry);
  const worth = (text: string) => {
    const result = mark(question, { kind: "typed", text });
    if (result.kind === "ask-again") return ["which-one", "nearly"].includes(result.note) ? "ask" : result.note;
    return result.fraction === 1 ? (result.notes.includes("spelling") ? "near" : "right") : "wrong";
  };
  const wanted = { right: ["right", "near"], near: ["near"], wrong: ["wrong", "ask"], ask: ["ask"] } as const;
  const unfair = (["right", "near", "wrong", "ask"] as const).flatMap((sort) =>
    (entry[sort] ?? [])
      .filter((text) => !wanted[sort].some((each) => each === worth(text)))
      .map((text) => `“${text}” is ${worth(text)}, not ${sort}`),
  );
  expect(unfair).toEqual([]);
});

function questionFor({ pack, fact, form, key }: Entry): Question {
  let facts = packs.get(pack);
  if (!facts) {
    facts = contentPack(pack);
    packs.set(pack, facts);
  }
  for (const question of questionsOf(facts, { seed: "fair", kinds: ["typed"], fact, ...(form && { forms: [form] }) }))
    if (question.key[0] === `e:${key}` && question.facts.includes(fact)) return question;
  throw new Error(`${pack} asks for no name ${key} by ${fact}`);
}
