/**
 * What the log comes to: each card's memory is a fold of the ratings stored with the answers, in one order for everybody, so
 * that late, doubled and shuffled events end in the same state. docs/decisions/001-memory.md tells the data flow.
 */
import type { Rating, Response } from "../questions/question.ts";
import { cardName, isNew, isProduced } from "./card.ts";
import { addDays, type Day, daysBetween, learnerDay } from "./day.ts";
import type { CardRef, CardState, MemoryParameters, Review, StudyEvent } from "./event.ts";
import { type Future, futures, type Memory } from "./fsrs.ts";
import { rungAfter } from "./ladder.ts";

/** An event as the log holds it, with what was decided when it arrived. */
export type Logged = {
  readonly event: StudyEvent;
  /** Fixed when it arrived: a later change of zone does not move the past. */
  readonly learnerDay: Day;
  /** 0..1 for an answer or an override; null for anything else. */
  readonly fraction: number | null;
  /** Of an answer; of an override, those that replace the answer's. */
  readonly reviews: readonly Review[];
};

type AnswerEvent = Extract<StudyEvent, { kind: "answer" }>;
type BesideEvent = Extract<StudyEvent, { card: CardRef }>;

/** An answer that counts, with the reviews that count for it; or something else that was done to a card. */
export type Standing =
  | (Omit<Logged, "event"> & { readonly event: AnswerEvent; readonly fraction: number })
  | (Omit<Logged, "event"> & { readonly event: BesideEvent });

/** The one order of the log: by instant, then device, its count, and id. */
export function byLogOrder(a: StudyEvent, b: StudyEvent): number {
  return compare(a.at, b.at) || compare(a.deviceId, b.deviceId) || a.deviceSeq - b.deviceSeq || compare(a.id, b.id);
}

/** The learner's day of an event, by the zone and rollover hour that it carries. */
export function learnerDayOf(event: StudyEvent): Day {
  return learnerDay(event.at, event.zone, event.rolloverHour);
}

/** Every card that the log says anything of, by `cardName`, as it stands after all events; `log` in any order, events doubled or not. */
export function fold(log: readonly Logged[], parameters: MemoryParameters): Map<string, CardState> {
  const states = new Map<string, CardState>();
  for (const standing of standingOf(log)) applyStanding(states, standing, parameters);
  return states;
}

/** Takes what one event did into the states; for folding on from states that hold all that precedes it in the log's order. */
export function applyStanding(states: Map<string, CardState>, standing: Standing, parameters: MemoryParameters): void {
  const { event } = standing;
  if (event.kind === "answer") {
    for (const review of standing.reviews) {
      const name = cardName(review.card);
      states.set(name, applyReview(states.get(name) ?? null, { ...standing, event }, review, parameters));
    }
    return;
  }
  const name = cardName(event.card);
  const after = applyBeside(states.get(name) ?? null, event, standing.learnerDay, parameters);
  if (after) states.set(name, after);
  else states.delete(name);
}

/**
 * The events that count, in the log's order, each once: without those that were undone and without undoes; an answer that was
 * overridden has the override's fraction and reviews. An undo or override of what is missing, undone or of another kind does nothing,
 * and whether it stands before or after its target makes no difference.
 */
export function standingOf(log: readonly Logged[]): Standing[] {
  const logged = new Map<string, Logged>();
  for (const one of log) if (!logged.has(one.event.id)) logged.set(one.event.id, one);
  const ordered = [...logged.values()].sort((a, b) => byLogOrder(a.event, b.event));
  const undone = new Set<string>();
  for (const { event } of ordered) if (event.kind === "undo") undone.add(event.target);
  const overrides = new Map<string, Logged>();
  for (const one of ordered)
    if (one.event.kind === "override" && !undone.has(one.event.id)) overrides.set(one.event.target, one);
  const standing: Standing[] = [];
  for (const one of ordered) {
    const { event } = one;
    if (event.kind === "undo" || event.kind === "override" || undone.has(event.id)) continue;
    if (event.kind === "answer") {
      const { fraction, reviews } = overrides.get(event.id) ?? one;
      standing.push({ event, learnerDay: one.learnerDay, fraction: fraction ?? 0, reviews });
    } else standing.push({ event, learnerDay: one.learnerDay, fraction: null, reviews: [] });
  }
  return standing;
}

