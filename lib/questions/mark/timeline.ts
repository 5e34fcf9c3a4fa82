/** Marks where a thing was placed among anchors: in the right gap or not, nothing between. */
import type { Mark, Question, ValueKey } from "../question.ts";
import { marked } from "./marked.ts";

/** The mark of a chosen gap, named by the anchor before it; a gap that was not offered is wrong. The wrong part is the thing placed. */
export function markTimeline(question: Question, value: ValueKey): Mark {
  if (question.key.includes(value)) return marked(1);
  return marked(0, { wrongParts: (question.prompts ?? []).map((prompt) => prompt.value) });
}
