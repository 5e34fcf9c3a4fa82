/**
 * Spellings for systems that only compare letters: each is one that our own marking accepts, with what it earns there. So no list can
 * accept what we call wrong, or a name that another thing bears too.
 */
import { fromDayNumber } from "../base/day.ts";
import { parseDate } from "../facts/dates.ts";
import type { HistoricalDate, Precision } from "../facts/fact.ts";
import { dateInWords, monthNames } from "../questions/date-words.ts";
import { mark } from "../questions/mark.ts";
import type { Question, Response } from "../questions/question.ts";

/** A spelling and what it earns, above 0 and at most 1. */
export type Accepted = { readonly text: string; readonly fraction: number };

/** The spellings of an answer that is written in one field: the best first, at most `mostSpellings` of them. Empty for what is not written. */
export function acceptedOf(question: Question): Accepted[] {
  switch (question.kind) {
    case "typed":
    case "cloze":
      return weighed(namesFor(question), (text) => worth(question, { kind: "typed", text }));
    case "number":
      return weighed(quantitiesFor(question), (text) => worth(question, { kind: "number", text }));
    case "date":
      return weighed(question.key.length < 2 ? datesFor(question) : stretchesFor(question), (text) =>
        worth(question, { kind: "date", text }),
      );
    default:
      return [];
  }
}

/** Of a span that is asked for: the spellings of each end, with what each earns of its half. */
export function acceptedEnds(question: Question): readonly [readonly Accepted[], readonly Accepted[]] {
  const [from, to] = endsOf(question).map((date) => ({ date, words: dateInWords(date) }));
  if (!from || !to) return [[], []];
  const ofHalf = (fraction: number) => 2 * fraction - 1;
  return [
    weighed(spellingsOfDate(from.date), (text) => ofHalf(worth(question, { kind: "date", text, to: to.words }))),
    weighed(spellingsOfDate(to.date), (text) => ofHalf(worth(question, { kind: "date", text: from.words, to: text }))),
  ];
}

/** More than anybody tries, and few enough for a form. */
export const mostSpellings = 100;

function worth(question: Question, response: Response): number {
  const given = mark(question, response, { second: true });
  return given.kind === "marked" ? given.fraction : 0;
}

function weighed(texts: Iterable<string>, worthOf: (text: string) => number): Accepted[] {
  const found = new Map<string, Accepted>();
  for (const each of texts) {
    const text = each.replace(/\s+/gu, " ").trim();
    // Such systems do not look at capitals.
    const name = text.toLowerCase();
    if (text === "" || found.has(name)) continue;
    const fraction = worthOf(text);
    if (fraction > 1e-6) found.set(name, { text, fraction: Math.min(1, fraction) });
    if (found.size === mostSpellings) break;
  }
  return [...found.values()].toSorted((a, b) => b.fraction - a.fraction);
}

/** Names as they are printed, then as keyboards write them, then with the ranks that people put before them. */
function* namesFor({ answer, accepts, near, key, titles, stem }: Question): Generator<string> {
  const names = [answer, ...accepts, ...near.filter(({ value }) => key.includes(value)).map(({ text }) => text)];
  yield* names;
  for (const name of names) yield* onKeyboards(name);
  // The rank that a stem gives is the one that is copied from it.
  for (const title of titles.toSorted((a, b) => Number(stem.includes(b)) - Number(stem.includes(a))))
    for (const name of names) yield `${title} ${name}`;
}

function* onKeyboards(name: string): Generator<string> {
  const bare = name.replace(/^(?:the|an?) /i, "");
  for (const each of new Set([name, bare, ...(bare === name ? [] : [`the ${bare}`])])) {
    yield each;
    const plain = withoutAccents(each);
    yield plain;
    yield plain.replace(/-/g, " ");
    yield plain.replace(/'/g, "");
    yield plain.replace(/\./g, "");
    yield plain.replace(/ \([^()]*\)/g, "");
    yield plain.replace(/&/g, "and");
  }
}

const single: Readonly<Record<string, string>> = {
  ß: "ss",
  đ: "d",
  ð: "d",
  ł: "l",
  Ł: "L",
  ı: "i",
  œ: "oe",
  æ: "ae",
  þ: "th",
  ø: "o",
  Ø: "O",
};

/** "José Agüero" as "Jose Aguero", quotation marks and dashes as on a keyboard. */
function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßđðłŁıœæþøØ]/g, (letter) => single[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .normalize("NFC");
}

