/** Q4, predecessor and successor. "Who took over command directly from Lieutenant General Per Olsen?" */

import { isDisputed, touches } from "../../facts/capacity.ts";
import { dateAt } from "../../facts/dates.ts";
import type { Fact } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { entityOf } from "../../facts/value.ts";
import { dateInWords } from "../date-words.ts";
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
  whyOf,
} from "../form.ts";
import { realise } from "../frame.ts";
import { holeQuery } from "../hole.ts";
import { closureOf, type Fault, fillOf, type Hole } from "../judge.ts";
import { aroundDays, besideInTime } from "../neighbours.ts";
import type { Ask } from "../query.ts";
import { factSlots, inStem } from "../wording.ts";

type Purpose = "ask_successor" | "ask_predecessor";

export const succession: FormRules = {
  form: "Q4",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no" || fact.from.kind !== "date") return [];
    const { frames } = facts.relation(fact.relation);
    const kinds = kindsFor(facts, fact, kindsOfValue(fillOf(fact, "subject"))).filter(
      (kind) => kind !== "true-false" && kind !== "cloze",
    );
    const asks: Ask[] = [];
    for (const purpose of ["ask_successor", "ask_predecessor"] as const) {
      if (frames[purpose] === undefined) continue;
      const ask = askAbout("Q4", fact, purpose, "subject", kinds);
      if (anchorOf(facts, fact, purpose)) asks.push(ask);
      // The last has no successor in the pack and the first no predecessor: asked of the anchor, to be refused with the reason.
      if (!anchorOf(facts, fact, opposite(purpose))) asks.push({ ...ask, card: null, on: "beyond", kinds: ["typed"] });
    }
    return asks;
  },

  resolve(facts, ask) {
    const purpose = ask.purpose as Purpose;
    const fact = facts.fact(ask.fact);
    const anchor = ask.on === "beyond" ? null : anchorOf(facts, fact, purpose);
    if (!anchor) return refuse(ask, nobody(facts, fact, purpose));
    const [earlier, later] = purpose === "ask_successor" ? [anchor, fact] : [fact, anchor];
    const fault = handoverFault(facts, earlier, later);
    if (fault) return refuse(ask, fault, [anchor.key, fact.key]);

    // Whoever did not hold it on the day beside the handover neither gave nor took it over.
    const day = purpose === "ask_successor" ? lastDay(later, "from") + 1 : firstDay(earlier, "to") - 1;
    const beside: Hole = { fact, slot: "subject", time: { kind: "on", edtf: dateAt(day, "day").edtf }, list: null };
    const frame = facts.relation(fact.relation).frames[purpose];
    const query = holeQuery(facts, { ...ask, purpose: "fact" }, beside);
    if (frame === undefined || isRefusal(query)) return refuse(ask, noFrame);
    return {
      ...query,
      ask,
      time: { kind: "timeless" },
      stem: realise(frame, { ...factSlots(facts, anchor), o: factSlots(facts, fact).o }, inStem),
      kicker: kickerOf(facts, fact, purpose),
      facts: [fact, anchor],
      why: whyOf(facts, [earlier, later]) ?? query.why,
      judge(value) {
        if (entityOf(value) === anchor.subject)
          return { verdict: "unknown", reason: "leak", detail: "named in the stem" };
        return query.judge(value);
      },
      statement: () => null,
      asked: null,
    };
  },
};

/** The holder before (for a successor) or after (for a predecessor) in the order of time; null at the end of the sequence. */
function anchorOf(facts: Facts, fact: Fact, purpose: Purpose): Fact | null {
  let beside: Fact | null = fact;
  do {
    const { before, after }: ReturnType<typeof besideInTime> = besideInTime(facts, beside, "object");
    beside = purpose === "ask_successor" ? before : after;
    // Whoever was acting or claimed it stands in nobody's place: the handover itself is looked at then.
  } while (beside && isDisputed(beside));
  return beside;
}

function opposite(purpose: Purpose): Purpose {
  return purpose === "ask_successor" ? "ask_predecessor" : "ask_successor";
}

/** Why nobody can be named beyond the end of the sequence. */
function nobody(facts: Facts, fact: Fact, purpose: Purpose): Fault {
  if (!closureOf(facts, fact)) return { reason: "open_list", detail: "the holders are not declared complete" };
  return purpose === "ask_successor"
    ? { reason: "out_of_scope", detail: "the source was written before there was a next one" }
    : { reason: "no_key", detail: "none is listed before the first" };
}

/** Is it sure that the one took over directly from the other, and that each had one term only? */
function handoverFault(facts: Facts, earlier: Fact, later: Fact): Fault | null {
  if (!closureOf(facts, earlier)) return { reason: "open_list", detail: "the holders are not declared complete" };
  if (facts.relation(earlier.relation).subjectsPerObject !== "one")
    return { reason: "two_keys", detail: "there may be several at a time" };
  if (earlier.to.kind !== "date" || later.from.kind !== "date")
    return { reason: "undated", detail: "an end of the handover is not dated" };
  const [end, start] = [earlier.to.date, later.from.date];
  const between = { first: end.first, last: Math.max(end.last, start.last) };
  const disputed = aroundDays(facts, earlier.relation, { object: objectKey(earlier) }, between).find(
    (fact) => (isDisputed(fact) || fact.capacity === "joint") && touches(facts, fact, between),
  );
  if (disputed)
    return { reason: "two_keys", detail: `${disputed.key}: ${disputed.capacity} about the time of the handover` };
  if (start.first - end.last > 1)
    return {
      reason: "no_key",
      detail: `nobody that the pack knows held it between ${dateInWords(end)} and ${dateInWords(start)}`,
    };
  if (start.first - end.last < 0 || start.last - end.first > 1)
    return {
      reason: "precision",
      detail: "the two dates do not meet at every reading: the day of the handover is needed",
    };
  for (const { subject, relation } of [earlier, later])
    if (facts.factsBetween({ subject, relation, object: objectKey(earlier) }).length > 1)
      return { reason: "two_keys", detail: "one of them held it more than once" };
  return null;
}

function lastDay(fact: Fact, end: "from" | "to"): number {
  const bound = fact[end];
  return bound.kind === "date" ? bound.date.last : 0;
}

function firstDay(fact: Fact, end: "from" | "to"): number {
  const bound = fact[end];
  return bound.kind === "date" ? bound.date.first : 0;
}
