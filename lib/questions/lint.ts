/** The linter: what a program can see wrong in a printed question (question-engine 1 and 4.3). Every question of every pack passes it. */

import type { Facts } from "../facts/facts.ts";
import { aOrAn } from "./article.ts";
import { dateInWords, monthNames } from "./date-words.ts";
import { containsWords } from "./fold.ts";
import { lintOptions } from "./lint-options.ts";
import type { Question } from "./question.ts";
import { dateOf } from "./time-asked.ts";

/** One fault of a question: the check that found it and what it found. */
export type Lint = { readonly check: string; readonly message: string };

/** All faults of a question; empty for a good one. */
export function lintQuestion(facts: Facts, question: Question): Lint[] {
  const found: Lint[] = [];
  const add = (check: string, message: string) => found.push({ check, message });
  lintStem(question, add);
  lintTime(facts, question, add);
  lintOptions(facts, question, add);
  lintFeedback(question, add);
  return found;
}

/** Faults that any printed sentence can have, whatever it is for. */
export function lintSentence(sentence: string): string[] {
  const faults: string[] = [];
  if (/[{}]/.test(sentence)) faults.push("a slot is left open");
  if (/ {2}/.test(sentence)) faults.push("two blanks");
  if (/ [,.?!;:]/.test(sentence)) faults.push("a blank before punctuation");
  if (/[,.?!;:]{2}/.test(sentence)) faults.push("punctuation twice");
  if (/^\p{Ll}/u.test(sentence)) faults.push("it begins in lower case");
  const doubled = /\b(the|a|an|of|in|on|to|from|by|at|according|as) \1\b/i.exec(sentence);
  if (doubled) faults.push(`“${doubled[0]}”`);
  for (const [phrase, article, word] of sentence.matchAll(/(?<=^|\s)(a|an|A|An) ([\p{L}\p{N}]\S*)/gu))
    if (aOrAn(word!) !== article!.toLowerCase()) faults.push(`“${phrase}”`);
  for (const month of monthNames) {
    const at = sentence.indexOf(month);
    if (at < 0) continue;
    if (sentence.includes(` on ${month}`)) faults.push(`“on ${month}”`);
    const day = new RegExp(`\\bin \\d{1,2} ${month}\\b`).exec(sentence);
    if (day) faults.push(`“${day[0]}”`);
  }
  if (/\b\d{1,2}(?:st|nd|rd|th)\b/.test(sentence)) faults.push("an ordinal date");
  if (/\b\d{4}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/.test(sentence)) faults.push("a numeric date");
  return faults;
}

type Add = (check: string, message: string) => void;

function lintStem({ form, kind, stem, kicker }: Question, add: Add): void {
  for (const fault of lintSentence(stem)) add("31", `stem: ${fault}`);
  const statement = ["true-false", "order", "cloze", "match"].includes(kind);
  if (statement ? !stem.endsWith(".") : !stem.endsWith("?"))
    add("31", `the stem does not end with ${statement ? "a full stop" : "?"}`);
  const words = stem.split(" ").length;
  if (words > longestStem) add("29", `${words} words in the stem`);
  // A difference of two complete lists says "but not" of the second, and means it.
  if (form !== "Q14" && /\b(?:not|except|never|least|neither|nor)\b/.test(stem)) add("27", "the stem has a negative");
  if (/\b(?:this mission|the above|the former|the latter)\b/i.test(stem))
    add("26", "the stem points at something outside it");
  if (kicker === "" || /[{}]/.test(kicker)) add("31", "no kicker");
}

/** Check 4: a relation that changes is asked with its time; words that mean "now" need an as-of date beside them. */
function lintTime(facts: Facts, question: Question, add: Add): void {
  const asOf = /\b(?:as of|according to|by|name[sd]?|at the time of)\b/i;
  for (const text of [question.stem, ...question.options.map((option) => option.text)]) {
    const undated =
      /\b(?:current(?:ly)?|now|today|latest|recent(?:ly)?|still|so far|to date|at present|nowadays)\b/i.exec(text);
    if (undated && !(asOf.test(text) && hasDate(text))) add("4", `“${undated[0]}” without an as-of date`);
  }
  if (question.kind === "order" || timeIsAsked.has(question.form)) return;
  if (question.time.kind === "timeless" && question.facts.some((key) => changes(facts, key)))
    add("4", "a relation that changes over time is asked without a time");
  if (!statesTime(facts, question)) add("4", "the stem does not state its time");
}

/** The words of the time asked are in the stem: its date, or the source that is of that date. */
function statesTime(facts: Facts, { time, stem }: Question): boolean {
  switch (time.kind) {
    case "timeless":
      return true;
    case "as-of":
      return containsWords(stem, time.source === null ? words(time.edtf) : facts.source(time.source).inStem);
    case "on":
      return containsWords(stem, words(time.edtf));
    case "span":
      return containsWords(stem, words(time.from)) && containsWords(stem, words(time.to));
  }
}

function words(edtf: string): string {
  return dateInWords(dateOf(edtf));
}

/** Forms whose answer is a time, or that the anchor's one term puts in time. */
const timeIsAsked = new Set(["Q4", "Q6", "Q10"]);

function changes(facts: Facts, key: string): boolean {
  const fact = facts.fact(key);
  return facts.relation(fact.relation).temporal && fact.object.kind !== "date";
}

function hasDate(text: string): boolean {
  return /\b\d{1,4}\b/.test(text);
}

/** Check 37: the fact as a sentence, its source, and a reason for each wrong option. */
function lintFeedback(question: Question, add: Add): void {
  if (question.why === "") add("37", "no sentence says why");
  for (const fault of lintSentence(question.why)) add("37", `why: ${fault}`);
  if (!/[.]$/.test(question.why)) add("37", "why: no full stop");
  if (question.citations.length === 0) add("37", "no citation");
  for (const option of question.options) {
    if (option.right) continue;
    if (question.kind === "order") continue;
    if (!option.whyNot) add("37", `no sentence says why not “${option.text}”`);
    else for (const fault of lintSentence(option.whyNot)) add("37", `why not “${option.text}”: ${fault}`);
  }
}

/** Words of a stem, at the most. */
export const longestStem = 35;
