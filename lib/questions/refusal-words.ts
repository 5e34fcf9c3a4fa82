/** Refusals as somebody reads them who has never seen the pack's files: things, facts and lists by their words, days written out. */
import { parseDate } from "../facts/dates.ts";
import type { Facts } from "../facts/facts.ts";
import { dateInWords } from "./date-words.ts";
import { kinds } from "./forms.ts";
import type { Kind, Refusal } from "./question.ts";
import { factSentence, nameOf } from "./wording.ts";

/** The kind of question that is refused (null: the fact itself, whatever the kind), and the reason without keys and codes. */
export function refusalInWords(facts: Facts, { detail, facts: [own] }: Refusal): { kind: Kind | null; detail: string } {
  const found = /^([a-z-]+)(?:: | with )(.*)$/s.exec(detail);
  const kind = kinds.find((each) => each.kind === found?.[1])?.kind ?? null;
  const said = kind === null ? detail : found![2]!;
  const words = said.replace(/ \(as_named\)/g, "").replace(/[\p{L}\p{N}][\p{L}\p{N}:.-]*[\p{L}\p{N}]/gu, (word) => {
    if (word === own) return "this fact";
    if (/^d:|^\d{4}-\d\d(?:-\d\d)?$/.test(word)) {
      const date = parseDate(word.replace(/^d:/, ""));
      return date ? dateInWords(date) : word;
    }
    const value = /^e:(.+)$/.exec(word);
    if (value) return nameOf(facts, { kind: "entity", entity: value[1]! });
    return /-/.test(word) ? (nameOfRecord(facts, word) ?? word) : word;
  });
  return { kind, detail: words };
}

/** What a fact says, or what a list is of; null for a word that is neither's key. */
function nameOfRecord(facts: Facts, key: string): string | null {
  const fact = facts.pack.facts.find((each) => each.key === key);
  if (fact) return `“${(factSentence(facts, fact) ?? key).replace(/\.$/, "")}”`;
  return facts.pack.lists.find((each) => each.key === key)?.gloss ?? null;
}
