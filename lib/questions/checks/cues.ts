/** Cues that give the key away (question-engine 1.2, 8 to 13). */
import type { Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { converges, partsOf } from "../convergence.ts";
import { containsWords } from "../fold.ts";
import { formCue } from "../form-cues.ts";
import { isName } from "../guards.ts";
import { standsOut } from "../kinds/choice.ts";
import { leakOf, sharedByKeys } from "../leak.ts";
import type { KeyValue, Query } from "../query.ts";
import type { Option } from "../question.ts";
import { type Check, isAboutDocuments, offersAnswers, readValue, rightOptions, wrongOptions } from "./check.ts";
import { sentenceFaults } from "./sentence.ts";

const wordOfKey: Check = {
  number: 8,
  severity: "major",
  by: "program",
  fails: "a content word is in the stem and the key and not in half of the distractors",
  faults({ facts, question }) {
    const inKicker = containsWords(question.kicker, question.answer) && question.kind !== "true-false";
    if (inKicker) return [`the kicker contains “${question.answer}”`];
    if (!offersAnswers(question) || question.options.every(isAboutDocuments)) return [];
    const wrong = wrongOptions(question).map(({ text }) => text);
    const faults = rightOptions(question).flatMap(
      (option) =>
        leakOf(question.stem, { text: option.text, names: [], adjective: adjectiveOf(facts, option) }, wrong) ?? [],
    );
    return [...new Set(faults)];
  },
};

function adjectiveOf(facts: Facts, { value }: Option): string | null {
  return value.startsWith("e:") ? facts.entity(value.slice(2)).adjective : null;
}

const namedInStem: Check = {
  number: 9,
  severity: "major",
  by: "reader",
  fails: "the key can be derived from a name in the stem",
  faults({ question }) {
    if (!offersAnswers(question)) return [];
    const named = wrongOptions(question).filter(({ text }) => containsWords(question.stem, text));
    return named.map(({ text }) => `the stem contains the option “${text}”`);
  },
};

const longKey: Check = {
  number: 10,
  severity: "minor",
  by: "program",
  fails: "the key is the longest option and more than 1.3 times as long as the longest distractor",
  faults({ facts, question }) {
    const [key] = rightOptions(question);
    if (question.kind !== "choice" || !key || isAboutDocuments(key)) return [];
    const value = readValue(key.value);
    const wrong = wrongOptions(question).map(({ text }) => text);
    return standsOut(key.text, wrong, value !== null && isName(facts, value))
      ? [`the key “${key.text}” is much longer than the other options`]
      : [];
  },
};

/** What one option can have and others lack, beside its words. An article is part of a name; of a common noun it is a component. */
const components: readonly (readonly [string, (text: string) => boolean])[] = [
  ["a rank", (text) => ranks.test(text)],
  ["brackets", (text) => /[()[\]]/.test(text)],
  ["quotation marks", (text) => /[“”"]/.test(text)],
  ["a year", (text) => /(?<![\d.,])\d{4}(?![\d.,]\d|\d)/.test(text)],
  ["a number", (text) => /\d/.test(text)],
];

const article = /^(?:the|an?) /i;

const ranks =
  /\b(?:(?:Lt|Maj|Brig|Gen|Col|Adm|Sgt|Capt|Dr|Prof)\. |(?:Lieutenant|Major|Brigadier) General\b|(?:General|Colonel|Admiral|Captain|Sir) \p{Lu})/u;

/** A rank belongs to a person: "Admiral Benbow" is an inn. */
function isOfPeople(facts: Facts, { value }: Option): boolean {
  if (!value.startsWith("e:")) return true;
  const { type, surname } = facts.entity(value.slice(2));
  return surname !== null || /^who\b/i.test(facts.type(type).wh);
}

const component: Check = {
  number: 11,
  severity: "major",
  by: "program",
  fails: "the key has a component that no distractor has, or lacks one that all have; or an option bears a rank",
  faults({ facts, question, query }) {
    if (!offersAnswers(question) || question.options.every(isAboutDocuments)) return [];
    const [right, wrong] = [rightOptions(question), wrongOptions(question)];
    if (right.length === 0 || wrong.length === 0) return [];
    const faults = question.options
      .filter((option) => ranks.test(option.text) && isOfPeople(facts, option))
      .map(({ text }) => `a rank in “${text}”`);
    for (const [name, has] of components) {
      const differ = (own: boolean) =>
        right.every(({ text }) => has(text) === own) && wrong.every(({ text }) => has(text) !== own);
      if (name !== "a rank" && (differ(true) || differ(false))) faults.push(`${name} sets the key apart`);
    }
    // The article of a name ("the Netherlands") is part of it; that of a common noun is a component.
    const [bearing, bare] = [
      question.options.filter(({ text }) => article.test(text)),
      right.filter(({ text }) => !article.test(text)),
    ];
    const isApart =
      bare.length === 0
        ? bearing.length === right.length
        : bare.length === right.length && bearing.length === wrong.length;
    if (isApart && bearing.some(({ text }) => /^\p{L}+ \p{Ll}/u.test(text)))
      faults.push("an article sets the key apart");
    const form = query && formCue(facts, { ...query, key: right.flatMap(ofKey(query)) }, wrong.flatMap(readable));
    if (form !== null) faults.push(`${form} sets the key apart`);
    const shared = sharedByKeys(
      right.map(({ text }) => text),
      wrong.map(({ text }) => text),
    );
    if (shared !== null) faults.push(`“${shared}” is in every right option and in no other`);
    return faults;
  },
};

/** The right options as the key of the query: what is printed is checked, not what was meant. */
function ofKey({ key }: Query) {
  return (option: Option): KeyValue[] => readable(option).map((value) => ({ value, fact: key[0]!.fact }));
}

function readable({ value }: Option): readonly Value[] {
  const read = readValue(value);
  return read ? [read] : [];
}

const agreement: Check = {
  number: 12,
  severity: "major",
  by: "program",
  fails: "an option breaks the sentence that it answers: agreement, article or number",
  faults({ facts, question, query }) {
    if (question.kind !== "choice") return [];
    const faults: string[] = [];
    const plural = (option: Option) => option.value.startsWith("e:") && facts.entity(option.value.slice(2)).plural;
    const [right, wrong] = [rightOptions(question), wrongOptions(question)];
    if (
      right.length > 0 &&
      right.every(plural) &&
      !wrong.some(plural) &&
      /\b(?:is|was|has|does) (?!these|the)/.test(question.stem)
    )
      if (/^Which \p{L}+ (?:is|was|has)\b/u.test(question.stem)) faults.push("the key alone is plural");
    for (const { value, text } of question.options) {
      const answer = readValue(value);
      const sentence = answer && query ? query.statement(answer) : null;
      for (const fault of sentence === null ? [] : sentenceFaults(sentence))
        faults.push(`with “${text}”: ${fault} in “${sentence}”`);
      if (/\b(?:a|an|the) (?:a|an|the)\b/i.test(text) || /^(?:a [aeiou]|an [^aeiouhHMNRSFLX])/i.test(text))
        faults.push(`the article of “${text}”`);
    }
    return faults;
  },
};

const convergence: Check = {
  number: 13,
  severity: "minor",
  by: "program",
  fails: "the key holds the most frequent value of every part that the options share, and no distractor does",
  faults({ question }) {
    if (question.kind !== "choice") return [];
    const key = question.options.findIndex(({ right }) => right);
    return converges(
      question.options.map(({ value, text }) => partsOf(readValue(value), text)),
      key,
    )
      ? ["the options point to the key by what they share"]
      : [];
  },
};

export const cues: readonly Check[] = [wordOfKey, namedInStem, longKey, component, agreement, convergence];
