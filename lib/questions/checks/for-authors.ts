/** What the checks find in a pack's questions, as an author mends it: once for each frame or gloss, not for each question. */
import type { Facts } from "../../facts/facts.ts";
import type { Kind, Question } from "../question.ts";
import { findingsOfPack } from "./checks.ts";
import { mendOfGloss, mends } from "./mends.ts";

/** A fault with where it is mended, and the kinds and facts in whose questions it shows. */
export type AuthorsFault = {
  readonly check: number;
  readonly message: string;
  /** The first sentence that it shows in. */
  readonly example: string;
  /** "frame kept.ask_from" or "gloss of keepers". */
  readonly place: string;
  /** The list that words it; null where the relation does. */
  readonly list: string | null;
  readonly kinds: readonly Kind[];
  readonly facts: readonly string[];
};

/** All faults, in the order in which they are met; empty for a good pack. */
export function faultsForAuthors(facts: Facts, seed: string): AuthorsFault[] {
  const found = new Map<string, AuthorsFault & { readonly kinds: Kind[]; readonly facts: string[] }>();
  for (const { check, message, frame, list, fact, question } of findingsOfPack(facts, seed)) {
    const place = frame.startsWith("gloss of ") ? frame : `frame ${frame}`;
    // The same words of several options are one fault of the frame.
    const key = `${check} ${message.replace(ofOption, "$1")} ${place}`;
    const known = found.get(key) ?? {
      check,
      message,
      example: exampleOf(message, question),
      place,
      list,
      kinds: [],
      facts: [],
    };
    if (!known.kinds.includes(question.kind)) known.kinds.push(question.kind);
    if (!known.facts.includes(fact)) known.facts.push(fact);
    found.set(key, known);
  }
  return [...found.values()];
}

/** A fault as an author is told of it: what is amiss, a sentence that shows it, where it is worded, and what to mend. */
export function toldToAuthor({ check, message, example, place, kinds, facts }: AuthorsFault): string {
  const others = facts.length > 1 ? ` and ${facts.length - 1} more` : "";
  const shown = message.includes(example) ? "" : `. In “${example}”`;
  const mend = place.startsWith("gloss of ") ? mendOfGloss : mends[check];
  return `${message}${shown} (${kinds.join(", ")}, fact ${facts[0]}${others}, ${place}). Mend: ${mend}`;
}

const ofOption = /^(?:with|why not) “[^”]*”: (.*?)(?: in “.*”)?$/;

/** The sentence that a message is about: why, why not, or the stem. */
function exampleOf(message: string, { stem, why, options }: Question): string {
  if (message.startsWith("why: ")) return why;
  const option = /^why not “(.*?)”: /.exec(message)?.[1];
  return (option === undefined ? null : options.find(({ text }) => text === option)?.whyNot) ?? stem;
}
