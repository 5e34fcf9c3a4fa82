/** When two values can both be right: equal, one less exact than the other, or a quantity within the other's qualifier. */
import type { Value } from "./fact.ts";
import type { Related } from "./parts.ts";
import { overlap } from "./time.ts";

/** Can both values be true of one thing at one time, where only one thing can be? Related entities can: they may name the same. */
export function agree(a: Value, b: Value, related: Related): boolean {
  if (a.kind === "entity" && b.kind === "entity") return related(a.entity, b.entity);
  if (a.kind === "date" && b.kind === "date") return overlap(a.date, b.date);
  if (a.kind === "number" && b.kind === "number") {
    if (a.unit !== b.unit) return true;
    const [x, y] = [rangeOf(a), rangeOf(b)];
    return Math.max(x.least, y.least) <= Math.min(x.most, y.most);
  }
  // Vague words beside a number, or beside other words: nothing proves that they differ.
  return (a.kind === "vague" || b.kind === "vague") && a.kind !== "entity" && b.kind !== "entity";
}

/** The numbers that a quantity allows, both ends included (R8). "About" allows a twentieth to either side, and two of the last digit given at the least. */
export function rangeOf({ number, qualifier }: Value & { kind: "number" }): { least: number; most: number } {
  const step = Number.EPSILON * Math.max(1, Math.abs(number));
  switch (qualifier) {
    case "exact":
      return { least: number, most: number };
    case "about": {
      const decimals = String(number).split(".")[1]?.length ?? 0;
      const margin = Math.max(Math.abs(number) / 20, 2 / 10 ** decimals);
      return { least: number - margin, most: number + margin };
    }
    case "more_than":
      return { least: number + step, most: Infinity };
    case "at_least":
      return { least: number, most: Infinity };
    case "less_than":
      return { least: -Infinity, most: number - step };
    case "at_most":
      return { least: -Infinity, most: number };
  }
}
