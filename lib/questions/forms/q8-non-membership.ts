/** Q8, non-membership of a complete set. "Which of these countries had NOT provided a commander of the mission, according to …?" */

import type { Fact, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { aGeneration, daysFrom, eraOf } from "../era.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, typeWords } from "../form.ts";
import { realise } from "../frame.ts";
import { drawnFrom } from "../neighbours.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { factSaid } from "../said.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, scopeWords } from "../wording.ts";
import { andInstead, likeliest } from "./outsiders.ts";
import { closedSet, closedSetsOf, listSet, type WholeSet, wholeFault } from "./whole-set.ts";

const purpose = "ask_not_member";

export const nonMembership: FormRules = {
  form: "Q8",

  asksOfList(facts, list) {
    const set = listSet(facts, list);
    if (!set || set.frame(purpose) === undefined || askableOf(facts, set.members[0]!.fact) !== "yes") return [];
    return [0, 1, 2].map((variant) => ask(set, variant, list.key));
  },

  asksOfRelation(facts, relation) {
    return closedSetsOf(facts, relation)
      .filter((set) => set.frame(purpose) !== undefined && askableOf(facts, set.members[0]!.fact) === "yes")
      .flatMap((set) => [0, 1, 2].map((variant) => ask(set, variant, null)));
  },

  resolve(facts, wanted, seed) {
    const first = facts.fact(wanted.fact);
    const set =
      wanted.list === null ? closedSet(facts, first, slotOf(wanted)) : listSet(facts, facts.list(wanted.list));
    if (!set) return refuse(wanted, { reason: "open_list", detail: "the set is not declared complete" });
    const fault = wholeFault(facts, set);
    return fault
      ? refuse(
          wanted,
          fault,
          set.members.map(({ fact }) => fact.key),
        )
      : outside(facts, wanted, set, seed);
  },
};

function ask(set: WholeSet, variant: number, list: string | null): Ask {
  const place = set.slot === "subject" ? "_of_object" : "_of_subject";
  return setAsk("Q8", set.members[0]!.fact, `${purpose}${place}`, list, variant, ["choice"]);
}

function slotOf({ purpose: asked }: Ask): "subject" | "object" {
  return asked.endsWith("_of_object") ? "subject" : "object";
}

/** The question whose key is outside the set: the entity of the variant among those that are surely not in it. */
function outside(facts: Facts, wanted: Ask, set: WholeSet, seed: string): Query | Refusal {
  const { members, slot, time } = set;
  const [{ value, fact: first }] = members as [WholeSet["members"][number]];
  if (value.kind !== "entity") return refuse(wanted, noFrame);
  const others = drawnFrom(facts.entitiesOfType(facts.entity(value.entity).type), mostTried, `${seed}\noutside`);
  const surely = others
    .map(({ key }) => key)
    .filter((other) => set.contains({ kind: "entity", entity: other }).verdict === "false");
  // Those of whom the pack says the like with another value are not ruled out at sight (check 20): if there are two, only they are asked for.
  const alike = surely.filter((other) => elsewhere(facts, set, other) !== null);
  const lacking = alike.length > 1 ? alike : surely;
  const entity = outsideOf(facts, set, likeliest(facts, lacking, value.entity, seed))[wanted.variant];
  const key: Value | undefined = entity === undefined ? undefined : { kind: "entity", entity };
  const frame = set.frame(purpose);
  const lacks = key && set.lacks(key);
  const instead = entity === undefined ? null : elsewhere(facts, set, entity);
  if (!key) return refuse(wanted, { reason: "no_key", detail: "nothing else of the sort is surely outside the set" });
  if (frame === undefined || !lacks) return refuse(wanted, noFrame);
  const text = { ...typeWords(facts, value), scope: scopeWords(facts, time), source: set.source.inStem };
  return {
    ask: wanted,
    time,
    stem: realise(frame, { ...factSlots(facts, first), text }, inStem),
    kicker: kickerOf(facts, first, wanted.purpose),
    key: [{ value: key, fact: first }],
    facts: [...(instead ? [instead] : []), ...members.map(({ fact }) => fact).slice(0, mostCited)],
    slot,
    isOfSet: true,
    judge: (other) => opposite(set.contains(other)),
    statement: () => null,
    why: andInstead(lacks, facts, instead),
    contrast(other) {
      const member = members.find((one) => valueKey(one.value) === valueKey(other));
      return member ? factSaid(facts, member.fact) : null;
    },
    whyNotListed: () => null,
    // The key bears the fact of a member, for want of its own: its span is that of what is said of it elsewhere.
    spanOf: (other, fact) => spanOfValue(facts, other, entityOf(other) === entity ? instead : fact),
    asked: null,
  };
}

/** Those first that were about in the time of some member. */
function outsideOf(facts: Facts, { members }: WholeSet, entities: readonly string[]): readonly string[] {
  const times = members.flatMap(({ value }) => eraOf(facts, entityOf(value) ?? "") ?? []);
  const rank = (entity: string) =>
    times.length > 0 && daysFrom(facts, times, { value: { kind: "entity", entity }, fact: null }) > aGeneration ? 1 : 0;
  return entities.toSorted((a, b) => rank(a) - rank(b));
}

/** Entities tried for the key, and facts cited, at the most. */
const mostTried = 40;
const mostCited = 8;

/** What the same relation says of somebody outside the set; null for nothing. */
function elsewhere(facts: Facts, { slot, members }: WholeSet, entity: string): Fact | null {
  const { relation } = members[0]!.fact;
  const own =
    slot === "subject" ? facts.factsOf({ subject: entity, relation }) : facts.factsTo({ object: entity, relation });
  return own.find(({ negative }) => !negative) ?? null;
}

/** In the set is wrong here, outside it right. */
function opposite(found: Judgement): Judgement {
  if (found.verdict === "unknown") return found;
  return { verdict: found.verdict === "true" ? "false" : "true" };
}
