/** Marks a response: one pure function of the response and the question's snapshot, the same in the browser and on the server. */
import { unreachable } from "../base/unreachable.ts";
import { judgedBy, markAgainst } from "./mark/also.ts";
import { markChoice } from "./mark/choice.ts";
import { markDate } from "./mark/date.ts";
import type { Tally } from "./mark/distance.ts";
import { marked, type Try } from "./mark/marked.ts";
import { markMatch } from "./mark/match.ts";
import { markMultiSelect } from "./mark/multi-select.ts";
import { markNumber } from "./mark/number.ts";
import { markOrder } from "./mark/order.ts";
import { markTimeline } from "./mark/timeline.ts";
import { markTyped } from "./mark/typed.ts";
import type { Kind, Mark, Question, Response } from "./question.ts";

/**
 * The mark of a response. It may ask again, without penalty, once: call it with `second: true` for the next response to the same
 * question (and for every response of a quiz, where nothing is asked again), and it always marks.
 * A response of another kind than the question's is wrong; see `fits`. `tally` counts the work, for tests.
 */
export function mark(question: Question, response: Response, tries: Try = { second: false }, tally?: Tally): Mark {
  if (!fits(question.kind, response)) return marked(0, { notes: ["unreadable"] });
  if (question.also) return markAgainst(question, (one) => mark(one, response, tries, tally));
  switch (response.kind) {
    case "dont-know":
      return marked(0);
    case "choice":
    case "true-false":
      return markChoice(question, response.value);
    case "multi-select":
      return markMultiSelect(question, response.values);
    case "order":
      return markOrder(question, response.values);
    case "match":
      return markMatch(question, response.pairs);
    case "timeline":
      return markTimeline(question, response.value);
    case "typed":
      return markTyped(question, response.text, tries, tally);
    case "date":
      return markDate(question, response, tries);
    case "number":
      return markNumber(question, response.text, tries);
    case "text":
      // Until somebody has read it.
      return marked(0);
    case "flashcard":
      return marked(response.rating === "again" ? 0 : 1);
    default:
      return unreachable(response);
  }
}

/** The question with the key by which a response is marked where several are right; itself where one is. */
export function asMarked(question: Question, response: Response | null): Question {
  return judgedBy(question, response, (one) => mark(one, response!, { second: true }));
}

/** May a question of this kind be answered so? "I don't know" always; a gap is filled by typing. */
export function fits(kind: Kind, response: Response): boolean {
  return response.kind === "dont-know" || response.kind === kind || (kind === "cloze" && response.kind === "typed");
}
