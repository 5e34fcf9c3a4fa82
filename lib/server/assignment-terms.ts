import "server-only";
/** When an assignment opens, is due and closes, and on what terms it is taken: set before publishing and afterwards, guarded by the version that was read. */
import type { PoolClient } from "pg";
import { problemsOfTerms, type Terms } from "../classroom/terms.ts";
import { instantOfWall } from "../classroom/wall.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { renewAccommodatedUntil } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import { isStillDraft, prepareVariants, storeVariants } from "./variants.ts";
import type { Viewer } from "./viewer.ts";

/** What an instructor may set; wall times are of the assignment's zone, YYYY-MM-DDTHH:MM. */
export type WantedTerms = {
  readonly title: string;
  readonly opensWall: string;
  readonly dueWall: string | null;
  readonly closesWall: string;
  readonly password: string | null;
} & Pick<Terms, "limitMinutes" | "attemptsMax" | "counts" | "lateDeduction" | "graceSeconds" | "release">;

/** Which assignment, and the version that was read of it. */
type Which = { readonly assignmentId: string; readonly version: number };

/** What is wrong, a code for each field: opens, due, closes, why. */
export type WrongTerms = { readonly kind: "wrong"; readonly problems: Readonly<Record<string, string>> };

/** Sets title, window and whatever else is said, makes the variants, and publishes; the version read must still be the one stored. */
export async function publishAssignment(
  viewer: Viewer,
  wanted: Which & Pick<WantedTerms, "title" | "opensWall" | "closesWall"> & Partial<WantedTerms>,
  now: Date,
): Promise<{ kind: "published" } | WrongTerms | { kind: "stale" } | { kind: "not-found" }> {
  const draft = await readAssignment(viewer, wanted.assignmentId);
  if (!draft) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "stale" };
  const outcome = await setTerms(draft, wanted, { publishedAt: now, now });
  return outcome.kind === "saved" ? { kind: "published" } : outcome;
}

/** Sets the terms of a draft or of a published quiz; attempts that run follow them. What was decided at handing in stays. */
export async function saveTerms(
  viewer: Viewer,
  wanted: Which & WantedTerms,
  now: Date,
): Promise<{ kind: "saved" } | WrongTerms | { kind: "stale" } | { kind: "not-found" }> {
  const draft = await readAssignment(viewer, wanted.assignmentId);
  return draft ? setTerms(draft, wanted, { publishedAt: draft.publishedAt, now }) : { kind: "not-found" };
}

/** Closes a running quiz now, but for those with another window; what was due later is due now. */
export async function closeNow(viewer: Viewer, assignmentId: string, now: Date, wallNow: string): Promise<boolean> {
  const draft = await readAssignment(viewer, assignmentId);
  if (!draft?.publishedAt || draft.closesAt <= now || draft.opensAt >= now) return false;
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `update assignment set closes_at = $3, closes_wall = $4, due_at = case when due_at > $3 then $3 else due_at end,
              due_wall = case when due_at > $3 then $4 else due_wall end, version = version + 1
        where id = $1 and version = $2`,
      [draft.id, draft.version, now, wallNow],
    );
    if (!rowCount) return false;
    await renewAccommodatedUntil(client, draft.id, now);
    return true;
  });
}

async function setTerms(
  draft: AssignmentDraft,
  wanted: Which & Partial<WantedTerms>,
  { publishedAt, now }: { readonly publishedAt: Date | null; readonly now: Date },
): Promise<{ kind: "saved" } | WrongTerms | { kind: "stale" }> {
  const before = { ...draft.terms, ...wallsOf(draft), title: draft.title, password: draft.password };
  const { assignmentId, version, ...said } = wanted;
  const set = { ...before, ...said };
  // What was not touched keeps its instant: a quiz that was closed by hand closed at a second, which no wall time says.
  const instant = (wall: string, was: string | null, at: Date | null) =>
    wall === was ? at : instantOfWall(wall, draft.zone);
  const opensAt = instant(set.opensWall, draft.opensWall, draft.opensAt);
  const closesAt = instant(set.closesWall, draft.closesWall, draft.closesAt);
  const dueAt = set.dueWall === null ? null : instant(set.dueWall, draft.dueWall, draft.terms.dueAt);
  if (!opensAt || !closesAt || (set.dueWall !== null && !dueAt)) {
    const bad = { opens: opensAt, due: set.dueWall === null || dueAt, closes: closesAt };
    const fields = Object.entries(bad).flatMap(([field, good]) => (good ? [] : [[field, "bad-time"]]));
    return { kind: "wrong", problems: Object.fromEntries(fields) };
  }
  const isNewClose = !draft.publishedAt || closesAt.getTime() !== draft.closesAt.getTime();
  const problems = {
    ...(isNewClose && closesAt <= now ? { closes: "closes-in-the-past" } : {}),
    ...problemsOfTerms({ opensAt, dueAt, closesAt, release: set.release }),
  };
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  const variants = publishedAt && !draft.publishedAt ? await prepareVariants(draft) : null;
  const stored = await inTransaction(async (client) => {
    if (variants && !(await isStillDraft(client, assignmentId, variants))) return false;
    const isStored = await store(client, { assignmentId, version }, { ...set, opensAt, dueAt, closesAt, publishedAt });
    if (isStored && variants) await storeVariants(client, assignmentId, variants);
    if (isStored) await renewAccommodatedUntil(client, assignmentId, now);
    return isStored;
  });
  return { kind: stored ? "saved" : "stale" };
}

const wallsOf = ({ opensWall, dueWall, closesWall }: AssignmentDraft) => ({ opensWall, dueWall, closesWall });

async function store(
  client: PoolClient,
  { assignmentId, version }: Which,
  set: WantedTerms & Pick<Terms, "opensAt" | "dueAt" | "closesAt" | "publishedAt">,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update assignment set title = $3, opens_wall = $4, opens_at = $5, due_wall = $6, due_at = $7, closes_wall = $8, closes_at = $9,
            password = $10, limit_minutes = $11, attempts_max = $12, counts = $13, late_deduction = $14, grace_seconds = $15,
            marks_shown = $16, answers_shown = $17, why_shown = $18, published_at = $19, version = version + 1
      where id = $1 and version = $2`,
    [
      ...[assignmentId, version, set.title, set.opensWall, set.opensAt, set.dueWall, set.dueAt, set.closesWall],
      ...[set.closesAt, set.password, set.limitMinutes, set.attemptsMax, set.counts, set.lateDeduction],
      ...[set.graceSeconds, set.release.marks, set.release.answers, set.release.why, set.publishedAt],
    ],
  );
  return rowCount === 1;
}
