/** Values as strings that can be compared, stored and answered with: an option's identity, whatever its wording. */
import { unreachable } from "../base/unreachable.ts";
import type { Value } from "./fact.ts";

/**
 * A value as one canonical string, so that responses are values and never letters:
 * `e:<entity key>`, `d:<edtf>`, `n:<number>`, `q:<qualifier>:<number>:<unit>`, `v:<vague text>`, `t:true`, `t:false`;
 * of the documents themselves `s:<source key>`, `s:both`, `p:day` … `p:none`, `c:all`, `c:some`, `c:none`.
 */
export type ValueKey = string;

/** The canonical string of a value; an exact number without a unit is `n:`, every other number `q:` (its unit may be empty). */
export function valueKey(value: Value): ValueKey {
  switch (value.kind) {
    case "entity":
      return entityKey(value.entity);
    case "date":
      return `d:${value.date.edtf}`;
    case "number":
      if (value.qualifier === "exact" && value.unit === null) return `n:${value.number}`;
      return `q:${value.qualifier}:${value.number}:${value.unit ?? ""}`;
    case "vague":
      return `v:${value.text}`;
    case "limit":
      return `${limitLetters[value.limit]}:${value.of}`;
    default:
      return unreachable(value);
  }
}

const limitLetters = { source: "s", precision: "p", completeness: "c" } as const;

/** The canonical string of an entity. */
export function entityKey(entity: string): ValueKey {
  return `e:${entity}`;
}

/** The entity that a value names; null for a date, a number or words. */
export function entityOf(value: Value): string | null {
  return value.kind === "entity" ? value.entity : null;
}
