/** What a list says of its members and of others, built on its gloss: "X is among the institutions that NATO's page names …". */
import type { FactList, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { plainName } from "../facts/names.ts";
import { entityOf } from "../facts/value.ts";
import { containsWords } from "./fold.ts";
import { listed, nounPhrase, raised } from "./noun-phrase.ts";
import { nameOf } from "./wording.ts";

/** "The Ministry of Interior is not among the institutions that NATO's undated fact sheet names as advised by NMI." */
export function notListed(facts: Facts, list: FactList, value: Value): string {
  return raised(`${quoted(facts, value)} ${isOrAre(facts, [value])} not among ${list.gloss}.`);
}

/** "Finland and Sweden are among the partner countries that …"; of all members "Australia, Finland and Sweden are the partner countries …". */
export function membersListed(facts: Facts, list: FactList, values: readonly Value[], isWhole: boolean): string {
  const names = listed(values.map((value) => quoted(facts, value)));
  return raised(`${names} ${isOrAre(facts, values)} ${isWhole ? "" : "among "}${list.gloss}.`);
}

/** The same of one value as a statement that stands alone: what the gloss abbreviates is spelled out. */
export function amongStatement(facts: Facts, list: FactList, value: Value): string {
  const said = `${quoted(facts, value)} ${isOrAre(facts, [value])} among ${list.gloss}.`;
  return raised(withDate(facts, list, withAnchor(facts, list, said)));
}

/** The entity that the list is about, in full at its first mention. */
function withAnchor(facts: Facts, list: FactList, said: string): string {
  const first = facts.fact(list.facts[0]!);
  const anchor = list.members === "object" ? first.subject : entityOf(first.object);
  const entity = anchor === null ? null : facts.entity(anchor);
  if (!entity?.short || containsWords(said, entity.name)) return said;
  const short = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(entity.short)}(?![\\p{L}\\p{N}-])`, "u");
  return said.replace(short, nounPhrase(entity, "full"));
}

/** The source with its date: glosses leave out what `in_stem` has in brackets. */
function withDate(facts: Facts, list: FactList, said: string): string {
  const { inStem } = facts.source(list.citations[0]!.source);
  const undated = inStem.replace(/ \([^()]*\)$/, "");
  return said.includes(inStem) ? said : said.replace(undated, inStem);
}

/** A name in a sentence; a common noun or phrase without an article in quotation marks, whatever part of speech it is. */
function quoted(facts: Facts, value: Value): string {
  const name = nameOf(facts, value);
  const entity = entityOf(value);
  if (entity === null || facts.entity(entity).article !== null) return name;
  return /^\p{Ll}/u.test(name) && plainName(name).includes(" ") ? `“${name}”` : name;
}

function isOrAre(facts: Facts, values: readonly Value[]): string {
  const entity = values.length === 1 ? entityOf(values[0]!) : null;
  return values.length > 1 ||
    (entity !== null && facts.entity(entity).plural && !quoted(facts, values[0]!).startsWith("“"))
    ? "are"
    : "is";
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
