import "server-only";
/** The questions of a pack from which guests' quizzes are drawn: the same for everybody, so they are made once. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { candidatesOf } from "../classroom/candidates.ts";
import { quizKinds } from "../classroom/plan.ts";
import type { Facts } from "../facts/facts.ts";
import type { Question } from "../questions/question.ts";

export type Bank = ReadonlyMap<string, Question>;

// Kept on globalThis: a page and a route have this module each for itself, and each would make its own of some thousand questions.
const kept = globalThis as typeof globalThis & { reciteBanks?: Map<string, Promise<Bank>> };
const mostKept = 6;

/** All questions of an edition that can be put in a quiz, by id; of the editions asked for last they are in memory. */
export function bankOf(facts: Facts): Promise<Bank> {
  kept.reciteBanks ??= new Map();
  const banks = kept.reciteBanks;
  const name = `${facts.pack.key} ${facts.revision}`;
  const bank = banks.get(name) ?? makeBank(facts);
  banks.delete(name);
  banks.set(name, bank);
  for (const oldest of banks.keys()) {
    if (banks.size <= mostKept) break;
    banks.delete(oldest);
  }
  bank.catch(() => banks.get(name) === bank && banks.delete(name));
  return bank;
}

async function makeBank(facts: Facts): Promise<Bank> {
  const bank = new Map<string, Question>();
  let since = performance.now();
  for (const question of candidatesOf(facts, { seed: "built", kinds: quizKinds })) {
    bank.set(question.id, question);
    // A large pack takes seconds: those who are answering a quiz must not wait for it.
    if (performance.now() - since < longestTurnMs) continue;
    await nextTurn();
    since = performance.now();
  }
  return bank;
}

const longestTurnMs = 10;
