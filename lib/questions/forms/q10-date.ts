/** Q10, the date of something: of an event, or of the beginning or end of a wholeSpan. "On which date did Lucas Schreurs take command?" */
import type { Fact, HistoricalDate, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Query as TruthQuery } from "../../facts/query.ts";
import { entityOf } from "../../facts/value.ts";
import { attributedTo, attributions } from "../attributed.ts";
import { dateWithPreposition, whDate } from "../date-words.ts";
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
  stemOf,
  whyOf,
} from "../form.ts";
import { dateLookup, judge, keyFault, lookupOf } from "../judge.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { spanOfValue } from "../strip.ts";
import { inStatement, variedSentence } from "../wording.ts";
import { earliest, isOfSeveral } from "./q10-earliest.ts";
import { wholeSpan } from "./q10-span.ts";

type Place = "from" | "to" | "object";

const purposes = { from: "ask_from", to: "ask_to", object: "ask_date" } as const;
const statements = { from: "fact_from", to: "fact_to", object: "fact" } as const;

export const date: FormRules = {
  form: "Q10",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    const ends = (["object", "from", "to"] as const).flatMap((place): Ask[] => {
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
    return [...ends, ...wholeSpan.asksOf(facts, fact)];
  },

  asksOfRelation: earliest.asksOfRelation,

  resolve(facts, ask, seed) {
    if (isOfSeveral(ask)) return earliest.resolve(facts, ask, seed);
    if (wholeSpan.isAskedBy(ask)) return wholeSpan.resolve(facts, ask);
    const fact = facts.fact(ask.fact);
    const place: Place = ask.purpose === "ask_from" ? "from" : ask.purpose === "ask_to" ? "to" : "object";
    const stated = dateIn(fact, place);
    if (!stated) return refuse(ask, { reason: "out_of_scope", detail: "the source was written before the end" });
    if (stated.precision === "between")
      return refuse(ask, { reason: "precision", detail: "the source gives only a stretch of time" });
    if (ask.on === "day" && stated.precision !== "day")
      return refuse(ask, { reason: "precision", detail: `the source gives only the ${stated.precision}` });
    const lookup = dateLookup(fact, place);
    const fault = keyFault(facts, lookup, [{ kind: "date", date: stated }], true);
    if (fault?.reason === "contradiction" && place === "object")
      return ofOneSource(facts, ask, fact, stated) ?? refuse(ask, fault);
    return fault ? refuse(ask, fault) : dateQuery(facts, ask, { fact, place, stated, lookup });
  },
};

/** The date by one source, where another gives another. */
function ofOneSource(facts: Facts, ask: Ask, fact: Fact, stated: HistoricalDate): Query | null {
  for (const { source, time } of attributions(facts, fact)) {
    const lookup = lookupOf({ fact, slot: "object", time, list: null });
    if (keyFault(facts, lookup, [{ kind: "date", date: stated }], true)) continue;
    const query = dateQuery(facts, ask, { fact, place: "object", stated, lookup });
    if (!isRefusal(query)) return attributedTo(facts, { ...query, time }, source);
  }
  return null;
}

type Asked = {
  readonly fact: Fact;
  readonly place: Place;
  readonly stated: HistoricalDate;
  readonly lookup: TruthQuery;
};

function dateQuery(facts: Facts, ask: Ask, { fact, place, stated, lookup }: Asked): Query | Refusal {
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
    judge: (value) => judge(facts, lookup, value),
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
