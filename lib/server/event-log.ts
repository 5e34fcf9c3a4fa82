import "server-only";
/** The learner's log as tables: read under the learner's lock, written in one statement. */
import type { ClientBase, QueryConfig } from "pg";
import type { CardRef, CardState } from "../study/event.ts";
import type { DaySum } from "./days.ts";
import {
  type CardRow,
  cardRowOf,
  type EventRow,
  eventJson,
  eventRowOf,
  type LoggedEvent,
  loggedOf,
  type ReviewRow,
  stateOf,
} from "./event-rows.ts";
import { refuse } from "./refusal.ts";
import { type SettingRow, type Settings, settingColumns, settingsOf } from "./settings.ts";
import { lastArrivalSql } from "./terms.ts";

/** What a batch has to know of the log before it can be decided. */
export type Before = {
  /** The events asked for by id that the log holds, and the answers that those among them override. */
  readonly known: readonly LoggedEvent[];
  /** The cards asked for, and those that the known events reviewed. */
  readonly states: readonly CardState[];
  /** Does anything but answers (undo, suspend …) lie at or after the instant asked for? */
  readonly disturbed: boolean;
  /** Of the questions asked for, those of a quiz that this learner is to take and that is not closed yet. */
  readonly reserved: ReadonlySet<string>;
};

/** What a batch changes. */
export type Change = {
  readonly receivedAt: Date;
  readonly events: readonly LoggedEvent[];
  /** Cards as they are afterwards. */
  readonly states: readonly CardState[];
  /** Cards that no answer counts for any more. */
  readonly gone: readonly CardRef[];
  readonly days: readonly DaySum[];
};

type FullRow = EventRow & { readonly reviews: readonly ReviewRow[] | null };

/**
 * Makes everything that writes this learner's log wait in turn, until the transaction ends: two tabs are then two batches, one
 * after the other. One lock per learner, so there is nothing to take in a wrong order. Throws when there is no such learner;
 * refuses when the log has moved to another (a guest's after signing in), whom the browser then speaks for.
 */
export async function lockLearner(client: ClientBase, userId: string): Promise<Settings> {
  const { rows } = await client.query<{ merged_into: string | null } & SettingRow>({
    name: "recite-lock",
    text: lockSql,
    values: [userId],
  });
  const row = rows[0];
  if (!row) throw new Error("There is no such learner.");
  if (row.merged_into) refuse(409, "merged");
  return settingsOf(row.zone === null ? undefined : row);
}

const lockSql = `
select u.merged_into, ${settingColumns} from "user" u left join setting s on s.user_id = u.id
 where u.id = $1 for no key update of u`;

/** What a batch touches. */
export type Asked = {
  /** Of events, those of the batch and those that it refers to. */
  readonly ids: readonly string[];
  readonly cards: readonly CardRef[];
  /** Instant of the earliest event of the batch, ISO. */
  readonly from: string;
  /** Hashes. */
  readonly questions: readonly string[];
  readonly now: Date;
};

/** Reads what the batch touches, in one statement. */
export async function readBefore(client: ClientBase, userId: string, asked: Asked): Promise<Before> {
  const { rows } = await client.query<{ known: FullRow[]; cards: CardRow[]; disturbed: boolean; reserved: string[] }>({
    name: "recite-before",
    text: beforeSql,
    values: [userId, asked.ids, JSON.stringify(asked.cards), asked.from, asked.questions, asked.now],
  });
  const { known, cards, disturbed, reserved } = rows[0]!;
  return { known: known.map(loggedOf), states: cards.map(stateOf), disturbed, reserved: new Set(reserved) };
}

// Every row is looked up by its whole key, whatever the planner believes of the tables: `lateral … offset 0` leaves it no other
// way. Told to find ids among a learner's events it may well read all of them, a million for one answer.
const eventById = (from: string, id: string): string =>
  `${from} cross join lateral (select * from event where user_id = $1 and id = ${id} offset 0) e`;

const beforeSql = `
with sent as materialized (select e.* from ${eventById("unnest($2::uuid[]) as ids(id)", "ids.id")}),
asked as materialized (
  select id, context from sent
  union select e.id, e.context from ${eventById("sent", "(sent.context->>'target')::uuid")} where sent.kind = 'override'),
wanted as materialized (
  select pack, fact, direction from json_to_recordset($3::json) as w(pack text, fact text, direction text)
  union select r.pack_id, r.fact_key, r.direction
    from asked cross join lateral (select * from review where user_id = $1 and event_id = asked.id offset 0) r
  union select context->'card'->>'pack', context->'card'->>'fact', context->'card'->>'direction' from asked
   where context ? 'card')
select
  (select coalesce(json_agg(${eventJson}), '[]') from ${eventById("asked", "asked.id")}) as known,
  (select coalesce(json_agg(c), '[]') from wanted w cross join lateral (
     select * from card where user_id = $1 and pack_id = w.pack and fact_key = w.fact and direction = w.direction offset 0) c
  ) as cards,
  exists (select 1 from event where user_id = $1 and kind <> 'answer' and at >= $4::timestamptz) as disturbed,
  (select coalesce(json_agg(s.question_hash), '[]')
     from member m join assignment a on a.class_id = m.class_id join variant_slot s on s.assignment_id = a.id
    where m.user_id = $1 and m.role = 'student' and m.removed_at is null and a.published_at is not null
      and ${lastArrivalSql} >= $6::timestamptz and s.question_hash = any($5::text[])) as reserved`;

/**
 * Everything that the fold of these cards and the standing of these events rest on, in no particular order;
 * a learner's whole log when nothing is named.
 */
