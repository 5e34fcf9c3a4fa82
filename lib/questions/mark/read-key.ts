/** Reads what somebody who teaches says is right, as the marking itself reads answers; who answers so is wholly right from then on. */
import { dateAt, formatDate } from "../../facts/dates.ts";
import type { HistoricalDate, Precision } from "../../facts/fact.ts";
import { valueKey } from "../../facts/value.ts";
import { dateInWords } from "../date-words.ts";
import { raised } from "../noun-phrase.ts";
import { numberInWords } from "../number-words.ts";
import type { Keyed, Question, ValueKey } from "../question.ts";
import { hasShortYears } from "./date.ts";
import { measureOf, tolerancesOf } from "./number.ts";
import { type ReadDate, readDate } from "./read-date.ts";
import { readNumber } from "./read-number.ts";

/**
 * The key that was given: of a number or a date its text, of a span the texts of both ends or of both in one, of an order all values in order, of a match the partner of
 * each prompt. Null where it is no key of this question, and for kinds whose key is chosen, or a name, or none.
 */
export function readKey(question: Question, given: readonly string[]): Keyed | null {
  const { kind, options, prompts = [] } = question;
  const offered = options.map(({ value }) => value);
  const isAmongThem = new Set(given).size === given.length && given.every((value) => offered.includes(value));
  switch (kind) {
    case "number":
      return readQuantity(question, given[0] ?? "");
    case "date":
      return question.span ? readSpan(question, given) : readDay(question, given[0] ?? "");
    case "order":
      return isAmongThem && given.length === offered.length ? { key: given, answer: inWords(question, given) } : null;
    case "match":
      return isAmongThem && given.length === prompts.length ? { key: given, answer: inWords(question, given) } : null;
    default:
      return null;
  }
}

function inWords({ options, prompts }: Question, key: readonly ValueKey[]): string {
  const text = (value: ValueKey) => options.find((option) => option.value === value)?.text ?? value;
  const said = key.map((value, place) => (prompts ? `${prompts[place]!.text}: ${text(value)}` : text(value)));
  return said.join(prompts ? "; " : " → ");
}

/** Words that say no number: "several hundred". */
const vague = new Set(["several", "some", "many", "few", "couple"]);

/** A number with the qualifier and the unit of the question, unless it says its own; words and ranges as such, words alone only where the source has none but words. */
function readQuantity(question: Question, text: string): Keyed | null {
  const [key = ""] = question.key;
  const unit = key.split(":")[3] ?? "";
  const read = readNumber(text, measureOf(unit));
  if (read.kind === "number" && !read.words.some((word) => vague.has(word))) {
    const own = key.startsWith("v:") ? "exact" : tolerancesOf(question).qualifier;
    const qualifier = read.qualifier === "plain" ? own : read.qualifier;
    const value = { kind: "number", number: read.number, qualifier, unit: unit === "" ? null : unit } as const;
    return { key: [valueKey(value)], answer: raised(numberInWords(value)) };
  }
  return read.kind === "unreadable" && (text === "" || !key.startsWith("v:"))
    ? null
    : { key: [`v:${text}`], answer: text };
}

const finer: readonly Precision[] = ["year", "month", "day"];

/** A date no more exact than it was asked for, since nobody was asked for more. */
function asAsked(date: HistoricalDate, asked: Precision | null): HistoricalDate {
  const isFiner = asked !== null && finer.indexOf(date.precision) > finer.indexOf(asked) && asked !== "between";
  return isFiner ? dateAt(date.first, asked) : date;
}

const keyed = (date: HistoricalDate): ValueKey => valueKey({ kind: "date", date });

function readDay(question: Question, text: string): Keyed | null {
  const read = readDate(text, hasShortYears(question));
  if (read.kind === "stretch") {
    const [first, last] = [read.from.first, read.to.last];
    if (read.from.last >= read.to.first) return null;
    const edtf = formatDate({ precision: "between", first, last });
    return { key: [keyed({ edtf, precision: "between", first, last })], answer: text };
  }
  if (read.kind !== "date") return null;
  const date = asAsked(read.date, question.precision);
  return { key: [keyed(date)], answer: dateInWords(date) };
}

function readSpan(question: Question, given: readonly string[]): Keyed | null {
  const fields: ReadDate[] = given.map((text) => readDate(text, hasShortYears(question)));
  const [one, other] = fields;
  const ends =
    fields.length === 1 && one?.kind === "stretch"
      ? [one.from, one.to]
      : one?.kind === "date" && other?.kind === "date"
        ? [one.date, other.date]
        : null;
  if (!ends) return null;
  const from = asAsked(ends[0]!, question.span!.from);
  const to = asAsked(ends[1]!, question.span!.to);
  if (from.first > to.last || from.edtf === to.edtf) return null;
  return { key: [keyed(from), keyed(to)], answer: `${dateInWords(from)} to ${dateInWords(to)}` };
}
