/** How an entity is named in a sentence and as an option. */
import type { Entity } from "../facts/fact.ts";
import { aOrAn } from "./article.ts";

/** `full` in stems, `short` at a second mention, `bare` without article, `titled` with the rank listed for it. */
export type NameForm = "full" | "short" | "bare" | "titled";

/** The entity as a noun phrase: "the Netherlands", "NMI", "Lieutenant General Per Olsen". */
export function nounPhrase(entity: Entity, form: NameForm): string {
  switch (form) {
    case "bare":
      return entity.name;
    case "short":
      return withArticle(entity, entity.short ?? entity.name);
    case "titled":
      return entity.attributes.rank
        ? `${titleCase(entity.attributes.rank)} ${entity.name}`
        : nounPhrase(entity, "full");
    case "full":
      return withArticle(entity, entity.name);
  }
}

/** The entity as an option, first letter raised unless it is a person's name. */
export function optionName(entity: Entity): string {
  const phrase = optionPhrase(entity);
  return entity.surname === null ? raised(phrase) : phrase;
}

/** The full name as it heads a page or a row: without article, first letter raised unless it is a person's name. */
/** All who hold something: "commanders of NMI"; of an office whose name says it, "harbour masters of Brine". */
export function holdersOf([one, many]: readonly [string, string], held: string): string {
  const office = held.replace(/^the /i, "");
  return office.toLowerCase().startsWith(`${one.toLowerCase()} of `)
    ? `${many}${office.slice(one.length)}`
    : `${many} of ${held}`;
}

export function headingName({ name, surname }: Entity): string {
  return surname === null ? raised(name) : name;
}

/** The words of an option: the full name with its article; no rank and no abbreviation in brackets, which would be cues where only one has them. */
export function optionPhrase(entity: Entity): string {
  return withArticle(entity, entity.name.replace(/ \([^()]*\)/g, ""));
}

/** The text with its first letter in upper case. */
export function raised(text: string): string {
  const at = text.search(/\p{L}|\p{N}/u);
  if (at < 0) return text;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return text.slice(0, at) + letter.toUpperCase() + text.slice(at + letter.length);
}

/** "A, B and C"; where a phrase has an "and" or a comma of its own, a comma or semicolons keep the phrases apart. */
export function listed(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join("");
  const hasComma = phrases.some((phrase) => phrase.includes(","));
  const hasAnd = phrases.some((phrase) => phrase.includes(" and "));
  const before = phrases.slice(0, -1).join(hasComma ? "; " : ", ");
  return `${before}${hasComma ? ";" : hasAnd ? "," : ""} and ${phrases.at(-1)}`;
}

function withArticle(entity: Entity, name: string): string {
  if (entity.article === "the") return /^the /i.test(name) ? name : `the ${name}`;
  return entity.article === "a" ? `${aOrAn(name)} ${name}` : name;
}

function titleCase(words: string): string {
  return words.split(" ").map(raised).join(" ");
}
