import "server-only";
/** The audit log as it is read: what was done to a class, newest first, for those who teach it. */
import { isAdmin } from "./admin.ts";
import type { Changed, Deed } from "./audit.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/** One thing that was done. */
export type HistoryLine = {
  /** Decimal digits; the later the greater. */
  readonly seq: string;
  readonly at: Date;
  readonly what: Deed;
  /** The name in the class; null when the account is gone. `server`: nobody did it, or nobody who is known. */
  readonly by: string | null | "server";
  /** Whom it was done to, by name in the class; null for who is gone. */
  readonly about: readonly (string | null)[];
  /** The quiz it was done to, as it is called now. */
  readonly quiz: string | null;
  readonly changed: Changed;
};

/** A part of a history. */
export type Lines = {
  readonly lines: readonly HistoryLine[];
  /** For the lines before these; null when there are none. */
  readonly before: string | null;
};

export type History = Lines & { readonly className: string; readonly zone: string };

/** How many lines there are at most on a page. */
export const historyLines = 50;

type Row = {
  seq: string;
  at: Date;
  what: Deed;
  actor: string | null;
  by: string | null;
  about: (string | null)[];
  quiz: string | null;
  changed: Changed;
};

/** A part of what was done to a class, newest first; null for whoever does not teach it. `before`: of an earlier part (`seq`), else the newest. */
export async function readHistory(
  viewer: Viewer,
  classId: string,
  before: string | null = null,
): Promise<History | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const [home, part] = await Promise.all([
    db().prisma.class.findUnique({ where: { id: classId }, select: { name: true, zone: true } }),
    linesOf(classId, before),
  ]);
  return home && { className: home.name, zone: home.zone, ...part };
}

/** What was done to the instance and to who may be here, newest first; null for whoever does not run it. */
export async function readInstanceHistory(viewer: Viewer, before: string | null = null): Promise<Lines | null> {
  return (await isAdmin(viewer)) ? linesOf(null, before) : null;
}

const ofInstance: readonly Deed[] = ["admin-made", "user-disabled", "user-enabled", "instance-changed"];

async function linesOf(classId: string | null, before: string | null): Promise<Lines> {
  const { rows } = await db().pool.query<Row>(
    `select h.seq, h.at, h.what, h.actor, ${nameOf("h.actor")} as by, q.title as quiz, h.changed,
            array(select ${nameOf("p.id")} from unnest(h.about) with ordinality p(id, place) order by place) as about
       from audit h left join assignment q on q.id = h.assignment_id
      where ${classId === null ? "$1::uuid is null and h.class_id is null and h.what = any($4)" : "h.class_id = $1 and $4::text[] is not null"}
        and h.seq < $2 order by h.seq desc limit $3`,
    [
      ...[classId, before !== null && /^\d{1,18}$/.test(before) ? before : "9223372036854775807", historyLines + 1],
      ofInstance,
    ],
  );
  const shown = rows.slice(0, historyLines);
  return {
    lines: shown.map(({ actor, by, ...line }) => ({ ...line, by: actor === null ? "server" : by })),
    before: rows.length > shown.length ? (shown.at(-1)?.seq ?? null) : null,
  };
}

/** Who stands behind a pseudonym: by the name in this class, else by their own; null when nobody does any more. */
const nameOf = (pseudonym: string): string =>
  `(select coalesce(m.name, u.name, u.username, case when $1::uuid is null then u.email end) from "user" u
      left join member m on m.user_id = u.id and m.class_id = $1 where u.audit_id = ${pseudonym})`;
