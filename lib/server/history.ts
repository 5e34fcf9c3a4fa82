import "server-only";
/** The audit log as it is read: what was done to a class, newest first, for those who teach it. */
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

export type History = {
  readonly className: string;
  readonly zone: string;
  readonly lines: readonly HistoryLine[];
  /** For the lines before these; null when there are none. */
  readonly before: string | null;
};

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
  const { pool } = db();
  const [home, { rows }] = await Promise.all([
    pool.query<{ name: string; zone: string }>("select name, zone from class where id = $1", [classId]),
    pool.query<Row>(
      `select h.seq, h.at, h.what, h.actor, ${nameOf("h.actor")} as by, q.title as quiz, h.changed,
              array(select ${nameOf("p.id")} from unnest(h.about) with ordinality p(id, place) order by place) as about
         from audit h left join assignment q on q.id = h.assignment_id
        where h.class_id = $1 and h.seq < $2 order by h.seq desc limit $3`,
      [classId, before !== null && /^\d{1,18}$/.test(before) ? before : "9223372036854775807", historyLines + 1],
    ),
  ]);
  const shown = rows.slice(0, historyLines);
  return {
    className: home.rows[0]?.name ?? "",
    zone: home.rows[0]?.zone ?? "UTC",
    lines: shown.map(({ actor, by, ...line }) => ({ ...line, by: actor === null ? "server" : by })),
    before: rows.length > shown.length ? (shown.at(-1)?.seq ?? null) : null,
  };
}

/** Who stands behind a pseudonym: by the name in this class, else by their own; null when nobody does any more. */
const nameOf = (pseudonym: string): string =>
  `(select coalesce(m.name, u.name, u.username) from "user" u
      left join member m on m.user_id = u.id and m.class_id = $1 where u.audit_id = ${pseudonym})`;
