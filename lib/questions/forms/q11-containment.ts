/** Q11, interval containment: who held it when something happened? "Who commanded the mission when, in August 2023, the Council decided …?" */
import { hash32 } from "../../base/random.ts";
import type { Entity, Fact, HistoricalDate } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { claimsBeside } from "../../facts/rivals.ts";
import { spanOf } from "../../facts/time.ts";
import { entityOf } from "../../facts/value.ts";
import { dateWithPreposition } from "../date-words.ts";
import {
  askAbout,
  askableOf,
  type FormRules,
  isRefusal,
  kickerOf,
  kindsFor,
  kindsOfValue,
  noFrame,
  refuse,
  typeWords,
  whyOf,
} from "../form.ts";
import { realise } from "../frame.ts";
import { holeQuery } from "../hole.ts";
import { fillOf, type Hole, keyFault, lookupOf } from "../judge.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { factSlots, inStem } from "../wording.ts";

const purpose = "ask_subject_when";

/** Events asked for one holder, and tried at its bounds, at the most. */
const mostInside = 3;
const mostAtBounds = 2;

export const containment: FormRules = {
  form: "Q11",

  asksOf(facts, fact) {
    const relation = facts.relation(fact.relation);
    if (fact.negative || askableOf(facts, fact) === "no" || relation.frames[purpose] === undefined) return [];
    const { sure, possible } = spanOf(fact, relation);
    const kinds = kindsFor(facts, fact, kindsOfValue(fillOf(fact, "subject"))).filter(
      (kind) => kind !== "true-false" && kind !== "cloze",
    );
    const inside: Fact[] = [];
    const atBounds: Fact[] = [];
    for (const event of eventsWithin(facts, relation.events, possible.first, possible.last)) {
      const { first, last } = dateOf(event);
      if (sure.first <= first && last <= sure.last) inside.push(event);
      else atBounds.push(event);
    }
    const drawn = inside.toSorted((a, b) => hash32(`${fact.key} ${a.key}`) - hash32(`${fact.key} ${b.key}`));
    const asks = drawn
      .slice(0, mostInside)
      .map((event, variant) => askAbout("Q11", fact, purpose, "subject", kinds, { variant, on: event.key }));
    // A handover in the very month of the event: asked, to be refused with the reason.
    const refused = atBounds
      .slice(0, mostAtBounds)
      .map(
        (event): Ask => ({ ...askAbout("Q11", fact, purpose, "subject", ["typed"], { on: event.key }), card: null }),
      );
    return [...asks, ...refused];
  },

  resolve(facts, ask) {
    const fact = facts.fact(ask.fact);
    const event = facts.fact(ask.on!);
    const date = dateOf(event);
    if (date.precision === "between")
      return refuse(ask, { reason: "precision", detail: `${event.key} is one day of a stretch` }, [
        fact.key,
        event.key,
      ]);
    if (claimsBeside(facts, event).some(({ how }) => how === "otherwise"))
      return refuse(ask, { reason: "contradiction", detail: `another document dates ${event.key} otherwise` }, [
        fact.key,
        event.key,
      ]);
    const hole: Hole = { fact, slot: "subject", time: { kind: "on", edtf: date.edtf }, list: null };
    const fault = keyFault(facts, lookupOf(hole), [fillOf(fact, "subject")], true);
    return fault ? refuse(ask, fault, [fact.key, event.key]) : containmentQuery(facts, ask, hole, event);
  },
};

function containmentQuery(facts: Facts, ask: Ask, hole: Hole, event: Fact): Query | Refusal {
  const { fact } = hole;
  const frame = facts.relation(fact.relation).frames[purpose];
  const clause = clauseOf(facts, fact, event);
  const query = holeQuery(facts, { ...ask, purpose: "fact" }, hole);
  if (frame === undefined || clause === null || isRefusal(query)) return refuse(ask, noFrame);
  const text = {
    ...typeWords(facts, fillOf(fact, "subject")),
    event: clause,
    when: dateWithPreposition(dateOf(event)),
  };
  const why = whyOf(facts, [event, fact]);
  return {
    ...query,
    ask,
    stem: realise(isOnlyOne(facts, event) ? undated(frame) : frame, { ...factSlots(facts, fact), text }, inStem),
    kicker: kickerOf(facts, fact, purpose),
    facts: [fact, event],
    why: why ?? query.why,
    statement: () => null,
  };
}

/** Does its clause alone say which event is meant: one of one date, and no other of the same words? */
function isOnlyOne(facts: Facts, { key, subject, relation }: Fact): boolean {
  const words = facts.entity(subject).clause?.past;
  return facts
    .factsOfRelation(relation)
    .every((other) => other.key === key || facts.entity(other.subject).clause?.past !== words);
}

/** The frame without the date: it would answer what the event asks, and the Why states it. */
function undated(frame: string): string {
  return frame.replace("when, {when}, {event}", "when {event}").replace("{event}, {when}", "{event}");
}

/** What happened, as a clause in which the thing held is not spelled out a second time; null for an event without a clause. */
function clauseOf(facts: Facts, fact: Fact, event: Fact): string | null {
  const { clause } = facts.entity(event.subject);
  const held = entityOf(fact.object);
  if (clause === null || held === null) return clause?.past ?? null;
  return shortened(clause.past, facts.entity(held));
}

function shortened(text: string, { name, short, article }: Entity): string {
  if (short === null) return text;
  return text.replaceAll(article === "the" ? `the ${name}` : name, article === "the" ? `the ${short}` : short);
}

function dateOf({ object }: Fact): HistoricalDate {
  if (object.kind !== "date") throw new Error("an event without a date");
  return object.date;
}

const eventIndexes = new WeakMap<Facts, Map<string, readonly Fact[]>>();

/** The dated facts of the relations that may lie within the days, in the order of time; found by halving. */
function eventsWithin(facts: Facts, relations: readonly string[], first: number, last: number): Fact[] {
  let indexes = eventIndexes.get(facts);
  if (!indexes) {
    indexes = new Map();
    eventIndexes.set(facts, indexes);
  }
  const found: Fact[] = [];
  for (const relation of relations) {
    let events = indexes.get(relation);
    if (!events) {
      events = facts
        .factsOfRelation(relation)
        .filter((fact) => fact.object.kind === "date" && !fact.negative && askableOf(facts, fact) !== "no")
        .toSorted((a, b) => dateOf(a).first - dateOf(b).first);
      indexes.set(relation, events);
    }
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dateOf(events[middle]!).last < first) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < events.length && found.length < mostLookedAt; place++) {
      const event = events[place]!;
      if (dateOf(event).first > last) break;
      if (dateOf(event).last >= first) found.push(event);
    }
  }
  return found;
}

/** Events looked at for one holder: a century of days in one reign makes no more questions than this. */
const mostLookedAt = 64;
