/** Q10 of both ends: "From which month and year to which date did Dany Fortin command NATO Mission Iraq (NMI)?" */
import type { Fact, HistoricalDate } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { whSpan } from "../date-words.ts";
import { askableOf, kickerOf, noFrame, refuse, stemOf, whyOf } from "../form.ts";
import { dateLookup, judge, keyFault } from "../judge.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { spanOfValue } from "../strip.ts";

/** The purpose of the frame that asks for the whole of a span. */
const purpose = "ask_span";

/** A span asked for at both ends: it feeds no card of its own, its ends are the parts. */
export const wholeSpan = {
  /** Does the ask want both ends? */
  isAskedBy: (ask: Pick<Ask, "purpose">): boolean => ask.purpose === purpose,

  /** One ask for a fact that states both ends, where the relation words it. */
  asksOf(facts: Facts, fact: Fact): Ask[] {
    if (facts.relation(fact.relation).frames[purpose] === undefined || askableOf(facts, fact) === "no") return [];
    if (fact.from.kind !== "date" || fact.to.kind !== "date") return [];
    const common = { form: "Q10", purpose, fact: fact.key, list: null, card: null, variant: 0, on: null } as const;
    return [{ ...common, kinds: ["date"] }];
  },

  /** Both ends are proved as if each were asked alone. */
  resolve(facts: Facts, ask: Ask): Query | Refusal {
    const fact = facts.fact(ask.fact);
    const [from, to] = [dateOf(fact, "from"), dateOf(fact, "to")];
    if (!from || !to) return refuse(ask, { reason: "undated", detail: "an end is not stated" });
    if (from.edtf === to.edtf) return refuse(ask, { reason: "tie", detail: "both ends are the same date" });
    const words = whSpan(from.precision, to.precision);
    if (words === null) return refuse(ask, { reason: "precision", detail: "the source gives only a stretch of time" });
    for (const [end, date] of [["from", from] as const, ["to", to] as const]) {
      const fault = keyFault(facts, dateLookup(fact, end), [{ kind: "date", date }], true);
      if (fault) return refuse(ask, fault);
    }
    const stem = stemOf(facts, fact, purpose, null, { wh_span: words });
    const why = whyOf(facts, [fact]);
    if (stem === null || why === null) return refuse(ask, noFrame);
    return {
      ask,
      time: { kind: "timeless" },
      stem,
      kicker: kickerOf(facts, fact, purpose),
      key: [from, to].map((date) => ({ value: { kind: "date", date }, fact })),
      facts: [fact],
      slot: "from",
      isOfSet: false,
      judge: (value) => judge(facts, dateLookup(fact, "from"), value),
      statement: () => null,
      why,
      contrast: () => null,
      whyNotListed: () => null,
      spanOf: (_, of) => spanOfValue(facts, { kind: "entity", entity: fact.subject }, of),
      asked: null,
    };
  },
};

function dateOf(fact: Fact, end: "from" | "to"): HistoricalDate | null {
  const bound = fact[end];
  return bound.kind === "date" ? bound.date : null;
}
