/** What a program can see wrong in options (question-engine 1.2 and 1.3). */
import { parseDate } from "../facts/dates.ts";
import type { Facts } from "../facts/facts.ts";
import { plainName } from "../facts/names.ts";
import { containsWords } from "./fold.ts";
import { standsOut } from "./kinds/choice.ts";
import { leakOf } from "./leak.ts";
import type { Option, Question } from "./question.ts";

/** Adds the faults of a question's options: cues, repetitions, mixed precision, order. */
export function lintOptions(facts: Facts, question: Question, add: (check: string, message: string) => void): void {
  const { options, kind, stem } = question;
  if (kind === "true-false" || options.length === 0) return;
  const right = options.filter((option) => option.right);
  const wrong = options.filter((option) => !option.right);
  lintLabels(question, add);
  if (kind === "order" || kind === "timeline") return;

  if (kind === "choice" && (right.length !== 1 || wrong.length < 2))
    add("21", `${right.length} right and ${wrong.length} wrong options`);
  if (kind === "multi-select" && (wrong.length < 2 || wrong.length < right.length - 1))
    add("21", `${right.length} right and ${wrong.length} wrong options`);
  if (kind === "multi-select" && question.choose !== right.length)
    add("30", "the stem does not announce how many to choose");
  for (const option of right) {
    const leak = leakOf(
      stem,
      { text: option.text, names: [], adjective: adjectiveOf(facts, option) },
      wrong.map(({ text }) => text),
    );
    if (leak) add("8", leak);
  }
  for (const option of wrong)
    if (containsWords(stem, option.text)) add("9", `the stem contains the option “${option.text}”`);
  if (kind === "choice") lintLength(right[0]!, wrong, add);
  lintKindsOfValue(options, add);
}

function lintLabels({ options, kind }: Question, add: (check: string, message: string) => void): void {
  const seen = new Map<string, string>();
  for (const { text, value } of options) {
    const folded = plainName(text);
    if (seen.has(folded)) add("18", `“${text}” twice`);
    seen.set(folded, value);
    if (/\b(?:always|never|all|none|every|completely|only)\b/i.test(text)) add("14", `an absolute word in “${text}”`);
    if (
      /\b(?:[Ll]t|[Mm]aj|[Bb]rig|[Gg]en|[Cc]ol|[Aa]dm|[Ss]gt)\. /.test(text) ||
      /\b(?:Lieutenant|Major|Brigadier) General\b/.test(text)
    )
      add("11", `a rank in “${text}”`);
    if (kind === "order" && /\d/.test(text)) add("36", `“${text}” may show the order`);
  }
}

/** Check 10: the key stands out by its length; names of people are as long as they are. */
function lintLength(key: Option, wrong: readonly Option[], add: (check: string, message: string) => void): void {
  if (
    standsOut(
      key.text,
      wrong.map(({ text }) => text),
    )
  )
    add("10", `the key “${key.text}” is much longer than the other options`);
  const bracket = (text: string) => /\(/.test(text);
  if (wrong.every(({ text }) => bracket(text) !== bracket(key.text))) add("11", `brackets set “${key.text}” apart`);
}

/** Checks 16, 19 and 23: one sort of value, one precision, ascending where there is an order. */
function lintKindsOfValue(options: readonly Option[], add: (check: string, message: string) => void): void {
  const sorts = new Set(options.map(({ value }) => sortOf(value)));
  if (sorts.size > 1) add("16", `options of different sorts: ${[...sorts].join(", ")}`);
  const dates = options.map(({ value }) => (value.startsWith("d:") ? parseDate(value.slice(2)) : null));
  for (const [index, date] of dates.entries()) {
    const before = index === 0 ? null : dates[index - 1];
    if (date && before && date.first < before.first) add("23", "dates that do not ascend");
  }
}

function sortOf(value: string): string {
  if (!value.startsWith("d:")) return value.startsWith("q:") ? `number ${value.split(":")[3]}` : value.slice(0, 1);
  return `date to the ${parseDate(value.slice(2))?.precision}`;
}

function adjectiveOf(facts: Facts, option: Option): string | null {
  return option.value.startsWith("e:") ? facts.entity(option.value.slice(2)).adjective : null;
}
