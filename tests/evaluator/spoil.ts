/** Questions spoiled in one place. */
import type { Option, Question } from "./question.ts";

/** A typed question as a choice between its key and one other thing. */
export function choosing(
  question: Question,
  right: readonly [string, string],
  wrong: readonly [string, string],
): Question {
  const options = [right, wrong].map(([value, text]) => ({ value, text, right: value === right[0] }));
  return { ...question, kind: "choice", options };
}

/** The first wrong option replaced by another value with its words. */
export function offering(question: Question, value: string, text: string): Question {
  const at = question.options.findIndex(({ right }) => !right);
  return { ...question, options: question.options.with(at, { value, text, right: false }) };
}

/** Another option marked as the right one. */
export function keyed(question: Question, option: Option): Question {
  const options = question.options.map((one) => ({ ...one, right: one === option }));
  return { ...question, options, key: [option.value] };
}

/** The same asked on another day, in the stem and in the record. */
export function on(question: Question, edtf: string, words: string): Question {
  const stem = question.stem.replace(/\d+ [A-Z][a-z]+ \d{4}/, words);
  return { ...question, stem, time: { kind: "on", edtf } };
}

/** The first wrong option marked as the right one. */
export function flipped(question: Question): Question {
  return keyed(question, question.options.find(({ right }) => !right)!);
}

/** A question with every other answer than its own that its kind can be given. */
export function spoiledAll(question: Question): Question[] {
  const { kind, options, key } = question;
  switch (kind) {
    case "choice":
    case "true-false":
      return options.filter(({ right }) => !right).map((option) => keyed(question, option));
    case "timeline":
      return options.filter(({ value }) => value !== key[0]).map((option) => keyed(question, option));
    case "multi-select":
      return options.filter(({ right }) => !right).map((option) => exchanged(question, option));
    case "match":
    case "order":
      return key.slice(1).map((_, at) => ({ ...question, key: swapped(key, at) }));
    case "number":
      return question.form === "Q9"
        ? [-1, 1].map((by) => ({ ...question, key: [`n:${Number(key[0]!.slice(2)) + by}`] }))
        : [];
    default:
      return [];
  }
}

/** A wrong option in the place of a right one. */
function exchanged(question: Question, option: Option): Question {
  const given = question.options.find(({ right }) => right)!;
  const options = question.options.map((one) =>
    one === option ? { ...one, right: true } : one === given ? { ...one, right: false } : one,
  );
  return { ...question, options, key: question.key.map((value) => (value === given.value ? option.value : value)) };
}

function swapped(key: readonly string[], at: number): string[] {
  return key.with(at, key[at + 1]!).with(at + 1, key[at]!);
}
