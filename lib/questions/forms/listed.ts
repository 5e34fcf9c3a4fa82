/** Queries about the set that a list declares: a member among non-members, several members, the one that is missing. */
import type { FactList } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { containsWords } from "../fold.ts";
import { kickerOf, noFrame, refuse, typeWords, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import { askedDays, scopeOfList, sourceMissing } from "../hole.ts";
import { fillOf, judge, keyFault, lookupOf } from "../judge.ts";
import { amongStatement, membersListed, notListed, wholeList } from "../list-sentences.ts";
import { listed } from "../noun-phrase.ts";
import type { Ask, KeyValue, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import type { Said } from "../said.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, nameOf, scopeWords } from "../wording.ts";
import { chosenMembers, hasOneAnchor, membersOf } from "./members.ts";

/** A list's own frame, or the relation's where all its facts share what it prints. */
export function frameOf(facts: Facts, list: FactList, purpose: string): string | undefined {
  const own = list.frames[purpose.replace(/_of_(?:subject|object)$/, "")];
  if (own !== undefined || !hasOneAnchor(facts, list)) return own;
  return facts.relation(facts.fact(list.facts[0]!).relation).frames[purpose];
}

/**
 * What the list says of the key. That nothing but the key is missing beside the others rests on all of the list; that one of them belongs, on its
 * own fact.
 */
function whyListed(facts: Facts, ask: Ask, list: FactList, key: readonly KeyValue[]): readonly Said[] {
  const own = key.length === 1 ? whyOf(facts, [key[0]!.fact]) : null;
  const whole = ask.purpose.includes("missing") ? wholeList(facts, list) : null;
  if (whole) return [whole];
  const isWhole = key.length === membersOf(facts, list).length && key.length > 1;
  return own ?? [membersListed(facts, list, key, isWhole)];
}

/** More others than this make a stem that nobody reads. */
const mostOthers = 6;

/** The query of an ask about a list; the frame is the list's own or the relation's. */
export function listQuery(facts: Facts, ask: Ask, list: FactList, seed: string): Query | Refusal {
  const fact = facts.fact(ask.fact);
  const slot = list.members;
  const members = membersOf(facts, list);
  const own = { value: fillOf(fact, slot), fact };
  const isWhole = ask.purpose.startsWith("ask_all");
  const isOne = !isWhole && !ask.purpose.startsWith("ask_some");
  const key = isOne ? [own] : isWhole ? members : chosenMembers(members, ask, seed);
  const others = members
    .filter(({ value }) => valueKey(value) !== valueKey(own.value))
    .map(({ value }) => nameOf(facts, value));
  if (ask.purpose.includes("missing") && (others.length === 0 || others.length > mostOthers))
    return refuse(ask, { reason: "no_key", detail: `${others.length} other members` });

  const source = facts.source(list.citations[0]!.source);
  const time = scopeOfList(facts, list);
  // The list speaks of its first fact's anchor, which need not be that of this member.
  const lookup = lookupOf({ fact: facts.fact(list.facts[0]!), slot, time, list: list.key });
  const fault = keyFault(
    facts,
    lookup,
    key.map(({ value }) => value),
    isWhole,
  );
  if (fault) return refuse(ask, fault);

  const scope = scopeWords(facts, time);
  const frame = frameOf(facts, list, ask.purpose);
  if (frame === undefined) return refuse(ask, noFrame);
  const text = { ...typeWords(facts, own.value), scope, source: source.inStem, others: listed(others) };
  const stem = realise(frame, { ...factSlots(facts, fact), n: key.length, text }, inStem);
  if (list.complete === "as_named" && !containsWords(stem, source.inStem)) return refuse(ask, sourceMissing);

  return {
    ask,
    time,
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key,
    facts: key.map((member) => member.fact),
    slot,
    isOfSet: true,
    judge: (value) => judge(facts, lookup, value),
    // "According to the page, it advised X" may be true though the page does not say so; that the page names X is not.
    statement: (value) => (isOne ? amongStatement(facts, list, value) : null),
    why: whyListed(facts, ask, list, key),
    contrast: () => null,
    whyNotListed: (value) => notListed(facts, list, value),
    set: wholeList(facts, list),
    spanOf: (value, of) => spanOfValue(facts, value, of),
    asked: list.asOf ? askedDays(time) : null,
  };
}
