/** Marks a typed date at the precision of the source: no more is asked for, and no typing error in a number is forgiven. question-engine 5.2. */
import { dayNumber } from "../../base/day.ts";
import { parseDate } from "../../facts/dates.ts";
import type { HistoricalDate } from "../../facts/fact.ts";
import { longestResponse } from "../normalise.ts";
import type { Mark, MarkNote, Question } from "../question.ts";
import { askAgain, marked, type Try } from "./marked.ts";
import { type ReadDate, readDate } from "./read-date.ts";

/** The mark of a typed date, or of the two ends of a span where the question has two keys: in one line, or each in its own field. */
export function markDate(question: Question, { text, to }: Typed, tries: Try): Mark {
  if (text.length > longestResponse || (to?.length ?? 0) > longestResponse) return askAgain("unreadable", tries);
  const keys = question.key.map((value) => parseDate(value.slice(2))).filter((date) => date !== null);
  const shortYears = hasShortYears(question);
  // All of it in the first field is an answer, too.
  if (keys.length === 2 && to !== undefined && (to.trim() !== "" || readDate(text, shortYears).kind !== "stretch"))
    return markFields(question, [readDate(text, shortYears), readDate(to, shortYears)], [keys[0]!, keys[1]!], tries);
  const read = readDate(text, shortYears);
  if (read.kind !== "date" && read.kind !== "stretch") return askAgain(noteOn(read), tries);
  const notes: MarkNote[] = read.slip ? ["spelling"] : [];
  if (keys.length === 2) return markEnds(question, read, [keys[0]!, keys[1]!], notes, tries);
  const key = keys[0];
  return key ? told(verdictOn(read, key), notes, tries) : marked(0);
}

/** May a year of this question have one or two figures, because it is about those times? */
export function hasShortYears({ key }: Pick<Question, "key">): boolean {
  return key.some((value) => (parseDate(value.slice(2))?.first ?? Number.POSITIVE_INFINITY) < dayNumber(100, 1, 1));
}

/** What was typed: one line, or the two fields of a span. */
type Typed = { readonly text: string; readonly to?: string | undefined };

/** What was read and is a date or two, and what is neither. */
type Dated = Extract<ReadDate, { kind: "date" | "stretch" }>;

function noteOn(read: Exclude<ReadDate, Dated>): MarkNote {
  switch (read.kind) {
    case "ambiguous":
      return "day-or-month-first";
    case "yearless":
      return "more-exact";
    case "unreadable":
      return "unreadable";
  }
}

/** Each end for itself, half of the mark each; what cannot be read, or holds two dates, is asked for again, once. */
function markFields(
  question: Question,
  fields: readonly ReadDate[],
  keys: readonly [HistoricalDate, HistoricalDate],
  tries: Try,
): Mark {
  const markEnd = (read: ReadDate, end: number, again: Try) =>
    read.kind === "date"
      ? told(verdictOn(read, keys[end]!), read.slip ? ["spelling"] : [], again)
      : askAgain(read.kind === "stretch" ? "unreadable" : noteOn(read), again);
  const isWrong = fields.some((read, end) => read.kind === "date" && verdictOn(read, keys[end]!).kind === "wrong");
  let fraction = 0;
  const remarks = new Set<MarkNote>();
  const wrongParts: string[] = [];
  for (const [end, read] of fields.entries()) {
    // "Right so far" is no true word where the other end is wrong.
    const given = markEnd(read, end, { second: tries.second || (isWrong && read.kind === "date") });
    if (given.kind === "ask-again") return given;
    fraction += given.fraction / 2;
    for (const note of given.notes) remarks.add(note);
    if (given.fraction < 1) wrongParts.push(question.key[end]!);
  }
  return marked(fraction, { notes: [...remarks], wrongParts });
}

/** How a date stands to the key; `share`: of the year, month and day that the source gives, how many were said. */
type Verdict = { readonly kind: "right" | "finer" | "wrong" } | { readonly kind: "coarser"; readonly share: number };

function told(verdict: Verdict, notes: readonly MarkNote[], tries: Try): Mark {
  switch (verdict.kind) {
    case "right":
      return marked(1, { notes });
    case "finer":
      return marked(1, { notes: [...notes, "source-less-exact"] });
    case "wrong":
      return marked(0);
    case "coarser":
      return tries.second ? marked(verdict.share, { notes: [...notes, "more-exact"] }) : askAgain("more-exact", tries);
  }
}

const partsOf = { day: 3, month: 2, year: 1, between: 2 };

function verdictOn(read: Dated, key: HistoricalDate): Verdict {
  const first = read.kind === "date" ? read.date.first : read.from.first;
  const last = read.kind === "date" ? read.date.last : read.to.last;
  if (first > last) return { kind: "wrong" };
  if (first === key.first && last === key.last) return { kind: "right" };
  if (first >= key.first && last <= key.last) return { kind: "finer" };
  if (last < key.first || first > key.last) return { kind: "wrong" };
  if (read.kind === "date" && read.date.precision !== "between")
    return {
      kind: "coarser",
      share: Math.min(partsOf[read.date.precision], partsOf[key.precision] - 1) / partsOf[key.precision],
    };
  // A stretch round the key earns something only where the source itself gives one, and not if it is spun out to hold anything.
  const isFair = key.precision === "between" && last - first <= 2 * (key.last - key.first);
  return isFair ? { kind: "coarser", share: 1 / 2 } : { kind: "wrong" };
}

/** Both ends of a span, each half of the mark; of one alone the other is asked for, once. */
function markEnds(
  question: Question,
  read: Dated,
  keys: readonly [HistoricalDate, HistoricalDate],
  notes: readonly MarkNote[],
  tries: Try,
): Mark {
  if (read.kind === "date")
    return tries.second ? markOneEnd(question, read, keys, notes) : askAgain("more-exact", tries);
  const fields = [read.from, read.to].map((date) => ({ kind: "date", date, slip: read.slip }) as const);
  return markFields(question, fields, keys, tries);
}

/** One end of a span where both were asked for: half of what it is worth, as the end to which it comes nearer to being right. */
function markOneEnd(
  question: Question,
  read: Extract<ReadDate, { kind: "date" }>,
  keys: readonly [HistoricalDate, HistoricalDate],
  notes: readonly MarkNote[],
): Mark {
  const worth = keys.map((key) => {
    const mark = told(verdictOn(read, key), notes, { second: true });
    return mark.kind === "marked" ? mark.fraction : 0;
  });
  const best = Math.max(...worth);
  const end = best > 0 ? worth.indexOf(best) : -1;
  return marked(best / 2, {
    notes: [...notes, "more-exact"],
    wrongParts: question.key.filter((_, place) => place !== end || best < 1),
  });
}
