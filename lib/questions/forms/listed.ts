/** Queries about the set that a list declares: a member among non-members, several members, the one that is missing. */
import type { FactList, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { containsWords } from "../fold.ts";
import { kickerOf, noFrame, refuse, typeWords, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import { askedDays } from "../hole.ts";
import { type Fault, judgeMember } from "../judge.ts";
import { listed, raised } from "../noun-phrase.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal, TimeScope } from "../question.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStatement, inStem, nameOf, scopeWords, variedSentence } from "../wording.ts";
import { chosenMembers, membersOf } from "./members.ts";

/** More others than this make a stem that nobody reads. */
const mostOthers = 6;

/** The query of an ask about a list; the frame is the list's own or the relation's. */
export function listQuery(facts: Facts, ask: Ask, list: FactList, seed: string): Query | Refusal {
  const members = membersOf(facts, list);
  const fact = facts.fact(ask.fact);
  const own = members.find(
    (member) =>
      valueKey(member.value) ===
      valueKey(list.members === "subject" ? { kind: "entity", entity: fact.subject } : fact.object),
  );
  if (!own) return refuse(ask, { reason: "no_key", detail: "the list does not name it" });
  if (list.complete === "no")
    return refuse(ask, { reason: "open_list", detail: `the list ${list.key} is not declared complete` });

  const key = ask.card === null ? chosenMembers(members, ask, seed) : [{ value: own.value, fact }];
  const others = members.filter((member) => member !== own).map(({ value }) => nameOf(facts, value));
  if (ask.purpose.includes("missing") && (others.length === 0 || others.length > mostOthers))
    return refuse(ask, {
      reason: "no_key",
      detail: others.length === 0 ? "the list has one member" : "the list is too long to print",
    });

  const source = facts.source(list.citations[0]!.source);
  const time: TimeScope = list.asOf
    ? { kind: "as-of", edtf: list.asOf.edtf, source: list.asOf.edtf === source.date.edtf ? source.key : null }
    : { kind: "timeless" };
  const scope = scopeWords(facts, time);
  const relation = facts.relation(fact.relation);
  const frame = list.frames[ask.purpose.replace(/_of_(?:subject|object)$/, "")] ?? relation.frames[ask.purpose];
  const why = whyOf(
    facts,
    key.map((member) => member.fact),
  );
  if (frame === undefined || why === null) return refuse(ask, noFrame);
  const text = { ...typeWords(facts, own.value), scope, source: source.inStem, others: listed(others) };
  const stem = realise(frame, { ...factSlots(facts, fact), n: key.length, text }, inStem);
  // "Nothing else is named in that document" allows only to ask what the document names.
  if (list.complete === "as_named" && !containsWords(stem, source.inStem)) return refuse(ask, sourceMissing);

  return {
    ask,
    time,
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key,
    facts: key.map((member) => member.fact),
    slot: list.members,
    judge: (value) => judgeMember(facts, list, value),
    statement(value) {
      if (ask.card === null) return null;
      const variation = list.members === "subject" ? { subject: entityOf(value) ?? fact.subject } : { object: value };
      const said = variedSentence(
        facts,
        fact,
        "fact",
        { ...variation, ...(scope === "" ? {} : { when: scope }) },
        inStatement,
      );
      return said !== null && (list.complete === "yes" || containsWords(said, source.inStem)) ? said : null;
    },
    why,
    whyNotListed: (value: Value) => `${raised(nameOf(facts, value))} is not among ${list.gloss}.`,
    spanOf: (value, of) => spanOfValue(facts, value, of),
    asked: askedDays(time),
  };
}

const sourceMissing: Fault = {
  reason: "open_list",
  detail: "the list is complete only as its source names it, and the stem does not name the source",
};