/** "8-10" as it is written in words and with each dash; one number of it; the words of the source. */
function* quantitiesFor({ key, answer, accepts }: Question): Generator<string> {
  const source = key[0]?.slice(2) ?? "";
  for (const each of [source, answer, ...accepts]) {
    yield each;
    const range = /^(\d+) ?[-\u2013] ?(\d+)\b/.exec(each);
    if (!range) continue;
    const [from, to] = [Number(range[1]), Number(range[2])];
    for (const between of ["-", "\u2013", " - ", " to "]) yield `${from}${between}${to}`;
    yield `between ${from} and ${to}`;
    for (let number = from; number <= to && number - from < 20; number++) yield String(number);
  }
  const many = /\b(dozen|hundred|thousand|million)s?\b/.exec(source)?.[1];
  if (many) yield* [`several ${many}`, `${many}s`, `a few ${many}`];
}

function endsOf({ key }: Question): HistoricalDate[] {
  return key.map((value) => parseDate(value.slice(2))).filter((date) => date !== null);
}

function* datesFor(question: Question): Generator<string> {
  yield question.answer;
  yield* question.accepts;
  for (const date of endsOf(question)) yield* spellingsOfDate(date);
}

/** Both ends on one line, each in the same style. */
function* stretchesFor(question: Question): Generator<string> {
  yield question.answer;
  yield* question.accepts;
  const [from, to] = endsOf(question);
  if (!from || !to) return;
  const [first, second] = [styles(from), styles(to)];
  for (const [style, start] of first.entries()) {
    const end = second[style] ?? second[0];
    if (start === undefined || end === undefined) continue;
    yield* [`${start} to ${end}`, `from ${start} to ${end}`, `${start} - ${end}`, `${start} \u2013 ${end}`];
    yield* [`${start} until ${end}`, `between ${start} and ${end}`];
  }
}

/** A date as it is written at its own precision, then less exactly. */
function* spellingsOfDate(date: HistoricalDate): Generator<string> {
  yield* styles(date);
  if (date.precision === "day") yield* stylesOf(date, "month");
  if (date.precision !== "year") yield* stylesOf(date, "year");
}

const styles = (date: HistoricalDate): string[] => [dateInWords(date), ...stylesOf(date, date.precision)];

/** The ways of writing the first day of a date at a precision; two of them may be told apart only by who reads them. */
function stylesOf({ first }: HistoricalDate, precision: Precision): string[] {
  const { year: number, month, day } = fromDayNumber(first);
  const year = number > 0 ? String(number) : `${1 - number} BC`;
  const name = monthNames[month - 1]!;
  const short = name.slice(0, 3);
  const [mm, dd] = [month, day].map((each) => String(each).padStart(2, "0"));
  const iso = number > 0 ? String(number).padStart(4, "0") : null;
  switch (precision) {
    case "day":
      return [
        ...[`${day} ${name} ${year}`, `${name} ${day}, ${year}`, `${day} ${short} ${year}`, `${short} ${day}, ${year}`],
        ...[`${name} ${day} ${year}`, `${short} ${day} ${year}`, `${day}${ordinal(day)} ${name} ${year}`],
        ...[`${day}${ordinal(day)} of ${name} ${year}`, `${name} ${day}${ordinal(day)}, ${year}`],
        ...(iso ? [`${iso}-${mm}-${dd}`] : []),
        ...[`${day}.${month}.${year}`, `${dd}.${mm}.${year}`, `${day}/${month}/${year}`, `${dd}/${mm}/${year}`],
        ...[`${month}/${day}/${year}`, `${mm}/${dd}/${year}`],
      ];
    case "month":
      return [
        ...[`${name} ${year}`, `${short} ${year}`, `${name}, ${year}`, `${year} ${name}`, `${name} of ${year}`],
        ...(iso ? [`${iso}-${mm}`, `${iso}/${mm}`] : []),
        ...[`${mm}/${year}`, `${month}/${year}`, `${mm}.${year}`, `${month}.${year}`, `${mm}-${year}`],
      ];
    case "year":
      return number > 0
        ? [year, `${year} AD`, `AD ${year}`, `${year} CE`]
        : [year, `${1 - number} BCE`, `${1 - number} B.C.`];
    case "between":
      return [];
  }
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
