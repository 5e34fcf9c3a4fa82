import "server-only";
import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { refold } from "./refold.ts";
import { settingColumns } from "./settings.ts";
import { renewClosesOf } from "./terms.ts";
import { inTransaction } from "./transaction.ts";

/** How many answers a guest would bring along; 0 for one who has none or was merged already. */
export async function countAnswers(userId: string): Promise<number> {
  const { rows } = await db().pool.query<{ answers: number }>(
    "select count(*)::int as answers from event where user_id = $1 and kind = 'answer'",
    [userId],
  );
  return rows[0]?.answers ?? 0;
}

/**
 * Moves everything a guest did to an account: the log under a new device, classes, attempts, and what was set for them; then the account's
 * memory is folded anew. Doing it twice is doing it once, and an interruption is finished by doing it again. Answers
 * how many events are the account's now that were not before; null when it is no guest, or was merged elsewhere.
 */
export async function mergeGuest(
  guestId: string,
  accountId: string,
  now = new Date(),
): Promise<{ readonly moved: number } | null> {
  const moved = await moveLog(guestId, accountId, now);
  if (moved === null) return null;
  await refold(accountId);
  // Only now: were this written first, an interruption would leave a memory that does not follow from its log.
  await db().pool.query(`delete from session where user_id = $1`, [guestId]);
  return { moved };
}

async function moveLog(guestId: string, accountId: string, now: Date): Promise<number | null> {
  return inTransaction(async (client) => {
    if (!(await lockBoth(client, guestId, accountId))) return null;
    const { rows } = await client.query<{ moved: number }>(copyLog, [guestId, accountId, randomUUID()]);
    const { rows: accommodated } = await client.query<{ id: string }>(
      "select assignment_id as id from accommodation where user_id = $1",
      [guestId],
    );
    for (const statement of moveTheRest) await client.query(statement, [guestId, accountId]);
    for (const statement of clearGuest) await client.query(statement, [guestId]);
    const ids = accommodated.map(({ id }) => id);
    await renewClosesOf(client, ids, now);
    const { rowCount } = await client.query(
      `update "user" set merged_into = $2 where id = $1 and merged_into is null`,
      [guestId, accountId],
    );
    const moved = rows[0]?.moved ?? 0;
    const line = { what: "accounts-merged", about: [accountId], changed: changes({}, { answers: moved }) } as const;
    if (rowCount) await audit(client, { userId: accountId }, line);
    return moved;
  });
}

/** Locks both, always in the same order, as recording an answer locks its learner. */
async function lockBoth(client: ClientBase, guestId: string, accountId: string): Promise<boolean> {
  const { rows } = await client.query<{ id: string; guest: boolean; merged_into: string | null }>(
    `select id, guest, merged_into from "user" where id = any($1::uuid[]) order by id for update`,
    [[guestId, accountId]],
  );
  const guest = rows.find((row) => row.id === guestId);
  const account = rows.find((row) => row.id === accountId);
  if (!guest?.guest || !account || account.guest) return false;
  return guest.merged_into === null || guest.merged_into === accountId;
}

// One device of its own, counted anew in the log's order: the device goes on counting for whoever answers on it next,
// and two learners' counts must not meet. `body_hash` stays, so that a late resend is still known as a duplicate.
const copyLog = `
  with moved as (
    insert into event (user_id, id, kind, device_id, device_seq, at, received_at, zone, rollover_hour, learner_day,
                       question_hash, response, fraction, took_ms, context, body_hash)
    select $2, id, kind, $3, (row_number() over (order by at, device_id, device_seq, id))::int, at, received_at, zone,
           rollover_hour, learner_day, question_hash, response, fraction, took_ms, context, body_hash
    from event where user_id = $1
    on conflict (user_id, id) do nothing
    returning id),
  reviews as (
    insert into review (user_id, event_id, pack_id, fact_key, direction, rating, due, due_day)
    select $2, event_id, pack_id, fact_key, direction, rating, due, due_day
    from review join moved on moved.id = review.event_id where user_id = $1)
  select count(*)::int as moved from moved`;

const moveTheRest = [
  // What the account chose stands; what nobody chose there, the guest may have.
  `insert into setting (user_id, ${settingColumns})
   select $2, ${settingColumns} from setting where user_id = $1
   on conflict do nothing`,
  `insert into member (class_id, user_id, role, name, student_number, section, joined_at, removed_at, version)
   select class_id, $2, role, name, student_number, section, joined_at, removed_at, version from member where user_id = $1
   on conflict do nothing`,
  `insert into join_request (class_id, user_id, name, student_number, asked_at)
   select class_id, $2, name, student_number, asked_at from join_request r where user_id = $1
      and not exists (select from member m where m.class_id = r.class_id and m.user_id = $2)
   on conflict do nothing`,
  // What was set for the account stands; what was set for the guest alone is theirs now.
  `update accommodation x set user_id = $2 where user_id = $1
      and not exists (select from accommodation y where y.user_id = $2 and y.assignment_id = x.assignment_id)`,
  // Numbered after what was set for the account: the last one holds.
  `update set_score s set user_id = $2, number = s.number + coalesce(
     (select max(t.number) from set_score t where t.user_id = $2 and t.assignment_id = s.assignment_id), 0)
   where s.user_id = $1`,
  // Reports name the attempt by its number, which follows.
  `update report r set user_id = $2, attempt = r.attempt + coalesce(
     (select max(b.number) from attempt b where b.user_id = $2 and b.assignment_id = r.assignment_id), 0)
   where r.user_id = $1`,
  // Numbered after the account's own attempts at the same quiz; the steps follow their attempt by cascade.
  `update attempt a set user_id = $2, number = a.number + coalesce(
     (select max(b.number) from attempt b where b.user_id = $2 and b.assignment_id = a.assignment_id), 0)
   where a.user_id = $1`,
];

const clearGuest = [
  "delete from review where user_id = $1",
  "delete from event where user_id = $1",
  "delete from card where user_id = $1",
  "delete from study_day where user_id = $1",
  "delete from member where user_id = $1",
  "delete from join_request where user_id = $1",
  "delete from accommodation where user_id = $1",
  "delete from return_code where user_id = $1",
  "delete from setting where user_id = $1",
];
