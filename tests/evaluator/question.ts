/** A question as the `pack` command prints it, one line of JSON; and the values in it. */
import { readDate } from "./calendar.ts";
import type { Value } from "./pack.ts";

export type Time =
  | { readonly kind: "timeless" }
  | { readonly kind: "on"; readonly edtf: string }
  | { readonly kind: "span"; readonly from: string; readonly to: string }
  | { readonly kind: "as-of"; readonly edtf: string; readonly source: string | null };

export type Option = { readonly text: string; readonly value: string; readonly right: boolean };

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
  readonly citations: readonly { readonly source: string; readonly locator: string }[];
  readonly why: string;
  readonly whyNot: readonly string[];
  readonly choose: number | null;
  readonly answer: string;
  readonly card: { readonly fact: string; readonly direction: "subject" | "object" | "from" | "to" } | null;
  readonly seed: string;
  readonly revision: string;
};

/** The lines of the command's output. */
export function readQuestions(output: string): Question[] {
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Question);
}

/** e:olsen, d:2018-07, n:2, q:more_than:350:people, v:several hundred. */
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
    default:
      throw new Error(`not a value: ${text}`);
  }
}
