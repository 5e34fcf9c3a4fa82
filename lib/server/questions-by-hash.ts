import "server-only";
import type { ClientBase, Pool } from "pg";
import type { Question } from "../questions/question.ts";
import { db } from "./db.ts";

/** Snapshots used lately, the last one at the end. A hash names its content, so nothing here goes stale. */
const kept = new Map<string, Question>();
const mostKept = 4_000;

/**
 * The stored questions of these hashes; unknown ones are absent. Inside a transaction give its connection: whoever holds
 * one and waits for another can wait for ever.
 */
export async function readQuestions(
  hashes: readonly string[],
  connection: ClientBase | Pool = db().pool,
): Promise<Map<string, Question>> {
  const found = new Map<string, Question>();
  const missing = new Set<string>();
  for (const hash of hashes) {
    const question = kept.get(hash);
    if (!question) missing.add(hash);
    else {
      kept.delete(hash);
      kept.set(hash, question);
      found.set(hash, question);
    }
  }
  if (missing.size > 0) {
    const { rows } = await connection.query<{ hash: string; snapshot: Question }>(
      "select hash, snapshot from question where hash = any($1)",
      [[...missing]],
    );
    for (const { hash, snapshot } of rows) {
      found.set(hash, snapshot);
      kept.set(hash, snapshot);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  }
  return found;
}
