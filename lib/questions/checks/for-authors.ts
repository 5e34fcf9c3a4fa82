/** What the checks find in a pack's questions, as an author mends it: once for each frame or gloss, not for each question. */
import type { Facts } from "../../facts/facts.ts";
import type { Kind } from "../question.ts";
import { findingsOfPack } from "./checks.ts";

/** A fault with where it is mended, and the kinds and facts in whose questions it shows. */
export type AuthorsFault = {
  readonly check: number;
  readonly message: string;
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
    const key = `${check} ${message} ${place}`;
    const known = found.get(key) ?? { check, message, place, list, kinds: [], facts: [] };
    if (!known.kinds.includes(question.kind)) known.kinds.push(question.kind);
    if (!known.facts.includes(fact)) known.facts.push(fact);
    found.set(key, known);
  }
  return [...found.values()];
}
