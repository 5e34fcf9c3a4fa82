/** What a stem asks by: the words between "which" or "what" and the verb. */

/** "other Iraqi bodies", "sort of flights", "the family of elements" (of "What is … called"); empty for a stem without a helping verb. */
export function askedBy(stem: string): string {
  return asking.exec(stem)?.[1] ?? "";
}

const asking =
  /\b(?:which|what)(?: (?:is|are|was|were))? (.*?) (?:do|does|did|is|are|was|were|has|have|had|can|could|called)\b/i;
