/** All checks of a single question (question-engine 1), and what they find. Every question of every pack passes them. */
import type { Facts } from "../../facts/facts.ts";
import { type Asked, askedOf } from "../bank.ts";
import { isRefusal } from "../form.ts";
import { frameOf } from "../forms/listed.ts";
import { queryOf } from "../forms.ts";
import type { Question } from "../question.ts";
import type { Check, Item, Severity } from "./check.ts";
import { cues } from "./cues.ts";
import { format } from "./format.ts";
import { names } from "./names.ts";
import { options } from "./options.ts";
import { stem } from "./stem.ts";
import { time } from "./time.ts";
import { truth } from "./truth.ts";

/** One fault of a question: the check that found it, how bad it is, and which fact and frame are to be mended. */
export type Finding = {
  readonly check: number;
  readonly severity: Severity;
  readonly by: Check["by"];
  readonly message: string;
  readonly fact: string;
  /** The list's or relation's frame that words it: `commanded.ask_from`, `advised-2024.ask_missing`; or `gloss of advised-2024`. */
  readonly frame: string;
  /** The list that words it; null where the relation does. */
  readonly list: string | null;
};

/** Every check, in the order of its number. */
export const checks: readonly Check[] = [...truth, ...time, ...cues, ...options, ...stem, ...names, ...format].toSorted(
  (a, b) => a.number - b.number,
);

/** All faults of a question; empty for a good one. */
export function findingsOf(facts: Facts, { ask, question }: Asked): Finding[] {
  const found = queryOf(facts, ask, question.seed);
  const item: Item = { facts, ask, question, query: isRefusal(found) ? null : found };
  return checks.flatMap((check) =>
    check.faults(item).map((message) => ({
      check: check.number,
      severity: check.severity,
      by: check.by,
      message,
      fact: question.facts[0]!,
      ...placeOf(facts, { ask, question }, message),
    })),
  );
}

/** What the checks find in all questions of the pack, with each question. */
export function* findingsOfPack(facts: Facts, seed: string): Generator<Finding & { readonly question: Question }> {
  for (const asked of askedOf(facts, { seed }))
    for (const finding of findingsOf(facts, asked)) yield { ...finding, question: asked.question };
}

/** The frame that a question is worded by, as its record and purpose; what is said of a list without a frame of its own is worded by the gloss. */
function placeOf(facts: Facts, { ask, question }: Asked, message: string): Pick<Finding, "frame" | "list"> {
  const fact = facts.fact(question.facts[0]!);
  const purpose = question.kind === "true-false" || question.kind === "cloze" ? "fact" : ask.purpose;
  if (ask.list !== null) {
    const list = facts.list(ask.list);
    const isSaid = purpose === "fact" || /^(?:why:|why not “|with “)/.test(message);
    if (isSaid && list.frames.fact === undefined) return { frame: `gloss of ${list.key}`, list: list.key };
    const own = purpose.replace(/_of_(?:subject|object)$/, "");
    if (list.frames[own] !== undefined && frameOf(facts, list, purpose) === list.frames[own])
      return { frame: `${list.key}.${own}`, list: list.key };
  }
  return { frame: `${fact.relation}.${purpose}`, list: null };
}
