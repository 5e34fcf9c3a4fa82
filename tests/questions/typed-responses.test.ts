/** What people type, from typed-responses.yaml: written from the rules for marking before the marker was run on it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Facts } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Direction, Kind, Mark, Question, Response } from "@/lib/questions/question.ts";
import { everyPack } from "@/tests/support/content-packs.ts";
import { aQuestion } from "@/tests/support/question.ts";

type Entry = {
  readonly pack?: string;
  readonly fact?: string;
  readonly direction?: Direction;
  readonly kind?: Kind;
  readonly key?: readonly string[];
  readonly twice?: boolean;
  readonly says: readonly (readonly [string, string])[];
};

const file = path.join(import.meta.dirname, "typed-responses.yaml");
const entries = parse(readFileSync(file, "utf8")) as readonly Entry[];
const packs = new Map<string, Facts>(everyPack());

test("there are more than three hundred of them, no two of one question alike", () => {
  expect(entries.flatMap(({ says }) => says).length).toBeGreaterThan(300);
  for (const { says } of entries) expect(new Set(says.map(([text]) => text)).size).toBe(says.length);
});

describe.each(entries)("$pack $fact $kind $direction $key, second response: $twice", (entry) => {
  const question = questionFor(entry);
  test.each(entry.says)("%j is %s", (text, worth) => {
    const result = mark(question, responseTo(question, text), { second: entry.twice ?? false });
    expect(toldAs(result, worth)).toBe(worth);
  });
});

function questionFor({ pack, fact, direction, kind = "typed", key }: Entry): Question {
  if (key) return aQuestion({ kind, key, answer: key[0]!.slice(2), accepts: [] });
  for (const question of questionsOf(packs.get(pack!)!, { seed: "typed", kinds: [kind], fact: fact! })) {
    const { card } = question;
    if (card && card.fact === fact && (!direction || card.direction === direction)) return question;
  }
  throw new Error(`${pack} has no ${kind} question of ${fact}`);
}

function responseTo({ kind }: Question, text: string): Response {
  return { kind: kind === "date" || kind === "number" ? kind : "typed", text };
}

/** The mark in the words of the table, as exactly as the expectation has them. */
function toldAs(result: Mark, worth: string): string {
  if (worth === "no") return result.kind === "ask-again" || result.fraction === 0 ? "no" : "accepted";
  if (result.kind === "ask-again") return worth.includes("(") ? `ask (${result.note})` : "ask";
  const { fraction, notes, mistakenFor } = result;
  const remark = worth.includes("(e:") ? mistakenFor : notes.find((note) => worth.includes(`(${note})`));
  const inBrackets = worth.includes("(") ? ` (${remark ?? "none"})` : "";
  if (fraction === 1) return `right${inBrackets}`;
  if (fraction === 0) return `wrong${inBrackets}`;
  return worth === "part" ? "part" : `part ${fraction.toFixed(2)}`;
}
