/** What a list says of its members and of others, built on its gloss: "X is among the institutions that NATO's page names …". */
import type { FactList, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { plainName } from "../facts/names.ts";
import { entityOf } from "../facts/value.ts";
import { containsWords } from "./fold.ts";
import { membersOf } from "./forms/members.ts";
import { type Reading, realise } from "./frame.ts";
import { listed, nounPhrase, raised } from "./noun-phrase.ts";
import type { KeyValue } from "./query.ts";
import { type Said, saying } from "./said.ts";
import { factSlots, inReceipt, inStatement, nameOf, valueFiller } from "./wording.ts";

/**
 * "The Ministry of Interior is not among the institutions that NATO's undated fact sheet names as advised by NMI." Of a list of one, the sentence
 * that says which it is.
 */
export function notListed(facts: Facts, list: FactList, value: Value): Said {
  const members = membersOf(facts, list);
  const sole = members.length === 1 ? soleSentence(facts, list, members[0]!.value, inReceipt) : null;
  const text = sole ?? raised(`${namesIn(facts, [value])} ${isOrAre(facts, [value])} not among ${list.gloss}.`);
  return saying(text, [], list.citations);
}

/** "Finland and Sweden are among the partner countries that …"; of all members "Australia, Finland and Sweden are the partner countries …". */
export function membersListed(facts: Facts, list: FactList, members: readonly KeyValue[], isWhole: boolean): Said {
  const values = members.map(({ value }) => value);
  const sole = isWhole && values.length === 1;
  const text = sole
    ? (soleSentence(facts, list, values[0]!, inReceipt) ??
      `${raised(`of ${list.gloss}`)}, there is one: ${namesIn(facts, values)}.`)
    : raised(`${namesIn(facts, values)} ${isOrAre(facts, values)} ${isWhole ? "" : "among "}${list.gloss}.`);
  return saying(
    text,
    members.map(({ fact }) => fact),
    list.citations,
  );
}

/** All members of a list in a sentence; null for a list of one without a frame that says so, and for one too long to be read. */
export function wholeList(facts: Facts, list: FactList): Said | null {
  const members = membersOf(facts, list);
  if (members.length === 1 && list.frames.fact === undefined) return null;
  return members.length <= mostNamed ? membersListed(facts, list, members, true) : null;
}

/** More names than these make no sentence. */
const mostNamed = 6;

/**
 * That a value is among the members, as a statement that stands alone: what the gloss abbreviates is spelled out. Of a list of one, that it is the
 * one; null where the list has no frame to say so ("among" would be false).
 */
export function amongStatement(facts: Facts, list: FactList, value: Value): string | null {
  if (membersOf(facts, list).length === 1) return soleSentence(facts, list, value, inStatement);
  const said = `${namesIn(facts, [value])} ${isOrAre(facts, [value])} among ${list.gloss}.`;
  return raised(withDate(facts, list, withAnchor(facts, list, said)));
}

/** The list's own frame `fact` with a value in the member's place: "Australia is the only partner country that …". */
function soleSentence(facts: Facts, list: FactList, value: Value, reading: Reading): string | null {
  const frame = list.frames.fact;
  if (frame === undefined) return null;
  const slots = factSlots(facts, facts.fact(list.facts[0]!));
  const filler = valueFiller(facts, value);
  return realise(frame, list.members === "subject" ? { ...slots, s: filler } : { ...slots, o: filler }, reading);
}

/** The entity that the list is about, in full at its first mention. */
function withAnchor(facts: Facts, list: FactList, said: string): string {
  const first = facts.fact(list.facts[0]!);
  const anchor = list.members === "object" ? first.subject : entityOf(first.object);
  const entity = anchor === null ? null : facts.entity(anchor);
  if (!entity?.short || containsWords(said, entity.name)) return said;
  const full = nounPhrase(entity, "full");
  // An article of the gloss goes where the name brings its own: "the Guild" becomes "the Guild of Chandlers".
  const own = /^(?:the|an?) /.test(full) ? "(?:(?<![\\p{L}\\p{N}-])(?:the|an?) )?" : "";
  const short = new RegExp(`${own}(?<![\\p{L}\\p{N}-])${escaped(entity.short)}(?![\\p{L}\\p{N}-])`, "u");
  return said.replace(short, () => full);
}

/** The source with its date: glosses leave out what `in_stem` has in brackets. */
function withDate(facts: Facts, list: FactList, said: string): string {
  const { inStem } = facts.source(list.citations[0]!.source);
  const undated = inStem.replace(/ \([^()]*\)$/, "");
  return said.includes(inStem) ? said : said.replace(undated, inStem);
}

/** The names in a sentence; where one is a phrase without an article, all such are in quotation marks, whatever part of speech they are. */
function namesIn(facts: Facts, values: readonly Value[]): string {
  const isQuoted = values.some((value) => isPhrase(facts, value) && plainName(nameOf(facts, value)).includes(" "));
  return listed(
    values.map((value) => (isQuoted && isPhrase(facts, value) ? `“${nameOf(facts, value)}”` : nameOf(facts, value))),
  );
}

/** Is it a phrase that has no article and is no noun as it stands: a verb with its object, or words of another sort? What is quoted seems to be the document's. */
function isPhrase(facts: Facts, value: Value): boolean {
  const entity = entityOf(value);
  if (entity === null || facts.entity(entity).article !== null || facts.entity(entity).plural) return false;
  const name = nameOf(facts, value);
  return /^\p{Ll}/u.test(name) && !/^\p{L}+ing\b|ing$/u.test(name);
}

function isOrAre(facts: Facts, values: readonly Value[]): string {
  const entity = values.length === 1 ? entityOf(values[0]!) : null;
  return values.length > 1 ||
    (entity !== null && facts.entity(entity).plural && !namesIn(facts, values).startsWith("“"))
    ? "are"
    : "is";
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