/** A card after one stored review: memory from the rating, due as it was decided. `state` null: never asked before. */
export function applyReview(
  state: CardState | null,
  { event, learnerDay: day }: { readonly event: Pick<AnswerEvent, "at" | "response">; readonly learnerDay: Day },
  review: Review,
  parameters: MemoryParameters,
): CardState {
  const { rating, due, dueDay } = review;
  const future = futureOf(state, rating, event.response, day, parameters);
  // Forgotten can only be what was known: a wrong first guess is teaching, and a second miss in a row is no second lapse.
  const isLapse = rating === "again" && state !== null && state.rightInRow > 0;
  return {
    card: review.card,
    stability: future.stability,
    difficulty: future.difficulty,
    rung: future.rung,
    reps: (state?.reps ?? 0) + 1,
    lapses: (state?.lapses ?? 0) + (isLapse ? 1 : 0),
    rightInRow: future.rightInRow,
    produced: future.produced,
    lastRating: rating,
    lastAt: event.at,
    lastDay: day,
    due,
    dueDay,
    cap: future.cap,
    suspended: state?.suspended ?? false,
    buriedUntil: state?.buriedUntil ?? null,
  };
}

/** What a rating makes of a card: memory, rung, and the days until it comes back, which a cap may shorten. */
export function futureOf(
  state: CardState | null,
  rating: Rating,
  response: Response,
  day: Day,
  parameters: MemoryParameters,
): Future & Pick<CardState, "rung" | "rightInRow" | "produced" | "cap"> {
  const known = isNew(state) ? null : state;
  // A traveller's day may go back; then it is the same day, as far as memory is concerned.
  const elapsedDays = known ? Math.max(0, daysBetween(known.lastDay, day)) : 0;
  const memory: Memory | null = known && { stability: known.stability, difficulty: known.difficulty };
  const future = futures(memory, elapsedDays, parameters)[rating];
  const isRight = rating !== "again";
  const rightInRow = isRight ? (known?.rightInRow ?? 0) + 1 : 0;
  const produced = (known?.produced ?? false) || (isRight && isProduced(response));
  const rung = rungAfter(known, rating, future.stability);
  const cap = parameters.caps && isRight ? capOn(future.intervalDays, { rung, rightInRow, produced }) : null;
  return {
    ...future,
    intervalDays: cap ? Math.min(future.intervalDays, capDays[cap]) : future.intervalDays,
    rung,
    rightInRow,
    produced,
    cap,
  };
}

/** The longest interval, in days, under each cap: a right guess is soon asked again, and what was only recognised is not left for long. */
export const capDays = { "until-two-right": 3, "until-produced": 60 } as const;

function capOn(
  intervalDays: number,
  { rung, rightInRow, produced }: Pick<CardState, "rung" | "rightInRow" | "produced">,
): CardState["cap"] {
  if (rung <= 1 && rightInRow < 2 && intervalDays > capDays["until-two-right"]) return "until-two-right";
  if (!produced && intervalDays > capDays["until-produced"]) return "until-produced";
  return null;
}

/** A card after it was suspended, buried, forgotten or given another due day; null when nothing is left to say of it. */
function applyBeside(
  state: CardState | null,
  event: BesideEvent,
  day: Day,
  parameters: MemoryParameters,
): CardState | null {
  switch (event.kind) {
    case "suspend":
      if (!state && !event.suspended) return null;
      return { ...(state ?? unasked(event, day, parameters)), suspended: event.suspended };
    case "bury":
      return { ...(state ?? unasked(event, day, parameters)), buriedUntil: addDays(day, 1) };
    case "forget":
      return state?.suspended ? { ...unasked(event, day, parameters), suspended: true } : null;
    case "set_due": {
      if (!state || isNew(state)) return state;
      return { ...state, due: event.due, dueDay: learnerDay(event.due, event.zone, event.rolloverHour) };
    }
  }
}

/** A card of which something was decided before it was ever answered: no reviews; its memory is what a first miss would leave. */
function unasked(event: BesideEvent, day: Day, parameters: MemoryParameters): CardState {
  const { stability, difficulty } = futures(null, 0, parameters).again;
  return {
    card: event.card,
    stability,
    difficulty,
    rung: 0,
    reps: 0,
    lapses: 0,
    rightInRow: 0,
    produced: false,
    lastRating: "again",
    lastAt: event.at,
    lastDay: day,
    due: event.at,
    dueDay: day,
    cap: null,
    suspended: false,
    buriedUntil: null,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
