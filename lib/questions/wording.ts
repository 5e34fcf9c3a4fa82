/** From facts to words: the slots of a frame, the sentence of a fact, the words of a value. */
import { unreachable } from "../base/unreachable.ts";
import { parseDate } from "../facts/dates.ts";
import type { Fact, HistoricalDate, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { sortOfNumber } from "../facts/measure.ts";
import { dateInWords, dateWithPreposition, spanInWords, throughout } from "./date-words.ts";
import { containsWords } from "./fold.ts";
import { type Filler, type Reading, realise, type Slots } from "./frame.ts";
import { limitWords } from "./limit-words.ts";
import { nounPhrase, optionName, optionPhrase, raised } from "./noun-phrase.ts";
import { figures, numberInSentence, numberInWords, spelledBelowTen } from "./number-words.ts";
import type { TimeScope } from "./question.ts";

/** A stem: names in full at their first mention, ranks where the frame asks for them. */
export const inStem: Reading = { standsAlone: true, ranks: true };

/** A statement that may be false: a rank there would be a cue, or itself untrue. */
export const inStatement: Reading = { standsAlone: true, ranks: false };

/** A sentence beside a question that has spelled the names out. */
export const inReceipt: Reading = { standsAlone: false, ranks: true };

/** What a sentence about a fact may say otherwise than the fact does. */
export type Variation = {
  readonly subject?: string;
  readonly object?: Value;
  readonly when?: string;
};

/**
 * The fact as one true sentence with its dates, ending with a full stop; null where the relation has no frame for it.
 * An open end takes `fact_open`, an explicit negative `fact_negative`.
 */
export function factSentence(facts: Facts, fact: Fact, reading: Reading = inReceipt): string | null {
  const { frames } = facts.relation(fact.relation);
  const frame = fact.negative
    ? frames.fact_negative
    : fact.to.kind === "open" && fact.from.kind === "date"
      ? (frames.fact_open ?? frames.fact)
      : frames.fact;
  if (frame === undefined) return null;
  return withCapacity(fact, realise(frame, factSlots(facts, fact), reading));
}

/** "… (in an acting capacity)." where a frame says of a holder that they held in full. */
function withCapacity(fact: Fact, sentence: string): string {
  if (fact.capacity === null) return sentence;
  // A figure or a date has no holder: it is itself what is claimed.
  const isClaim = fact.capacity === "rival" && fact.object.kind !== "entity";
  return `${sentence.replace(/\.$/, "")} (${isClaim ? "a rival claim" : capacityWords[fact.capacity]}).`;
}

const capacityWords = { acting: "in an acting capacity", joint: "jointly", rival: "as a rival claimant" } as const;

/** A sentence of the fact's relation by purpose (`fact`, `fact_from`, `fact_to`) with another subject, object or time; null without a frame. */
export function variedSentence(
  facts: Facts,
  fact: Fact,
  purpose: "fact" | "fact_from" | "fact_to",
  variation: Variation,
  reading: Reading,
): string | null {
  const frame = facts.relation(fact.relation).frames[purpose];
  if (frame === undefined) return null;
  const slots = factSlots(facts, fact);
  const time = variation.when === undefined ? {} : { [purpose.slice(5) || "when"]: variation.when };
  const sentence = realise(
    frame,
    {
      s: variation.subject === undefined ? slots.s : entityFiller(facts, variation.subject),
      o: variation.object === undefined ? slots.o : objectFiller(facts, fact, variation.object),
      text: { ...slots.text, ...time },
    },
    reading,
  );
  const isOfFact = variation.subject === undefined && variation.object === undefined;
  return reading === inReceipt && isOfFact ? withCapacity(fact, sentence) : sentence;
}

/**
 * The fact with another value denied beside its own: "Beryllium, not thallium, has the atomic number 4."; null where its frame cannot say it so.
 */
export function denyingSentence(facts: Facts, fact: Fact, slot: "subject" | "object", other: Value): string | null {
  const frame = facts.relation(fact.relation).frames.fact;
  if (frame === undefined || fact.negative) return null;
  const own: Value = slot === "subject" ? { kind: "entity", entity: fact.subject } : fact.object;
  const phrase = (value: Value) =>
    value.kind === "date" ? dateWithPreposition(value.date) : valueInSentence(facts, value);
  const words = `${phrase(own)}, not ${phrase(other)},`;
  const denying: Filler = { kind: "words", words, bare: words };
  const { text, ...names } = factSlots(facts, fact);
  // A date is said where the frame says when.
  const slots = { ...names, text: own.kind === "date" ? { ...text, when: words } : text };
  const sentence = realise(frame, slot === "subject" ? { ...slots, s: denying } : { ...slots, o: denying }, inReceipt);
  // A clause, a rank or a possessive leaves no room for a second name; nor does a time that is said in the place of the object.
  return containsWords(sentence, words.slice(0, -1)) && !/[{}]|,['’]|,”/.test(sentence) ? sentence : null;
}

/** The slots that a fact fills by itself. */
export function factSlots(facts: Facts, fact: Fact): Slots & { readonly s: Filler; readonly o: Filler } {
  return {
    s: entityFiller(facts, fact.subject),
    o: objectFiller(facts, fact, fact.object),
    text: {
      when: whenWords(facts, fact),
      from: fact.from.kind === "date" ? dateWithPreposition(fact.from.date) : "",
      to: fact.to.kind === "date" ? dateWithPreposition(fact.to.date) : "",
      as_of: fact.asOf ? asOfWords(facts, fact) : "",
    },
  };
}

export function entityFiller(facts: Facts, key: string): Filler {
  const entity = facts.entity(key);
  return { kind: "entity", entity, noun: facts.type(entity.type).noun[0] };
}

/** A number that names something stands in figures: "the atomic number 8", but "eight lamps". */
function objectFiller(facts: Facts, fact: Fact, value: Value): Filler {
  const isName = value.kind === "number" && sortOfNumber(facts.relation(fact.relation), value) === "naming";
  return isName
    ? { kind: "words", words: numberInWords(value), bare: figures(value.number) }
    : valueFiller(facts, value);
}

export function valueFiller(facts: Facts, value: Value): Filler {
  switch (value.kind) {
    case "entity":
      return entityFiller(facts, value.entity);
    case "date":
      return { kind: "words", words: dateWithPreposition(value.date), bare: dateInWords(value.date) };
    case "number":
      return { kind: "words", words: numberInSentence(value), bare: spelledBelowTen(value.number) };
    case "vague":
      return { kind: "words", words: value.text, bare: value.text };
    case "limit":
      return { kind: "words", words: limitWords(facts, value), bare: limitWords(facts, value) };
    default:
      return unreachable(value);
  }
}

/** The time that a stem states: "on 1 January 2022", "according to NATO's page of 27 May 2024", "as of 27 May 2024"; empty if timeless. */
export function scopeWords(facts: Facts, time: TimeScope): string {
  switch (time.kind) {
    case "timeless":
      return "";
    case "on":
      return throughout(dateOf(time.edtf));
    case "span":
      return `from ${dateInWords(dateOf(time.from))} to ${dateInWords(dateOf(time.to))}`;
    case "as-of":
      return time.source === null
        ? `as of ${dateInWords(dateOf(time.edtf))}`
        : `according to ${facts.source(time.source).inStem}`;
    default:
      return unreachable(time);
  }
}

/** The time of a snapshot: by its source where the source is of that date, otherwise by the date alone. */
export function snapshotScope(facts: Facts, fact: Fact & { readonly asOf: HistoricalDate }): TimeScope {
  return { kind: "as-of", edtf: fact.asOf.edtf, source: sourceOfDate(facts, fact, fact.asOf) };
}

/** A value within a sentence: "the Ministry of Interior", "NMI", "July 2018". */
export function nameOf(facts: Facts, value: Value): string {
  if (value.kind === "entity") return nounPhrase(facts.entity(value.entity), "full");
  if (value.kind === "limit") return limitWords(facts, value);
  return value.kind === "date"
    ? dateInWords(value.date)
    : value.kind === "number"
      ? numberInSentence(value)
      : value.text;
}

/**
 * How a value reads as an option or answer: no rank, first letter raised. A number goes without its unit where the stem says it; all
 * options share it.
 */
export function valueWords(facts: Facts, value: Value, stem = ""): string {
  switch (value.kind) {
    case "entity":
      return optionName(facts.entity(value.entity));
    case "date":
      return raised(dateInWords(value.date));
    case "number":
      return raised(
        numberInWords(value.unit !== null && containsWords(stem, value.unit) ? { ...value, unit: null } : value),
      );
    case "vague":
      return raised(value.text);
    case "limit":
      return raised(limitWords(facts, value));
    default:
      return unreachable(value);
  }
}

/** The same within a sentence: nothing raised that is not a name. */
export function valueInSentence(facts: Facts, value: Value): string {
  if (value.kind !== "entity") return value.kind === "date" ? dateInWords(value.date) : nameOf(facts, value);
  return optionPhrase(facts.entity(value.entity));
}

function whenWords(facts: Facts, fact: Fact): string {
  if (fact.object.kind === "date") return dateWithPreposition(fact.object.date);
  const { from, to } = fact;
  if (from.kind === "date" && to.kind === "date" && from.date.edtf === to.date.edtf)
    return dateWithPreposition(from.date);
  if (from.kind === "date" || to.kind === "date")
    return spanInWords(from, to, fact.asOf ? timeOfSource(facts, fact) : null);
  return fact.asOf ? scopeWords(facts, snapshotScope(facts, { ...fact, asOf: fact.asOf })) : "";
}

function asOfWords(facts: Facts, fact: Fact): string {
  return fact.asOf?.precision === "between" ? `at ${timeOfSource(facts, fact)}` : `as of ${timeOfSource(facts, fact)}`;
}

/** "27 May 2024"; where only a stretch is known, "the time of NATO's undated fact sheet (…)". */
function timeOfSource(facts: Facts, fact: Fact): string {
  if (!fact.asOf) return "";
  const source = fact.asOf.precision === "between" ? sourceOfDate(facts, fact, fact.asOf) : null;
  return source === null ? dateInWords(fact.asOf) : `the time of ${facts.source(source).inStem}`;
}

function sourceOfDate(facts: Facts, fact: Fact, date: HistoricalDate): string | null {
  return fact.citations.find(({ source }) => facts.source(source).date.edtf === date.edtf)?.source ?? null;
}

function dateOf(edtf: string): HistoricalDate {
  const date = parseDate(edtf);
  if (!date) throw new Error(`Not a date: ${edtf}`);
  return date;
}
