/** Value, tone and format (question-engine 1.5): dates worth telling apart, items that have one answer, feedback that is true and cited. */
import type { Fact, HistoricalDate } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { entityKey } from "../../facts/value.ts";
import { factTold } from "../attributed.ts";
import { candidatesFor } from "../candidates.ts";
import { dateWithPreposition } from "../date-words.ts";
import { containsWords } from "../fold.ts";
import { drawSeed } from "../kind.ts";
import { atStart, gap, type Question } from "../question.ts";
import { textOf } from "../said.ts";
import { syntheticFor } from "../synthetic.ts";
import { whyNot } from "../why-not.ts";
import { factSentence, inReceipt, variedSentence } from "../wording.ts";
import { type Check, type Item, offersAnswers, readValue, rightOptions, wrongOptions } from "./check.ts";
import { withoutNames } from "./own-names.ts";
import { sentenceFaults } from "./sentence.ts";

/** Dates so near to each other test nothing but luck. */
const nearestDays = 3;

const trivial: Check = {
  number: 33,
  severity: "major",
  by: "reader",
  fails: "the key and a distractor are dates three or fewer days apart",
  faults({ question }) {
    if (!offersAnswers(question)) return [];
    const dates = (options: Question["options"]) =>
      options.flatMap(({ value }) => {
        const own = readValue(value);
        return own?.kind === "date" ? [own.date] : [];
      });
    const near = dates(rightOptions(question)).flatMap((key) =>
      dates(wrongOptions(question)).filter((date) => Math.abs(date.first - key.first) <= nearestDays),
    );
    return near.map(({ edtf }) => `${edtf} is as near as luck`);
  },
};

/** Within a name it ends no sentence. */
const point = /\. /g;

const formatFault: Check = {
  number: 36,
  severity: "fatal",
  by: "program",
  fails: "an order with a tie, a match that is not one to one, two claims in one statement, a gap that two things fit",
  faults(item) {
    const { question } = item;
    switch (question.kind) {
      case "order":
        return orderFaults(item);
      case "timeline":
        return timelineFaults(item);
      case "match":
        return matchFaults(item);
      case "true-false":
        // A point after an initial or within a name ends no sentence: "James K. Polk", "Thos. Harding".
        return /(?<!\b\p{Lu})\. \p{Lu}|; /u.test(withoutNames(item.facts, question.stem.slice(0, -1), point))
          ? ["a statement with two claims"]
          : [];
      case "cloze": {
        const gaps = question.stem.split(gap).length - 1;
        if (gaps < 1) return ["no gap"];
        return question.key.length !== 1 || (item.query?.isOfSet ?? true) ? ["the gap fits more than one"] : [];
      }
      default:
        return [];
    }
  },
};

function orderFaults({ facts, question, query }: Item): string[] {
  const faults: string[] = [];
  for (const { text } of question.options) if (/\d/.test(text)) faults.push(`“${text}” may show the order`);
  if (question.key.length < 3 || question.key.length !== question.options.length)
    faults.push("not three or more in one order");
  const dates = question.key.map((key) => dateOfMember(facts, question, key));
  // Quantities are put in order by the form's own truth test; without dates there is nothing more to see here.
  if (dates.every((date) => date === null)) return query ? faults : [...faults, "its order cannot be proved"];
  dates.forEach((date, index) => {
    const next = dates[index + 1];
    if (index < dates.length - 1 && !(date && next && before(date, next)))
      faults.push(`${question.key[index]} and ${question.key[index + 1]} are not surely one after the other`);
  });
  return faults;
}

function timelineFaults({ facts, question }: Item): string[] {
  const placed = question.prompts?.[0];
  if (!placed) return ["nothing to place"];
  const anchors = question.options.filter(({ value }) => value !== atStart);
  const dates = anchors.map(({ value }) => dateOfMember(facts, question, value));
  const own = dateOfMember(facts, question, placed.value);
  const at = question.key[0] === atStart ? 0 : anchors.findIndex(({ value }) => value === question.key[0]) + 1;
  const isBetween =
    own !== null && dates.every((date, index) => date !== null && (index < at ? before(date, own) : before(own, date)));
  return isBetween ? [] : [`${placed.value} is not surely in that place`];
}

function matchFaults({ facts, question }: Item): string[] {
  const prompts = question.prompts ?? [];
  const faults: string[] = [];
  if (new Set(question.key).size !== question.key.length || prompts.length !== question.key.length)
    faults.push("not one to one");
  if (question.options.length <= prompts.length) faults.push("the last pair is forced");
  prompts.forEach(({ value }, index) => {
    const own = question.facts.map((key) => facts.fact(key)).filter(({ subject }) => entityKey(subject) === value);
    const fits = (key: string) =>
      own.some(
        ({ object }) =>
          (object.kind === "entity"
            ? entityKey(object.entity)
            : object.kind === "date"
              ? `d:${object.date.edtf}`
              : "") === key,
      );
    if (!fits(question.key[index]!)) faults.push(`${value} does not go with ${question.key[index]}`);
  });
  return faults;
}

