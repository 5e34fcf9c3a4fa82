import "server-only";
/** What was done to classes, quizzes and accounts, and by whom: noted in the transaction that does it, and never changed after (a trigger and the app's role see to it). */
import type { ClientBase } from "pg";
import type { Viewer } from "./viewer.ts";

/** Everything that is noted, in the words of `history.what` of the interface. Who adds one adds its words. */
export const deeds = [
  ...["class-made", "class-copied", "class-changed", "class-archived", "class-unarchived", "join-code-renewed"],
  ...["sample-class-opened", "sample-class-deleted"],
  ...["teach-code-made", "teach-code-closed", "instructor-made", "came-to-teach", "instructor-removed"],
  ...["joined", "asked-to-join", "admitted", "turned-away", "removed", "let-back", "left", "student-changed"],
  ...["section-set", "invited", "invitation-taken-back"],
  ...["quiz-drafted", "question-swapped", "question-removed", "question-pinned", "question-left-out"],
  ...[
    "points-set",
    "questions-redrawn",
    "quiz-published",
    "terms-set",
    "quiz-closed",
    "accommodation-set",
    "score-set",
    "question-written",
    "question-rewritten",
    "question-moved",
    "key-corrected",
    "mark-given",
    "report-answered",
  ],
  ...["account-made", "account-linked", "accounts-merged", "signed-in", "sign-in-failed", "signed-out"],
  ...["admin-made", "user-disabled", "user-enabled", "instance-changed"],
  ...["password-changed", "name-changed", "settings-changed", "return-code-made"],
] as const;

export type Deed = (typeof deeds)[number];

/** A value small enough to be told; texts are cut at 120 characters. */
export type Small = string | number | boolean | null;

/** By field what was before and what is now, in the words of `history.field`. A pair of equals is no change: it says which one. */
export type Changed = Readonly<Record<string, readonly [Small, Small]>>;

/** What is noted. Never a secret (passwords, codes, tokens), a key, an answer, or anybody's name, number or address: people go by `about`. */
export type Line = {
  readonly what: Deed;
  /** The class whose instructors may read it. */
  readonly classId?: string | null;
  readonly assignmentId?: string | null;
  /** User ids of those it was done to. */
  readonly about?: readonly string[];
  readonly changed?: Changed;
};

/**
 * Notes what the viewer does (null: the server itself, or nobody who is known) in the transaction that does it: both are kept, or neither. People are stored by a
 * pseudonym that goes with their row.
 */
export async function audit(
  client: Pick<ClientBase, "query">,
  viewer: Pick<Viewer, "userId"> | null,
  { what, classId = null, assignmentId = null, about = [], changed = {} }: Line,
): Promise<void> {
  const cut = Object.entries(changed).map(([field, pair]) => [field, pair.map(short)]);
  await client.query(
    `insert into audit (actor, what, class_id, assignment_id, about, changed)
     select (select audit_id from "user" where id = $1), $2, $3, $4,
            array(select audit_id from "user" where id = any($5::uuid[]) order by id), $6`,
    [viewer?.userId ?? null, what, classId, assignmentId, about, JSON.stringify(Object.fromEntries(cut))],
  );
}

const short = (value: Small): Small =>
  typeof value === "string" && value.length > 120 ? `${value.slice(0, 119)}…` : value;

/** What differs between two states of the same fields; instants as ISO texts. Fields of one side alone are null on the other. */
export function changes(
  before: Readonly<Record<string, Small | Date | undefined>>,
  after: Readonly<Record<string, Small | Date | undefined>>,
): Changed {
  const small = (value: Small | Date | undefined): Small =>
    value instanceof Date ? value.toISOString() : (value ?? null);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const pairs = fields.map((field) => [field, [small(before[field]), small(after[field])]] as const);
  return Object.fromEntries(pairs.filter(([, [was, is]]) => was !== is));
}
