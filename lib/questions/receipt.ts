/** Where a question's sentences are written: the citations as they are printed under its answer. */
import type { Citation, Source } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { dateInWords } from "./date-words.ts";
import type { Question, Receipt, ValueKey } from "./question.ts";
import type { Said } from "./said.ts";

/** One receipt for each place that facts are cited from, in the order of the facts; a place is named once. */
export function receiptsOf(facts: Facts, keys: readonly string[]): Receipt[] {
  const places = new Map<string, Receipt>();
  for (const citation of keys.flatMap((key) => facts.fact(key).citations))
    places.set(nameOf(citation), places.get(nameOf(citation)) ?? receiptAt(facts, citation));
  return [...places.values()];
}

/** What is said of an option, and of which. */
export type SaidOf = { readonly value: ValueKey; readonly said: Said };

/**
 * One receipt for each place where something that is said is written: those of the Why in the order of its sentences, then those of what is
 * said of the options; a place is named once, with all that it bears.
 */
export function receiptsOfSaid(facts: Facts, why: readonly Said[], options: readonly SaidOf[] = []): Receipt[] {
  const receipts = new Map<string, Receipt & { readonly sentences: number[]; readonly options: ValueKey[] }>();
  const at = (citation: Citation) => {
    const known = receipts.get(nameOf(citation)) ?? { ...receiptAt(facts, citation), sentences: [], options: [] };
    receipts.set(nameOf(citation), known);
    return known;
  };
  why.forEach((said, sentence) => {
    for (const place of placesOf(facts, said)) {
      const { sentences } = at(place);
      if (!sentences.includes(sentence)) sentences.push(sentence);
    }
  });
  for (const { value, said } of options)
    for (const place of placesOf(facts, said)) {
      const { options: borne } = at(place);
      if (!borne.includes(value)) borne.push(value);
    }
  return [...receipts.values()];
}

const nameOf = ({ source, locator }: Citation): string => `${source}\n${locator}`;

function receiptAt(facts: Facts, { source: key, locator }: Citation): Receipt {
  const source = facts.source(key);
  return { source: key, cite: source.cite, locator, dated: datedWords(source) };
}

/**
 * Of a whole list its own place stands before those of its members. What a document says is written in that document: where it is cited from
 * others, too, they bear the fact but not that sentence.
 */
function placesOf({ pack }: Facts, { text, facts, cites, within }: Said): readonly Citation[] {
  const all = [...cites, ...facts.flatMap(({ citations }) => citations)];
  const named = pack.sources.filter(({ inStem }) => text.includes(undated(inStem))).map(({ key }) => key);
  const documents = named.length > 0 ? named : within === undefined ? [] : [within];
  const inThem = all.filter(({ source }) => documents.includes(source));
  return inThem.length > 0 ? inThem : all;
}

/** Sentences may leave out what stands in brackets behind a document's name: the time of one without a date. */
const undated = (inStem: string): string => inStem.replace(/ \([^()]*\)$/, "");

/** Where each sentence of a Why ends in its text; absent for a single one. */
export function endsOf(why: readonly Said[]): Pick<Question, "ends"> {
  if (why.length < 2) return {};
  let end = -1;
  return { ends: why.map(({ text }) => (end += text.length + 1)) };
}

/** The sentences of a Why, each with the places where it is written. A question without `ends` has one. */
export function sentencesOfWhy({ why, ends = [why.length], citations }: Pick<Question, "why" | "ends" | "citations">) {
  return ends.map((end, sentence) => ({
    text: why.slice(sentence === 0 ? 0 : ends[sentence - 1]! + 1, end),
    receipts: citations.filter(({ sentences }) => sentences?.includes(sentence) ?? true),
  }));
}

/** Where what is said of an option is written. */
export function receiptsOfOption({ citations }: Pick<Question, "citations">, value: ValueKey): readonly Receipt[] {
  return citations.filter(({ options }) => options?.includes(value));
}

/** The places of the Why alone. */
export function receiptsOfWhy({ citations }: Pick<Question, "citations">): readonly Receipt[] {
  return citations.filter(({ sentences }) => sentences === undefined || sentences.length > 0);
}

/** "27 May 2024"; of a document that does not state its date "undated (between May 2021 and May 2022)". */
export function datedWords(source: Source): string {
  return source.dateBasis === null ? dateInWords(source.date) : `undated (${dateInWords(source.date)})`;
}
