/** Words that are part of a name: the "First" of the First Lantern Fair says nothing of a set, and the "Least" of the Least Tern denies nothing. */
import type { Facts } from "../../facts/facts.ts";
import { raised } from "../noun-phrase.ts";

/**
 * A text without the names that hold a word of the pattern (which is global and has no groups): names, clauses, documents and nouns of the pack,
 * and such a word where it stands with a capital within its sentence. One all in capitals is emphasised, and stays.
 */
export function withoutNames(facts: Facts, text: string, telling: RegExp): string {
  const rest = namesIn(facts, telling).reduce((left, name) => left.replaceAll(name, " "), text);
  return rest.replace(telling, (word: string, at: number) =>
    /^\p{Lu}\p{Ll}/u.test(word) && !/(?:^|[.?!:])\s*$/.test(rest.slice(0, at)) ? " " : word,
  );
}

const known = new WeakMap<Facts, Map<string, readonly string[]>>();

/** What the pack itself calls by such a word, as it stands within a sentence and at its beginning; the longest first. */
function namesIn(facts: Facts, telling: RegExp): readonly string[] {
  const ofFacts = known.get(facts) ?? new Map<string, readonly string[]>();
  known.set(facts, ofFacts);
  let names = ofFacts.get(telling.source);
  if (!names) {
    const { entities, sources, types } = facts.pack;
    names = [
      ...entities.flatMap(({ name, short, clause }) => [name, short ?? "", clause?.past ?? "", clause?.question ?? ""]),
      ...sources.flatMap(({ inStem, within, title }) => [inStem, within ?? "", title]),
      ...types.flatMap(({ noun }) => noun),
    ]
      .filter((name) => name.search(telling) >= 0)
      .flatMap((name) => [name, raised(name)])
      .sort((a, b) => b.length - a.length);
    ofFacts.set(telling.source, names);
  }
  return names;
}
