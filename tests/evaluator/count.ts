/** Q9: how many there are of a set of which all are known. */
import { areKin, entityOf, folded } from "./kin.ts";
import { factOf, type List, type Pack, type Value } from "./pack.ts";
import type { Reading } from "./readings.ts";
import { isClosed, type Query, type Verdict, verdict } from "./verdict.ts";

/** Whether a number is that of the members; nobody counts what may be one thing under two names, or what may or may not belong. */
export function countVerdict(pack: Pack, query: Query, list: List | null, value: Value, reading: Reading): Verdict {
  if (value.kind !== "number" || value.qualifier !== "exact") return "U";
  const members = list ? listed(pack, list) : counted(pack, query, reading);
  if (members === null) return "U";
  for (const [at, one] of members.entries())
    for (const another of members.slice(at + 1)) if (mayBeOne(pack, one, another)) return "U";
  return members.length === value.number ? "T" : "F";
}

/** Those of a list that nothing else belongs to. */
function listed(pack: Pack, list: List): Value[] | null {
  if (list.complete !== "yes") return null;
  return distinct(list.facts.map((key) => factOf(pack, key)[list.members]));
}

/** Those that answer the query; null unless it is sure of everything whether it does. */
function counted(pack: Pack, query: Query, reading: Reading): Value[] | null {
  if (!isClosed(pack, query)) return null;
  const { relation, hole } = query;
  const known = pack.facts.filter((fact) => fact.relation === relation.key).map((fact) => fact[hole]);
  const verdicts = distinct(known).map((value) => ({ value, given: verdict(pack, query, value, reading) }));
  if (verdicts.some(({ given }) => given === "U")) return null;
  return verdicts.filter(({ given }) => given === "T").map(({ value }) => value);
}

function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** One under two names, or two of one name, of whom nobody can say that they are two; a by-name may be shared. */
function mayBeOne(pack: Pack, a: Value, b: Value): boolean {
  if (a.kind !== "entity" || b.kind !== "entity") return false;
  const [one, other] = [entityOf(pack, a.entity), entityOf(pack, b.entity)];
  return areKin(pack, a.entity, b.entity) || folded(one.name) === folded(other.name);
}
