import "server-only";
/** Question snapshots, stored under the hash of their content: written once, never changed. */
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { db } from "./db.ts";

// What this process has stored already; a snapshot is never deleted, so knowing it once is knowing it.
const stored = new Set<string>();

/** Stores those that are new and returns the hashes in the order given; storing twice is storing once. */
export async function storeQuestions(questions: readonly Question[]): Promise<string[]> {
  const hashes = questions.map(hashQuestion);
  const fresh = new Map<string, Question>();
  questions.forEach((question, index) => {
    if (!stored.has(hashes[index]!)) fresh.set(hashes[index]!, question);
  });
  if (fresh.size > 0) {
    // Sorted, so that two requests that store the same questions wait for each other instead of locking each other out.
    const rows = [...fresh]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([hash, question]) => ({ hash, pack: question.pack, snapshot: question }));
    await db().pool.query(
      `insert into question (hash, pack_id, snapshot)
       select hash, pack, snapshot from jsonb_to_recordset($1::jsonb) as t(hash text, pack text, snapshot jsonb)
       on conflict (hash) do nothing`,
      [JSON.stringify(rows)],
    );
    for (const hash of fresh.keys()) stored.add(hash);
  }
  return hashes;
}
