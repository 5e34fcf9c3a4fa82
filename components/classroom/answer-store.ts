/** What this browser keeps of a quiz until the server has it: a database of its own for each learner, the newest answer of each question. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Response as Answer } from "@/lib/questions/question.ts";

/** An answer on its way; the id is the step's, so that sending twice is sending once. */
export type Waiting = { readonly id: string; readonly answer: Answer };

interface Store extends DBSchema {
  /** By attempt and slot. */
  answers: { key: [string, number]; value: Waiting };
}

/** One learner's answers in this browser. */
export type AnswerStore = IDBPDatabase<Store>;

/** Opens a learner's database; null where the browser keeps nothing (then only this page does). */
export function openAnswers(learner: string): Promise<AnswerStore | null> {
  return openDB<Store>(`recite-quiz-${learner}`, 1, {
    upgrade: (db) => void db.createObjectStore("answers"),
    // Another tab brings a newer version, or the learner signs out: give way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  }).catch(() => null);
}

/** Puts an answer in the place of an earlier one to the same question. */
export async function put(store: AnswerStore, attempt: string, slot: number, waiting: Waiting): Promise<void> {
  await store.put("answers", waiting, [attempt, slot]);
}

/** The answers of an attempt that wait, by slot. */
export async function waitingOf(store: AnswerStore, attempt: string): Promise<Map<number, Waiting>> {
  const own = IDBKeyRange.bound([attempt, 0], [attempt, Number.POSITIVE_INFINITY]);
  const { store: answers } = store.transaction("answers");
  const [keys, values] = await Promise.all([answers.getAllKeys(own), answers.getAll(own)]);
  return new Map(keys.map(([, slot], place) => [slot, values[place]!]));
}

/** Is this still the newest answer to its question? Another tab may have given or sent a later one. */
export async function isNewest(store: AnswerStore, attempt: string, slot: number, id: string): Promise<boolean> {
  return (await store.get("answers", [attempt, slot]))?.id === id;
}

/** Forgets an answer that the server has, unless a newer one has taken its place. */
export async function forget(store: AnswerStore, attempt: string, slot: number, id: string): Promise<void> {
  const transaction = store.transaction("answers", "readwrite");
  const kept = await transaction.store.get([attempt, slot]);
  if (kept?.id === id) await transaction.store.delete([attempt, slot]);
  await transaction.done;
}

/** Forgets what waits of an attempt that takes no more answers. */
export async function forgetAll(store: AnswerStore, attempt: string): Promise<void> {
  await store.delete("answers", IDBKeyRange.bound([attempt, 0], [attempt, Number.POSITIVE_INFINITY]));
}
