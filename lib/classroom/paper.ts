/** A question on paper: what is ticked, written or numbered, and its key in the same letters. */
import type { Question, ValueKey } from "../questions/question.ts";

/** How it is answered: one letter, several, True or False, a line of writing, some lines, two ends of a span, letters in order, a letter for each prompt. */
export type Way = "one" | "several" | "true-false" | "line" | "lines" | "span" | "order" | "pairs";

/** How a question is answered by hand; a flashcard is written down like a typed answer. */
export function wayOf({ kind, key }: Question): Way {
  switch (kind) {
    case "choice":
    case "timeline":
      return "one";
    case "multi-select":
      return "several";
    case "true-false":
      return "true-false";
    case "order":
      return "order";
    case "match":
      return "pairs";
    case "date":
      return key.length > 1 ? "span" : "line";
    case "text":
      return "lines";
    case "cloze":
    case "typed":
    case "number":
    case "flashcard":
      return "line";
  }
}

/** The letter of an option by its place, counted from 0. */
export const letterAt = (place: number): string => String.fromCharCode(65 + place);

/**
 * The key in letters: "B" of one, "A, C" of several, "C, A, B" of an order, "1 B, 2 D" of a match; null where words are written or a
 * statement is judged.
 */
export function keyInLetters(question: Question): string | null {
  const { options, key } = question;
  const letterOf = (value: ValueKey | undefined) => letterAt(options.findIndex((option) => option.value === value));
  switch (wayOf(question)) {
    case "one":
    case "order":
      return key.map(letterOf).join(", ");
    case "several":
      return key.map(letterOf).toSorted().join(", ");
    case "pairs":
      return (question.prompts ?? []).map((_, place) => `${place + 1} ${letterOf(key[place])}`).join(", ");
    case "true-false":
    case "line":
    case "lines":
    case "span":
      return null;
  }
}
