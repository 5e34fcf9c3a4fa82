/**
 * A question in the terms of other people's systems: every format is written from this one shape, so that what an order or a span
 * becomes is decided once. Nothing is dropped: what a format cannot carry, or carries otherwise, is said by its writer.
 */
import { hashQuestion } from "../questions/hash.ts";
import { tolerancesOf } from "../questions/mark/number.ts";
import { placesOnLine } from "../questions/on-line.ts";
import { dateBeside, placesInShort } from "../questions/places.ts";
import { gap, type Kind, type Option, type Question, type Receipt } from "../questions/question.ts";
import { receiptsOfOption, receiptsOfWhy } from "../questions/receipt.ts";
import { type Accepted, acceptedEnds, acceptedOf } from "./accepted.ts";

/** A quiz, or one variant of it, as it is taken away. */
export type Quiz = {
  readonly title: string;
  /** From 1. */
  readonly variant: number;
  readonly questions: readonly Placed[];
};

/** A question in its place of a quiz, counted from 1, with what it is worth. */
export type Placed = { readonly number: number; readonly points: number; readonly question: Question };

/** A file as text, and what of the quiz is not in it, or not as it was. */
export type Written = {
  readonly text: string;
  readonly left: readonly Left[];
  readonly changed: readonly Changed[];
};

/** A question that is not in the file: it marks itself; the format has no such kind; no share or spelling of it can be written there. */
export type Left = {
  readonly number: number;
  readonly kind: Kind;
  readonly reason: "marks-itself" | "no-ordering" | "no-such-share" | "no-spelling" | "too-few";
};

/**
 * A question that is in the file, but otherwise: only the spellings that are listed count; a span has two gaps, or one line; a place
 * on a line is chosen from a list; an order, a match or a selection gets other part marks; help is not there; options may be shuffled.
 */
export type Changed = {
  readonly number: number;
  readonly kind: Kind;
  readonly change: "listed-spellings" | "two-gaps" | "one-line" | "from-a-list" | "part-marks" | "no-help" | "shuffled";
};

/** Something said, with the places where it is written; one line a document. */
export type Cited = { readonly text: string; readonly sources: readonly string[] };

/** A number that is accepted with what it earns, 0..1: within `tolerance` on either side. */
export type AcceptedNumber = { readonly number: number; readonly tolerance: number; readonly fraction: number };

/** An option; what is said to who chose it, if anything. */
export type Offered = { readonly text: string; readonly right: boolean; readonly whyNot: Cited | null };

/** What is to be done. */
export type Task =
  /** `inOrder`: the options are steps of a scale, or places on a line. */
  | { readonly kind: "one"; readonly options: readonly Offered[]; readonly inOrder: boolean }
  | { readonly kind: "several"; readonly options: readonly Offered[]; readonly announced: boolean }
  | { readonly kind: "true-false"; readonly isTrue: boolean; readonly whyNot: Cited | null }
  | { readonly kind: "words"; readonly accepted: readonly Accepted[] }
  | { readonly kind: "number"; readonly accepted: readonly AcceptedNumber[] }
  /** The stem around its gap; `help` stands beside it from the start, or is given when asked for. */
  | {
      readonly kind: "gap";
      readonly before: string;
      readonly after: string;
      readonly accepted: readonly Accepted[];
      readonly help: { readonly text: string; readonly shown: boolean } | null;
    }
  | {
      readonly kind: "span";
      readonly from: readonly Accepted[];
      readonly to: readonly Accepted[];
      readonly line: readonly Accepted[];
    }
  /** In the right order. */
  | { readonly kind: "order"; readonly items: readonly string[] }
  | {
      readonly kind: "pairs";
      readonly pairs: readonly { readonly prompt: string; readonly answer: string }[];
      readonly spare: readonly string[];
    }
  /** Written freely, marked by hand. */
  | { readonly kind: "essay" }
  | { readonly kind: "self-marked" };

export type Item = {
  readonly number: number;
  readonly points: number;
  readonly kind: Kind;
  /** The same question gives the same, whenever it is written; at most 100 characters. */
  readonly idNumber: string;
  /** Sorts by the place in the quiz. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly stem: string;
  /** The true sentences, with their citations. */
  readonly why: Cited;
  readonly task: Task;
};

