/** Which of its sentences a stem is: the frames of the pack, by the words between their slots. */
import type { Fact, List, Pack, Relation } from "./pack.ts";
import type { Question } from "./question.ts";

/** The purposes of all frames that a stem may be an instance of. */
export function purposesIn(frames: Readonly<Record<string, string>>, stem: string): string[] {
  return Object.keys(frames).filter((purpose) => purpose.startsWith("ask_") && fits(frames[purpose]!, stem));
}

/** The words of the frame in their order, with anything in its slots. */
function fits(frame: string, stem: string): boolean {
  const words = wordsOf.get(frame) ?? between(frame);
  wordsOf.set(frame, words);
  if (words.length === 0) return false;
  let at = 0;
  for (const [index, piece] of words.entries()) {
    const found = index === 0 ? stem.toLowerCase().indexOf(piece.toLowerCase()) : stem.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

const wordsOf = new Map<string, readonly string[]>();

/** The words between the slots of a frame. */
function between(frame: string): string[] {
  return frame
    .split(/\{[^}]+\}/)
    .map((piece) => piece.replaceAll(/^[\s,]+|[\s,]+$/g, ""))
    .filter((piece) => /\w/.test(piece));
}

/** The list that a stem asks of as a whole, in a sentence of its own; null when it asks of a relation. */
export function listAsked(pack: Pack, { stem, facts }: Question, purpose: string): List | null {
  const found = pack.lists.filter(
    (list) =>
      list.frames[purpose] !== undefined &&
      fits(list.frames[purpose], stem) &&
      facts.every((key) => list.facts.includes(key)),
  );
  return found.length === 1 ? found[0]! : null;
}

/** Whether a stem asks for what follows or precedes, for the most or the least, for one side or the other; null when it fits both or neither. */
export function sideAsked(relation: Relation, { stem }: Question, one: string, other: string): "one" | "other" | null {
  const purposes = purposesIn(relation.frames, stem);
  if (purposes.includes(one) === purposes.includes(other)) return null;
  return purposes.includes(one) ? "one" : "other";
}

/** The place that the members of a set stand in, by the frame that the stem fits; null when that is no frame of the relation or both. */
export function membersAsked(relation: Relation, question: Question, purpose: string): "subject" | "object" | null {
  const side = sideAsked(relation, question, `${purpose}_of_object`, `${purpose}_of_subject`);
  if (side === null) return null;
  return side === "one" ? "subject" : "object";
}

/** The relation of a fact. */
export function relationOf(pack: Pack, fact: Fact): Relation {
  return pack.relations.find(({ key }) => key === fact.relation)!;
}
