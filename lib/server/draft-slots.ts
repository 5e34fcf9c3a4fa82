import "server-only";
/** What an instructor does to single places of a draft: swap, take out, pin, leave out for good, give points, draw the rest anew. Nothing of it once published. */
import type { PoolClient } from "pg";
import { candidatesOf } from "../classroom/candidates.ts";
import { drawQuestions, fits, type Plan, standTogether, swapFor } from "../classroom/plan.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { type AssignmentDraft, readAssignment, type SlotLine } from "./assignments.ts";
import type { Changed as Changes, Line } from "./audit.ts";
import { editDraft, type Place, type Refused } from "./draft-edit.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { newToken, type Viewer } from "./viewer.ts";

type Changed = { readonly kind: "changed" } | Refused | { readonly kind: "not-found" };

/** Pins a place or lets it go: a pinned question stays when others are drawn anew, and stands in all variants. */
export async function pinSlot(
  viewer: Viewer,
  { pinned, ...place }: Place & { readonly pinned: boolean },
): Promise<Changed> {
  return setColumn(viewer, place, { column: "pinned", what: "question-pinned", value: pinned });
}

/** Gives a place its points; `was` is how many were read there. */
export async function setPoints(
  viewer: Viewer,
  { points, was, ...place }: Place & { readonly points: number; readonly was?: number },
): Promise<Changed> {
  return setColumn(viewer, place, { column: "points", what: "points-set", value: points, was });
}

/** Puts the next question in a place of a draft (`swapFor`). */
export async function swapSlot(
  viewer: Viewer,
  place: Place,
): Promise<{ readonly kind: "swapped" } | Exclude<Changed, { kind: "changed" }> | { readonly kind: "nothing-else" }> {
  const found = await placeOf(viewer, place);
  if (found.kind !== "found") return found;
  const { draft, current } = found;
  const others = draft.slots.filter((each) => each !== current).map((each) => each.question);
  const question = swapFor(current.question, others, await candidatesFor(draft), draft.plan);
  if (!question) return { kind: "nothing-else" };
  const line = { what: "question-swapped", changed: named(draft, current) } as const;
  const outcome = await write(viewer, draft, draft.plan, line, [{ slot: current.slot, question }]);
  return outcome.kind === "changed" ? { kind: "swapped" } : outcome;
}

/** Takes a place out of a draft and says which it was, counted from 1, and how many are left. The last one stays: "nothing-else". */
export async function removeSlot(
  viewer: Viewer,
  place: Place,
): Promise<
  | { readonly kind: "removed"; readonly place: number; readonly left: number }
  | Exclude<Changed, { kind: "changed" }>
  | { readonly kind: "nothing-else" }
> {
  const found = await placeOf(viewer, place);
  if (found.kind !== "found") return found;
  const { draft, current } = found;
  if (draft.slots.length < 2) return { kind: "nothing-else" };
  const line = { what: "question-removed", changed: named(draft, current) } as const;
  const outcome = await write(viewer, draft, draft.plan, line, [{ slot: current.slot, question: null }]);
  if (outcome.kind !== "changed") return outcome;
  return { kind: "removed", place: draft.slots.indexOf(current) + 1, left: draft.slots.length - 1 };
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
  const line = { what: "question-left-out", changed: named(draft, current) } as const;
  return write(viewer, draft, plan, line, [{ slot: current.slot, question: next }]);
}

/** Draws every place that is not pinned anew; places for which nothing fits any more go. `nothing-else` when nothing is drawn; `version` is the one that was read. */
export async function redraw(
  viewer: Viewer,
  assignmentId: string,
  version?: number,
): Promise<Changed | { readonly kind: "nothing-else" }> {
  const draft = await readAssignment(viewer, assignmentId);
  if (!draft) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  if (version !== undefined && version !== draft.version) return { kind: "stale" };
  const free = draft.slots.filter(({ pinned }) => !pinned);
  const pinned = draft.slots.filter((each) => each.pinned);
  const candidates = (await candidatesFor(draft)).filter(
    (each) => fits(each, draft.plan) && pinned.every(({ question }) => standTogether(each, question)),
  );
  const drawn = drawQuestions(candidates, { ...draft.plan, count: free.length, seed: newToken() });
  if (drawn.length === 0) return { kind: "nothing-else" };
  return write(
    viewer,
    draft,
    draft.plan,
    { what: "questions-redrawn", changed: { questions: [free.length, drawn.length] } },
    free.map(({ slot }, index) => ({ slot, question: drawn[index] ?? null })),
  );
}

async function candidatesFor({ packId, plan }: AssignmentDraft): Promise<Question[]> {
  const facts = await factsFor(packId);
  return facts ? [...candidatesOf(facts, plan)] : [];
}

async function placeOf(
  viewer: Viewer,
  { assignmentId, slot, hash }: Place,
): Promise<
  | { readonly kind: "found"; readonly draft: AssignmentDraft; readonly current: SlotLine }
  | Exclude<Changed, { kind: "changed" }>
> {
  const draft = await readAssignment(viewer, assignmentId);
  const current = draft?.slots.find((each) => each.slot === slot);
  if (!draft || !current) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  return hash === undefined || hash === current.hash ? { kind: "found", draft, current } : { kind: "stale" };
}

async function setColumn<Value extends number | boolean>(
  viewer: Viewer,
  place: Place,
  set: { column: "pinned" | "points"; what: "question-pinned" | "points-set"; value: Value; was?: Value | undefined },
): Promise<Changed> {
  const found = await placeOf(viewer, place);
  if (found.kind !== "found") return found;
  const { draft, current } = found;
  const { column, what, value, was = current[column] } = set;
  const changed = { ...named(draft, current), [column]: [was, value] as const };
  const write = async (client: PoolClient) => {
    const { rowCount } = await client.query(
      `update variant_slot set ${column} = $3
        where assignment_id = $1 and variant = 1 and slot = $2 and question_hash = $4 and ${column} = $5`,
      [draft.id, current.slot, value, current.hash, was],
    );
    return rowCount === 1;
  };
  return editDraft(viewer, draft, { what, changed }, write, "any");
}

/** Which place it is, as it is counted on the screen. */
const named = (draft: AssignmentDraft, { slot }: SlotLine): Changes => {
  const place = draft.slots.findIndex((each) => each.slot === slot) + 1;
  return { place: [place, place] };
};

/** Stores a plan and questions in places (null: the place goes), where nobody has published or changed the draft since it was read. */
async function write(
  viewer: Viewer,
  draft: AssignmentDraft,
  plan: Plan,
  line: Pick<Line, "what" | "changed">,
  places: readonly { readonly slot: number; readonly question: Question | null }[],
): Promise<Changed> {
  await storeQuestions(places.flatMap(({ question }) => question ?? []));
  const given = places.map(({ slot, question }) => ({ slot, hash: question && hashQuestion(question) }));
  return editDraft(viewer, draft, line, async (client) => {
    await client.query("update assignment set plan = $2 where id = $1", [draft.id, plan]);
    await client.query(
      `with given as (select * from jsonb_to_recordset($2::jsonb) as t(slot int, hash text)),
       gone as (delete from variant_slot s using given g
                 where s.assignment_id = $1 and s.variant = 1 and s.slot = g.slot and g.hash is null)
       update variant_slot s set question_hash = g.hash from given g
        where s.assignment_id = $1 and s.variant = 1 and s.slot = g.slot and g.hash is not null`,
      [draft.id, JSON.stringify(given)],
    );
    return true;
  });
}
