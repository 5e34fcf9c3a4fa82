/** Questions that an instructor writes: no fact and no citation stands behind them, so they say so and feed no memory. */
import type { Question } from "../questions/question.ts";

/** `text` is marked by hand. */
export const ownKinds = ["choice", "typed", "text"] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A question as it is written; what its kind does not use is empty. */
export type Own = {
  readonly kind: OwnKind;
  readonly stem: string;
  readonly options: readonly string[];
  /** Of the options, the right one, counted from 0; null when none is chosen. */
  readonly right: number | null;
  /** Every answer that counts, one that is shown first. */
  readonly accepts: readonly string[];
  /** What is said once right answers are shown; of a free text, also what is looked for. */
  readonly why: string;
};

export const longestStem = 1_000;
export const longestWhy = 2_000;
export const longestOption = 200;
export const optionsMax = 6;
export const acceptsMax = 20;

/** All that is wrong with it, by field: a code each; empty when nothing is. */
export function problemsOfOwn({ kind, stem, options, right, accepts, why }: Own): Readonly<Record<string, string>> {
  return {
    ...(stem === "" ? { stem: "required" } : stem.length > longestStem ? { stem: "too-long" } : {}),
    ...(why.length > longestWhy ? { why: "too-long" } : {}),
    ...(kind === "choice" ? problemsOfOptions(options, right) : {}),
    ...(kind === "typed" ? problemsOfAccepts(accepts) : {}),
  };
}

function problemsOfOptions(options: readonly string[], right: number | null): Record<string, string> {
  const given = options.filter((each) => each !== "");
  if (given.length < 2) return { options: "too-few" };
  if (given.some((each) => each.length > longestOption)) return { options: "too-long" };
  if (new Set(given.map(folded)).size < given.length) return { options: "twice" };
  return right === null || !options[right] ? { right: "none-right" } : {};
}

function problemsOfAccepts(accepts: readonly string[]): Record<string, string> {
  if (accepts.length === 0) return { accepts: "required" };
  if (accepts.length > acceptsMax) return { accepts: "too-many" };
  return accepts.some((each) => each.length > longestOption) ? { accepts: "too-long" } : {};
}

const folded = (text: string): string => text.toLocaleLowerCase("en");

/** The question of what was written, without a problem. `id` names it for good; pack and revision are those of its quiz. */
export function questionOfOwn(
  own: Own,
  about: { readonly id: string; readonly pack: string; readonly revision: string },
): Question {
  const { kind, stem, options, right, accepts, why } = own;
  const chosen = kind === "choice" && right !== null ? options[right]! : null;
  const answer = chosen ?? (kind === "typed" ? accepts[0]! : why);
  return {
    ...{ v: 1, ...about, form: "own", kind, card: null, parts: [], facts: [], topic: "" },
    kicker: "No citation",
    stem,
    choose: null,
    options:
      kind === "choice"
        ? options
            .filter((text) => text !== "")
            .map((text) => ({
              ...{ value: `v:${text}`, text, right: text === chosen, whyNot: null, synthetic: false },
            }))
        : [],
    key: kind === "text" ? [] : [`v:${answer}`],
    answer,
    accepts: kind === "typed" ? accepts : [],
    ...{ near: [], titles: [], precision: null, qualifier: null, time: { kind: "timeless" }, closeness: null },
    ...{ citations: [], why, strip: null, seed: about.id },
  };
}

/** What was written, of a question that somebody wrote; null of any other. */
export function ownOf(question: Question): Own | null {
  const { kind, stem, options, accepts, why } = question;
  if (!isOwn(question) || (kind !== "choice" && kind !== "typed" && kind !== "text")) return null;
  const right = options.findIndex((option) => option.right);
  return { kind, stem, options: options.map(({ text }) => text), right: right < 0 ? null : right, accepts, why };
}

/** Did an instructor write it? */
export const isOwn = ({ form }: Pick<Question, "form">): boolean => form === "own";
