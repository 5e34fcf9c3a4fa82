/** What the numbers of a relation are, and how far two of them must lie apart before one is called more than the other. */
import { rangeOf } from "./agree.ts";
import type { NumberSort, Relation, Value } from "./fact.ts";

type Quantity = Value & { readonly kind: "number" };
type Declared = Pick<Relation, "numbers" | "leastGap" | "subjectsPerObject">;

/** As the relation declares; without a declaration a number with a unit is measured, a bare one that only one thing can have a name, any other counted. */
export function sortOfNumber({ numbers, subjectsPerObject }: Declared, { unit }: Pick<Quantity, "unit">): NumberSort {
  if (numbers) return numbers;
  if (unit !== null) return "measured";
  return subjectsPerObject === "one" ? "naming" : "counted";
}

/** Figures of a measured number that can be asked to be known. */
const figuresAsked = 3;

/** To how many decimals a measured number is asked: three figures of it, and none that its source does not give. */
export function decimalsAsked({ number }: Pick<Quantity, "number">): number {
  const given = String(number).split(".")[1]?.length ?? 0;
  const whole = Math.abs(number) < 1 ? 0 : Math.floor(Math.log10(Math.abs(number))) + 1;
  return Math.min(given, Math.max(0, figuresAsked - whole));
}

/** Least difference of measured numbers where the relation declares none, in percent of the larger one. */
export const defaultGap = 5;

/** How two numbers of one unit compare: `near` for measured ones that differ by less than the least gap, null where their ranges meet (R8). */
export function compareNumbers(relation: Declared, a: Quantity, b: Quantity): "more" | "less" | "near" | null {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const order = x.least > y.most ? "more" : x.most < y.least ? "less" : null;
  if (order === null) return null;
  const [lower, higher] = order === "more" ? [y.most, x.least] : [x.most, y.least];
  return higher - lower < gapBetween(relation, a, lower, higher) ? "near" : order;
}

/** Are both measured, different, and nearer than the least gap? */
export function isNear(relation: Declared, a: Quantity, b: Quantity): boolean {
  return compareNumbers(relation, a, b) === "near";
}

function gapBetween(relation: Declared, quantity: Quantity, lower: number, higher: number): number {
  const percent = relation.leastGap ?? (sortOfNumber(relation, quantity) === "measured" ? defaultGap : 0);
  return (percent / 100) * Math.max(Math.abs(lower), Math.abs(higher));
}
