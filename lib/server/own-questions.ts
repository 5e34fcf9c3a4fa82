import "server-only";
/** Questions that an instructor writes into a draft, writes anew, and moves; taking out and points are those of any place (draft-slots.ts). */
import { isOwn, type Own, ownOf, problemsOfOwn, questionOfOwn } from "../classroom/own.ts";
import { countMax } from "../classroom/plan.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { editDraft, type Place, type Refused } from "./draft-edit.ts";
import { newId } from "./id.ts";
import { storeQuestions } from "./questions.ts";
import type { Viewer } from "./viewer.ts";

type Written =
  | { readonly kind: "written" }
  | { readonly kind: "wrong"; readonly problems: Readonly<Record<string, string>> }
  | { readonly kind: "full" }
  | Refused
  | { readonly kind: "not-found" };

/** What is written in a place of a draft; null for who does not teach the class, and where nobody wrote the question. */
export async function readOwn(
  viewer: Viewer,
  { assignmentId, slot }: Place,
): Promise<{
  readonly draft: AssignmentDraft;
  readonly own: Own;
  readonly hash: string;
  readonly points: number;
} | null> {
  const draft = await readAssignment(viewer, assignmentId);
  const current = draft?.slots.find((each) => each.slot === slot);
  const own = current && ownOf(current.question);
  return draft && !draft.publishedAt && own ? { draft, own, hash: current.hash, points: current.points } : null;
}

/** Puts a written question at the end of a draft; it stays whatever is drawn anew, and stands in all variants. */
export async function writeOwn(
  viewer: Viewer,
  { assignmentId, own, points }: { readonly assignmentId: string; readonly own: Own; readonly points: number },
  now: Date,
): Promise<Written> {
  const draft = await readAssignment(viewer, assignmentId);
  if (!draft) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  const problems = problemsOfOwn(own);
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  if (draft.slots.length >= countMax) return { kind: "full" };
  const [hash] = await storeQuestions([questionOfOwn(own, { ...aboutOf(draft), id: `own-${newId(now)}` })]);
  const line = { what: "question-written", changed: { place: [null, draft.slots.length + 1] } } as const;
  const outcome = await editDraft(
    viewer,
    draft,
    line,
    async (client) => {
      const { rowCount } = await client.query(
        `insert into variant_slot (assignment_id, variant, slot, question_hash, points, pinned)
         select $1, 1, coalesce(max(slot), 0) + 1, $2, $3, true from variant_slot where assignment_id = $1 and variant = 1
         having count(*) < $4`,
        [draft.id, hash, points, countMax],
      );
      return rowCount === 1;
    },
    "any",
  );
  return outcome.kind === "changed" ? { kind: "written" } : outcome;
}

/** Writes a written question anew, in its place. */
export async function rewriteOwn(
  viewer: Viewer,
  { own, points, ...place }: Place & { readonly own: Own; readonly points: number },
): Promise<Written> {
  const draft = await readAssignment(viewer, place.assignmentId);
  const current = draft?.slots.find(({ slot }) => slot === place.slot);
  if (!draft || !current || !isOwn(current.question)) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  if (place.hash !== undefined && place.hash !== current.hash) return { kind: "stale" };
  const problems = problemsOfOwn(own);
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  const [hash] = await storeQuestions([questionOfOwn(own, { ...aboutOf(draft), id: current.question.id })]);
  const number = draft.slots.indexOf(current) + 1;
  const line = { what: "question-rewritten", changed: { place: [number, number] } } as const;
  const outcome = await editDraft(
    viewer,
    draft,
    line,
    async (client) => {
      const { rowCount } = await client.query(
        `update variant_slot set question_hash = $4, points = $5
          where assignment_id = $1 and variant = 1 and slot = $2 and question_hash = $3`,
        [draft.id, place.slot, current.hash, hash, points],
      );
      return rowCount === 1;
    },
    "any",
  );
  return outcome.kind === "changed" ? { kind: "written" } : outcome;
}

/** Moves a question of a draft one place up or down; at the end of the list it stays. */
export async function moveSlot(
  viewer: Viewer,
  { up, ...place }: Place & { readonly up: boolean },
): Promise<{ readonly kind: "changed" } | Refused | { readonly kind: "not-found" }> {
  const draft = await readAssignment(viewer, place.assignmentId);
  const index = draft?.slots.findIndex(({ slot }) => slot === place.slot) ?? -1;
  const current = draft?.slots[index];
  if (!draft || !current) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  if (place.hash !== undefined && place.hash !== current.hash) return { kind: "stale" };
  const to = up ? index - 1 : index + 1;
  const other = draft.slots[to];
  if (!other) return { kind: "changed" };
  const line = { what: "question-moved", changed: { place: [index + 1, to + 1] } } as const;
  return editDraft(viewer, draft, line, async (client) => {
    const { rowCount } = await client.query(
      // Each takes what the other has.
      `update variant_slot s set question_hash = o.question_hash, points = o.points, pinned = o.pinned from variant_slot o
        where s.assignment_id = $1 and o.assignment_id = $1 and s.variant = 1 and o.variant = 1
          and ((s.slot = $2 and o.slot = $3) or (s.slot = $3 and o.slot = $2))`,
      [draft.id, current.slot, other.slot],
    );
    return rowCount === 2;
  });
}

const aboutOf = ({ packId: pack, slots }: AssignmentDraft) => ({
  pack,
  revision: slots[0]?.question.revision ?? "",
});
