/** Q13, the odd one out, by a criterion that the stem states. "Three of these lights stand on the Great Lantern. Which one does NOT?" */
import { shuffled } from "../../base/random.ts";
import type { Fact, FactList, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { dateWithPreposition } from "../date-words.ts";
import { containsWords } from "../fold.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, typeWords, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import { sourceMissing, timeOfList } from "../hole.ts";
import { type Fault, fillOf, type Hole, judge, lookupOf } from "../judge.ts";
import { leakOf } from "../leak.ts";
import { notListed } from "../list-sentences.ts";
import { drawnFrom } from "../neighbours.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { Refusal, TimeScope } from "../question.ts";
import { secondCriterion } from "../second-criterion.ts";
import { spanOfValue } from "../strip.ts";
import { timeOf, variantsOf } from "../time-asked.ts";
import { factSentence, factSlots, inStem, scopeWords, valueWords } from "../wording.ts";
import { frameOf } from "./listed.ts";
import { membersOf } from "./members.ts";
import { isOrderable, mostSequence, startOf } from "./sequence.ts";

const purpose = "ask_odd_one_out";

/** A value with the fact that it was found in, if any. */
type Found = { readonly value: Value; readonly fact: Fact | null };

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

/** What a question of any criterion is made of. */
type Four = {
  readonly time: TimeScope;
  readonly slot: "subject" | "object";
  readonly anchor: Fact;
  readonly frame: string | undefined;
  readonly text: Readonly<Record<string, string>>;
  readonly three: readonly Found[];
  readonly odd: readonly Found[];
  /** Does a value meet the criterion? */
  judge(value: Value): Judgement;
  readonly asked: { readonly relation: string; readonly key: string };
  why(odd: Found): string | null;
  /** That one of the three meets it, as a sentence; null to leave it to what else is known of it. */
  member(value: Value): string | null;
  /** Facts that the criterion rests on, beside those of the four. */
  readonly beside: readonly Fact[];
};

/** Drawings of four that are tried until no second criterion sets another one apart. */
const drawings = 12;

/** Three that meet the criterion and one that surely does not, drawn by the seed so that nothing else declared sets another one apart. */
function oneOfFour(facts: Facts, ask: Ask, four: Four, seed: string): Query | Refusal {
  const { anchor, slot, time, frame, text, asked } = four;
  if (frame === undefined) return refuse(ask, noFrame);
  if (four.three.length < 3) return refuse(ask, { reason: "no_key", detail: "fewer than three meet the criterion" });
  if (four.odd.length === 0)
    return refuse(ask, { reason: "no_distractor", detail: "nothing surely fails the criterion" });
  const stem = realise(
    frame,
    { ...factSlots(facts, anchor), text: { ...typeWords(facts, four.three[0]!.value), ...text } },
    inStem,
  );
  let fault: Fault = {
    reason: "second_criterion",
    detail: "every set of four is of related things, or named by the stem",
  };
  for (let drawing = 0; drawing < drawings; drawing++) {
    const [odd] = shuffled(four.odd, `${seed}\nodd ${ask.variant} ${drawing}`) as [Found, ...Found[]];
    const three = shuffled(four.three, `${seed}\nthree ${ask.variant} ${drawing}`).slice(0, 3);
    const all = [odd, ...three].map(({ value }) => entityOf(value)!);
    const [own, ...texts] = [odd, ...three].map(({ value }) => valueWords(facts, value, stem)) as [string, ...string[]];
    const leak = leakOf(stem, { text: own, names: [], adjective: null }, texts);
    if (leak !== null) {
      fault = { reason: "leak", detail: leak };
      continue;
    }
    if (areRelated(facts, all) || all.some((key) => containsWords(stem, facts.entity(key).name))) continue;
    const second = secondCriterion(facts, all, all[0]!, asked);
    if (second !== null) {
      fault = { reason: "second_criterion", detail: `“${second}” sets another one apart` };
      continue;
    }
    const why = four.why(odd);
    const members = three.flatMap(({ fact }) => fact ?? []);
    if (why === null) return refuse(ask, noFrame);
    return {
      ask,
      time,
      stem,
      kicker: kickerOf(facts, anchor, ask.purpose),
      key: [{ value: odd.value, fact: odd.fact ?? anchor }],
      facts: [...new Set([...(odd.fact ? [odd.fact] : []), ...members, ...four.beside])],
      slot,
      isOfSet: true,
      judge: (value) => opposite(four.judge(value)),
      offered: three,
      statement: () => null,
      why,
      contrast: (value) => four.member(value),
      whyNotListed: () => null,
      spanOf: (value, fact) => spanOfValue(facts, value, fact),
      asked: null,
    };
  }
  return refuse(ask, fault);
}

/** The sentence of the fact by which a value meets the criterion. */
function sentenceOf(facts: Facts, members: readonly Found[], value: Value): string | null {
  const fact = members.find((member) => valueKey(member.value) === valueKey(value))?.fact;
  return fact ? factSentence(facts, fact) : null;
}

function opposite(found: Judgement): Judgement {
  if (found.verdict === "unknown") return found;
  return { verdict: found.verdict === "true" ? "false" : "true" };
}

function areRelated(facts: Facts, keys: readonly string[]): boolean {
  return keys.some((key, place) => keys.slice(place + 1).some((other) => facts.related(key, other)));
}

/** Entities of the type that the truth test is put to, at the most. */
const mostTried = 40;

/** Values of the members' type that the criterion surely does not fit, each by its fact in the same relation where it has one. */
function lacking(facts: Facts, four: Pick<Four, "judge" | "slot" | "anchor" | "three">, seed: string): Found[] {
  const model = entityOf(four.three[0]?.value ?? { kind: "vague", text: "" });
  if (model === null) return [];
  const { relation } = four.anchor;
  return drawnFrom(facts.entitiesOfType(facts.entity(model).type), mostTried, `${seed}\nlacking`)
    .map(({ key }): Found => {
      const own =
        four.slot === "subject" ? facts.factsOf({ subject: key, relation }) : facts.factsTo({ object: key, relation });
      return { value: { kind: "entity", entity: key }, fact: own.find(({ negative }) => !negative) ?? null };
    })
    .filter(({ value }) => four.judge(value).verdict === "false");
}

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
    why: ({ value }: Found) => notListed(facts, list, value),
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
  if (!time)
    return refuse(ask, { reason: "undated", detail: "the relation changes over time and the fact has no date" });
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
  const all = drawnFrom(facts.factsOfRelation(anchor.relation), mostSequence, `${seed}\ndates`)
    // What may be the event itself, or a part of it, comes neither before nor after it.
    .filter((fact) => fact !== anchor && isOrderable(facts, fact) && !facts.related(fact.subject, anchor.subject))
    .map((fact) => ({ value: fillOf(fact, "subject"), fact }));
  const earlier = all.filter(({ fact }) => before(startOf(fact)!, own));
  const later = all.filter(({ fact }) => before(own, startOf(fact)!));
  const [three, odd] = ask.purpose.endsWith("_before") ? [earlier, later] : [later, earlier];
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
      member: () => null,
      beside: [anchor],
    },
    seed,
  );
}
