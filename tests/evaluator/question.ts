/** A question as the `pack` command prints it, one line of JSON; and the values in it. */
import { readDate } from "./calendar.ts";
import type { Value } from "./pack.ts";

export type Time =
  | { readonly kind: "timeless" }
  | { readonly kind: "on"; readonly edtf: string }
  | { readonly kind: "span"; readonly from: string; readonly to: string }
  | { readonly kind: "as-of"; readonly edtf: string; readonly source: string | null };

export type Option = {
  readonly text: string;
  readonly value: string;
  readonly right: boolean;
  /** Made by rule: no source gives it, and what is said of it may deny it. */
  readonly synthetic?: boolean;
  /** Of an anchor of a timeline: its date in words. */
  readonly when?: string;
};

/** Where something is written, with the sentences of the Why and the options of which it is evidence. */
export type Place = {
  readonly source: string;
  readonly locator: string;
  readonly sentences?: readonly number[];
  readonly options?: readonly string[];
};

export type Question = {
  readonly id: string;
  readonly facts: readonly string[];
  readonly form: string;
  readonly kind: string;
  readonly stem: string;
  readonly options: readonly Option[];
  readonly key: readonly string[];
  readonly accepts: readonly string[];
  readonly time: Time;
  readonly citations: readonly Place[];
  readonly why: string;
  /** Where each of several sentences of the Why ends. */
  readonly ends?: readonly number[];
  readonly whyNot: readonly string[];
  readonly choose: number | null;
  readonly answer: string;
  readonly card: { readonly fact: string; readonly direction: "subject" | "object" | "from" | "to" } | null;
  readonly seed: string;
  readonly revision: string;
  /** Match: what is to be matched, in the order of the keys. Timeline: the one thing to be placed. */
  readonly prompts?: readonly { readonly value: string; readonly text: string }[];
  /** A date question about a whole span: how exactly each end is asked for. */
  readonly span?: { readonly from: string; readonly to: string };
  /** The cards of the parts of a composite. */
  readonly parts?: readonly { readonly fact: string; readonly direction: string; readonly value: string }[];
  /** Cloze: first letters, when they are shown. */
  readonly cue?: { readonly text: string; readonly shown: boolean };
  /** A choice of two, for a pair that has been mixed up. */
  readonly contrast?: true;
};

/** The lines of the command's output. */
export function readQuestions(output: string): Question[] {
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Question);
}

/** e:olsen, d:2018-07, n:2, q:more_than:350:people, v:several hundred; of the documents s:almanac, s:both, p:month, c:all. */
export function readValue(text: string): Value {
  const [kind, ...rest] = text.split(":");
  const body = rest.join(":");
  switch (kind) {
    case "e":
      return { kind: "entity", entity: body };
    case "d":
      return { kind: "date", when: readDate(body) };
    case "n":
      return { kind: "number", number: Number(body), qualifier: "exact", unit: "" };
    case "q":
      return { kind: "number", qualifier: rest[0]!, number: Number(rest[1]), unit: rest.slice(2).join(":") };
    case "v":
      return { kind: "vague", text: body };
    case "s":
      return { kind: "limit", limit: "source", of: body };
    case "p":
      return { kind: "limit", limit: "precision", of: body };
    case "c":
      return { kind: "limit", limit: "completeness", of: body };
    default:
      throw new Error(`not a value: ${text}`);
  }
}
