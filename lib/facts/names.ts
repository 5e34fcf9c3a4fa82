/** The printed words that can name an entity, and when two of them are the same to a reader. */
import type { Entity } from "./fact.ts";

/** Every label of an entity: full name, short form, aliases, and a person's surname with its heads. */
export function labelsOf(entity: Entity): string[] {
  const labels = [entity.name];
  if (entity.short !== null) labels.push(entity.short);
  labels.push(...entity.aliases);
  if (entity.surname !== null) labels.push(entity.surname);
  labels.push(...entity.surnameHeads);
  return labels;
}

/** The forms of a name that questions print: full and short. */
export function printedForms({ name, short }: Entity): string[] {
  return short === null ? [name] : [name, short];
}

/** A label as a reader compares it: without case, accents, punctuation and repeated blanks. Not for marking, which folds more. */
export function plainName(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
