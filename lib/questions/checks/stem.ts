/** Stem and language (question-engine 1.4, 25 to 31). Names are in names.ts. */

import { whSpan } from "../date-words.ts";
import { containsWords } from "../fold.ts";
import { longestStem } from "../frame.ts";
import { askedDecimals, precisionWords } from "../measured.ts";
import { countInWords } from "../number-words.ts";
import { gap } from "../question.ts";
import { isSetDeclared } from "./asked-set.ts";
import { type Check, type Item, isStatement, offersAnswers, readValue, rightOptions } from "./check.ts";
import { withoutNames } from "./own-names.ts";
import { sentenceFaults } from "./sentence.ts";

const noAnswerType: Check = {
  number: 25,
  severity: "major",
  by: "reader",
  fails: "with the options covered there is no single phrase that says what sort of answer is wanted",
  faults({ question }) {
    if (isStatement(question)) return [];
    if (!/\b(?:who|whom|whose|which|what|when|where|how|can one tell)\b/i.test(question.stem))
      return ["nothing says what is asked for"];
    const bare = offersAnswers(question) ? null : bareAsking(question.stem);
    return bare === null ? [] : [`“${bare}” does not say what sort of answer is wanted`];
  },
};

/**
 * The word for the question that stands without the sort of answer, where nothing is offered: "What did …", "Whose …", "How did …", "How many did …".
 * "What is the height of …" and "What does … mean" say it. Null where the sort is said.
 */
function bareAsking(stem: string): string | null {
  const verb = "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|should|must)";
  const asking = new RegExp(
    `(?:^|[,:] )(?:(?:at|by|for|from|in|of|on|to|under|upon|with) )?(whose|what about|(?:what|how(?: (?:many|much))?) ${verb})\\b`,
    "i",
  );
  const found = asking.exec(stem);
  if (!found || /\b(?:who|whom|which)\b/i.test(stem.slice(0, found.index))) return null;
  const bare = found[1]!;
  if (!/^what/i.test(bare)) return bare;
  return /\bwhat (?:is|are|was|were) (?:the|an?) \p{Ll}/iu.test(stem) || /\b(?:mean|called)\?$/i.test(stem)
    ? null
    : bare;
}

const noAntecedent: Check = {
  number: 26,
  severity: "major",
  by: "program",
  fails: "the stem points at something outside it, or an abbreviation is not spelled out in the item",
  faults({ facts, question: { kind, stem, options, why } }) {
    const faults: string[] = [];
    // "Which of these" are the options, "this line" is the one that a timeline shows.
    const outside =
      /\b(?:this \p{Ll}+|that same|the above|the following|the former|the latter|the other one|said \p{Ll}+)\b/iu.exec(
        kind === "timeline" ? stem.replace(/\bthis (?:line|order)\b/, "") : stem,
      );
    if (outside) faults.push(`“${outside[0]}” points at something outside the stem`);
    const pronoun = /\b(?:he|she|him|they|them|it)\b/.exec(stem);
    const before = pronoun ? stem.slice(0, pronoun.index) : "";
    if (pronoun && !/ \p{Lu}/u.test(before.slice(1)) && !/\bthe \p{Ll}+/u.test(before))
      faults.push(`“${pronoun[0]}” without a noun before it`);
    const known = abbreviationsOf(facts);
    for (const [word] of `${stem} ${options.map(({ text }) => text).join(" ")}`.matchAll(abbreviation))
      if (!known.has(word) && word !== "NOT" && !stem.includes(`(${word})`) && !why.includes(`(${word})`))
        faults.push(`“${word}” is not spelled out`);
    return [...new Set(faults)];
  },
};

const abbreviation = /(?<![\p{L}\p{N}(-])\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*(?:-\p{Lu}+)?(?![\p{L}\p{N})])/gu;

const abbreviations = new WeakMap<object, ReadonlySet<string>>();

/** Abbreviations that are names in themselves: an entity's full name, or a part of it or of a source's, without brackets. */
function abbreviationsOf(facts: Parameters<Check["faults"]>[0]["facts"]): ReadonlySet<string> {
  let known = abbreviations.get(facts);
  if (!known) {
    const { entities, sources, titles } = facts.pack;
    const names = [
      ...entities.flatMap(({ name, clause }) => [name, clause?.past ?? "", clause?.question ?? ""]),
      ...sources.flatMap(({ inStem, publisher, title }) => [inStem, publisher, title]),
      ...titles,
    ];
    known = new Set(
      names.flatMap((name) => [...name.replace(/\([^()]*\)/g, " ").matchAll(abbreviation)].map(([word]) => word)),
    );
    abbreviations.set(facts, known);
  }
  return known;
}

const denying = /\b(?:not|except|never|(?<!at )least|neither|nor|without)\b/gi;

