/** Queries and verdicts in few words, for tests of the truth test. */
import type { Value } from "@/lib/facts/fact.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import type { AskedTime, Query } from "@/lib/facts/query.ts";
import { isKey, verdict } from "@/lib/facts/truth.ts";
import { aDate, lanternIsles } from "@/tests/support/fictional-pack.ts";

export const isles = indexPack(lanternIsles());

export const timeless: AskedTime = { kind: "timeless" };
export const on = (edtf: string): AskedTime => ({ kind: "during", days: aDate(edtf) });
export const asOf = (edtf: string, source: string | null = null): AskedTime => ({
  kind: "as-of",
  date: aDate(edtf),
  source,
});
export const entity = (key: string): Value => ({ kind: "entity", entity: key });
export const date = (edtf: string): Value => ({ kind: "date", date: aDate(edtf) });

export const who = (relation: string, object: string, time: AskedTime, list: string | null = null): Query => ({
  hole: "subject",
  relation,
  object: entity(object),
  time,
  list,
});
export const what = (subject: string, relation: string, time: AskedTime, list: string | null = null): Query => ({
  hole: "object",
  subject,
  relation,
  time,
  list,
});

/** "true", "false", or the reason why neither is sure. */
export function said(query: Query, value: Value | string, facts: Facts = isles): string {
  const found = verdict(facts, query, typeof value === "string" ? entity(value) : value);
  return found.verdict === "unknown" ? found.reason : found.verdict;
}

/** "yes" or the reason why not. */
export function key(query: Query, values: readonly string[], only = true, facts: Facts = isles): string {
  const answer = isKey(facts, query, values.map(entity), { only });
  return answer.yes ? "yes" : answer.reason;
}
