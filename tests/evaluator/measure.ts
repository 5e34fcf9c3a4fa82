/** Measured numbers: what a relation's numbers are, by its declaration or their unit, and how far two must lie apart to be told apart. */
import { before, type Stretch } from "./calendar.ts";
import { allowed, isSame } from "./kin.ts";
import { factOf, type Pack, type Relation, type Value } from "./pack.ts";
import { type Question, readValue } from "./question.ts";

/** Percent of the larger number. */
export function gapOf({ numbers, leastGap }: Relation, unit: string): number {
  return leastGap ?? ((numbers ?? (unit === "" ? "counted" : "measured")) === "measured" ? 5 : 0);
}

/** Does one stretch of numbers end so far below the other that nobody takes them for nearly the same? */
export function liesBelow(one: Stretch, other: Stretch, percent: number): boolean {
  if (!before(one, other)) return false;
  return (other.first - one.last) * 100 >= percent * Math.max(Math.abs(one.last), Math.abs(other.first));
}

/** Of numbers offered beside a measured one, none is nearly the same. */
export function nearFaults(pack: Pack, question: Question): string[] {
  if (question.options.length === 0 || question.form === "Q9") return [];
  const asked = question.facts.map((key) => factOf(pack, key)).find(({ object }) => object.kind === "number");
  if (asked?.object.kind !== "number") return [];
  const relation = pack.relations.find(({ key }) => key === asked.relation)!;
  const percent = gapOf(relation, asked.object.unit);
  const own = allowed(asked.object);
  return question.options
    .map(({ value }) => value)
    .filter((value) => /^[nq]:/.test(value))
    .map((value) => ({ value, read: readValue(value) as Extract<Value, { kind: "number" }> }))
    .filter(({ read }) => !isSame({ ...read, unit: "" }, { ...(asked.object as typeof read), unit: "" }))
    .filter(({ read }) => !liesBelow(own, allowed(read), percent) && !liesBelow(allowed(read), own, percent))
    .map(({ value }) => `${value} is nearly the number asked`);
}
