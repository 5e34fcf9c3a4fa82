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

/** A measured number is asked in its unit; where it is to be written down, to as many decimals as make three figures and the document gives. */
export function measureFaults(pack: Pack, { kind, form, stem, facts, key }: Question): string[] {
  if (!["choice", "number", "flashcard"].includes(kind) || form === "Q9" || key.length !== 1) return [];
  const asked = /^[nq]:/.test(key[0]!) ? readValue(key[0]!) : null;
  const fact = facts.map((one) => factOf(pack, one)).find(({ object }) => asked !== null && isSame(object, asked));
  if (fact?.object.kind !== "number" || fact.object.unit === "" || /\bhow many\b/i.test(stem)) return [];
  const { number, unit, qualifier } = fact.object;
  const faults = stem.toLowerCase().includes(unit.toLowerCase()) ? [] : [`the stem does not say ${unit}`];
  const { numbers } = pack.relations.find((one) => one.key === fact.relation)!;
  if (kind === "choice" || qualifier !== "exact" || (numbers ?? "measured") !== "measured") return faults;
  const [whole, decimals = ""] = String(Math.abs(number)).split(".");
  const wanted = Math.min(decimals.length, Math.max(0, 3 - (whole === "0" ? 0 : whole!.length)));
  const words = ["to the nearest whole number", "to one decimal", "to two decimals", "to three decimals"][wanted]!;
  return new RegExp(`${words}\\b`).test(stem) ? faults : [...faults, `the stem does not ask ${words}`];
}
