/** Sources that differ (R3): the question is asked of one of them, by its name, and only what it says counts. */
import type { Fact, Source, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { printedForms } from "../facts/names.ts";
import { claimsBeside } from "../facts/rivals.ts";
import { valueKey } from "../facts/value.ts";
import { containsWords } from "./fold.ts";
import { isRefusal } from "./form.ts";
import { holeQuery } from "./hole.ts";
import { fillOf, type Hole, keyFault, lookupOf } from "./judge.ts";
import type { Ask, Query } from "./query.ts";
import type { TimeScope } from "./question.ts";
import { factSaid, type Said } from "./said.ts";

/** The query of a hole asked of the first source of its fact by which the answer is sure; null where there is none, or the relation has times of its own. */
export function attributedHole(facts: Facts, ask: Ask, hole: Hole): Query | null {
  for (const { source, time } of attributions(facts, hole.fact)) {
    const asked: Hole = { ...hole, time };
    if (keyFault(facts, lookupOf(asked), [fillOf(asked.fact, asked.slot)], true)) continue;
    const query = holeQuery(facts, ask, asked);
    if (!isRefusal(query)) return attributedTo(facts, query, source);
  }
  return null;
}

/** The sources that a fact can be asked of, with the time of each; none for what has a time of its own. */
export function attributions(
  facts: Facts,
  fact: Fact,
): readonly { readonly source: Source; readonly time: TimeScope & { readonly kind: "as-of" } }[] {
  if (facts.relation(fact.relation).temporal && fact.object.kind !== "date") return [];
  return fact.citations.map((citation) => {
    const source = facts.source(citation.source);
    return { source, time: { kind: "as-of", edtf: source.date.edtf, source: source.key } };
  });
}

/**
 * The same query with "According to …" before its stem, its statements and its reasons, wherever they do not name the source themselves. What another
 * document says in the key's place is told by that document.
 */
export function attributedTo(facts: Facts, query: Query, source: Source): Query {
  const told = (text: string) => accordingTo(facts, source.inStem, text);
  return {
    ...query,
    stem: told(query.stem),
    why: query.why.map((one) => ({ ...one, text: told(one.text) })),
    statement(value) {
      const statement = query.statement(value);
      return statement === null ? null : told(statement);
    },
    contrast: (value) => query.contrast(value) ?? saidElsewhere(facts, query, source, value),
    told,
  };
}

/** That another document gives the value, and the one asked does not; null where none gives it. */
function saidElsewhere(facts: Facts, { key, slot }: Query, source: Source, value: Value): Said | null {
  if (slot === "from" || slot === "to") return null;
  const own = key[0]!.fact;
  const claim = claimsBeside(facts, own).find(
    ({ how, fact }) =>
      how === "otherwise" &&
      valueKey(fillOf(fact, slot)) === valueKey(value) &&
      fact.citations.every((citation) => citation.source !== source.key),
  );
  const said = claim ? factTold(facts, claim.fact) : null;
  return said && { ...said, text: `${said.text.replace(/\.$/, "")}, but not according to ${source.inStem}.` };
}

/** A fact as it is told where nothing asks about it: by its document, if another document says otherwise. */
export function factTold(facts: Facts, fact: Fact): Said | null {
  const said = factSaid(facts, fact);
  const cited = new Set(fact.citations.map(({ source }) => source));
  const isContested = claimsBeside(facts, fact).some(
    ({ how, fact: other }) => how === "otherwise" && other.citations.every(({ source }) => !cited.has(source)),
  );
  const [first] = fact.citations;
  if (said === null || !first || !isContested) return said;
  return { ...said, text: accordingTo(facts, facts.source(first.source).inStem, said.text) };
}

function accordingTo(facts: Facts, source: string, text: string): string {
  if (containsWords(text, source)) return text;
  return `According to ${source}, ${titlesIn(facts).some((title) => text.startsWith(title)) ? text : lowered(text)}`;
}

/** The first letter in lower case where the first word is none that is always written with a capital. */
export function lowered(text: string): string {
  return small.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

const small =
  /^(?:A|An|As|At|By|During|For|From|How|In|Into|Of|On|The|Through|To|Under|Upon|What|When|Where|Which|Who|Whom|Whose|With)\b/;

const titles = new WeakMap<Facts, readonly string[]>();

/** Names whose first word is one of these and their own: "The Salt Wedding", "On the Marsh". */
function titlesIn(facts: Facts): readonly string[] {
  const known = titles.get(facts);
  if (known) return known;
  const found = facts.pack.entities.flatMap(printedForms).filter((name) => small.test(name));
  titles.set(facts, found);
  return found;
}
