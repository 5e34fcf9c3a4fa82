/** The realiser: a frame of the pack with its slots filled becomes one English sentence. Frames: docs/packs.md. */
import type { Entity } from "../facts/fact.ts";
import { aOrAn } from "./article.ts";
import { type NameForm, nounPhrase, raised } from "./noun-phrase.ts";
import { countInWords } from "./number-words.ts";

/** Words of a stem, at the most. */
export const longestStem = 35;

/** What stands in `{s}` or `{o}`: an entity, or words with and without their preposition. */
export type Filler =
  | { readonly kind: "entity"; readonly entity: Entity; readonly noun: string }
  | { readonly kind: "words"; readonly words: string; readonly bare: string };

/** The slots of a frame. A text slot that is absent or empty is dropped with its comma. */
export type Slots = {
  readonly s?: Filler;
  readonly o?: Filler;
  readonly n?: number;
  readonly text: Readonly<Record<string, string>>;
};

/** How a sentence will be read: a stem stands alone, so names come in full first; ranks only where they were listed. */
export type Reading = { readonly standsAlone: boolean; readonly ranks: boolean };

/** The slots that hold plain text, with what they are for (docs/packs.md). */
export const textSlots = [
  "scope",
  "source",
  "when",
  "from",
  "to",
  "as_of",
  "on",
  "wh_date",
  "wh_span",
  "wh",
  "noun",
  "nouns",
  "others",
  "span",
  "event",
  "former",
  "this",
  "other",
] as const;

const nameForms = ["full", "short", "bare", "titled", "noun", "adjective", "past", "question"];
const slotPattern = /\{([a-z_]+)(?:\.([a-z]+)|:([^{}|]*)\|([^{}|]*))?\}/g;

/** The sentence. Unknown slots stay as they are, braces and all, so that the linter finds them. */
export function realise(frame: string, slots: Slots, reading: Reading): string {
  const mentioned = new Set<string>();
  const filled = inPlace(frame, slots).replace(
    slotPattern,
    (slot, name: string, form: string | undefined, one?: string, many?: string) => {
      if (name === "s" || name === "o") {
        const filler = slots[name];
        if (!filler) return slot;
        if (one !== undefined && many !== undefined) return isPlural(filler) ? many : one;
        return worded(filler, form ?? "full", mentioned, reading) ?? slot;
      }
      if (name === "n" && slots.n !== undefined) {
        if (one !== undefined && many !== undefined) return slots.n === 1 ? one : many;
        return slots.n === 1 ? "" : countInWords(slots.n);
      }
      if (form !== undefined || one !== undefined) return slot;
      return (textSlots as readonly string[]).includes(name) ? (slots.text[name] ?? slot) : slot;
    },
  );
  return raised(tidied(filled));
}

/** Words that name a source or a statement stand apart ("…, according to the page"); a day belongs to its sentence ("… on 3 May 2020"). */
function inPlace(frame: string, { text }: Slots): string {
  const isDay = /^(?:on|in|throughout|from|until) /.test(text.scope ?? "");
  return isDay
    ? frame.replace(/, \{scope\}(?=\?|\.)/, " {scope}")
    : frame.replace(/(?<=[^\s,]) \{scope\}(?=\?|\.)/, ", {scope}");
}

/** Problems of a frame that show without filling it; empty when there are none. */
export function frameProblems(frame: string): string[] {
  const problems: string[] = [];
  const rest = frame.replace(slotPattern, (slot, name: string, form: string | undefined, one?: string) => {
    const isNoun = name === "s" || name === "o";
    if (!isNoun && name !== "n" && !(textSlots as readonly string[]).includes(name))
      problems.push(`unknown slot ${slot}`);
    else if (form !== undefined && !(isNoun && nameForms.includes(form))) problems.push(`unknown form in ${slot}`);
    else if (one !== undefined && !isNoun && name !== "n") problems.push(`${slot} has no number to agree with`);
    return "";
  });
  if (/[{}]/.test(rest)) problems.push("a brace that is not part of a slot");
  return problems;
}

/** The slots that a frame uses, such as `s`, `scope`. */
export function slotsOf(frame: string): Set<string> {
  return new Set([...frame.matchAll(slotPattern)].map((match) => match[1]!));
}

function worded(filler: Filler, form: string, mentioned: Set<string>, reading: Reading): string | null {
  if (filler.kind === "words") {
    if (form === "bare") return filler.bare;
    return form === "full" || form === "short" ? filler.words : null;
  }
  const { entity } = filler;
  switch (form) {
    case "full":
    case "short":
    case "bare":
    case "titled": {
      const first = !mentioned.has(entity.key);
      mentioned.add(entity.key);
      return nounPhrase(entity, nameForm(form, first, reading));
    }
    case "noun":
      return filler.noun;
    case "adjective":
      return entity.adjective;
    case "past":
    case "question":
      return entity.clause?.[form] ?? null;
    default:
      return null;
  }
}

function nameForm(form: NameForm, first: boolean, reading: Reading): NameForm {
  if (form === "titled" && !reading.ranks) return "full";
  return form === "short" && first && reading.standsAlone ? "full" : form;
}

function isPlural(filler: Filler): boolean {
  return filler.kind === "entity" && filler.entity.plural;
}

/** Blanks and commas left by empty slots go; "a" before a filled slot becomes "an" where it is said so. */
function tidied(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .replace(/ ([,.?!;:])/g, "$1")
      .replace(/,(?:,)+/g, ",")
      .replace(/,([.?!])/g, "$1")
      // A name that ends in a point ends the sentence with it: "Hask & Co.".
      .replace(/\.\.(?!\.)/g, ".")
      .replace(/^[ ,]+/, "")
      .replace(/ +$/, "")
      .replace(/\bthe (the)\b/gi, "$1")
      .replace(
        /(^A|(?<=\s)a)n? (?=([\p{L}\p{N}]\S*))/gu,
        (_, letter: string, word: string) => `${letter}${aOrAn(word).slice(1)} `,
      )
  );
}
