import "server-only";
/** How the log's events and cards stand in their tables. Instants and days cross as text: a driver's Date knows no days. */
import type { Direction, Rating, Response } from "../questions/question.ts";
import { cardName } from "../study/card.ts";
import type { CardRef, CardState, EventContext, Review, Rung, StudyEvent } from "../study/event.ts";
import type { Logged } from "../study/fold.ts";

/** An event as the log holds it, with what was decided when it arrived. */
export type LoggedEvent = Logged & { readonly bodyHash: string };

/** Reviews in the order in which they are always given, first time and ever after. */
export const inCardOrder = (reviews: readonly Review[]): Review[] =>
  reviews.toSorted((a, b) => (cardName(a.card) < cardName(b.card) ? -1 : 1));

/** A row of `event`, with its reviews. */
export type EventRow = {
  readonly id: string;
  readonly kind: string;
  readonly device_id: string;
  readonly device_seq: number;
  readonly at: string;
  readonly received_at: string;
  readonly zone: string;
  readonly rollover_hour: number;
  readonly learner_day: string;
  readonly question_hash: string | null;
  readonly response: Response | null;
  readonly fraction: number | null;
  readonly took_ms: number | null;
  readonly context: EventContext | Beside;
  readonly body_hash: string;
};

/** What `context` holds for an event that is no answer. */
type Beside = {
  readonly target?: string;
  readonly card?: CardRef;
  readonly suspended?: boolean;
  readonly due?: string;
};

/** A row of `review` beside its event. */
export type ReviewRow = {
  readonly pack: string;
  readonly fact: string;
  readonly direction: Direction;
  readonly rating: Rating;
  readonly due: string;
  readonly due_day: string;
};

/** The SQL that gives an `EventRow` and its reviews as one JSON object; `e` is the event. */
export const eventJson = `json_build_object(
  'id', e.id, 'kind', e.kind, 'device_id', e.device_id, 'device_seq', e.device_seq, 'at', e.at, 'zone', e.zone,
  'rollover_hour', e.rollover_hour, 'learner_day', e.learner_day, 'question_hash', e.question_hash, 'response', e.response,
  'fraction', e.fraction, 'took_ms', e.took_ms, 'context', e.context, 'body_hash', e.body_hash,
  'reviews', (select json_agg(json_build_object('pack', r.pack_id, 'fact', r.fact_key, 'direction', r.direction,
      'rating', r.rating, 'due', r.due, 'due_day', r.due_day))
    from review r where r.user_id = e.user_id and r.event_id = e.id))`;

export function loggedOf(row: EventRow & { readonly reviews: readonly ReviewRow[] | null }): LoggedEvent {
  const reviews = (row.reviews ?? []).map(({ pack, fact, direction, rating, due, due_day }) => ({
    card: { pack, fact, direction },
    rating,
    due: iso(due),
    dueDay: due_day,
  }));
  const { body_hash: bodyHash, learner_day: learnerDay, fraction } = row;
  return { event: eventOf(row), bodyHash, learnerDay, fraction, reviews: inCardOrder(reviews) };
}

function eventOf(row: EventRow): StudyEvent {
  const base = {
    id: row.id,
    deviceId: row.device_id,
    deviceSeq: row.device_seq,
    at: iso(row.at),
    zone: row.zone,
    rolloverHour: row.rollover_hour,
  };
  const { question_hash: question, response, took_ms: tookMs, context } = row;
  if (row.kind !== "answer") return { ...base, kind: row.kind, ...context } as StudyEvent;
  return { ...base, kind: "answer", question, response, tookMs, context } as StudyEvent;
}

/** The row of an event that arrives now. */
export function eventRowOf({ event, bodyHash, learnerDay, fraction }: LoggedEvent, receivedAt: Date): EventRow {
  const { id, kind, deviceId, deviceSeq, at, zone, rolloverHour, ...rest } = event;
  const isAnswer = "question" in rest;
  return {
    id,
    kind,
    device_id: deviceId,
    device_seq: deviceSeq,
    at,
    received_at: receivedAt.toISOString(),
    zone,
    rollover_hour: rolloverHour,
    learner_day: learnerDay,
    question_hash: isAnswer ? rest.question : null,
    response: isAnswer ? rest.response : null,
    fraction,
    took_ms: isAnswer ? rest.tookMs : null,
    context: isAnswer ? rest.context : rest,
    body_hash: bodyHash,
  };
}

/** A row of `card`, without its learner. */
export type CardRow = {
  readonly pack_id: string;
  readonly fact_key: string;
  readonly direction: Direction;
  readonly stability: number;
  readonly difficulty: number;
  readonly rung: number;
  readonly reps: number;
  readonly lapses: number;
  readonly right_in_row: number;
  readonly produced: boolean;
  readonly last_rating: Rating;
  readonly last_at: string;
  readonly last_day: string;
  readonly due: string;
  readonly due_day: string;
  readonly cap: CardState["cap"];
  readonly suspended: boolean;
  readonly buried_until: string | null;
};

export function stateOf(row: CardRow): CardState {
  return {
    card: { pack: row.pack_id, fact: row.fact_key, direction: row.direction },
    stability: row.stability,
    difficulty: row.difficulty,
    rung: row.rung as Rung,
    reps: row.reps,
    lapses: row.lapses,
    rightInRow: row.right_in_row,
    produced: row.produced,
    lastRating: row.last_rating,
    lastAt: iso(row.last_at),
    lastDay: row.last_day,
    due: iso(row.due),
    dueDay: row.due_day,
    cap: row.cap,
    suspended: row.suspended,
    buriedUntil: row.buried_until,
  };
}

export function cardRowOf(state: CardState): CardRow {
  return {
    pack_id: state.card.pack,
    fact_key: state.card.fact,
    direction: state.card.direction,
    stability: state.stability,
    difficulty: state.difficulty,
    rung: state.rung,
    reps: state.reps,
    lapses: state.lapses,
    right_in_row: state.rightInRow,
    produced: state.produced,
    last_rating: state.lastRating,
    last_at: state.lastAt,
    last_day: state.lastDay,
    due: state.due,
    due_day: state.dueDay,
    cap: state.cap,
    suspended: state.suspended,
    buried_until: state.buriedUntil,
  };
}

/** PostgreSQL writes instants in JSON with an offset; everywhere else we write Z and milliseconds. */
const iso = (instant: string): string => new Date(instant).toISOString();
