import "server-only";
import { db } from "./db.ts";
import { purgeLimits } from "./limit.ts";

/** What was removed. */
export type Swept = { readonly limits: number; readonly sessions: number; readonly guests: number };

/**
 * Removes what nobody can use any more: limits that have run out, sessions past their end, and guests without a
 * session, whose log no one will ever reach again. A guest who was merged keeps its row for a day, so that a browser
 * that comes late is told; a guest made this very day may still be waiting for its session.
 */
export async function sweep(now: Date): Promise<Swept> {
  const { pool } = db();
  const limits = await purgeLimits();
  const sessions = await pool.query("delete from session where idle_until <= $1 or absolute_until <= $1", [now]);
  const { rows } = await pool.query<{ id: string }>(
    `select id from "user" u
      where guest and created_at < $1::timestamptz - interval '1 day'
        and not exists (select from session s where s.user_id = u.id)
        and not exists (select from member m where m.user_id = u.id)
        and not exists (select from attempt a where a.user_id = u.id)
      order by id limit 500`,
    [now],
  );
  const guests = rows.map(({ id }) => id);
  if (guests.length > 0) await pool.query(eraseSql, [guests]);
  return { limits, sessions: sessions.rowCount ?? 0, guests: guests.length };
}

// One statement, so that a guest is there or gone. Settings and sessions go with the user by cascade.
const eraseSql = `
  with reviews as (delete from review where user_id = any($1::uuid[])),
       events as (delete from event where user_id = any($1::uuid[])),
       cards as (delete from card where user_id = any($1::uuid[])),
       days as (delete from study_day where user_id = any($1::uuid[]))
  delete from "user" where id = any($1::uuid[]) and guest`;
