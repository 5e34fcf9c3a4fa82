/** The learner's append-only log and what is exchanged about it: events, cards, the bundle of a session. */
import type { CardKey, Direction, Question, Rating, Response } from "../questions/question.ts";

/** How the log refers to a card: also across packs. */
export type CardRef = CardKey & { readonly pack: string };

/** What an event was made in. */
export type EventContext = {
  readonly mode: "study" | "practice" | "home" | "quiz";
  /** Answered after a hint or a second try for precision. */
  readonly helped: boolean;
  /** The learner said that it was too easy (only at rungs 3 and 4). */
  readonly tooEasy: boolean;
  /** For mode quiz. */
  readonly attempt: string | null;
};

type EventBase = {
  /** UUID v7 made by the client; twice is once. */
  readonly id: string;
  readonly deviceId: string;
  /** Counts up on each device. */
  readonly deviceSeq: number;
  /** Instant by the client's clock, ISO 8601 with Z; clamped by the server to [2000-01-01, received]. */
  readonly at: string;
  /** IANA zone and rollover hour (0..23) of the learner when it happened. */
  readonly zone: string;
  readonly rolloverHour: number;
};

/** One thing that a learner did, as sent by a client. */
export type StudyEvent =
  | (EventBase & {
      readonly kind: "answer";
      /** Hash of the stored question snapshot. */
      readonly question: string;
      readonly response: Response;
      /** 0..3_600_000 */
      readonly tookMs: number;
      readonly context: EventContext;
    })
  | (EventBase & { readonly kind: "undo"; readonly target: string })
  /** "I was right": the answer named counts as right. */
  | (EventBase & { readonly kind: "override"; readonly target: string })
  | (EventBase & { readonly kind: "suspend"; readonly card: CardRef; readonly suspended: boolean })
  | (EventBase & { readonly kind: "bury"; readonly card: CardRef })
  | (EventBase & { readonly kind: "forget"; readonly card: CardRef })
  | (EventBase & { readonly kind: "set_due"; readonly card: CardRef; readonly due: string });

/** Rung of the ladder: 0 new, 1 recognition, 2 close options, 3 recall, 4 both ways. */
export type Rung = 0 | 1 | 2 | 3 | 4;

/** A card's memory: the fold of its events. */
export type CardState = {
  readonly card: CardRef;
  /** Days until recall falls to 0.9; > 0. */
  readonly stability: number;
  /** 1..10 */
  readonly difficulty: number;
  readonly rung: Rung;
  readonly reps: number;
  readonly lapses: number;
  /** Right answers since the last lapse. */
  readonly rightInRow: number;
  /** Has an answer been produced (typed, date, order), not only recognised? */
  readonly produced: boolean;
  readonly lastRating: Rating;
  /** Instant of the last review, ISO. */
  readonly lastAt: string;
  /** Learner's day of the last review, YYYY-MM-DD. */
  readonly lastDay: string;
  /** When it comes back: an instant within the session for a lapse, else the start of a learner's day; ISO. */
  readonly due: string;
  /** Learner's day on which it is due, YYYY-MM-DD. */
  readonly dueDay: string;
  /** A cap shortened the interval (the stability is untouched); null when none did. */
  readonly cap: "until-two-right" | "until-produced" | null;
  readonly suspended: boolean;
  /** Learner's day until which it is buried, exclusive; null when not. */
  readonly buriedUntil: string | null;
};

/** One row per card that an answer reviewed; rating and due are decided once and stored. */
export type Review = { readonly card: CardRef; readonly rating: Rating; readonly due: string; readonly dueDay: string };

/** The parameters a fold is made with; a new set is a new epoch. */
export type MemoryParameters = {
  readonly epoch: number;
  /** 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** 0.7..0.97 */
  readonly desiredRetention: number;
  /** Caps of decision 17 in force? */
  readonly caps: boolean;
};

export type LearnerSettings = {
  readonly zone: string;
  readonly rolloverHour: number;
  /** 0..200 */
  readonly newPerDay: number;
  readonly fourButtons: boolean;
};

/** A question with the hash under which the server knows it. */
export type KeptQuestion = { readonly hash: string; readonly question: Question };

/** One card of a session with the questions that may be put for it, at least two where the pack yields them. */
export type BundleCard = {
  readonly card: CardRef;
  readonly state: CardState | null;
  readonly isNew: boolean;
  readonly questions: readonly KeptQuestion[];
};

/** What GET /api/v1/study answers: enough to study without a connection. */
export type Bundle = {
  readonly v: 1;
  readonly pack: { readonly key: string; readonly title: string; readonly revision: string };
  /** Who it is for: null before the first answer makes a guest. */
  readonly learner: { readonly id: string; readonly name: string | null; readonly guest: boolean } | null;
  readonly now: string;
  readonly today: string;
  readonly settings: LearnerSettings;
  readonly parameters: MemoryParameters;
  readonly mode: "study" | "practice";
  /** In the order in which they should be asked (lib/study/queue). */
  readonly cards: readonly BundleCard[];
  /** Composite questions (order and the like) to be mixed in, which own no memory. */
  readonly composites: readonly KeptQuestion[];
  readonly newLeft: number;
  readonly dueCount: number;
  /** Median milliseconds of the learner by kind, once 50 answers of that kind exist. */
  readonly medianMs: Readonly<Record<string, number>>;
};

/** What POST /api/v1/events answers for each id. */
export type EventResult =
  | {
      readonly id: string;
      readonly status: "accepted" | "duplicate";
      readonly fraction: number | null;
      readonly reviews: readonly Review[];
    }
  | {
      readonly id: string;
      readonly status: "refused";
      readonly reason: "other-content" | "unknown-question" | "unknown-target" | "invalid";
      readonly detail: string;
    };

export type EventsAnswer = {
  readonly v: 1;
  readonly results: readonly EventResult[];
  readonly cards: readonly CardState[];
};

export type { Direction };
