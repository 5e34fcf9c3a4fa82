/** Single words that name an entity: its name or a label of one word, or its adjective ("Iraq", "Iraqi"). */
import type { Facts } from "../facts/facts.ts";
import { plainName, printedForms } from "../facts/names.ts";

/** The entity that a folded word names; null when it names none, or more than one. */
export function nameOfWord(facts: Facts, word: string): string | null {
  let names = indexes.get(facts);
  if (!names) {
    names = new Map();
    for (const entity of facts.pack.entities)
      for (const label of [...printedForms(entity), ...(entity.adjective === null ? [] : [entity.adjective])])
        if (/^\p{Lu}/u.test(label)) {
          const folded = plainName(label);
          const known = names.get(folded);
          names.set(folded, known === undefined || known === entity.key ? entity.key : null);
        }
    indexes.set(facts, names);
  }
  return names.get(word) ?? null;
}

const indexes = new WeakMap<Facts, Map<string, string | null>>();
