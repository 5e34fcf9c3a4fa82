/** Q15, which document says it: the one, the other, or both. False only where the author has looked (`only_in`), or where both are cited. */
import { shuffled } from "../../base/random.ts";
import type { Citation, Fact, Limit, Source, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, whyOf } from "../form.ts";
import { raised } from "../noun-phrase.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { type Said, saying, textOf } from "../said.ts";

const purpose = "ask_source";

export const saidWhere: FormRules = {
  form: "Q15",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no" || facts.pack.sources.length < 2) return [];
    if (facts.relation(fact.relation).frames[purpose] === undefined) return [];
    // A claim is asked once, whichever times it is made of.
    return claims(facts, fact)[0] === fact ? [setAsk("Q15", fact, purpose, null, 0, ["choice"])] : [];
  },

  resolve(facts, ask, seed) {
    const fact = facts.fact(ask.fact);
    const said = claims(facts, fact);
    const cited = [...new Set(said.flatMap(({ citations }) => citations.map(({ source }) => source)))].sort();
    const only = said.find(({ onlyIn }) => onlyIn !== null)?.onlyIn ?? null;
    const keys = said.map(({ key }) => key);
    if (cited.length === 1 && only === null)
      return refuse(ask, { reason: "open_list", detail: `nobody says that only ${cited[0]} says so` }, keys);
    const others = shuffled(
      facts.pack.sources
        .map(({ key }) => key)
        .filter((key) => key !== cited[0] && (only !== null || cited.includes(key))),
      seed,
    );
    const two = [cited[0]!, others[0]!].sort().map((key) => facts.source(key)) as [Source, Source];
    return sourceQuery(facts, ask, said, two, only);
  },
};

/** The facts of one claim: the same subject, relation and object at other times or in other documents. */
function claims(facts: Facts, fact: Fact): readonly Fact[] {
  const { subject, relation } = fact;
  return facts.factsBetween({ subject, relation, object: objectKey(fact) }).filter(({ negative }) => !negative);
}

function sourceQuery(
  facts: Facts,
  ask: Ask,
  said: readonly Fact[],
  two: readonly [Source, Source],
  only: string | null,
): Query | Refusal {
  const [fact] = said as [Fact, ...Fact[]];
  const [first, second] = two.map(({ inStem }) => inStem) as [string, string];
  const stem = stemOf(facts, fact, purpose, fact.object, { this: first, other: second });
  const sentences = whyOf(facts, said);
  if (stem === null || sentences === null) return refuse(ask, noFrame);
  const right: Limit = { kind: "limit", limit: "source", of: only ?? "both" };
  const all = [...two.map(({ key }) => key), "both"].map((of): Limit => ({ kind: "limit", limit: "source", of }));
  const silent = two.find(({ key }) => key !== only)!;
  const silence = saying(`${raised(silent.inStem)} does not say so.`, [], [wholeOf(silent)]);
  const alone = only === null ? null : saysAlone(two, said, only);
  // Where the sentence names the document, it has said that this one says so.
  const isTold = only !== null && textOf(sentences).includes(facts.source(only).inStem);
  const verdict = alone === null ? saying(`Both ${first} and ${second} say so.`, said) : isTold ? silence : alone;
  // Two snapshots name their documents themselves.
  const isNamed = only === null && [first, second].every((words) => textOf(sentences).includes(words));
  return {
    ask,
    time: { kind: "timeless" },
    stem,
    kicker: kickerOf(facts, fact, purpose),
    key: [{ value: right, fact }],
    facts: said,
    slot: "object",
    isOfSet: true,
    judge: (value) => ({
      verdict: value.kind === "limit" && value.limit === "source" && value.of === right.of ? "true" : "false",
    }),
    offered: all.filter(({ of }) => of !== right.of).map((value) => ({ value, fact: null })),
    statement: () => null,
    why: isNamed ? sentences : [...sentences, verdict],
    contrast: (value) => (only === null ? saysToo(two, said, value) : isBoth(value) ? silence : alone) ?? verdict,
    whyNotListed: () => null,
    spanOf: () => null,
    asked: null,
  };
}

/** Of "only the one", where both say so: that the other does too. */
function saysToo(two: readonly [Source, Source], said: readonly Fact[], value: Value): Said | null {
  if (value.kind !== "limit" || value.limit !== "source") return null;
  const other = two.find(({ key }) => key !== value.of);
  return other ? saying(`${raised(other.inStem)} says so too.`, [], placesIn(said, other.key)) : null;
}

/** That the one says so and the other does not. */
function saysAlone(two: readonly [Source, Source], said: readonly Fact[], only: string): Said {
  const [speaks, silent] = two[0].key === only ? two : [two[1], two[0]];
  return saying(
    `${raised(speaks.inStem)} says so; ${silent.inStem} does not.`,
    [],
    [...placesIn(said, only), wholeOf(silent)],
  );
}

const isBoth = (value: Value) => value.kind === "limit" && value.limit === "source" && value.of === "both";

function placesIn(said: readonly Fact[], source: string): readonly Citation[] {
  return said.flatMap(({ citations }) => citations).filter((citation) => citation.source === source);
}

/** Where a document does not say something. */
function wholeOf({ key }: Source): Citation {
  return { source: key, locator: "the whole document" };
}
