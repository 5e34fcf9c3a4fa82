/** Where the pack says that it has all: the only licence, beside `one` and an explicit negative, to call something false. */
import type { Citation, FactList } from "./fact.ts";
import { type Facts, objectKey } from "./facts.ts";
import type { Anchor } from "./holders.ts";
import type { AskedTime } from "./query.ts";

/** A declaration that covers what is asked: a closed relation, or a complete list with its key. */
export type Complete = { readonly list: string | null; readonly citation: Citation };

/**
 * The declaration that all holders at an anchor are in the pack at the time asked; null when there is none.
 * A closed scope covers the days after its start (any day that start may be) up to its as-of; a list with `complete: yes` its own as-of.
 */
export function completeAt(facts: Facts, anchor: Anchor, time: AskedTime): Complete | null {
  const relation = facts.relation(anchor.relation);
  for (const closure of relation.closed) {
    const about = relation.symmetric ? (closure.subject ?? closure.object) : closure[anchor.end];
    if (about !== anchor.key || !isOf(closure.citation.source, time)) continue;
    const { from, asOf, citation } = closure;
    const found = { list: null, citation };
    if (!relation.temporal) return found;
    if (time.kind === "timeless" || asOf === null) continue;
    const days = time.kind === "during" ? time.days : time.date;
    const isSameTime = time.kind === "as-of" && time.date.edtf === asOf.edtf;
    if ((isSameTime || days.last <= asOf.first) && (from === null || days.first > from.last)) return found;
  }
  for (const list of facts.listsAbout(anchor)) {
    if (list.complete !== "yes" || !list.citations.some(({ source }) => isOf(source, time))) continue;
    if (relation.temporal && !isTimeOf(list, time)) continue;
    return { list: list.key, citation: list.citations[0]! };
  }
  return null;
}

/** Does the query ask what a document names? Then `as_named` is enough: nothing else is named in it. */
export function isNamedBy(list: FactList, time: AskedTime): boolean {
  return time.kind === "as-of" && time.source !== null && list.citations.some(({ source }) => source === time.source);
}

/** The members of a list, as entities' keys or other values' `ValueKey`s, each with its fact. */
export function membersOf(facts: Facts, list: FactList): ReadonlyMap<string, string> {
  let members = known.get(list);
  if (!members) {
    members = new Map(
      list.facts.map((key) => {
        const fact = facts.fact(key);
        return [list.members === "subject" ? fact.subject : objectKey(fact), key];
      }),
    );
    known.set(list, members);
  }
  return members;
}

const known = new WeakMap<FactList, ReadonlyMap<string, string>>();

function isTimeOf(list: FactList, time: AskedTime): boolean {
  if (list.asOf === null) return false;
  if (time.kind === "as-of") return time.date.edtf === list.asOf.edtf;
  return time.kind === "during" && time.days.first >= list.asOf.last && time.days.last <= list.asOf.first;
}

function isOf(source: string, time: AskedTime): boolean {
  return time.kind !== "as-of" || time.source === null || time.source === source;
}
