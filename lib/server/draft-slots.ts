import "server-only";
/** What an instructor does to single places of a draft: pin, leave out for good, give points, draw the rest anew. Nothing of it once published. */
import { candidatesOf } from "../classroom/candidates.ts";
import { drawQuestions, fits, type Plan, standTogether, swapFor } from "../classroom/plan.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { type AssignmentDraft, readAssignment, type SlotLine } from "./assignments.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { inTransaction } from "./transaction.ts";
import { newToken, type Viewer } from "./viewer.ts";

type Place = { readonly assignmentId: string; readonly slot: number };
type Changed = { readonly kind: "changed" } | { readonly kind: "published" } | { readonly kind: "not-found" };

/** Pins a place or lets it go: a pinned question stays when others are drawn anew, and stands in all variants. */
export async function pinSlot(
  viewer: Viewer,
  { pinned, ...place }: Place & { readonly pinned: boolean },
): Promise<Changed> {
  return setColumn(viewer, place, "pinned", pinned);
}

/** Gives a place its points. */
export async function setPoints(
  viewer: Viewer,
  { points, ...place }: Place & { readonly points: number },
): Promise<Changed> {
  return setColumn(viewer, place, "points", points);
}

/** Leaves a question's facts out of this quiz for good, and puts the next question in its place; without another the place goes, unless it is the last. */
export async function excludeSlot(viewer: Viewer, place: Place): Promise<Changed | { readonly kind: "nothing-else" }> {
  const found = await placeOf(viewer, place);
  if (found.kind !== "found") return found;
  const { draft, current } = found;
  const plan: Plan = { ...draft.plan, excluded: [...(draft.plan.excluded ?? []), ...current.question.facts] };
  const others = draft.slots.filter((each) => each !== current).map((each) => each.question);
  const next = swapFor(current.question, others, await candidatesFor(draft), plan);
  if (!next && others.length === 0) return { kind: "nothing-else" };
  return write(draft, plan, [{ slot: current.slot, question: next }]);
}

/** Draws every place that is not pinned anew; places for which nothing fits any more go. `nothing-else` when nothing is drawn. */
export async function redraw(
  viewer: Viewer,
  assignmentId: string,
): Promise<Changed | { readonly kind: "nothing-else" }> {
  const draft = await readAssignment(viewer, assignmentId);
  if (!draft) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  const free = draft.slots.filter(({ pinned }) => !pinned);
  const pinned = draft.slots.filter((each) => each.pinned);
  const candidates = (await candidatesFor(draft)).filter(
    (each) => fits(each, draft.plan) && pinned.every(({ question }) => standTogether(each, question)),
  );
  const drawn = drawQuestions(candidates, { ...draft.plan, count: free.length, seed: newToken() });
  if (drawn.length === 0) return { kind: "nothing-else" };
  return write(
    draft,
    draft.plan,
    free.map(({ slot }, index) => ({ slot, question: drawn[index] ?? null })),
  );
}

async function candidatesFor({ packId, plan }: AssignmentDraft): Promise<Question[]> {
  const facts = await factsFor(packId);
  return facts ? [...candidatesOf(facts, plan)] : [];
}

async function placeOf(
  viewer: Viewer,
  { assignmentId, slot }: Place,
): Promise<
  | { readonly kind: "found"; readonly draft: AssignmentDraft; readonly current: SlotLine }
  | Exclude<Changed, { kind: "changed" }>
> {
  const draft = await readAssignment(viewer, assignmentId);
  const current = draft?.slots.find((each) => each.slot === slot);
  if (!draft || !current) return { kind: "not-found" };
  return draft.publishedAt ? { kind: "published" } : { kind: "found", draft, current };
}

async function setColumn(
  viewer: Viewer,
  place: Place,
  column: "pinned" | "points",
  value: boolean | number,
): Promise<Changed> {
  const found = await placeOf(viewer, place);
  if (found.kind !== "found") return found;
  const { rowCount } = await db().pool.query(
    `update variant_slot s set ${column} = $3 from assignment a
      where a.id = s.assignment_id and a.published_at is null and s.assignment_id = $1 and s.variant = 1 and s.slot = $2`,
    [place.assignmentId, place.slot, value],
  );
  return { kind: rowCount ? "changed" : "published" };
}

/** Stores a plan and questions in places (null: the place goes), where nobody has published or changed the draft since it was read. */
async function write(
  draft: AssignmentDraft,
  plan: Plan,
  places: readonly { readonly slot: number; readonly question: Question | null }[],
): Promise<Changed> {
  await storeQuestions(places.flatMap(({ question }) => question ?? []));
  const isWritten = await inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "update assignment set plan = $3, version = version + 1 where id = $1 and version = $2 and published_at is null",
      [draft.id, draft.version, plan],
    );
    if (!rowCount) return false;
    await client.query(
      `with given as (select * from jsonb_to_recordset($2::jsonb) as t(slot int, hash text)),
       gone as (delete from variant_slot s using given g
                 where s.assignment_id = $1 and s.variant = 1 and s.slot = g.slot and g.hash is null)
       update variant_slot s set question_hash = g.hash from given g
        where s.assignment_id = $1 and s.variant = 1 and s.slot = g.slot and g.hash is not null`,
      [
        draft.id,
        JSON.stringify(places.map(({ slot, question }) => ({ slot, hash: question && hashQuestion(question) }))),
      ],
    );
    return true;
  });
  return { kind: isWritten ? "changed" : "published" };
}
