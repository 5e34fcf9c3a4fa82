/** Q10 of several: which of these happened first, or last. Every pair is surely one before the other. */
import { shuffled } from "../../base/random.ts";
import type { Fact, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, whyOf } from "../form.ts";
import { fillOf } from "../judge.ts";
import { drawnFrom, neighbours } from "../neighbours.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import { factSaid } from "../said.ts";
import { spanOfValue } from "../strip.ts";
import { isApart, isOrderable, mostSequence, startOf } from "./sequence.ts";

const purposes = ["ask_earliest", "ask_latest"] as const;

/** Is the ask about several dates? Q10 of one is in q10-date.ts. */
export function isOfSeveral({ purpose }: Ask): boolean {
  return purposes.some((one) => one === purpose);
}

export const earliest: Pick<FormRules, "asksOfRelation" | "resolve"> = {
  asksOfRelation(facts, relation) {
    const members = facts.factsOfRelation(relation.key).filter((fact) => isDated(facts, fact));
    if (members.length < 3) return [];
    const count = Math.min(Math.ceil(members.length / 3), 4);
    return purposes
      .filter((purpose) => relation.frames[purpose] !== undefined)
      .flatMap((purpose) =>
        Array.from({ length: count }, (_, variant) => setAsk("Q10", members[0]!, purpose, null, variant, ["choice"])),
      );
  },

  resolve(facts, ask, seed) {
    const first = facts.fact(ask.fact);
    const chosen: Fact[] = [];
    for (const fact of contemporaries(facts, first, `${seed}\n${ask.variant}`)) {
      if (chosen.length === 4) break;
      if (chosen.every((other) => isApart(fact, other) && !facts.related(fact.subject, other.subject)))
        chosen.push(fact);
    }
    const sorted = chosen.toSorted((a, b) => startOf(a)!.first - startOf(b)!.first);
    if (sorted.length < 3)
      return refuse(
        ask,
        { reason: "tie", detail: "fewer than three are surely one after another" },
        chosen.map(({ key }) => key),
      );
    const key = ask.purpose === "ask_earliest" ? sorted[0]! : sorted.at(-1)!;
    const stem = stemOf(facts, key, ask.purpose, fillOf(key, "subject"), {});
    // The others' sentences stand beside their options.
    const why = whyOf(facts, [key]);
    if (stem === null || why === null) return refuse(ask, noFrame);
    const offered = chosen.filter((fact) => fact !== key).map((fact) => ({ value: fillOf(fact, "subject"), fact }));
    const query: Query = {
      ask,
      time: { kind: "timeless" },
      stem,
      kicker: kickerOf(facts, key, ask.purpose),
      key: [{ value: fillOf(key, "subject"), fact: key }],
      facts: sorted,
      slot: "subject",
      isOfSet: true,
      judge: (value) => beside(facts, ask, key, value),
      offered,
      statement: () => null,
      why,
      contrast: (value) => {
        const other = offered.find((one) => valueKey(one.value) === valueKey(value));
        return other ? factSaid(facts, other.fact) : null;
      },
      whyNotListed: () => null,
      spanOf: (value, fact) => spanOfValue(facts, value, fact),
      asked: null,
    };
    return query;
  },
};

/** Looked at around one that is drawn: whoever lived a century apart is told apart at sight. */
const mostAround = 8;

/** One of the relation's dated things, drawn by the seed, and then those nearest to it in time, mixed. */
function contemporaries(facts: Facts, { relation }: Fact, seed: string): Fact[] {
  const group = drawnFrom(facts.factsOfRelation(relation), mostSequence, seed).filter((fact) => isDated(facts, fact));
  const [middle] = shuffled(group, seed);
  if (!middle) return [];
  const around = neighbours(facts, middle, { relation, side: "all" }, mostSequence).filter((fact) =>
    isDated(facts, fact),
  );
  const [near, far] = [around.slice(0, mostAround), around.slice(mostAround)];
  return [middle, ...shuffled(near, `${seed}\nnear`), ...far];
}

function isDated(facts: Facts, fact: Fact): boolean {
  return fact.object.kind === "date" && isOrderable(facts, fact);
}

/** Surely later than the earliest (earlier than the latest) is wrong; what has no date beside it is neither. */
function beside(facts: Facts, ask: Ask, key: Fact, value: Value): Judgement {
  if (entityOf(value) === key.subject) return { verdict: "true" };
  const dates = facts
    .factsOf({ subject: entityOf(value) ?? "", relation: key.relation })
    .filter(({ negative }) => !negative);
  const own = startOf(key)!;
  const isWrong =
    dates.length > 0 &&
    dates.every((fact) => {
      const start = startOf(fact);
      return start !== null && (ask.purpose === "ask_earliest" ? before(own, start) : before(start, own));
    });
  return isWrong ? { verdict: "false" } : { verdict: "unknown", reason: "tie", detail: "not surely before or after" };
}
