import type { Fact, HistoricalDate, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { entityOf } from "../../facts/value.ts";
import { dateWithPreposition, whDate } from "../date-words.ts";
import {
  askAbout,
  askableOf,
  type FormRules,
  kickerOf,
  kindsFor,
  kindsOfValue,
  noFrame,
  refuse,
  stemOf,
  whyOf,
} from "../form.ts";
import { dateLookup, judge, keyFault } from "../judge.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { spanOfValue } from "../strip.ts";
import { inStatement, variedSentence } from "../wording.ts";
import { earliest, isOfSeveral } from "./q10-earliest.ts";

type Place = "from" | "to" | "object";

const purposes = { from: "ask_from", to: "ask_to", object: "ask_date" } as const;
const statements = { from: "fact_from", to: "fact_to", object: "fact" } as const;

export const date: FormRules = {
  form: "Q10",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    return (["object", "from", "to"] as const).flatMap((place): Ask[] => {
      const stated = dateIn(fact, place);
      if (frames[purposes[place]] === undefined || (!stated && !(place === "to" && fact.to.kind === "open"))) return [];
      const direction = place;
      if (!stated) return [{ ...askAbout("Q10", fact, purposes[place], direction, ["date"]), card: null }];
      const kinds = kindsFor(facts, fact, kindsOfValue({ kind: "date", date: stated }));
      const ask = askAbout("Q10", fact, purposes[place], direction, kinds);
      // Asked more exactly than the source says, it must be refused.
      const finer = stated.precision === "day" ? [] : [{ ...ask, card: null, on: "day", kinds: ["date"] as const }];
      return [...(kinds.length > 0 ? [ask] : []), ...finer];
    });
  },

  asksOfRelation: earliest.asksOfRelation,

  resolve(facts, ask, seed) {
    if (isOfSeveral(ask)) return earliest.resolve(facts, ask, seed);
    const fact = facts.fact(ask.fact);
    const place: Place = ask.purpose === "ask_from" ? "from" : ask.purpose === "ask_to" ? "to" : "object";
    const stated = dateIn(fact, place);
    if (!stated) return refuse(ask, { reason: "out_of_scope", detail: "the source was written before the end" });
    if (stated.precision === "between")
      return refuse(ask, { reason: "precision", detail: "the source gives only a stretch of time" });
    if (ask.on === "day" && stated.precision !== "day")
      return refuse(ask, { reason: "precision", detail: `the source gives only the ${stated.precision}` });
    const fault = keyFault(facts, dateLookup(fact, place), [{ kind: "date", date: stated }], true);
    return fault ? refuse(ask, fault) : dateQuery(facts, ask, fact, place, stated);
  },
};

function dateQuery(facts: Facts, ask: Ask, fact: Fact, place: Place, stated: HistoricalDate): Query | Refusal {
  const key: Value = { kind: "date", date: stated };
  const stem = stemOf(facts, fact, ask.purpose, key, { wh_date: whDate(stated.precision) ?? "" });
  const why = whyOf(facts, [fact]);
  if (stem === null || why === null) return refuse(ask, noFrame);
  return {
    ask,
    time: { kind: "timeless" },
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key: [{ value: key, fact }],
    facts: [fact],
    slot: place,
    isOfSet: false,
    judge: (value) => judge(facts, dateLookup(fact, place), value),
    statement(value) {
      if (value.kind !== "date") return null;
      const object = place === "object" ? { object: value } : {};
      return variedSentence(
        facts,
        fact,
        statements[place],
        { ...object, when: dateWithPreposition(value.date) },
        inStatement,
      );
    },
    why,
    contrast: () => null,
    whyNotListed: () => null,
    spanOf: (value, of) => (entityOf(value) === null ? spanOfValue(facts, value, of) : null),
    asked: null,
  };
}

function dateIn(fact: Fact, place: Place): HistoricalDate | null {
  if (place === "object") return fact.object.kind === "date" ? fact.object.date : null;
  const bound = fact[place];
  return bound.kind === "date" ? bound.date : null;
}
