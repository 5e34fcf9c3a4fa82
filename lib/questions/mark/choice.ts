/** Marks the choice of one option, and true or false: right or wrong, nothing between. */
import type { Mark, Question, ValueKey } from "../question.ts";
import { marked } from "./marked.ts";

/** The mark of one chosen value; a value that was not offered is wrong. A wrong entity is noted for confusions. */
export function markChoice(question: Question, value: ValueKey): Mark {
  if (question.key.includes(value)) return marked(1);
  const isEntity = value.startsWith("e:") && question.options.some((option) => option.value === value);
  return isEntity ? marked(0, { notes: ["other-entity"], mistakenFor: value }) : marked(0);
}