/** A placed question as an item. */
export function itemOf({ number, points, question }: Placed): Item {
  return {
    number,
    points,
    kind: question.kind,
    idNumber: `recite-${hashQuestion(question).slice(0, 32)}`,
    name: `${String(number).padStart(2, "0")} ${shortened(question.stem)}`,
    tags: [question.pack, question.topic, question.kind, ...question.facts.map((fact) => `${question.pack}:${fact}`)],
    stem: question.stem,
    why: { text: question.why, sources: sourcesOf(receiptsOfWhy(question)) },
    task: taskOf(question),
  };
}

function taskOf(question: Question): Task {
  const { kind, stem, options, key } = question;
  switch (kind) {
    case "choice":
      // Entities stand in an order that was drawn; dates, numbers and degrees of exactness in their own.
      return {
        kind: "one",
        options: options.map((each) => offered(question, each)),
        inOrder: !key[0]?.startsWith("e:"),
      };
    case "timeline":
      return {
        kind: "one",
        options: placesOnLine(question, { dated: true }).map(({ text }, place) => ({
          ...offered(question, options[place]!),
          text,
        })),
        inOrder: true,
      };
    case "multi-select":
      return {
        kind: "several",
        options: options.map((each) => offered(question, each)),
        announced: question.choose !== null,
      };
    case "true-false": {
      const wrong = options.find(({ right }) => !right);
      return {
        kind: "true-false",
        isTrue: key[0] === "t:true",
        whyNot: wrong ? offered(question, wrong).whyNot : null,
      };
    }
    case "cloze": {
      const [before = "", ...after] = stem.split(gap);
      return {
        kind: "gap",
        before,
        after: after.join(gap),
        accepted: acceptedOf(question),
        help: question.cue ?? null,
      };
    }
    case "typed":
      return { kind: "words", accepted: acceptedOf(question) };
    case "number":
      return key[0]?.startsWith("v:")
        ? { kind: "words", accepted: acceptedOf(question) }
        : { kind: "number", accepted: numbersOf(question) };
    case "date": {
      if (key.length < 2) return { kind: "words", accepted: acceptedOf(question) };
      const [from, to] = acceptedEnds(question);
      return { kind: "span", from, to, line: acceptedOf(question) };
    }
    case "order":
      return { kind: "order", items: key.map((value) => textOf(question, value)) };
    case "match":
      return {
        kind: "pairs",
        pairs: (question.prompts ?? []).map(({ text }, place) => ({
          prompt: text,
          answer: textOf(question, key[place]),
        })),
        spare: options.filter(({ right }) => !right).map(({ text }) => text),
      };
    case "text":
      return { kind: "essay" };
    case "flashcard":
      return { kind: "self-marked" };
  }
}

function offered(question: Question, { value, text, right, whyNot }: Option): Offered {
  return {
    text,
    right,
    whyNot: whyNot === null ? null : { text: whyNot, sources: sourcesOf(receiptsOfOption(question, value)) },
  };
}

function numbersOf(question: Question): AcceptedNumber[] {
  const { source, steps } = tolerancesOf(question);
  return steps.map(({ within, fraction }) => ({ number: source, tolerance: within, fraction }));
}

const textOf = ({ options }: Question, value: string | undefined): string =>
  options.find((option) => option.value === value)?.text ?? "";

/** One line a document: what it is called, the places in it, and its date where the name does not say it. */
function sourcesOf(receipts: readonly Receipt[]): string[] {
  return [...Map.groupBy(receipts, ({ cite }) => cite)].map(([cite, places]) => {
    const dated = places[0]!.dated;
    const date = cite.includes(dated) ? "" : ` · ${dateBeside(cite, dated)}`;
    return `${cite} · ${placesInShort(places.map(({ locator }) => locator))}${date}`;
  });
}

/** The beginning of a stem, at a word's end. */
function shortened(stem: string): string {
  const most = 80;
  if (stem.length <= most) return stem;
  const cut = stem.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))} …`;
}
