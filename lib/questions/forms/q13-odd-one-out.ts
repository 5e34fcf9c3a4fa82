/** Q13, the odd one out, by a criterion that the stem states. "Three of these lights stand on the Great Lantern. Which one does NOT?" */
import { shuffled } from "../../base/random.ts";
import type { Fact, FactList, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { lifeBeside, lifeOf } from "../../facts/life.ts";
import { before, overlap } from "../../facts/time.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { dateWithPreposition } from "../date-words.ts";
import { daysFrom, entitiesAround, eraOf } from "../era.ts";
import { containsWords } from "../fold.ts";
import { askableOf, type FormRules, refuse, setAsk, whyOf } from "../form.ts";
import { sourceMissing, timeOfList } from "../hole.ts";
import { fillOf, type Hole, judge, lookupOf } from "../judge.ts";
import { notListed } from "../list-sentences.ts";
import { drawnFrom, neighbours } from "../neighbours.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { factSaid, type Said } from "../said.ts";
import { timeOf, undatedFault, variantsOf } from "../time-asked.ts";
import { scopeWords } from "../wording.ts";
import { frameOf } from "./listed.ts";
import { membersOf } from "./members.ts";
import { type Found, type Four, oneOfFour } from "./odd-one-of-four.ts";
import { andInstead, likeliest } from "./outsiders.ts";
import { isOrderable, mostSequence, startOf } from "./sequence.ts";

const purpose = "ask_odd_one_out";

export const oddOneOut: FormRules = {
  form: "Q13",

  asksOf(facts, fact) {
    const { frames } = facts.relation(fact.relation);
    if (fact.object.kind !== "date" || !isOrderable(facts, fact)) return [];
    return (["before", "after"] as const)
      .filter((side) => frames[`${purpose}_${side}`] !== undefined)
      .map((side) => setAsk("Q13", fact, `${purpose}_${side}`, null, 0, ["choice"]));
  },

  asksOfList(facts, list) {
    const first = membersOf(facts, list)[0]?.fact;
    const asked = `${purpose}_of_${list.members === "subject" ? "object" : "subject"}`;
    if (!first || askableOf(facts, first) !== "yes" || frameOf(facts, list, asked) === undefined) return [];
    return [0, 1].map((variant) => setAsk("Q13", first, asked, list.key, variant, ["choice"]));
  },

  asksOfRelation(facts, relation) {
    return (["object", "subject"] as const).flatMap((anchor): Ask[] => {
      const asked = `${purpose}_of_${anchor}`;
      if (relation.frames[asked] === undefined) return [];
      const groups = new Map<string, Fact[]>();
      for (const fact of facts.factsOfRelation(relation.key)) {
        if (fact.negative || askableOf(facts, fact) !== "yes" || facts.listsOf(fact.key).length > 0) continue;
        const key = anchor === "object" ? objectKey(fact) : fact.subject;
        const group = groups.get(key);
        if (group) group.push(fact);
        else groups.set(key, [fact]);
      }
      return [...groups.values()]
        .filter((group) => group.length >= 3)
        .flatMap((group) => [0, 1].map((variant) => setAsk("Q13", group[0]!, asked, null, variant, ["choice"])));
    });
  },

  resolve(facts, ask, seed) {
    if (ask.list !== null) return amongList(facts, ask, facts.list(ask.list), seed);
    return ask.purpose.endsWith("ject") ? amongHolders(facts, ask, seed) : amongDates(facts, ask, seed);
  },
};

/** The sentence of the fact by which a value meets the criterion. */
function sentenceOf(facts: Facts, members: readonly Found[], value: Value): Said | null {
  const fact = members.find((member) => valueKey(member.value) === valueKey(value))?.fact;
  return fact ? factSaid(facts, fact) : null;
}

/** Entities of the type that the truth test is put to, at the most. */
const mostTried = 40;

/** Values of the members' type that the criterion surely does not fit, each by its fact in the same relation where it has one. */
function lacking(facts: Facts, four: Pick<Four, "judge" | "slot" | "anchor" | "three">, seed: string): Found[] {
  const model = entityOf(four.three[0]?.value ?? { kind: "vague", text: "" });
  if (model === null) return [];
  const { relation } = four.anchor;
  const { type } = facts.entity(model);
  const times = four.three.flatMap(({ value }) => eraOf(facts, entityOf(value)!) ?? []);
  const [time] = shuffled(times, `${seed}\ntime`);
  const tried = drawnFrom(facts.entitiesOfType(type), mostTried, `${seed}\nlacking`).map(({ key }) => key);
  const found = [...new Set([...tried, ...(time ? entitiesAround(facts, type, time, 16) : [])])]
    .map((key): Found => {
      const own =
        four.slot === "subject" ? facts.factsOf({ subject: key, relation }) : facts.factsTo({ object: key, relation });
      return { value: { kind: "entity", entity: key }, fact: own.find(({ negative }) => !negative) ?? null };
    })
    .filter(({ value }) => four.judge(value).verdict === "false");
  const byKey = new Map(found.map((one) => [entityOf(one.value)!, one]));
  const likely = likeliest(facts, [...byKey.keys()], model, seed).map((key) => byKey.get(key)!);
  // Of a party of one time, who came long after falls out without a party.
  const isFar = (one: Found) => times.length > 0 && daysFrom(facts, times, one) > aDecade;
  return likely.filter((one) => !isFar(one)).slice(0, mostOdd);
}

/** In days. */
const aDecade = 10 * 365.25;

/** From so many, the likeliest, the odd one is drawn; of dates, the nearest on its side, and the three from as many more. */
const mostOdd = 6;
const mostBeside = 6;

/** Dates as near as these are told apart by luck (check 33). */
const nearestDays = 3;

function amongList(facts: Facts, ask: Ask, list: FactList, seed: string): Query | Refusal {
  if (list.complete === "no")
    return refuse(ask, { reason: "open_list", detail: `${list.key} is not said to be complete` });
  const anchor = facts.fact(list.facts[0]!);
  const time = timeOfList(facts, list);
  const source = facts.source(list.citations[0]!.source);
  const lookup = lookupOf({ fact: anchor, slot: list.members, time, list: list.key });
  const frame = frameOf(facts, list, ask.purpose);
  const text = { scope: scopeWords(facts, time), source: source.inStem };
  const three = membersOf(facts, list).filter(({ value }) => judge(facts, lookup, value).verdict === "true");
  const base = {
    time,
    slot: list.members,
    anchor,
    frame,
    text,
    three: three.filter(({ value }) => entityOf(value) !== null),
    judge: (value: Value) => judge(facts, lookup, value),
    asked: { relation: anchor.relation, key: list.members === "subject" ? objectKey(anchor) : anchor.subject },
    why: ({ value, fact }: Found) => andInstead(notListed(facts, list, value), facts, fact),
    member: (value: Value) => sentenceOf(facts, three, value),
    beside: [],
  };
  const query = oneOfFour(facts, ask, { ...base, odd: lacking(facts, base, seed) }, seed);
  return list.complete === "as_named" && "stem" in query && !containsWords(query.stem, source.inStem)
    ? refuse(ask, sourceMissing)
    : query;
}

function amongHolders(facts: Facts, ask: Ask, seed: string): Query | Refusal {
  const anchor = facts.fact(ask.fact);
  const slot = ask.purpose.endsWith("_of_object") ? "subject" : "object";
  const time = timeOf(facts, anchor, variantsOf(facts, anchor)[0] ?? 0, seed);
  if (!time) return refuse(ask, undatedFault(anchor));
  const hole: Hole = { fact: anchor, slot, time, list: null };
  const lookup = lookupOf(hole);
  const group =
    slot === "subject"
      ? facts.factsTo({ object: objectKey(anchor), relation: anchor.relation })
      : facts.factsOf({ subject: anchor.subject, relation: anchor.relation });
  const members = new Map<string, Found>();
  for (const fact of drawnFrom(group, mostTried, `${seed}\nmembers`)) {
    const value = fillOf(fact, slot);
    if (!fact.negative && entityOf(value) !== null && judge(facts, lookup, value).verdict === "true")
      members.set(valueKey(value), { value, fact });
  }
  const scope = scopeWords(facts, time);
  const base = {
    time,
    slot,
    anchor,
    frame: facts.relation(anchor.relation).frames[ask.purpose],
    text: { scope, source: "" },
    three: [...members.values()],
    judge: (value: Value) => judge(facts, lookup, value),
    asked: { relation: anchor.relation, key: slot === "subject" ? objectKey(anchor) : anchor.subject },
    why: ({ fact }: Found) => (fact ? whyOf(facts, [fact]) : null),
    member: (value: Value) => sentenceOf(facts, [...members.values()], value),
    beside: [],
  } as const;
  return oneOfFour(facts, ask, { ...base, odd: lacking(facts, base, seed) }, seed);
}

/** Three before an event and one after it, or the other way round: the dates are not printed, that of the event is. */
function amongDates(facts: Facts, ask: Ask, seed: string): Query | Refusal {
  const anchor = facts.fact(ask.fact);
  const own = startOf(anchor)!;
  const all = neighbours(facts, anchor, { relation: anchor.relation, side: "all" }, mostSequence)
    // What may be the event itself, or a part of it, comes neither before nor after it; what cannot have been at its time tells its side.
    .filter((fact) => isOrderable(facts, fact) && !facts.related(fact.subject, anchor.subject))
    .filter((fact) => overlap(lifeBeside(lifeOf(facts, [fact.subject]), fact.object), own))
    .map((fact) => ({ value: fillOf(fact, "subject"), fact }));
  const gap = ({ fact }: { readonly fact: Fact }) => Math.abs(startOf(fact)!.first - own.first);
  // Who came a century before or after is known at sight: the nearest on either side are asked about.
  const near = all.filter((one) => gap(one) > nearestDays).toSorted((a, b) => gap(a) - gap(b));
  const earlier = near.filter(({ fact }) => before(startOf(fact)!, own)).slice(0, mostBeside);
  const later = near.filter(({ fact }) => before(own, startOf(fact)!)).slice(0, mostBeside);
  const [three, odd] = ask.purpose.endsWith("_before") ? [earlier, later] : [later, earlier];
  if (three.length < 3)
    return refuse(ask, {
      reason: "no_key",
      detail: `only ${three.length} can be offered: a name with a figure or with first, last or the like in it tells its place, and so do three days`,
    });
  const isIn = (value: Value, group: readonly Found[]) => group.some((one) => valueKey(one.value) === valueKey(value));
  return oneOfFour(
    facts,
    ask,
    {
      time: { kind: "timeless" },
      slot: "subject",
      anchor,
      frame: facts.relation(anchor.relation).frames[ask.purpose],
      text: { when: dateWithPreposition(own) },
      three,
      odd: odd.filter(({ value }) => !facts.related(entityOf(value)!, anchor.subject)),
      judge: (value) =>
        isIn(value, three)
          ? { verdict: "true" }
          : isIn(value, odd)
            ? { verdict: "false" }
            : { verdict: "unknown", reason: "tie", detail: "not surely before or after" },
      asked: { relation: anchor.relation, key: "" },
      why: ({ fact }) => (fact ? whyOf(facts, [anchor, fact]) : null),
      member: (value) => sentenceOf(facts, three, value),
      beside: [anchor],
    },
    seed,
  );
}
