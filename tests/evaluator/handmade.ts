/** Questions made by hand, from their parts. */
import type { Option, Question } from "./question.ts";

type Parts = Partial<Omit<Question, "options" | "prompts">> & {
  readonly form: string;
  readonly facts: readonly string[];
  readonly stem: string;
  readonly key: readonly string[];
  /** Words for values, the right one marked with a star: { "*e:ada": "Ada" }. */
  readonly options?: Readonly<Record<string, string>>;
  readonly prompts?: Readonly<Record<string, string>>;
};

/** A choice where it has options, and a typed question where it has none, unless it says otherwise. */
export function handmade({ options = {}, prompts, ...parts }: Parts): Question {
  const offered = Object.entries(options).map(
    ([value, text]): Option => ({ value: value.replace("*", ""), text, right: value.startsWith("*") }),
  );
  const asked: Question = {
    id: "made by hand",
    kind: offered.length > 0 ? "choice" : "flashcard",
    accepts: [],
    time: { kind: "timeless" },
    citations: [],
    why: "",
    whyNot: [],
    choose: null,
    answer: "",
    card: null,
    seed: "1",
    revision: "",
    ...parts,
    options: offered,
  };
  if (!prompts) return asked;
  return { ...asked, prompts: Object.entries(prompts).map(([value, text]) => ({ value, text })) };
}
