/** Q7, membership. "Which of these institutions did NATO's page of 27 May 2024 name …?", "Which of these happened in July 2015?" */
import type { Fact, FactList, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { askAbout, askableOf, type FormRules, isRefusal, kindsFor, refuse, setAsk, whyOf } from "../form.ts";
import { holeQuery, timeOfList } from "../hole.ts";
import { type Fault, fillOf, type Hole, judge, keyFault, lookupOf } from "../judge.ts";
import type { Ask } from "../query.ts";
import type { Kind } from "../question.ts";
import { timeOf, timeVariants, undatedFault, variantsOf } from "../time-asked.ts";
import { nameOf } from "../wording.ts";
import { frameOf, listQuery } from "./listed.ts";
import { chosenMembers, completeListsOf, membersOf } from "./members.ts";

type Slot = "subject" | "object";

const listKinds: readonly Kind[] = ["choice", "true-false"];

/** Without a list, a false statement would be about the other fact that excludes it, and feed the wrong card. */
const otherKinds: readonly Kind[] = ["choice"];

export const membership: FormRules = {
  form: "Q7",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    return (["subject", "object"] as const).flatMap((slot): Ask[] => {
      if (slot === "object" && fact.object.kind !== "entity") return [];
      const asks: Ask[] = [];
      const kinds = kindsFor(facts, fact, listKinds);
      for (const list of completeListsOf(facts, fact, slot)) {
        const members = purposeOf("members", slot);
        if (frameOf(facts, list, members) !== undefined)
          asks.push(askAbout("Q7", fact, members, slot, kinds, { list: list.key }));
        const missing = purposeOf("missing", slot);
        if (frameOf(facts, list, missing) !== undefined)
          asks.push(askAbout("Q7", fact, missing, slot, ["typed", "flashcard"], { list: list.key }));
      }
      const purpose = purposeOf("members", slot);
      if (frames[purpose] !== undefined && completeListsOf(facts, fact, slot).length === 0)
        asks.push(
          ...timesOf(facts, fact).map((variant) =>
            askAbout("Q7", fact, purpose, slot, kindsFor(facts, fact, otherKinds), { variant }),
          ),
        );
      return asks;
    });
  },

  asksOfList(facts, list) {
    const purpose = purposeOf("some_members", list.members);
    const members = membersOf(facts, list);
    const first = members[0]?.fact;
    // What may only be recalled is not offered among others.
    if (!first || askableOf(facts, first) !== "yes") return [];
    // Asked without naming the source, a list that is complete only as its source names it must be refused.
    const unnamed = list.complete === "yes" ? [] : [{ ...several(first, purpose, list.key, 0), on: "unnamed" }];
    if (list.complete === "no" || members.length < 2 || frameOf(facts, list, purpose) === undefined) return unnamed;
    return [...[0, 1].map((variant) => several(first, purpose, list.key, variant)), ...unnamed];
  },

  asksOfRelation(facts, relation) {
    return (["subject", "object"] as const).flatMap((slot): Ask[] => {
      const purpose = purposeOf("some_members", slot);
      if (relation.frames[purpose] === undefined) return [];
      const groups = new Map<string, Fact[]>();
      for (const fact of facts.factsOfRelation(relation.key)) {
        if (fact.negative || askableOf(facts, fact) !== "yes" || completeListsOf(facts, fact, slot).length > 0)
          continue;
        const anchor = slot === "subject" ? objectKey(fact) : fact.subject;
        groups.set(anchor, [...(groups.get(anchor)?.slice(0, 7) ?? []), fact]);
      }
      return [...groups.values()]
        .filter(({ length }) => length >= 2)
        .map(([first]) => several(first!, purpose, null, 0));
    });
  },

  resolve(facts, ask, seed) {
    const fact = facts.fact(ask.fact);
    const slot: Slot = ask.purpose.endsWith("_of_object") ? "subject" : "object";
    if (ask.list !== null && ask.on === "unnamed") return refuse(ask, unnamedFault(facts, facts.list(ask.list)));
    if (
      ask.list !== null &&
      ask.purpose.startsWith("ask_missing") &&
      isToldBeside(facts, facts.list(ask.list), fillOf(fact, slot))
    )
      return refuse(ask, { reason: "leak", detail: "another of the list has the same noun, and tells it" });
    if (ask.list !== null) return listQuery(facts, ask, facts.list(ask.list), seed);
    return ask.card === null ? severalQuery(facts, ask, fact, slot, seed) : oneQuery(facts, ask, fact, slot, seed);
  },
};

