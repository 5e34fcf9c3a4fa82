import type { Question, Response } from "./question.ts";

/** The right response to a question, as a learner who knows would give it. */
export function rightResponse({ kind, key, accepts, answer, span, prompts = [] }: Question): Response {
  switch (kind) {
    case "choice":
      return { kind, value: key[0]! };
    case "true-false":
      return { kind, value: key[0] as "t:true" };
    case "multi-select":
    case "order":
      return { kind, values: key };
    case "flashcard":
      return { kind, rating: "good" };
    case "typed":
    case "cloze":
      return { kind: "typed", text: accepts[0]! };
    case "date":
      return span ? spanResponse(answer) : { kind, text: answer };
    case "number":
    case "text":
      return { kind, text: answer };
    case "match":
      return { kind, pairs: prompts.map((prompt, place) => ({ prompt: prompt.value, value: key[place]! })) };
    case "timeline":
      return { kind, value: key[0]! };
  }
}

/** "6 May 2021 to 10 May 2022" in the two fields of a span. */
function spanResponse(answer: string): Response {
  const [text = "", to = ""] = answer.split(" to ");
  return { kind: "date", text, to };
}
