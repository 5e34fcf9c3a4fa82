/** What a response came to, and what was chosen in it. */
import type { Mark, Response, ValueKey } from "@/lib/questions/question.ts";

/** Right, part right, no; without an answer only what is so. */
export function verdictOf(response: Response | null, mark: Mark | null): "right" | "part" | "no" | "none" {
  if (mark?.kind !== "marked" || !response || response.kind === "dont-know") return "none";
  if (mark.fraction >= 1) return "right";
  return mark.fraction > 0 ? "part" : "no";
}

/** The values that were chosen, where values can be chosen. */
export function chosenValues(response: Response | null): readonly ValueKey[] {
  switch (response?.kind) {
    case "choice":
    case "true-false":
    case "timeline":
      return [response.value];
    case "multi-select":
      return response.values;
    default:
      return [];
  }
}
