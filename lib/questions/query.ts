/**
 * A query over facts, between an ask and a question: its words, its key, and the truth test of any other value.
 * A form makes queries of facts; a kind makes questions of queries. Neither knows the other, so each can be added alone.
 */
import type { Fact, Value } from "../facts/fact.ts";
import type { CardKey, Form, Kind, RefusalReason, StripSpan, TimeScope } from "./question.ts";
import type { Said } from "./said.ts";

/** What can be asked, as plain data: resolved against the same pack it gives the same query. */
export type Ask = {
  readonly form: Form;
  /** The purpose of the frame that words it: `ask_subject_on`. */
  readonly purpose: string;
  /** The fact asked about; for a set, the first of its facts. */
  readonly fact: string;
  /** The list that declares the set; null for asks about facts alone. */
  readonly list: string | null;
  /** The card that it feeds; null for a composite. */
  readonly card: CardKey | null;
  /** Which of several times or sets of the same ask; it chooses together with the seed. */
  readonly variant: number;
  /** A time given in advance (EDTF), such as a handover day that must be refused; null to choose one by the seed. */
  readonly on: string | null;
  /** The kinds it may be put in, easiest first. */
  readonly kinds: readonly Kind[];
};

/** Where distractors are looked for: values that stand where the key stands. */
export type Slot = "subject" | "object" | "from" | "to";

/** Is a value right, wrong, or neither for sure? With the reason when it is not wrong. */
export type Judgement =
  | { readonly verdict: "true" }
  | { readonly verdict: "false" }
  | { readonly verdict: "unknown"; readonly reason: RefusalReason; readonly detail: string };

/** A value of the key with the fact that it rests on. */
export type KeyValue = { readonly value: Value; readonly fact: Fact };

export type Query = {
  readonly ask: Ask;
  readonly time: TimeScope;
  /** The stem for a single answer, by kind: recall, or a choice among options ("Which of these …"). */
  readonly stem: string;
  readonly kicker: string;
  /** All right values; for order in the right order. A choice and a typed answer have exactly one. */
  readonly key: readonly KeyValue[];
  /** Facts that the key rests on. */
  readonly facts: readonly Fact[];
  readonly slot: Slot;
  /** The truth test of another value at every reading. */
  judge(value: Value): Judgement;
  /** Are statements of it about a set as a whole? A false one then says nothing of the key, and feeds no card. */
  readonly isOfSet: boolean;
  /** The key's claim with another value in its place, as a sentence for true-false; null where no frame says it. */
  statement(value: Value): string | null;
  /** Of things in the order of time: the stem that asks where one of them belongs; null where no frame says it. */
  place?(fact: Fact): string | null;
  /** The wrong options, all of them, where the form itself chooses them: the others beside an odd one out, the other answers about documents. */
  readonly offered?: readonly { readonly value: Value; readonly fact: Fact | null }[];
  /** How far a value lies from what is asked on a scale of its own: of quantities, from the one that others are compared with. Absent for none. */
  distance?(value: Value): number;
  /** The sentences that say why the key is right; of a set as a whole, the claim itself and the place of the whole list. */
  readonly why: readonly Said[];
  /** All that the list of the query names, in a sentence, which shows why another is not in it; absent without a list or for too many. */
  readonly set?: Said | null;
  /** Where documents differ, how a sentence is told by the one that is asked: "According to the almanac, …". Absent where they agree. */
  told?(text: string): string;
  /** The sentence that says best why a value is wrong, where the form knows one; it goes before all others. */
  contrast(value: Value): Said | null;
  /** What the list says of a value that is not in it; null where no list speaks. */
  whyNotListed(value: Value): Said | null;
  /** Span or point of a value for the strip; null where it has none. */
  spanOf(value: Value, fact: Fact | null): StripSpan | null;
  /** The time asked about, for the strip. */
  readonly asked: { readonly from: number; readonly to: number } | null;
};
