/** What an instructor may correct in the key of a question that was asked already: its stem and options stay as they were seen. */
import { canonicalJson } from "../base/canonical.ts";
import { withKeyed } from "../questions/mark/also.ts";
import { readKey } from "../questions/mark/read-key.ts";
import { mark } from "../questions/mark.ts";
import { placesOnLine } from "../questions/on-line.ts";
import type { Keyed, Question, Response, ValueKey } from "../questions/question.ts";

/** How a correction came about. `pack`: the pack says otherwise now. `as-asked`: whatever was corrected before is taken back. */
export type Correcting = "pack" | "key" | "accept" | "everybody" | "dropped" | "as-asked";

/**
 * One correction of one question, for everybody who has it. `question` is what answers are marked against from then on; for `everybody` and
 * `dropped` it is as before. `number` counts the corrections of a quiz from 1.
 */
export type Correction = {
  readonly number: number;
  readonly by: Correcting;
  readonly question: Question;
  /** May marks fall by it? Else whoever would lose points keeps them. */
  readonly lowers: boolean;
  readonly reason: string;
};

/**
 * What the instructor asks for; `given`: values of options, or what may be written, one for each; of a span its two ends, of an order all values in order, of a match the
 * partner of each prompt.
 */
export type Change =
  | { readonly by: "key" | "accept"; readonly given: readonly string[] }
  | { readonly by: "everybody" | "dropped" | "as-asked" };

/** How the key is given: chosen among options, a name that is written, or as it is answered. Null for what is marked by hand, which has none. */
export function keyIs(question: Pick<Question, "kind" | "span">): KeyIs | null {
  switch (question.kind) {
    case "choice":
    case "true-false":
    case "multi-select":
    case "timeline":
      return "chosen";
    case "typed":
    case "cloze":
      return "written";
    case "number":
      return "number";
    case "date":
      return question.span ? "span" : "date";
    case "order":
    case "match":
      return question.kind;
    default:
      return null;
  }
}

export type KeyIs = "chosen" | "written" | "number" | "date" | "span" | "order" | "match";

/** What can be chosen as right: of a line, the gaps in words. */
export function choicesOf(question: Question): { readonly value: ValueKey; readonly text: string }[] {
  return question.kind === "timeline"
    ? placesOnLine(question, { dated: true }).map(({ value, text }) => ({ value, text }))
    : question.options.map(({ value, text }) => ({ value, text }));
}

/** The ways of correcting that a question allows; the key of a pair of statements is one of them, so nothing is accepted beside it. */
export function waysFor(question: Question): Change["by"][] {
  const isKeyed = keyIs(question) !== null;
  const accepts = isKeyed && question.kind !== "true-false" && question.kind !== "multi-select";
  return [...(isKeyed ? (["key"] as const) : []), ...(accepts ? (["accept"] as const) : []), "everybody", "dropped"];
}

/** What answers are marked against after a change; null when it cannot be made of this question. `asked`: as it was asked at first. */
export function corrected(question: Question, asked: Question, change: Change): Question | null {
  if (!("given" in change)) return change.by === "as-asked" ? asked : question;
  const is = keyIs(question);
  if (is === null || !waysFor(question).includes(change.by)) return null;
  if (is !== "written" && is !== "chosen") return answered(question, change.by, change.given);
  const given = [...new Set(change.given.map((each) => each.trim()).filter((each) => each !== ""))];
  if (given.length === 0) return null;
  if (is === "written") return written(question, change.by, given);
  const offered = choicesOf(question).map(({ value }) => value);
  if (!given.every((value) => offered.includes(value))) return null;
  const key = change.by === "accept" ? [...new Set([...question.key, ...given])] : given;
  // One statement is either true or false, and one thing has one place.
  if (change.by === "key" && question.kind !== "multi-select" && key.length > 1) return null;
  return withKey(question, key);
}

/** The same question with these values as its key; what was said of why options are wrong stays only where they are. */
export function withKey(question: Question, key: readonly ValueKey[]): Question {
  const answer = choicesOf(question)
    .filter(({ value }) => key.includes(value))
    .map(({ text }) => text)
    .join("; ");
  return {
    ...question,
    key,
    ...(question.choose === null ? {} : { choose: key.length }),
    answer: answer === "" ? question.answer : answer,
    // The gaps of a line are no answers by themselves.
    options:
      question.kind === "timeline"
        ? question.options
        : question.options.map((option) =>
            key.includes(option.value) ? { ...option, right: true, whyNot: null } : { ...option, right: false },
          ),
  };
}

/** A name that is another's stays another's nowhere: what is accepted cannot be mistaken. */
function written(question: Question, by: "key" | "accept", given: readonly string[]): Question {
  const isNew = (text: string) => given.some((each) => each.toLocaleLowerCase("en") === text.toLocaleLowerCase("en"));
  const near = question.near.filter(({ text }) => !isNew(text));
  return by === "accept"
    ? { ...question, near, accepts: [...new Set([...question.accepts, ...given])] }
    : // The old key has a name that the marking knows under its value: that value is no key any more.
      { ...question, near, key: [`v:${given[0]}`], accepts: given, answer: given[0]! };
}

/** What is given as it is answered is a key only if the marking finds it wholly right then; what is right already changes nothing. */
function answered(question: Question, by: "key" | "accept", written: readonly string[]): Question | null {
  const given = written.map((each) => each.trim()).filter((each) => each !== "");
  const keyed = readKey(question, given);
  if (!keyed) return null;
  const { also = [], ...alone } = question;
  const isKeyed = ({ key }: Keyed) => key.join("\n") === keyed.key.join("\n");
  const more = [question, ...also].some(isKeyed) ? question : { ...alone, also: [...also, keyed] };
  const another = isKeyed(question) ? alone : withKeyed(question, keyed);
  const after = by === "key" ? another : more;
  const found = mark(after, responseOf(question, given), { second: true });
  return found.kind === "marked" && found.fraction === 1 ? after : null;
}

/** What was given for the key, as an answer. */
function responseOf({ kind, prompts = [] }: Question, given: readonly string[]): Response {
  if (kind === "order") return { kind, values: given };
  if (kind === "match") return { kind, pairs: prompts.map(({ value: prompt }, at) => ({ prompt, value: given[at]! })) };
  return kind === "number" ? { kind, text: given[0]! } : { kind: "date", text: given[0]!, to: given[1] };
}

/** What is right, in words: the key, and what is accepted beside it that was not at first. */
export function keyWords({ answer, accepts, also = [], kind }: Question, asked: Question): string {
  const isName = kind === "typed" || kind === "cloze";
  const names = isName ? accepts.filter((text) => text !== answer && !asked.accepts.includes(text)) : [];
  return [answer, ...names, ...also.map((keyed) => keyed.answer)].join("; ");
}

/** Do two snapshots mark every answer alike? What is only said beside the mark makes no difference. */
export function marksAlike(one: Question, other: Question): boolean {
  return markingOf(one) === markingOf(other);
}

const markingOf = ({ key, also, accepts, near, titles, answer, precision, qualifier, decimals, ...rest }: Question) =>
  canonicalJson([
    [...key],
    ...(also ? [also.map((keyed) => keyed.key)] : []),
    [...accepts],
    [...near],
    [...titles],
    ...[answer, precision, qualifier, decimals ?? null, rest.choose],
    rest.options.map(({ value, right }) => [value, right]),
  ]);
