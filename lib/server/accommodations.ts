import "server-only";
/** Accommodations: one record for each student and assignment, kept by those who teach the class. */
import { type OwnTerms, ownTerms, type Terms } from "../classroom/terms.ts";
import { instantOfWall } from "../classroom/wall.ts";
import { readAssignment } from "./assignments.ts";
import { audit, changes } from "./audit.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { renewAccommodatedUntil } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What a student has otherwise; wall times are of the assignment's zone, null is as for everybody. */
export type WantedAccommodation = {
  /** 100..400 */
  readonly timePercent: number;
  readonly opensWall: string | null;
  readonly dueWall: string | null;
  readonly closesWall: string | null;
  readonly moreAttempts: number;
};

/** A student's accommodation as its form needs it. */
export type AccommodationPage = WantedAccommodation & {
  readonly assignmentId: string;
  readonly classId: string;
  readonly userId: string;
  readonly name: string;
  readonly zone: string;
  /** 0: there is none yet. */
  readonly version: number;
  readonly terms: Terms;
  /** What holds for the student as it is stored. */
  readonly own: OwnTerms;
};

const none = { timePercent: 100, opensWall: null, dueWall: null, closesWall: null, moreAttempts: 0 };

/** One student's accommodation in one assignment, or what it would start from; null for whoever does not teach the class, and for who is no student of it. */
export async function readAccommodation(
  viewer: Viewer,
  assignmentId: string,
  userId: string,
): Promise<AccommodationPage | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment || !isUuid(userId)) return null;
  const { prisma } = db();
  const key = { classId_userId: { classId: assignment.classId, userId } };
  const [member, row] = await Promise.all([
    prisma.member.findUnique({ where: key, select: { name: true, role: true, removedAt: true } }),
    prisma.accommodation.findUnique({ where: { userId_assignmentId: { userId, assignmentId } } }),
  ]);
  if (member?.role !== "student" || member.removedAt) return null;
  const { timePercent, opensWall, dueWall, closesWall, moreAttempts } = row ?? none;
  return {
    ...{
      assignmentId,
      classId: assignment.classId,
      userId,
      name: member.name,
      zone: assignment.zone,
      terms: assignment.terms,
    },
    ...{ timePercent, opensWall, dueWall, closesWall, moreAttempts, version: row?.version ?? 0 },
    own: ownTerms(assignment.terms, row),
  };
}

const fieldsOf = ({ timePercent, opensWall, dueWall, closesWall, moreAttempts }: WantedAccommodation) => ({
  ...{ timePercent, opens: opensWall, due: dueWall, closes: closesWall, moreAttempts },
});

/** Who has an accommodation in an assignment, by user id; for the server alone. */
export async function accommodatedIn(assignmentId: string): Promise<ReadonlySet<string>> {
  const rows = await db().prisma.accommodation.findMany({ where: { assignmentId }, select: { userId: true } });
  return new Set(rows.map(({ userId }) => userId));
}

/**
 * Sets a student's accommodation; one that says nothing is removed. An attempt that runs follows it at once; whether one that is handed in was late stays as it was decided.
 * The version read must still be the one stored, 0 for none.
 */
export async function saveAccommodation(
  viewer: Viewer,
  wanted: WantedAccommodation & { readonly assignmentId: string; readonly userId: string; readonly version: number },
  now: Date,
): Promise<
  | { kind: "saved"; own: OwnTerms }
  | { kind: "wrong"; problems: Readonly<Record<string, string>> }
  | { kind: "stale"; stored: WantedAccommodation }
  /** Nobody may answer anything any more in a class that is put away. */
  | { kind: "archived" }
  | { kind: "not-found" }
> {
  const { assignmentId, userId, version, timePercent, moreAttempts } = wanted;
  const page = await readAccommodation(viewer, assignmentId, userId);
  if (!page) return { kind: "not-found" };
  const instant = (wall: string | null) => (wall === null ? null : instantOfWall(wall, page.zone));
  const times = {
    opensAt: instant(wanted.opensWall),
    dueAt: instant(wanted.dueWall),
    closesAt: instant(wanted.closesWall),
  };
  const own = ownTerms(page.terms, { timePercent, moreAttempts, ...times });
  const problems = {
    ...(own.closesAt <= own.opensAt ? { closes: "closes-before-it-opens" } : {}),
    ...(times.dueAt && (times.dueAt <= own.opensAt || times.dueAt > own.closesAt) ? { due: "due-outside" } : {}),
    ...(wanted.opensWall !== null && !times.opensAt ? { opens: "bad-time" } : {}),
    ...(wanted.dueWall !== null && !times.dueAt ? { due: "bad-time" } : {}),
    ...(wanted.closesWall !== null && !times.closesAt ? { closes: "bad-time" } : {}),
  };
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  const isNone = Object.values(times).every((each) => each === null) && timePercent === 100 && moreAttempts === 0;
  const outcome = await inTransaction(async (client) => {
    const home = await client.query("select archived_at from class where id = $1 for share", [page.classId]);
    if (home.rows[0]?.archived_at && own.closesAt > now) return "archived";
    // Of two at once the second waits, and finds the version of the first.
    await client.query("select 1 from assignment where id = $1 for update", [assignmentId]);
    const { rowCount } = isNone
      ? await client.query(
          version === 0
            ? "select 1 where not exists (select from accommodation where user_id = $1 and assignment_id = $2 and version <> $3)"
            : "delete from accommodation where user_id = $1 and assignment_id = $2 and version = $3",
          [userId, assignmentId, version],
        )
      : await client.query(
          `insert into accommodation as x (user_id, assignment_id, time_percent, opens_wall, opens_at, due_wall, due_at, closes_wall, closes_at,
                  more_attempts, set_by, set_at)
           select $1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
            where $3 = 0 or exists (select from accommodation where user_id = $1 and assignment_id = $2)
           on conflict (user_id, assignment_id) do update set time_percent = $4, opens_wall = $5, opens_at = $6, due_wall = $7, due_at = $8,
                  closes_wall = $9, closes_at = $10, more_attempts = $11, set_by = $12, set_at = $13, version = x.version + 1
            where x.version = $3`,
          [
            ...[userId, assignmentId, version, timePercent, wanted.opensWall, times.opensAt, wanted.dueWall],
            ...[times.dueAt, wanted.closesWall, times.closesAt, moreAttempts, viewer.userId, now],
          ],
        );
    if (!rowCount) return "stale";
    await renewAccommodatedUntil(client, assignmentId, now);
    if (isNone && version === 0) return "saved";
    await audit(client, viewer, {
      ...{ what: "accommodation-set", classId: page.classId, assignmentId, about: [userId] },
      changed: changes(fieldsOf(page), fieldsOf(wanted)),
    });
    return "saved";
  });
  if (outcome === "saved") return { kind: "saved", own };
  if (outcome === "archived") return { kind: "archived" };
  return { kind: "stale", stored: (await readAccommodation(viewer, assignmentId, userId)) ?? page };
}
