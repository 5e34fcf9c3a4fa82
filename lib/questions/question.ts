/**
 * The life of a question as types: a form asked becomes a question (the snapshot that is stored and never changes);
 * a posed question is what may cross to the browser before it is answered; a response is values; a mark is pure.
 */
import type { DayNumber, Precision, Qualifier } from "../facts/fact.ts";
import type { RefusalReason } from "../facts/refusal.ts";
import type { ValueKey } from "../facts/value.ts";

export type Form =
  | "Q1"
  | "Q2"
  | "Q3"
  | "Q4"
  | "Q5"
  | "Q6"
  | "Q7"
  | "Q8"
  | "Q9"
  | "Q10"
  | "Q11"
  | "Q12"
  | "Q13"
  | "Q14"
  | "Q15"
  | "Q16"
  /** Written by an instructor: no fact stands behind it. */
  | "own";

export type Kind =
  | "choice"
  | "multi-select"
  | "true-false"
  | "cloze"
  | "typed"
  | "number"
  | "date"
  | "order"
  | "match"
  | "timeline"
  /** Written freely and marked by hand; only instructors ask so. */
  | "text"
  | "flashcard";

/** The hole of the query: what the learner must produce; with the fact it names a card. */
export type Direction = "subject" | "object" | "from" | "to";

/** What is scheduled: one fact asked in one direction. */
export type CardKey = { readonly fact: string; readonly direction: Direction };

export type { ValueKey };

/** Which time the stem states. */
export type TimeScope =
  | { readonly kind: "timeless" }
  | { readonly kind: "on"; readonly edtf: string }
  | { readonly kind: "span"; readonly from: string; readonly to: string }
  | { readonly kind: "as-of"; readonly edtf: string; readonly source: string | null };

export type Option = {
  readonly value: ValueKey;
  readonly text: string;
  /** Timeline: the date of an anchor in words, printed beside it; absent otherwise. */
  readonly when?: string;
  /** Timeline: its first word is part of a title ("The Salt Wedding") and keeps its capital within a sentence; absent otherwise. */
  readonly title?: true;
  /** Match: it belongs to one of the prompts; the spare one does not. */
  readonly right: boolean;
  /** A true sentence that says why this option is wrong; null for a right one. */
  readonly whyNot: string | null;
  /** Its value was made by rule, not found in the pack (dates and numbers only). */
  readonly synthetic: boolean;
};

/** What is to be matched or placed. */
export type Prompt = { readonly value: ValueKey; readonly text: string };

/** Help with the answer: "M______ L__________". `shown`: from the start; otherwise only when asked for, which counts as help. */
export type Cue = { readonly text: string; readonly shown: boolean };

/** How exactly each end of a span is asked for. */
export type Ends = { readonly from: Precision; readonly to: Precision };

/** The gap of a cloze, as it stands in the stem. */
export const gap = "_____";

/** The gap before the first anchor of a timeline. */
export const atStart: ValueKey = "t:start";

/** A key with its words. */
export type Keyed = { readonly key: readonly ValueKey[]; readonly answer: string };

/** A citation as printed on the receipt. */
export type Receipt = {
  readonly source: string;
  /** NATO, “NATO Mission Iraq”, updated 27 May 2024 */
  readonly cite: string;
  readonly locator: string;
  /** The document's date in words, such as "undated fact sheet (between May 2021 and May 2022)". */
  readonly dated: string;
  /** Which sentences of the Why are written there, counted from 0; empty for a place that bears only what is said of options. */
  readonly sentences?: readonly number[];
  /** The options of which something is said that is written there. */
  readonly options?: readonly ValueKey[];
};

/** A span or point on the timeline strip; null days are ends that no source gives. */
export type StripSpan = {
  readonly value: ValueKey;
  readonly label: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** The end is not known: still so when the source was written. */
  readonly open: boolean;
  readonly point: boolean;
};

export type Strip = {
  readonly spans: readonly StripSpan[];
  readonly asked: { readonly from: DayNumber; readonly to: DayNumber } | null;
  /** Of a false statement: the value that it names in the key's place, drawn beside what is so. */
  readonly claimed?: ValueKey;
};

