/** What a stem asks by: the words between "which" or "what" and the verb. */
import { gap } from "./question.ts";

/**
 * "other Iraqi bodies", "sort of flights", "the family of elements" (of "What is … called"), the noun at a gap ("the family of _____", "_____ (element)");
 * of a stem without a helping verb the word after "which"; empty where there is none.
 */
export function askedBy(stem: string): string {
  return asking.exec(stem)?.[1] ?? atGap.exec(stem)?.slice(1).find(Boolean) ?? straightAfter.exec(stem)?.[1] ?? "";
}

/** "Besides lithium and sodium, which element belongs to …": no helping verb ends what is asked by. */
const straightAfter = /\bwhich (?:other )?(\p{Ll}+) /iu;

const atGap = new RegExp(`(\\p{L}+) of (?:the )?${gap}|${gap} \\(([^()]+)\\)`, "u");

const asking =
  /\b(?:which|what)(?: (?:is|are|was|were))? (.*?) (?:do|does|did|is|are|was|were|has|have|had|can|could|called)\b/i;