/** Of those that share their noun (military and civilian personnel), the one tells the other: it is not asked beside it. */
function isToldBeside(facts: Facts, list: FactList, value: Value): boolean {
  const own = nounOf(facts, value);
  const others = membersOf(facts, list).filter((member) => valueKey(member.value) !== valueKey(value));
  return own !== null && others.some((other) => nounOf(facts, other.value) === own);
}

/** The last word of a name that says what sort of thing it is; null for a name of one word, and for something that is done. */
function nounOf(facts: Facts, value: Value): string | null {
  const words = nameOf(facts, value).split(" ");
  return words.length < 2 || /ing$/.test(words[0]!) ? null : words.at(-1)!;
}

/** Purposes name the anchor that is printed: members *of the object* are subjects. */
function purposeOf(what: "members" | "some_members" | "missing", slot: Slot): string {
  return `ask_${what}_of_${slot === "subject" ? "object" : "subject"}`;
}

function several(fact: Fact, purpose: string, list: string | null, variant: number): Ask {
  return setAsk("Q7", fact, purpose, list, variant, ["multi-select"]);
}

/** The truth test on something that the list does not name, when the stem does not say whose list it is. */
function unnamedFault(facts: Facts, list: FactList): Fault {
  const [first] = membersOf(facts, list);
  const fact = facts.fact(list.facts[0]!);
  const time = { ...timeOfList(facts, list), source: null };
  const type = first!.value.kind === "entity" ? facts.entity(first!.value.entity).type : "";
  for (const { key } of facts.entitiesOfType(type)) {
    const judged = judge(facts, lookupOf({ fact, slot: list.members, time, list: list.key }), {
      kind: "entity",
      entity: key,
    });
    if (judged.verdict === "unknown" && judged.reason === "open_list")
      return { reason: "open_list", detail: `${list.key} does not say that nothing else belongs (${list.complete})` };
  }
  return { reason: "no_distractor", detail: `there is nothing of the sort outside ${list.key}` };
}

/** One variant is enough beside the other forms of a dated fact: a snapshot, or else a day. */
function timesOf(facts: Facts, fact: Fact): number[] {
  const variants = variantsOf(facts, fact);
  return variants.includes(timeVariants.snapshot)
    ? [timeVariants.snapshot]
    : variants.length > 0
      ? [variants[0]!]
      : [0];
}

/** A set without a list: right is what its facts say for sure, wrong what a functional relation rules out. */
function oneQuery(facts: Facts, ask: Ask, fact: Fact, slot: Slot, seed: string) {
  const time = timeOf(facts, fact, ask.variant, seed);
  if (!time) return refuse(ask, undatedFault(fact));
  const hole: Hole = { fact, slot, time, list: null };
  const fault = keyFault(facts, lookupOf(hole), [fillOf(fact, slot)], false);
  return fault ? refuse(ask, fault) : holeQuery(facts, ask, hole);
}

function severalQuery(facts: Facts, ask: Ask, fact: Fact, slot: Slot, seed: string) {
  const anchored =
    slot === "subject"
      ? facts.factsTo({ object: objectKey(fact), relation: fact.relation })
      : facts.factsOf({ subject: fact.subject, relation: fact.relation });
  const time = timeOf(facts, fact, timesOf(facts, fact)[0]!, seed);
  if (!time) return refuse(ask, undatedFault(fact));
  const hole: Hole = { fact, slot, time, list: null };
  const lookup = lookupOf(hole);
  const sure = anchored
    .slice(0, 16)
    .filter((other) => !other.negative && !keyFault(facts, lookup, [fillOf(other, slot)], false));
  const chosen = chosenMembers(sure, ask, seed);
  if (chosen.length < 2) return refuse(ask, { reason: "no_key", detail: "fewer than two are sure" });
  const query = holeQuery(facts, ask, hole, { n: chosen.length });
  if (isRefusal(query)) return query;
  return {
    ...query,
    key: chosen.map((member) => ({ value: fillOf(member, slot), fact: member })),
    facts: chosen,
    why: whyOf(facts, chosen) ?? query.why,
    statement: () => null,
  };
}
