/** Q14 of two facts, one of which replaced the other: what did it become? "Where did the council move in 2019, from Old Harbour?" */
import type { Fact } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { spanOf } from "../../facts/time.ts";
import { valueKey } from "../../facts/value.ts";
import { dateWithPreposition } from "../date-words.ts";
import {
  askableOf,
  type FormRules,
  isRefusal,
  kickerOf,
  kindsFor,
  noFrame,
  refuse,
  setAsk,
  stemOf,
  whyOf,
} from "../form.ts";
import { holeQuery } from "../hole.ts";
import { type Fault, type Hole, keyFault, lookupOf } from "../judge.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal, TimeScope } from "../question.ts";
import { timeOf, timeVariants, variantsOf } from "../time-asked.ts";
import { nameOf, scopeWords } from "../wording.ts";

const purpose = "ask_change";

/** Is the ask about a change? Q14 of two lists is in q14-difference.ts. */
export function isOfChange(ask: Ask): boolean {
  return ask.purpose === purpose;
}

export const change: Pick<FormRules, "asksOf" | "resolve"> = {
  asksOf(facts, fact) {
    if (fact.replaces === null || fact.negative || askableOf(facts, fact) === "no") return [];
    if (facts.relation(fact.relation).frames[purpose] === undefined) return [];
    return [setAsk("Q14", fact, purpose, null, 0, kindsFor(facts, fact, ["choice", "typed", "flashcard"]))];
  },

  resolve(facts, ask, seed) {
    const fact = facts.fact(ask.fact);
    const former = facts.fact(fact.replaces!);
    const fault = changeFault(facts, former, fact);
    if (fault) return refuse(ask, fault, [former.key, fact.key]);
    return changeQuery(facts, ask, former, fact, seed);
  },
};

/** Both dated, one after the other, and of the same subject: otherwise two statements differ, and nothing is known to have changed. */
function changeFault(facts: Facts, former: Fact, fact: Fact): Fault | null {
  if (former.subject !== fact.subject || valueKey(former.object) === valueKey(fact.object))
    return { reason: "no_key", detail: "the two say the same, or speak of different things" };
  const isDated = ({ from, to, asOf }: Fact) => from.kind === "date" || to.kind === "date" || asOf !== null;
  if (!isDated(former) || !isDated(fact)) return { reason: "undated", detail: "one of the two has no date" };
  const relation = facts.relation(fact.relation);
  const [earlier, later] = [spanOf(former, relation), spanOf(fact, relation)];
  const isAfter = former.asOf && fact.asOf ? former.asOf.last < fact.asOf.first : earlier.sure.last < later.sure.first;
  return isAfter ? null : { reason: "tie", detail: "the one is not surely after the other" };
}

function changeQuery(facts: Facts, ask: Ask, former: Fact, fact: Fact, seed: string): Query | Refusal {
  const variants = variantsOf(facts, fact);
  const variant = variants.includes(timeVariants.snapshot) ? timeVariants.snapshot : (variants[0] ?? 0);
  const time: TimeScope | null = timeOf(facts, fact, variant, seed);
  if (!time) return refuse(ask, { reason: "undated", detail: "there is no day on which the new one surely holds" });
  const hole: Hole = { fact, slot: "object", time, list: null };
  const fault = keyFault(facts, lookupOf(hole), [fact.object], true);
  if (fault) return refuse(ask, fault, [former.key, fact.key]);
  const text = {
    former: nameOf(facts, former.object),
    from: fact.from.kind === "date" ? dateWithPreposition(fact.from.date) : "",
    scope: scopeWords(facts, time),
  };
  const stem = stemOf(facts, fact, purpose, fact.object, text);
  const query = holeQuery(facts, { ...ask, purpose: "fact" }, hole);
  if (stem === null || isRefusal(query)) return refuse(ask, noFrame);
  // A stem with the date of the change states that date, not the one on which the new value was last known.
  const isDated = fact.from.kind === "date" && facts.relation(fact.relation).frames[purpose]!.includes("{from}");
  return {
    ...query,
    ask,
    time: isDated && fact.from.kind === "date" ? { kind: "on", edtf: fact.from.date.edtf } : query.time,
    stem,
    kicker: kickerOf(facts, fact, purpose),
    facts: [fact, former],
    why: whyOf(facts, [former, fact]) ?? query.why,
    isOfSet: true,
    judge: (value) =>
      valueKey(value) === valueKey(former.object)
        ? { verdict: "unknown", reason: "leak", detail: "named in the stem" }
        : query.judge(value),
    statement: () => null,
  };
}