export async function readHistory(
  client: ClientBase,
  userId: string,
  named: { readonly cards: readonly CardRef[]; readonly events: readonly string[] } | null,
): Promise<LoggedEvent[]> {
  const { rows } = await client.query<{ event: FullRow }>(
    named ? historySql : `select ${eventJson} as event from event e where e.user_id = $1`,
    named ? [userId, JSON.stringify(named.cards), named.events] : [userId],
  );
  return rows.map((row) => loggedOf(row.event));
}

// Undoes and overrides are found by what they name (event_by_target_idx), other things done to a card by the card
// (event_by_card_idx): every step is a look-up by a whole key, whatever the planner believes of the tables. "I was right" may review
// cards that its answer did not, so from it one goes to the answer; from there to all that names the answer, and to all that names
// those ("I was right" taken back).
const naming = (named: string): string =>
  `${named} cross join lateral (
     select id from event where user_id = $1 and kind <> 'answer' and context->>'target' = ${named}.id::text offset 0) e`;

const historySql = `
with wanted as materialized (
  select pack, fact, direction from json_to_recordset($2::json) as w(pack text, fact text, direction text)),
found as materialized (
  select r.event_id as id from wanted w cross join lateral (
    select event_id from review
     where user_id = $1 and pack_id = w.pack and fact_key = w.fact and direction = w.direction offset 0) r
  union select e.id from wanted w cross join lateral (
    select id from event
     where user_id = $1 and kind <> 'answer' and context->'card'->>'pack' = w.pack
       and context->'card'->>'fact' = w.fact and context->'card'->>'direction' = w.direction offset 0) e
  union select unnest($3::uuid[])),
told as materialized (
  select id from found
  union select (e.context->>'target')::uuid from ${eventById("found", "found.id")} where e.kind = 'override'),
naming as materialized (select e.id from ${naming("told")}),
all_of_them as materialized (
  select id from told union select id from naming union select e.id from ${naming("naming")})
select ${eventJson} as event from ${eventById("all_of_them", "all_of_them.id")}`;

/**
 * The statements that write a batch, in order: events, reviews, cards and days in one; a second one only where something is taken back,
 * a third where cards are forgotten.
 */
export function statementsFor(userId: string, change: Change): QueryConfig[] {
  const rises = change.days.filter((day) => day.right >= 0 && day.answers >= day.right && day.tookMs >= 0);
  const reviews = change.events.flatMap(({ event, reviews: made }) =>
    made.map(({ card, rating, due, dueDay }) => ({ event_id: event.id, ...card, rating, due, due_day: dueDay })),
  );
  const lists = [
    change.events.map((logged) => eventRowOf(logged, change.receivedAt)),
    reviews,
    change.states.map(cardRowOf),
    rises,
  ];
  // An undo or override corrects what is counted already, so the row is there; an upsert would fail on the row it proposes.
  const corrections = change.days.filter((day) => !rises.includes(day));
  return [
    { name: "recite-write", text: writeSql, values: [userId, ...lists.map((list) => JSON.stringify(list))] },
    ...(corrections.length > 0 ? [{ text: correctSql, values: [userId, JSON.stringify(corrections)] }] : []),
    ...(change.gone.length > 0 ? [{ text: goneSql, values: [userId, JSON.stringify(change.gone)] }] : []),
  ];
}

const cardColumns = `stability, difficulty, rung, reps, lapses, right_in_row, produced, last_rating, last_at, last_day,
  due, due_day, cap, suspended, buried_until`;
const dayColumns = `t(day date, answers int, "right" int, "tookMs" bigint)`;

const writeSql = `
with happened as (
  insert into event (user_id, id, kind, device_id, device_seq, at, received_at, zone, rollover_hour, learner_day,
    question_hash, response, fraction, took_ms, context, body_hash)
  select $1, id, kind, device_id, device_seq, at, received_at, zone, rollover_hour, learner_day,
    question_hash, response, fraction, took_ms, context, body_hash
    from json_to_recordset($2::json) as t(id uuid, kind text, device_id uuid, device_seq int, at timestamptz,
      received_at timestamptz, zone text, rollover_hour smallint, learner_day date, question_hash text, response jsonb,
      fraction float8, took_ms int, context jsonb, body_hash text)),
reviewed as (
  insert into review (user_id, event_id, pack_id, fact_key, direction, rating, due, due_day)
  select $1, event_id, pack, fact, direction, rating, due, due_day
    from json_to_recordset($3::json) as t(event_id uuid, pack text, fact text, direction text, rating text,
      due timestamptz, due_day date)),
remembered as (
  insert into card (user_id, pack_id, fact_key, direction, ${cardColumns})
  select $1, pack_id, fact_key, direction, ${cardColumns}
    from json_populate_recordset(null::card, $4::json)
  on conflict (user_id, pack_id, fact_key, direction) do update set (${cardColumns}) = row (
    ${cardColumns.replaceAll(/\w+/g, "excluded.$&")}))
insert into study_day as d (user_id, learner_day, answers, "right", took_ms)
select $1, day, answers, "right", "tookMs" from json_to_recordset($5::json) as ${dayColumns}
on conflict (user_id, learner_day) do update set
  answers = d.answers + excluded.answers, "right" = d."right" + excluded."right", took_ms = d.took_ms + excluded.took_ms`;

const correctSql = `
update study_day d set answers = d.answers + t.answers, "right" = d."right" + t."right", took_ms = d.took_ms + t."tookMs"
  from json_to_recordset($2::json) as ${dayColumns} where d.user_id = $1 and d.learner_day = t.day`;

const goneSql = `
delete from card c using json_to_recordset($2::json) as t(pack text, fact text, direction text)
 where c.user_id = $1 and c.pack_id = t.pack and c.fact_key = t.fact and c.direction = t.direction`;
