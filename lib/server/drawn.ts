import "server-only";
import type { Facts } from "../facts/facts.ts";
import type { Question } from "../questions/question.ts";

/** Questions drawn lately, for each revision in memory; seeds are few, so most bundles find theirs here. */
const drawn = new WeakMap<Facts, Map<string, readonly Question[]>>();
const mostKept = 3_000;

/** What `draw` gives for these wishes, drawn once: the same pack, wishes and seed give the same questions anywhere. */
export function drawnOnce(facts: Facts, wishes: object, draw: () => readonly Question[]): readonly Question[] {
  let kept = drawn.get(facts);
  if (!kept) {
    kept = new Map();
    drawn.set(facts, kept);
  }
  const name = JSON.stringify(wishes);
  const questions = kept.get(name) ?? draw();
  kept.delete(name);
  kept.set(name, questions);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return questions;
}
