import "server-only";
/** When an assignment opens, is due and closes, and on what terms it is taken: set before publishing and afterwards, guarded by the version that was read. */
import type { PoolClient } from "pg";
import { problemsOfTerms, type Terms } from "../classroom/terms.ts";
import { instantOfWall } from "../classroom/wall.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { audit, changes } from "./audit.ts";
import { renewAccommodatedUntil } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import { prepareVariants, storeVariants } from "./variants.ts";
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

/** What somebody else has stored since the version that was read. */
export type StaleTerms = { readonly kind: "stale"; readonly stored: WantedTerms };

/** Sets title, window and whatever else is said, makes the variants, and publishes; the version read must still be the one stored. */
export async function publishAssignment(
  viewer: Viewer,
  wanted: Which & Pick<WantedTerms, "title" | "opensWall" | "closesWall"> & Partial<WantedTerms>,
  now: Date,
): Promise<{ kind: "published" } | { kind: "archived" } | { kind: "not-found" } | WrongTerms | StaleTerms> {
  const draft = await readAssignment(viewer, wanted.assignmentId);
  if (!draft) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "stale", stored: shownOf(draft) };
  const outcome = await setTerms(viewer, draft, wanted, { publishedAt: now, now });
  return outcome.kind === "saved" ? { kind: "published" } : outcome;
}

/** Sets the terms of a draft or of a published quiz; attempts that run follow them. What was decided at handing in stays. */
export async function saveTerms(
  viewer: Viewer,
  wanted: Which & WantedTerms,
  now: Date,
): Promise<{ kind: "saved" } | { kind: "archived" } | { kind: "not-found" } | WrongTerms | StaleTerms> {
  const draft = await readAssignment(viewer, wanted.assignmentId);
  return draft ? setTerms(viewer, draft, wanted, { publishedAt: draft.publishedAt, now }) : { kind: "not-found" };
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
    const { classId, id: assignmentId } = draft;
    const changed = { closes: [draft.closesWall, wallNow] } as const;
    await audit(client, viewer, { what: "quiz-closed", classId, assignmentId, changed });
    return true;
  });
}

async function setTerms(
  viewer: Viewer,
  draft: AssignmentDraft,
  wanted: Which & Partial<WantedTerms>,
  { publishedAt, now }: { readonly publishedAt: Date | null; readonly now: Date },
): Promise<{ kind: "saved" } | { kind: "archived" } | WrongTerms | StaleTerms> {
  const before = shownOf(draft);
  const { assignmentId, version, ...said } = wanted;
  if (version !== draft.version) return { kind: "stale", stored: before };
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
  const outcome = await inTransaction(async (client) => {
    // Held, so that nobody puts the class away while a quiz begins to be open in it.
    const home = await client.query("select archived_at from class where id = $1 for share", [draft.classId]);
    if (isNewClose && home.rows[0]?.archived_at) return "archived";
    // Whatever is done to a draft raises its version: the variants are those of the draft that is stored.
    const isStored = await store(client, { assignmentId, version }, { ...set, opensAt, dueAt, closesAt, publishedAt });
    if (!isStored) return "stale";
    if (variants) await storeVariants(client, assignmentId, variants);
    await renewAccommodatedUntil(client, assignmentId, now);
    const what = publishedAt && !draft.publishedAt ? "quiz-published" : "terms-set";
    const changed = {
      ...changes(told(before), told(set)),
      ...(before.password === set.password ? {} : { password: [null, null] as const }),
    };
    await audit(client, viewer, { what, classId: draft.classId, assignmentId, changed });
    return "saved";
  });
  if (outcome === "saved") return { kind: "saved" };
  if (outcome === "archived") return { kind: "archived" };
  const isNow = await readAssignment(viewer, assignmentId);
  return { kind: "stale", stored: shownOf(isNow ?? draft) };
}

/** What may be set, as it is stored. */
function shownOf({ title, opensWall, dueWall, closesWall, password, terms }: AssignmentDraft): WantedTerms {
  const { limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release } = terms;
  const window = { title, opensWall, dueWall, closesWall, password };
  return { ...window, limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release };
}

/** What the log tells of terms: all but the password. */
function told({ opensWall: opens, dueWall: due, closesWall: closes, release, password: _, ...others }: WantedTerms) {
  return { ...others, opens, due, closes, ...release };
}

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
