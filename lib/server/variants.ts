import "server-only";
/** The variants of a quiz: made of its draft when it is published, stored with it in one transaction, and never changed after. */
import type { PoolClient } from "pg";
import { isOfPeriod } from "../classroom/candidates.ts";
import { fits } from "../classroom/plan.ts";
import type { Slot } from "../classroom/results.ts";
import { makeVariants, type VariantSlot } from "../classroom/variants.ts";
import { countVariants, oneForAll } from "../classroom/variety.ts";
import type { Question } from "../questions/question.ts";
import type { AssignmentDraft } from "./assignments.ts";
import { bankOf } from "./bank.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";

/** Variants with the hashes of their stored questions; `draft` is what they were made of, slot by slot. */
export type StoredVariants = {
  readonly draft: readonly { readonly slot: number; readonly hash: string }[];
  readonly slots: readonly (Omit<VariantSlot, "question"> & { readonly variant: number; readonly hash: string })[];
};

/** Makes the variants of a draft as its plan says, and stores their questions; null when everybody has the draft as it is. */
export async function prepareVariants(draft: AssignmentDraft): Promise<StoredVariants | null> {
  const variety = draft.plan.variety ?? oneForAll;
  const { rows } = await db().pool.query<{ students: number }>(
    "select count(*)::int as students from member where class_id = $1 and role = 'student' and removed_at is null",
    [draft.classId],
  );
  const count = countVariants(variety, rows[0]!.students);
  if (count === 1 && !variety.shuffleQuestions && !variety.shuffleOptions) return null;
  const facts = count > 1 ? await factsFor(draft.packId) : null;
  const bank = facts ? [...(await bankOf(facts)).values()] : [];
  const candidates = bank.filter((each) => fits(each, draft.plan) && isOfPeriod(facts!, each, draft.plan.period));
  const variants = makeVariants(draft.slots, candidates, { ...variety, count, seed: draft.plan.seed });
  const questions = [...new Set(variants.flat().map(({ question }) => question))];
  const hashes = await storeQuestions(questions);
  const hashOf = new Map(questions.map((question, index) => [question, hashes[index]!]));
  return {
    draft: draft.slots.map(({ slot, hash }) => ({ slot, hash })),
    slots: variants.flatMap((variant, index) =>
      variant.map(({ question, ...slot }) => ({ ...slot, variant: index + 1, hash: hashOf.get(question)! })),
    ),
  };
}

/** Is the draft still the one that these were made of? Its slots are held until the transaction ends, so that a swap waits and then finds the quiz published. */
export async function isStillDraft(
  client: PoolClient,
  assignmentId: string,
  { draft }: StoredVariants,
): Promise<boolean> {
  const { rows } = await client.query<{ slot: number; hash: string }>(
    "select slot, question_hash as hash from variant_slot where assignment_id = $1 and variant = 1 order by slot for update",
    [assignmentId],
  );
  const isSame = ({ slot, hash }: (typeof rows)[number], index: number) =>
    slot === draft[index]?.slot && hash === draft[index].hash;
  return rows.length === draft.length && rows.every(isSame);
}

/** Stores prepared variants in place of the draft's one, in the transaction that publishes. */
export async function storeVariants(
  client: PoolClient,
  assignmentId: string,
  { slots }: StoredVariants,
): Promise<void> {
  await client.query("delete from variant where assignment_id = $1", [assignmentId]);
  await client.query(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as t(variant int, slot int, hash text, points numeric, position int)),
     made as (insert into variant (assignment_id, number) select distinct $1::uuid, variant from given returning number)
     insert into variant_slot (assignment_id, variant, slot, question_hash, points, position)
     select $1, variant, slot, hash, points, position from given where variant in (select number from made)`,
    [assignmentId, JSON.stringify(slots)],
  );
}

/** The questions with keys, by slot, of each variant that somebody has, and of the first; equal questions are one object. For the server alone. */
export async function readGivenVariants(assignmentId: string): Promise<ReadonlyMap<number, readonly Slot[]>> {
  const given = `s.assignment_id = $1 and (s.variant = 1 or s.variant in (select variant from attempt where assignment_id = $1))`;
  const [slots, questions] = await Promise.all([
    db().pool.query<{ variant: number; slot: number; hash: string; points: string }>(
      `select s.variant, s.slot, s.question_hash as hash, s.points from variant_slot s where ${given} order by s.variant, s.slot`,
      [assignmentId],
    ),
    db().pool.query<{ hash: string; snapshot: Question }>(
      `select hash, snapshot from question where hash in (select s.question_hash from variant_slot s where ${given})`,
      [assignmentId],
    ),
  ]);
  const snapshots = new Map(questions.rows.map(({ hash, snapshot }) => [hash, snapshot]));
  const placed = slots.rows.flatMap(({ variant, slot, hash, points }) => {
    const question = snapshots.get(hash);
    return question ? [{ variant, slot: { slot, question, pointsMax: Number(points) } }] : [];
  });
  const byVariant = Map.groupBy(placed, ({ variant }) => variant);
  return new Map([...byVariant].map(([variant, own]) => [variant, own.map(({ slot }) => slot)]));
}
