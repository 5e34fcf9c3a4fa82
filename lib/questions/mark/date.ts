/** Marks a typed date at the precision of the source: no more is asked for, and no typing error in a number is forgiven. question-engine 5.2. */
import { dayNumber } from "../../base/day.ts";
import { parseDate } from "../../facts/dates.ts";
import type { HistoricalDate } from "../../facts/fact.ts";
import { longestResponse } from "../normalise.ts";
import type { Mark, MarkNote, Question } from "../question.ts";
import { askAgain, marked, type Try } from "./marked.ts";
import { type ReadDate, readDate } from "./read-date.ts";

/** The mark of a typed date, or of the two ends of a span where the question has two keys. */
export function markDate(question: Question, text: string, tries: Try): Mark {
  if (text.length > longestResponse) return askAgain("unreadable", tries);
  const keys = question.key.map((value) => parseDate(value.slice(2))).filter((date) => date !== null);
  const read = readDate(
    text,
    keys.some((key) => key.first < dayNumber(100, 1, 1)),
  );
  switch (read.kind) {
    case "ambiguous":
      return askAgain("day-or-month-first", tries);
    case "yearless":
      return askAgain("more-exact", tries);
    case "unreadable":
      return askAgain("unreadable", tries);
  }
  const notes: MarkNote[] = read.slip ? ["spelling"] : [];
  if (keys.length === 2) return markEnds(question, read, [keys[0]!, keys[1]!], notes, tries);
  const key = keys[0];
  return key ? told(verdictOn(read, key), notes, tries) : marked(0);
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

function verdictOn(read: Extract<ReadDate, { kind: "date" | "stretch" }>, key: HistoricalDate): Verdict {
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
  read: Extract<ReadDate, { kind: "date" | "stretch" }>,
  keys: readonly [HistoricalDate, HistoricalDate],
  notes: readonly MarkNote[],
  tries: Try,
): Mark {
  if (read.kind === "date")
    return tries.second ? markOneEnd(question, read, keys, notes) : askAgain("more-exact", tries);
  const marks = [read.from, read.to].map((date, end) =>
    told(verdictOn({ kind: "date", date, slip: false }, keys[end]!), [], tries),
  );
  let fraction = 0;
  const remarks = new Set(notes);
  const wrongParts: string[] = [];
  for (const [end, mark] of marks.entries()) {
    if (mark.kind === "ask-again") return mark;
    fraction += mark.fraction / 2;
    for (const note of mark.notes) remarks.add(note);
    if (mark.fraction < 1) wrongParts.push(question.key[end]!);
  }
  return marked(fraction, { notes: [...remarks], wrongParts });
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