const negative: Check = {
  number: 27,
  severity: "major",
  by: "program",
  fails: "a negative without a closed list, without emphasis, or twice",
  faults(item) {
    const { stem, form, options } = item.question;
    const found = withoutNames(item.facts, stem, denying).match(denying) ?? [];
    const faults: string[] = [];
    if (found.length === 0) return faults;
    // What a document does not give is told of each option by itself (Q16): no set has to be whole.
    if (form !== "Q16" && !isSetDeclared(item)) faults.push(`“${found[0]}” of a set that is not closed`);
    if (found.some((word) => word !== word.toUpperCase())) faults.push(`“${found[0]}” is not emphasised`);
    const second = options.find(({ text: option }) => /\b(?:not|never|no|neither)\b/i.test(option));
    if (found.length > 1 || second) faults.push(`a second negative: “${found[1] ?? second?.text}”`);
    return faults;
  },
};

const twoThings: Check = {
  number: 28,
  severity: "major",
  by: "program",
  fails: "two things are asked",
  faults({ question: { stem } }) {
    const both =
      /\b(?:and|or) (?:who|whom|whose|when|where|why|how|(?:(?:in|on|at|to|by|for|from) )?(?:which|what))\b/i.exec(
        stem,
      );
    if (both) return [`“${both[0]}”`];
    return (stem.match(/\?/g)?.length ?? 0) > 1 ? ["two question marks"] : [];
  },
};

const tooLong: Check = {
  number: 29,
  severity: "minor",
  by: "reader",
  fails: `more than ${longestStem} words`,
  faults({ question }) {
    const words = question.stem.split(" ").length;
    return words > longestStem ? [`${words} words in the stem`] : [];
  },
};

const precisionAsked = {
  day: /\bon which (?:date|day)\b/i,
  month: /\bin which month\b/i,
  year: /\bin which year\b/i,
} as const;

const howMany: Check = {
  number: 30,
  severity: "major",
  by: "program",
  fails: "how many to choose, the direction of the order, or the wanted precision is missing",
  faults(item) {
    const { question } = item;
    const { kind, stem, choose, key, precision, span } = question;
    const says = (count: number) => new RegExp(`\\b(?:${countInWords(count)}|${count})\\b`, "i").test(stem);
    const right = rightOptions(question).length;
    if (
      kind === "multi-select" &&
      (choose === null ? !/\ball\b|\beach\b|\bone or more\b/i.test(stem) : choose !== right || !says(right))
    )
      return ["the stem does not announce how many to choose"];
    if (kind === "choice" && right > 1) return ["the stem does not announce how many to choose"];
    if (
      kind === "order" &&
      !/\b(?:\p{L}+est|first|most|least)\b[^,]*\bfirst\b|\b(?:ascending|descending)\b/u.test(stem)
    )
      return ["the stem does not say from which end to order"];
    if ((kind === "flashcard" || kind === "typed") && key.length > 1 && !says(key.length))
      return [`the stem does not say that ${countInWords(key.length)} are wanted`];
    const measured = measureFault(item);
    if (measured !== null) return [measured];
    if (kind === "date" && precision !== null && precision !== "between" && !precisionAsked[precision].test(stem))
      return [`the stem does not ask for the ${precision}`];
    const words = span && whSpan(span.from, span.to);
    if (span && (words === null || words === undefined || !stem.toLowerCase().includes(words)))
      return ["the stem does not ask for both ends as exactly as they are given"];
    return [];
  },
};

/** A measured number is asked in its unit, and to a stated precision where it is to be produced. */
function measureFault({ facts, question }: Item): string | null {
  const { kind, stem, key, facts: of } = question;
  const value = key.length === 1 ? readValue(key[0]!) : null;
  if (value?.kind !== "number" || isStatement(question) || /\bhow many\b/i.test(stem)) return null;
  const fact = of.map((name) => facts.fact(name)).find(({ object }) => object.kind === "number");
  if (fact?.object.kind !== "number" || fact.object.unit !== value.unit) return null;
  if (value.unit !== null && !containsWords(stem, value.unit)) return `the stem does not name the unit “${value.unit}”`;
  const decimals = kind === "number" || kind === "flashcard" ? askedDecimals(facts, fact, value) : null;
  return decimals === null || stem.includes(precisionWords(decimals)) ? null : "the stem does not say how precisely";
}

const language: Check = {
  number: 31,
  severity: "major",
  by: "reader",
  fails: "an error of article, preposition, capital, spacing or punctuation; a slot left open",
  faults({ question }) {
    const { kind, stem, kicker } = question;
    // A gap is no word: "An _____" is "A(n) _____".
    const faults = sentenceFaults(stem.replaceAll(gap, "Xylograph").replace("A(n)", "A").replace("a(n)", "a"));
    if (isStatement(question) ? !stem.endsWith(".") : !stem.endsWith("?"))
      faults.push(`the stem does not end with ${isStatement(question) ? "a full stop" : "?"}`);
    if (kicker === "" || /[{}]/.test(kicker)) faults.push("no kicker");
    if (kind === "cloze" && !stem.includes(gap)) faults.push("no gap");
    if (offersAnswers(question) && question.options.some(({ text }) => text.trim() === ""))
      faults.push("an empty option");
    return faults;
  },
};

export const stem: readonly Check[] = [noAnswerType, noAntecedent, negative, twoThings, tooLong, howMany, language];
