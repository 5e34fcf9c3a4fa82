import "server-only";
/** The variants of a quiz: made of its draft when it is published, stored with it in one transaction, and never changed after. */
import type { PoolClient } from "pg";
import { isOfPeriod } from "../classroom/candidates.ts";
import { fits } from "../classroom/plan.ts";
import type { Slot } from "../classroom/results.ts";
import { makeVariants, type VariantSlot } from "../classroom/variants.ts";
import { countVariants, oneForAll, variantsMax } from "../classroom/variety.ts";
import { pose } from "../questions/pose.ts";
import type { PosedQuestion } from "../questions/question.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { slotsOf } from "./attempts.ts";
import { bankOf } from "./bank.ts";
import { type Corrections, correctedSlot } from "./corrections.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { readQuestions } from "./questions-by-hash.ts";
import type { Viewer } from "./viewer.ts";

/** Variants with the hashes of their stored questions. */
export type StoredVariants = {
  readonly slots: readonly (Omit<VariantSlot, "question"> & { readonly variant: number; readonly hash: string })[];
};

/** Makes the variants of a draft as its plan says, and stores their questions; null when everybody has the draft as it is. */
export async function prepareVariants(draft: AssignmentDraft): Promise<StoredVariants | null> {
  const variants = await variantsOf(draft);
  if (!variants) return null;
  const questions = [...new Set(variants.flat().map(({ question }) => question))];
  const hashes = await storeQuestions(questions);
  const hashOf = new Map(questions.map((question, index) => [question, hashes[index]!]));
  return {
    slots: variants.flatMap((variant, index) =>
      variant.map(({ question, ...slot }) => ({ ...slot, variant: index + 1, hash: hashOf.get(question)! })),
    ),
  };
}

async function variantsOf(draft: AssignmentDraft): Promise<VariantSlot[][] | null> {
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
  return makeVariants(draft.slots, candidates, { ...variety, count, seed: draft.plan.seed });
}

/** How many variants of a quiz are stored; 0 for who does not teach its class. */
export async function countStored(viewer: Viewer, assignmentId: string): Promise<number> {
  const assignment = await readAssignment(viewer, assignmentId);
  return assignment ? db().prisma.variant.count({ where: { assignmentId: assignment.id } }) : 0;
}

/** One variant as its students see it. */
export type Preview = Pick<AssignmentDraft, "classId" | "className" | "title"> & {
  readonly number: number;
  /** How many variants there are, or will be. */
  readonly count: number;
  readonly slots: readonly { readonly slot: number; readonly points: number; readonly question: PosedQuestion }[];
};

/** A variant without its keys, before or after publishing, for those who teach the class; null for everybody else and where there is no such variant. Nothing is stored. */
export async function previewVariant(viewer: Viewer, assignmentId: string, number: number): Promise<Preview | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment || !Number.isInteger(number) || number < 1 || number > variantsMax) return null;
  const { classId, className, title } = assignment;
  const posed = ({ slot, question }: Pick<Slot, "slot" | "question">, points: number) => ({
    ...{ slot, points, question: pose(question) },
  });
  if (assignment.publishedAt) {
    const slots = await slotsOf(assignment.id, number, "shown");
    const count = await db().prisma.variant.count({ where: { assignmentId: assignment.id } });
    if (slots.length === 0) return null;
    return { classId, className, title, number, count, slots: slots.map((each) => posed(each, each.pointsMax)) };
  }
  const asDrafted = assignment.slots.map((each, index) => ({ ...each, position: index + 1 }));
  const variants: readonly (readonly VariantSlot[])[] = (await variantsOf(assignment)) ?? [asDrafted];
  const shown = variants[number - 1]?.toSorted((a, b) => a.position - b.position);
  if (!shown) return null;
  return {
    classId,
    className,
    title,
    number,
    count: variants.length,
    slots: shown.map((each) => posed(each, each.points)),
  };
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

/** The questions with keys as they are now, by slot, of each variant that somebody has, and of the first; equal questions are one object. For the server alone. */
export async function readGivenVariants(
  assignmentId: string,
  corrections: Corrections,
): Promise<ReadonlyMap<number, readonly Slot[]>> {
  const { rows } = await db().pool.query<{ variant: number; slot: number; hash: string; points: string }>(
    `select s.variant, s.slot, s.question_hash as hash, s.points from variant_slot s
      where s.assignment_id = $1 and (s.variant = 1 or s.variant in (select variant from attempt where assignment_id = $1))
      order by s.variant, s.slot`,
    [assignmentId],
  );
  const questions = await readQuestions(rows.map(({ hash }) => hash));
  const snapshots = new Map(
    [...questions].map(([hash, question]) => [hash, correctedSlot(question, corrections.get(hash))]),
  );
  const placed = rows.flatMap(({ variant, slot, hash, points }) => {
    const question = snapshots.get(hash);
    return question ? [{ variant, slot: { slot, ...question, pointsMax: Number(points) } }] : [];
  });
  const byVariant = Map.groupBy(placed, ({ variant }) => variant);
  return new Map([...byVariant].map(([variant, own]) => [variant, own.map(({ slot }) => slot)]));
}
