/** What the specification would allow to be asked of a pack, by the form's precondition alone: the other side of "refused for a reason". */
import { relationOf } from "./frames.ts";
import { isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type Pack, type Value } from "./pack.ts";
import { isClaim, readingsOf } from "./readings.ts";
import { type Asked, isClosed, listsFor, type Place, type Query, verdictOfAll } from "./verdict.ts";

/** A form and the facts that it would be about: all of them, or any. */
export type Allowed = { readonly form: string; readonly all: readonly string[]; readonly any: readonly string[] };

/** Q3, Q7, Q8, Q9 and Q11, where the pack has a sentence for it. */
export function allowedIn(pack: Pack): Allowed[] {
  return [...holders(pack), ...sets(pack)];
}

/** Q3 and Q11: on a day in the middle, or in the whole of an event, one surely holds and nobody else may. */
function holders(pack: Pack): Allowed[] {
  const allowed: Allowed[] = [];
  for (const fact of pack.facts.filter((one) => !one.negative && !isClaim(one) && typeof one.from !== "string")) {
    const { frames, events } = relationOf(pack, fact);
    const last = typeof fact.to === "string" ? (fact.asOf?.first ?? -Infinity) : fact.to.first - 1;
    const first = typeof fact.from === "string" ? Infinity : fact.from.last + 1;
    const middle = Math.floor((first + last) / 2);
    if (frames.ask_subject_on && first <= last && isOnly(pack, fact, { first: middle, last: middle }))
      allowed.push({ form: "Q3", all: [fact.key], any: [] });
    if (!frames.ask_subject_when) continue;
    for (const event of events.flatMap((key) => factsOf(pack, key)))
      if (event.object.kind === "date" && !event.negative && isOnly(pack, fact, event.object.when))
        allowed.push({ form: "Q11", all: [fact.key, event.key], any: [] });
  }
  return allowed;
}

/** Whether a fact's subject, and nobody else, surely stands in it during all of a stretch of days. */
function isOnly(pack: Pack, fact: Fact, days: { readonly first: number; readonly last: number }): boolean {
  if (days.last > pack.asOf.first) return false;
  const query = queryOf(pack, fact, "subject", { kind: "within", days: { first: days.first, last: days.last } });
  const others = factsOf(pack, fact.relation).map(({ subject }) => subject);
  const given = (value: Value, wanted: string) =>
    readingsOf(pack).every((reading) => verdictOfAll(pack, query, value, reading) === wanted);
  return (
    query.relation.one.subject &&
    given(fact.subject, "T") &&
    others.every((value) => isSame(value, fact.subject) || given(value, "F"))
  );
}

/** Q7, Q8 and Q9 of each list, and of each closed relation. */
function sets(pack: Pack): Allowed[] {
  const allowed: Allowed[] = [];
  for (const { key, complete, facts, members, frames } of pack.lists) {
    const relation = relationOf(pack, factOf(pack, facts[0]!));
    const of = members === "subject" ? "of_object" : "of_subject";
    const has = (purpose: string) => frames[purpose] !== undefined || relation.frames[`${purpose}_${of}`] !== undefined;
    if (complete !== "no" && (has("ask_members") || has("ask_missing")))
      for (const fact of facts) allowed.push({ form: "Q7", all: [fact], any: [] });
    if (has("ask_not_member")) allowed.push({ form: "Q8", all: [], any: facts });
    if (has("ask_count")) allowed.push({ form: "Q9", all: [], any: facts });
    if (facts.length === 0) throw new Error(`${key} is empty`);
  }
  for (const relation of pack.relations)
    for (const { subject, object, asOf } of relation.closed) {
      const place: Place = object === null ? "object" : "subject";
      const facts = factsOf(pack, relation.key).filter((fact) => {
        const anchor = place === "subject" ? fact.object : fact.subject;
        return !fact.negative && anchor.kind === "entity" && anchor.entity === (object ?? subject);
      });
      if (facts.length === 0) continue;
      const time: Asked = asOf ? { kind: "as-of", when: asOf, source: null } : { kind: "timeless" };
      const query = queryOf(pack, facts[0]!, place, time);
      if (!isClosed(pack, query) || listsFor(pack, query).length > 0) continue;
      const of = place === "subject" ? "of_object" : "of_subject";
      const any = facts.map(({ key }) => key);
      if (relation.frames[`ask_not_member_${of}`]) allowed.push({ form: "Q8", all: [], any });
      if (relation.frames[`ask_count_${of}`]) allowed.push({ form: "Q9", all: [], any });
    }
  return allowed;
}

function queryOf(pack: Pack, fact: Fact, hole: Place, asked: Asked): Query {
  const anchor = hole === "subject" ? fact.object : fact.subject;
  return { relation: relationOf(pack, fact), hole, anchor, asked, everBefore: false, names: [], alone: null };
}
