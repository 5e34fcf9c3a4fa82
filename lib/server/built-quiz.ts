import "server-only";
/** Quizzes that stand in their address: drawn, changed and read without anything being stored. */
import type { Asked, Built } from "../classroom/built.ts";
import { drawQuestions, swapFor } from "../classroom/plan.ts";
import type { Quiz } from "../interop/item.ts";
import type { Question } from "../questions/question.ts";
import { type Bank, bankOf } from "./bank.ts";
import { factsFor } from "./packs.ts";
import { readReserved } from "./reserved.ts";
import type { Viewer } from "./viewer.ts";

/** A built quiz with its keys: it is made of a pack that anybody may read, and of nothing that a quiz reserves for the viewer. */
export type BuiltQuiz = {
  readonly built: Built;
  readonly title: string;
  readonly questions: readonly Question[];
  /** How many that stood in the address are not there: the pack has changed, or a quiz reserves them. */
  readonly gone: number;
};

/** Draws the questions of a plan; null when the pack is not there. Empty where nothing fits. */
export async function drawBuilt(viewer: Viewer | null, built: Omit<Built, "chosen">, now: Date): Promise<Built | null> {
  const open = await openQuestions(viewer, built.pack, now);
  return open && { ...built, chosen: drawQuestions([...open.values()], built).map(({ id }) => id) };
}

/** The questions of a built quiz; null when the pack is not there. */
export async function readBuilt(viewer: Viewer | null, built: Built, now: Date): Promise<BuiltQuiz | null> {
  const facts = await factsFor(built.pack);
  const open = await openQuestions(viewer, built.pack, now);
  if (!facts || !open) return null;
  const questions = built.chosen.flatMap((id) => open.get(id) ?? []);
  return {
    built: { ...built, chosen: questions.map(({ id }) => id) },
    title: built.title || facts.pack.title,
    questions,
    gone: built.chosen.length - questions.length,
  };
}

/** The same as it is taken away. */
export async function builtAsQuiz(viewer: Viewer | null, asked: Asked, now: Date): Promise<Quiz | null> {
  const read = await readBuilt(viewer, { ...asked, count: asked.count ?? asked.chosen.length }, now);
  if (!read || read.questions.length === 0) return null;
  return {
    title: read.title,
    variant: 1,
    questions: read.questions.map((question, index) => ({ number: index + 1, points: 1, question })),
  };
}

/** Puts the next question in a place, counted from 1 (`swapFor`); null when nothing else fits there, or there is no such place. */
export async function swapBuilt(viewer: Viewer | null, built: Built, place: number, now: Date): Promise<Built | null> {
  const open = await openQuestions(viewer, built.pack, now);
  const current = open?.get(built.chosen[place - 1] ?? "");
  if (!open || !current) return null;
  const others = built.chosen.flatMap((id, index) => (index === place - 1 ? [] : (open.get(id) ?? [])));
  const next = swapFor(current, others, [...open.values()], built);
  return next && { ...built, chosen: built.chosen.with(place - 1, next.id) };
}

/** What may be asked in front of this viewer, by id. */
async function openQuestions(viewer: Viewer | null, pack: string, now: Date): Promise<Bank | null> {
  const facts = await factsFor(pack);
  if (!facts) return null;
  const [bank, reserved] = await Promise.all([bankOf(facts), readReserved(viewer, facts, now)]);
  return reserved.facts.size === 0 ? bank : new Map([...bank].filter(([, question]) => !reserved.tells(question)));
}
