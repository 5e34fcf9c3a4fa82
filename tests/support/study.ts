/** Builders of cards, events and logs for tests of studying: everything that a test does not say is plain. */
import type { CardKey, Direction, Rating, Response } from "@/lib/questions/question.ts";
import type { CardRef, CardState, EventContext, Review, StudyEvent } from "@/lib/study/event.ts";
import { type Logged, learnerDayOf } from "@/lib/study/fold.ts";

export type Answer = Extract<StudyEvent, { kind: "answer" }>;

export function aCard(fact: string, direction: Direction = "subject"): CardRef {
  return { pack: "nato-mission-iraq", fact, direction };
}

let count = 0;

/** What every event has; ids are new each time, instants are given or 2026-01-05 at noon UTC. */
function base(said: Partial<Answer>) {
  count++;
  return {
    id: `0190a000-0000-7000-8000-${String(count).padStart(12, "0")}`,
    deviceId: "0190a000-0000-7000-8000-00000000000a",
    deviceSeq: count,
    at: "2026-01-05T12:00:00.000Z",
    zone: "UTC",
    rolloverHour: 4,
    ...said,
  };
}

/** An answer: Fortin's name typed, quickly, without help. */
export function anAnswer(said: Partial<Answer> = {}): Answer {
  return {
    ...base(said),
    kind: "answer",
    question: said.question ?? "hash",
    response: said.response ?? { kind: "typed", text: "Fortin" },
    tookMs: said.tookMs ?? 4000,
    context: said.context ?? aContext(),
  };
}

export function aContext(said: Partial<EventContext> = {}): EventContext {
  return { mode: "study", helped: false, tooEasy: false, attempt: null, ...said };
}

/** Anything else that is done to a card or an answer. */
export function anEvent<Kind extends Exclude<StudyEvent["kind"], "answer">>(
  kind: Kind,
  rest: Omit<
    Extract<StudyEvent, { kind: Kind }>,
    "id" | "deviceId" | "deviceSeq" | "at" | "zone" | "rolloverHour" | "kind"
  > &
    Partial<Answer>,
): StudyEvent {
  return { ...base({}), ...rest, kind } as unknown as StudyEvent;
}

/** An event as logged; an answer with the reviews given. */
export function logged(event: StudyEvent, reviews: readonly Review[] = [], fraction: number | null = null): Logged {
  return { event, learnerDay: learnerDayOf(event), fraction, reviews };
}

/** An answer as logged, with one review of a card that comes back on a day. */
export function aReview(card: CardRef, rating: Rating, at: string, dueDay: string, response?: Response): Logged {
  const answer = anAnswer({ at, ...(response ? { response } : {}) });
  const review = { card, rating, due: `${dueDay}T04:00:00.000Z`, dueDay };
  return logged(answer, [review], rating === "again" ? 0 : 1);
}

/** A card that was answered once, well, on 2026-01-01 and is due on 2026-01-05. */
export function aState(card: CardKey & { readonly pack?: string }, said: Partial<CardState> = {}): CardState {
  return {
    card: { pack: "nato-mission-iraq", ...card },
    stability: 4,
    difficulty: 5,
    rung: 1,
    reps: 1,
    lapses: 0,
    rightInRow: 1,
    produced: false,
    lastRating: "good",
    lastAt: "2026-01-01T12:00:00.000Z",
    lastDay: "2026-01-01",
    due: "2026-01-05T04:00:00.000Z",
    dueDay: "2026-01-05",
    cap: null,
    suspended: false,
    buriedUntil: null,
    ...said,
  };
}