/** The date of one of the asked facts' subjects; null where none of them has one. */
function dateOfMember(facts: Facts, question: Question, key: string): HistoricalDate | null {
  for (const name of question.facts) {
    const fact = facts.fact(name);
    if (entityKey(fact.subject) === key) return startOf(fact);
  }
  return null;
}

function startOf({ object, from }: Fact): HistoricalDate | null {
  if (object.kind === "date") return object.date;
  return from.kind === "date" ? from.date : null;
}

const feedback: Check = {
  number: 37,
  severity: "major",
  by: "program",
  fails:
    "the feedback lacks the fact as a true sentence, its time, its source; or says something else of a wrong option than the pack does",
  faults(item) {
    const { facts, question, query } = item;
    const faults: string[] = [];
    const { why, citations } = question;
    if (why === "") faults.push("no sentence says why");
    else if (!/[.]$/.test(why)) faults.push("why: no full stop");
    for (const fault of sentenceFaults(why)) faults.push(`why: ${fault}`);
    if (citations.length === 0 || citations.some(({ locator, cite }) => locator === "" || cite === ""))
      faults.push("no citation");
    if (!statesTime(facts, question)) faults.push("why: its time is not said");
    if (query && !why.includes(textOf(query.why)) && question.kind !== "true-false" && question.kind !== "timeline")
      faults.push("why: not the fact as the pack says it");
    if (question.kind === "order" || question.kind === "match") return faults;
    for (const { text, whyNot: said } of wrongOptions(question)) {
      if (!said) faults.push(`no sentence says why not “${text}”`);
      else for (const fault of sentenceFaults(said)) faults.push(`why not “${text}”: ${fault}`);
    }
    return [...faults, ...untrueContrasts(item)];
  },
};

/** Sentences about wrong options that are not those which the pack gives for them. */
function untrueContrasts({ facts, question, query }: Item): string[] {
  if (!query || !offersAnswers(question)) return [];
  const wish = { kind: question.kind, seed: question.seed, target: 0.5, options: 4, confusions: {} } as const;
  const seed = drawSeed(query, wish);
  const known = new Map(
    [...candidatesFor(facts, query, {}, seed), ...syntheticFor(facts, query, seed)].map((one) => [one.key, one]),
  );
  return wrongOptions(question).flatMap(({ value: key, text, whyNot: said }) => {
    const candidate = known.get(key);
    if (!said || !candidate || said === whyNot(facts, query, candidate).text) return [];
    return isSaidByPack(facts, said) ? [] : [`why not “${text}”: “${said}” is not what the pack says`];
  });
}

const sentences = new WeakMap<Facts, ReadonlySet<string>>();

/** Is it the sentence of some fact of the pack, or of a list, whatever candidate it came by? */
function isSaidByPack(facts: Facts, said: string): boolean {
  let known = sentences.get(facts);
  if (!known) {
    const found = new Set<string>();
    for (const fact of facts.pack.facts) {
      found.add(factSentence(facts, fact) ?? "");
      // What documents differ on is told by the document that says it.
      found.add(factTold(facts, fact)?.text ?? "");
      for (const end of ["from", "to"] as const) {
        const bound = fact[end];
        if (bound.kind !== "date") continue;
        const when = dateWithPreposition(bound.date);
        found.add(variedSentence(facts, fact, `fact_${end}`, { when }, inReceipt) ?? "");
      }
    }
    known = found;
    sentences.set(facts, known);
  }
  return known.has(said) || facts.pack.lists.some(({ gloss }) => said.includes(gloss));
}

/** Where a fact holds from–until or as of a date, the sentence says so. */
function statesTime(facts: Facts, question: Question): boolean {
  return question.facts.every((key) => {
    const fact = facts.fact(key);
    const { temporal } = facts.relation(fact.relation);
    const isDated = fact.from.kind === "date" || fact.to.kind === "date" || fact.asOf !== null;
    if ((!temporal || !isDated) && fact.object.kind !== "date") return true;
    return (
      /\b\d{1,4}\b/.test(question.why) ||
      facts.pack.sources.some(({ inStem }) => containsWords(question.why, inStem.replace(/ \([^()]*\)$/, "")))
    );
  });
}

export const format: readonly Check[] = [trivial, formatFault, feedback];
