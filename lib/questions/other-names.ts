/** Names that a stem makes right without any pack saying so: with the owner it speaks of, without the noun it asks by, a surname that it leaves to one. */
import type { Entity } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { labelsOf, plainName } from "../facts/names.ts";
import { askedBy } from "./asked-by.ts";
import { containsWords, singular } from "./fold.ts";
import { nameOfWord } from "./name-words.ts";
import { namesOfEntity } from "./near-names.ts";
import type { Query } from "./query.ts";

/**
 * Other names of the key that a fair teacher takes in answer to this stem: "Iraqi armed forces" where it asks for an Iraqi body, "gender" where it asks
 * "which perspectives", "George Bush" where only one of that name held the office. None that
 * another person bears, that the stem could mean of another thing, or that stands in it.
 */
export function otherNames(facts: Facts, query: Query, entity: Entity): string[] {
  const names = namesOfEntity(entity);
  const short = [...withoutNoun(query.stem, names), ...ofOffice(facts, entity, names)];
  const found =
    entity.surname === null
      ? [...short, ...withOwner(facts, query, entity, [...names, ...short])]
      : withoutMiddleName(facts, query, entity, names);
  const known = new Set(names.map(plainName));
  return [...new Set(found)].filter(
    (name) =>
      !known.has(plainName(name)) &&
      !containsWords(query.stem, name) &&
      !bearersOf(facts, entity, name).some((other) => entity.surname !== null || couldMean(facts, query, other)),
  );
}

/** Others of its type that bear a name of the entity, in the order of the pack; at most a dozen. */
export function bearersOf(facts: Facts, { key, type }: Entity, name: string): string[] {
  const others = facts.named(name).filter((other) => other !== key && facts.entity(other).type === type);
  return others.slice(0, mostBearers);
}

const mostBearers = 12;

/**
 * Could the stem mean another entity, at any time at all: does it stand in the same relation to the same other end? A bare surname then tells nothing. A
 * stem about who came next or before names a neighbour, and so means one only.
 */
export function couldMean(facts: Facts, { ask, key, slot }: Query, other: string): boolean {
  const { fact } = key[0]!;
  if (ask.form === "Q4") return false;
  const { relation, subject } = fact;
  const between =
    slot === "object"
      ? facts.factsBetween({ subject, relation, object: other })
      : facts.factsBetween({ subject: other, relation, object: objectKey(fact) });
  return between.length > 0;
}

/** "NATO Core Team", "Iraqi forces": with what the type or the question names as their owner, or with the place that they are part of. */
function withOwner(facts: Facts, { stem }: Query, entity: Entity, names: readonly string[]): string[] {
  const words = plainName(`${facts.type(entity.type).noun[0]} ${askedBy(stem) || namedAfterWhich(stem)}`).split(" ");
  const named = [...words.map((word) => nameOfWord(facts, word)), ...entity.partOf];
  const owners = new Set(named.filter((key) => key !== null && key !== entity.key));
  const forms = [...owners].flatMap((key) => {
    const { adjective } = facts.entity(key!);
    return [...labelsOf(facts.entity(key!)), ...(adjective === null ? [] : [adjective])]
      .map(withoutArticle)
      .filter((form) => /^\p{Lu}\S+$/u.test(form));
  });
  return forms.flatMap((form) =>
    names.filter((name) => !containsWords(name, form)).map((name) => `${form} ${withoutArticle(name)}`),
  );
}

/** "Gender" for "gender perspectives", where the stem asks "which perspectives" or names another sort of them ("Besides military advisers …"). */
function withoutNoun(stem: string, names: readonly string[]): string[] {
  const beside = /^besides (.*?),? (?:(?:\w+ )?which|who|what)\b/i.exec(stem)?.[1] ?? "";
  const asked = [
    /^where\b/i.test(stem) ? places : askedBy(stem),
    ...beside.split(/[,;]| and /).map((part) => part.trim().split(" ").slice(1).pop() ?? ""),
  ];
  const nouns = new Set(asked.flatMap((words) => plainName(words).split(" ").map(singular)));
  return names.flatMap((name) => {
    const rest = /^(.{4,})[ -](\p{L}{4,})$/u.exec(name);
    return rest && nouns.has(singular(rest[2]!.toLowerCase())) && !/(?:^| )(?:of|and|the|for)$/i.test(rest[1]!)
      ? [rest[1]!]
      : [];
  });
}

/** "National Security Advisor" for the Office of the National Security Advisor, where the pack declares that the two may name one thing. */
function ofOffice(facts: Facts, { overlaps }: Entity, names: readonly string[]): string[] {
  const posts = new Set(overlaps.flatMap((other) => labelsOf(facts.entity(other)).map(plainName)));
  return names.flatMap((name) => {
    const post = /^office of (?:the )?(.+)$/i.exec(name)?.[1];
    return post !== undefined && posts.has(plainName(post)) ? [post] : [];
  });
}

/** What "where" asks for. */
const places = "area region city town district province";

/** "George Bush" for George H. W. Bush, where no other George Bush can be meant. */
function withoutMiddleName(facts: Facts, query: Query, entity: Entity, names: readonly string[]): string[] {
  const others = new Set(names.flatMap((name) => bearersOf(facts, entity, name)));
  const meant = [...others].filter((other) => couldMean(facts, query, other));
  const taken = new Set(meant.flatMap((other) => namesOfEntity(facts.entity(other)).map(withoutInitials)));
  return names.map(withoutInitials).filter((name) => name.includes(" ") && !taken.has(name));
}

function withoutInitials(name: string): string {
  return name.replace(/ (?:\p{Lu}\. ?)+(?=\p{Lu})/gu, " ");
}

/** The names straight after "which": of "Which NATO body coordinated …", where no helping verb ends what is asked by. */
function namedAfterWhich(stem: string): string {
  return /\b(?:which|what) ((?:\p{Lu}\S* )+)/u.exec(stem)?.[1] ?? "";
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?) /i, "");
}
