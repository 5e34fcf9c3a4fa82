import "server-only";
/** People whom a class expects: each has a code of their own, by which they join once under the name on the list. */
import { randomBytes } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import type { PoolClient } from "pg";
import { codeFromBytes } from "../classroom/code.ts";
import { toCsv, told } from "../classroom/csv.ts";
import { type Invited, type Line, readInvited, type WrongLine } from "../classroom/invited.ts";
import { audit, changes } from "./audit.ts";
import { isUuid, roleIn } from "./classes.ts";
import { config } from "./config.ts";
import { db } from "./db.ts";
import { readLogin } from "./logins.ts";
import { readRoster } from "./roster.ts";
import { isSampleClass } from "./sample-class.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** Somebody who is expected and has not come. */
export type InvitedLine = Invited & { readonly code: string };

/** Who is expected and has not come, by name, for those who teach the class; null for everybody else. */
export async function readInvitations(viewer: Viewer, classId: string): Promise<InvitedLine[] | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  return db().prisma.invitation.findMany({
    where: { classId, usedBy: null },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    select: { code: true, name: true, email: true, studentNumber: true, section: true },
  });
}

/** Invites everybody on a list (CSV with commas, semicolons or tabs), or nobody and says all that is wrong with it, by line. */
export async function invite(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly list: string },
  now: Date,
): Promise<
  { kind: "invited"; count: number } | { kind: "wrong"; wrong: readonly WrongLine[] } | { kind: "not-found" }
> {
  const { classId, list } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor" || (await isSampleClass(classId))) return { kind: "not-found" };
  const lines = linesOf(list);
  if ("code" in lines) return { kind: "wrong", wrong: [lines] };
  return inTransaction(async (client) => {
    // Held, so that of two who invite the same list at once the second hears that its numbers are taken.
    await client.query("select 1 from class where id = $1 for update", [classId]);
    const isEmail = (text: string) => "email" in (readLogin(text) ?? {});
    const { invited, wrong } = readInvited(lines, { isEmail, taken: await takenNumbers(client, classId) });
    if (wrong.length > 0) return { kind: "wrong", wrong };
    await client.query(
      `insert into invitation (code, class_id, name, email, student_number, section, invited_at)
       select code, $1, name, email, "studentNumber", section, $3
         from jsonb_to_recordset($2) as t(code text, name text, email text, "studentNumber" text, section text)`,
      [classId, JSON.stringify(invited.map((each) => ({ ...each, code: codeFromBytes(randomBytes(8)) }))), now],
    );
    await audit(client, viewer, { what: "invited", classId, changed: changes({}, { people: invited.length }) });
    return { kind: "invited", count: invited.length };
  });
}

async function takenNumbers(client: PoolClient, classId: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ student_number: string }>(
    `select student_number from member where class_id = $1 and student_number is not null
     union select student_number from invitation where class_id = $1 and used_by is null and student_number is not null`,
    [classId],
  );
  return new Set(rows.map((row) => row.student_number));
}

/** Takes an invitation back; its code opens nothing any more. The name on it, or null when there is none in a class of the viewer's. */
export async function uninvite(viewer: Viewer, classId: string, code: string): Promise<string | null> {
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(classId)) return null;
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "delete from invitation where class_id = $1 and code = $2 and used_by is null returning name",
      [classId, code],
    );
    if (rows[0]) await audit(client, viewer, { what: "invitation-taken-back", classId });
    return rows[0]?.name ?? null;
  });
}

/** The roster as a CSV file that no spreadsheet takes for a formula: who is in the class, who waits, who is expected with the link to send; null for whoever does not teach the class. */
export async function rosterCsv(viewer: Viewer, classId: string): Promise<string | null> {
  const [roster, invited] = [await readRoster(viewer, classId), await readInvitations(viewer, classId)];
  if (!roster || !invited) return null;
  const { appOrigin } = config();
  const rows = [
    ["Name", "E-mail", "Student number", "Section", "Status", "Link"],
    ...roster.students.map((each) => [each.name, null, each.studentNumber, each.section, "in the class", null]),
    ...roster.waiting.map((each) => [each.name, null, each.studentNumber, null, "waiting", null]),
    ...invited.map((each) => [
      ...[each.name, each.email, each.studentNumber, each.section, "invited"],
      `${appOrigin}/join?code=${each.code}`,
    ]),
  ];
  return toCsv(told(rows, await isSampleClass(classId)));
}

/** The list as lines with their numbers, by the separator that its first line has most; or where its quotes do not close. */
function linesOf(list: string): Line[] | WrongLine {
  const head = list.split(/\r?\n/, 1)[0] ?? "";
  const count = (mark: string) => head.split(mark).length;
  const delimiter = [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    const rows: unknown = parse(list, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const read = rows as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: typeof error.lines === "number" ? error.lines : 1, code: "bad-quotes" };
  }
}
