/** Time and exactness (question-engine 1.1): a date in every stem that needs one, nothing more exact than its source. */
import type { Bound, HistoricalDate, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { dateInWords, monthNames } from "../date-words.ts";
import { figures, qualifierWords, spelledBelowTen } from "../number-words.ts";
import type { Question } from "../question.ts";
import { dateOf, statesTime } from "../time-asked.ts";
import { type Check, readValue, sentencesOf } from "./check.ts";

const undated: Check = {
  number: 4,
  severity: "fatal",
  by: "program",
  fails: "what changes over time is asked without a time, or “now” is said without an as-of date",
  faults({ facts, question }) {
    const faults: string[] = [];
    for (const { inStem } of facts.pack.sources) {
      // "of 27 May 2024", and "(between …)" of an undated source: what a source says is nowhere asked without its time.
      const bare = inStem.replace(/ (?:\([^()]*\)|of [^()]*\d)$/, "");
      if (bare !== inStem && question.stem.replaceAll(inStem, "").includes(bare))
        faults.push(`“${bare}” without its time`);
    }
    for (const text of [question.stem, ...question.options.map((option) => option.text)]) {
      const word = undatedWord.exec(text);
      if (word && !(asOf.test(text) && /\b\d{1,4}\b/.test(text))) faults.push(`“${word[0]}” without an as-of date`);
    }
    if (question.form === "Q11" && !statesTime(facts, question.time, `${question.stem} ${question.why}`))
      faults.push("neither the stem nor the Why dates the event");
    if (timeIsAsked.has(question.form) || question.kind === "order" || question.kind === "timeline") return faults;
    if (question.time.kind === "timeless" && question.facts.some((key) => changes(facts, key)))
      faults.push("a relation that changes over time is asked without a time");
    const hasTime = question.facts.some((key) => facts.relation(facts.fact(key).relation).temporal);
    if ((hasTime || question.time.kind !== "as-of") && !statesTime(facts, question.time, question.stem))
      faults.push("the stem does not state its time");
    return faults;
  },
};

const undatedWord = /\b(?:current(?:ly)?|now|today|latest|recent(?:ly)?|still|so far|to date|at present|nowadays)\b/i;
const asOf = /\b(?:as of|according to|by|name[sd]?|at the time of)\b/i;

/** Forms whose answer is a time, or whose anchor puts them in time: the anchor's one term, an event, the documents themselves. */
const timeIsAsked = new Set(["Q4", "Q6", "Q10", "Q11", "Q15", "Q16"]);

function words(edtf: string): string {
  return dateInWords(dateOf(edtf));
}

function changes(facts: Facts, key: string): boolean {
  const fact = facts.fact(key);
  return facts.relation(fact.relation).temporal && fact.object.kind !== "date";
}

const tooExact: Check = {
  number: 5,
  severity: "major",
  by: "program",
  fails: "a date or number is more exact than its source, or has lost its qualifier",
  faults(item) {
    const { facts, question } = item;
    const known = statedDates(facts);
    const own = timesOf(question);
    const faults: string[] = [];
    const synthetic = question.options.filter((option) => option.synthetic).map(({ text }) => text);
    // A false statement may bear a date that no source gives: that is what is false in it.
    const said = sentencesOf(question).filter((text) => !(question.key[0] === "t:false" && text === question.stem));
    const texts = [...said, ...question.options.map(({ text }) => text)];
    for (const text of texts)
      for (const [date] of text.matchAll(printedDate))
        if (!known.has(date) && !own.includes(date) && !synthetic.includes(date))
          faults.push(`no source gives “${date}”`);
    for (const value of quantitiesOf(item)) {
      const qualifier = qualifierWords(value.qualifier, value.unit);
      for (const figure of new Set([figures(value.number), spelledBelowTen(value.number)]))
        for (const text of [...sentencesOf(question), question.answer])
          for (const { index } of text.matchAll(new RegExp(`(?<![\\d,.])\\b${figure}\\b(?![,.]?\\d)`, "g")))
            if (
              !new RegExp(`${qualifier} (?:how many |how much )?$`, "i").test(text.slice(0, index)) &&
              isOf(text, value, index, figure)
            )
              faults.push(`“${figure}” without “${qualifier}”`);
    }
    for (const { value, text } of question.options) {
      const quantity = readValue(value);
      if (quantity?.kind !== "number" || quantity.qualifier === "exact") continue;
      if (!text.toLowerCase().startsWith(qualifierWords(quantity.qualifier, quantity.unit)))
        faults.push(`“${text}” without “${qualifierWords(quantity.qualifier, quantity.unit)}”`);
    }
    return [...new Set(faults)];
  },
};

/** "24 May 2024" or "May 2024" (not the end of a day's date). */
const printedDate = new RegExp(
  `(?:(?<!\\d)\\d{1,2} |(?<!\\d{1,2} ))\\b(?:${monthNames.join("|")}) \\d{1,4}(?: BC)?\\b`,
  "g",
);

/** The number of the unit that is printed after it, or a bare one: "350" of a day's date is none. */
function isOf(text: string, { unit }: Value & { kind: "number" }, index: number, figure: string): boolean {
  const rest = text.slice(index + figure.length).trim();
  return unit === null ? rest === "" || /^[.?!,;]/.test(rest) : rest.startsWith(unit) || rest === "";
}

function quantitiesOf({ facts, question }: { facts: Facts; question: Question }) {
  return question.facts
    .map((key) => facts.fact(key).object)
    .filter((object) => object.kind === "number" && object.qualifier !== "exact") as (Value & { kind: "number" })[];
}

function timesOf({ time }: Question): string[] {
  if (time.kind === "span") return [words(time.from), words(time.to)];
  return time.kind === "on" ? [words(time.edtf)] : [];
}

const indexes = new WeakMap<Facts, ReadonlySet<string>>();

/** Every date that the pack states, in words as precise as it states them; also those in its names and sentences. */
function statedDates(facts: Facts): ReadonlySet<string> {
  let dates = indexes.get(facts);
  if (!dates) {
    const found = new Set<string>();
    const add = (date: HistoricalDate | null | undefined) => {
      if (date) for (const [part] of dateInWords(date).matchAll(printedDate)) found.add(part);
    };
    const bound = (end: Bound) => add(end.kind === "date" ? end.date : null);
    const text = (words: string) => {
      for (const [part] of words.matchAll(printedDate)) found.add(part);
    };
    const { pack } = facts;
    for (const { from, to, asOf: at, object } of pack.facts) {
      bound(from);
      bound(to);
      add(at);
      if (object.kind === "date") add(object.date);
    }
    for (const { asOf: at, gloss, frames } of pack.lists) {
      add(at);
      for (const words of [gloss, ...Object.values(frames)]) text(words);
    }
    for (const { frames, closed } of pack.relations) {
      for (const words of Object.values(frames)) text(words);
      for (const closure of closed) for (const date of [closure.from, closure.asOf]) add(date);
    }
    for (const { name, short, clause } of pack.entities)
      for (const words of [name, short ?? "", clause?.past ?? "", clause?.question ?? ""]) text(words);
    for (const { date, inStem, cite } of pack.sources) {
      add(date);
      text(inStem);
      text(cite);
    }
    add(pack.asOf);
    dates = found;
    indexes.set(facts, dates);
  }
  return dates;
}

export const time: readonly Check[] = [undated, tooExact];