/** A form asked: everything needed to show, mark and explain it for ever. Content-addressed by `hashQuestion`. */
export type Question = {
  /** Version of this shape. */
  readonly v: 1;
  /** Stable name: pack, form, facts, hole, time, kind and seed give it; it never tells the answer. */
  readonly id: string;
  readonly pack: string;
  /** Hash of the pack revision it was asked of. */
  readonly revision: string;
  readonly form: Form;
  readonly kind: Kind;
  /** The card it feeds; null for a composite (order, count, difference), which owns no memory. */
  readonly card: CardKey | null;
  /**
   * Cards of the parts of a composite: one for each option of an order, for each prompt of a match (`value` is the prompt's), for the prompt
   * of a timeline, for each end of a span; empty otherwise.
   */
  readonly parts: readonly (CardKey & { readonly value: ValueKey })[];
  /** Keys of all facts that the key rests on. */
  readonly facts: readonly string[];
  readonly topic: string;
  readonly kicker: string;
  readonly stem: string;
  /** How many to choose when the stem announces it; otherwise null. */
  readonly choose: number | null;
  /**
   * Choice, multi-select, true-false: what can be chosen. Order: what is to be ordered, shuffled. Match: what the prompts are matched
   * with, and one to spare. Timeline: the gaps, `atStart` first, then each anchor in the order of time, for the gap after it. Otherwise empty.
   */
  readonly options: readonly Option[];
  /** Match: what is to be matched, each with one option. Timeline: the one thing to be placed. Absent otherwise. */
  readonly prompts?: readonly Prompt[];
  /** Cloze: help with the answer's first letters; absent otherwise. Its stem is a sentence with a `gap` where the answer belongs. */
  readonly cue?: Cue;
  /** A choice of two, for a pair that the learner has mixed up; absent otherwise. */
  readonly contrast?: true;
  /** The right value or values; for order, in the right order; for match, one for each prompt, in the order of the prompts. */
  readonly key: readonly ValueKey[];
  /** The key in words, for flashcards and receipts. */
  readonly answer: string;
  /** Other keys, each right as a whole: what an instructor accepted beside the key of a number, a date, an order or a match. Absent otherwise. */
  readonly also?: readonly Keyed[];
  /** Typed: every string accepted as the key, before normalising. */
  readonly accepts: readonly string[];
  /**
   * Names of other entities at a distance ≤ 4 from an accepted one, equal to one or holding one, so that marking needs no pack; and, with the key's value,
   * what is the key's besides: names that others bear too, and those that only this stem makes right.
   */
  readonly near: readonly { readonly value: ValueKey; readonly text: string }[];
  /** Titles ignored at the start of a typed name. */
  readonly titles: readonly string[];
  /** Date kind: the precision of the source, which is asked for. */
  readonly precision: Precision | null;
  /** Date kind that asks for a whole span: how exactly the source gives its beginning and its end. The key then has both. Absent otherwise. */
  readonly span?: Ends;
  /** Number kind: the qualifier of the source. */
  readonly qualifier: Qualifier | null;
  /** Number kind: the decimals to which a measured number is asked; absent for what is exact as it is. */
  readonly decimals?: number;
  readonly time: TimeScope;
  /** Mean similarity of the distractors to the key, 0..1, and its label; null without distractors. */
  readonly closeness: { readonly value: number; readonly label: "easy" | "medium" | "hard" } | null;
  readonly citations: readonly Receipt[];
  /** The fact as a true sentence, with its dates. */
  readonly why: string;
  /** Where each sentence of `why` ends; absent for a single one. */
  readonly ends?: readonly number[];
  readonly strip: Strip | null;
  readonly seed: string;
};

/** What the browser may hold before the answer of an assigned quiz: no key, no receipt, nothing that tells. */
export type PosedQuestion = {
  readonly kind: Kind;
  readonly kicker: string;
  readonly stem: string;
  readonly choose: number | null;
  readonly options: readonly {
    readonly value: ValueKey;
    readonly text: string;
    readonly when?: string;
    readonly title?: true;
  }[];
  readonly prompts?: readonly Prompt[];
  readonly cue?: Cue;
  readonly precision: Precision | null;
  readonly span?: Ends;
};

export type Response =
  | { readonly kind: "choice"; readonly value: ValueKey }
  | { readonly kind: "multi-select"; readonly values: readonly ValueKey[] }
  | { readonly kind: "true-false"; readonly value: "t:true" | "t:false" }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  /** `to`: of a span that is asked for in two fields, what stands in the second; the text is then that of the first. */
  | { readonly kind: "date"; readonly text: string; readonly to?: string | undefined }
  | { readonly kind: "order"; readonly values: readonly ValueKey[] }
  | { readonly kind: "match"; readonly pairs: readonly Pair[] }
  /** The anchor after which the thing belongs, or `atStart`. */
  | { readonly kind: "timeline"; readonly value: ValueKey }
  | { readonly kind: "flashcard"; readonly rating: Rating }
  | { readonly kind: "dont-know" };

/** A prompt with the option that it was matched with. */
export type Pair = { readonly prompt: ValueKey; readonly value: ValueKey };

/** A learner's recall as the scheduler takes it. */
export type Rating = "again" | "hard" | "good" | "easy";

/** Why a response deserves another try without penalty, or a remark beside the mark. */
export type MarkNote =
  | "which-one"
  | "nearly"
  | "more-exact"
  | "day-or-month-first"
  | "unreadable"
  | "spelling"
  | "source-less-exact"
  | "source-qualifier"
  | "rank-ignored"
  | "other-entity"
  | "longest-run";

/** The marking of one response. */
export type Mark =
  | {
      readonly kind: "marked";
      /** 0..1 */
      readonly fraction: number;
      readonly notes: readonly MarkNote[];
      /** The other entity whose name was given, for confusions; null otherwise. */
      readonly mistakenFor: ValueKey | null;
      /** Of a composite: the values of the parts that were wrong. */
      readonly wrongParts: readonly ValueKey[];
      /** Order: how many stand in one right relative order. */
      readonly longestRun: number | null;
    }
  | { readonly kind: "ask-again"; readonly note: MarkNote };

export type { RefusalReason };

export type Refusal = {
  readonly kind: "refusal";
  readonly form: Form;
  readonly reason: RefusalReason;
  readonly detail: string;
  readonly facts: readonly string[];
};
