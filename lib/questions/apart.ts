/** What sets the key apart though none of its words does: letters of what is asked about, a family or a day of the year that all others share (checks 9 and 16). */
import type { Value } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import { endsOf } from "./ends.ts";
import { folded, sharedRun } from "./fold.ts";
import type { Query } from "./query.ts";
import { valueWords } from "./wording.ts";

/** The first thing that sets the key apart from all wrong options, in words for a refusal; null when nothing does. */
export function apartBy(facts: Facts, query: Query, wrong: readonly Value[]): string | null {
  if (query.key.length !== 1 || wrong.length === 0) return null;
  return (
    byLetters(facts, query, wrong) ??
    byFamily(facts, query, wrong) ??
    byWhole(facts, query, wrong) ??
    byDay(facts, query, wrong)
  );
}

/** "Which has a greater mass than sulfur: helium, oxygen, nitrogen or copper?": the one metal among gases, whatever it weighs. Only where quantities are compared. */
function byWhole(facts: Facts, { key, distance }: Query, wrong: readonly Value[]): string | null {
  const own = entityOf(key[0]!.value);
  const wholes = own === null ? [] : facts.entity(own).partOf;
  if (!distance || wholes.length === 0) return null;
  const isBeside = wrong.some((one) => {
    const entity = entityOf(one);
    return entity !== null && facts.entity(entity).partOf.some((whole) => wholes.includes(whole));
  });
  return isBeside ? null : `no other option is part of ${wholes.join(" or ")}`;
}

/** So many beginnings or ends on one day of the year, and it is the day for it. */
const fewestOnADay = 3;

/** "When did Tyler become president?": of four days three are 4 March, when all presidents did, and the fourth is that of a death. */
function byDay(facts: Facts, { key, slot }: Query, wrong: readonly Value[]): string | null {
  const [{ value, fact }] = key as [Query["key"][number]];
  if ((slot !== "from" && slot !== "to") || value.kind !== "date" || value.date.precision !== "day") return null;
  const ends = endsOf(facts, fact.relation, slot);
  const isRegular = (one: Value) => one.kind === "date" && ends.onDayOfYear(one.date.edtf) >= fewestOnADay;
  return !isRegular(value) && wrong.every(isRegular) ? "all others are the usual day, and the key is not" : null;
}

/**
 * "What does the word behind neon mean?": of hidden, heavy and new, the one that begins like it. "After which city is holmium named?":
 * Stockholm, which has its letters. Names of people are alike by chance.
 */
function byLetters(facts: Facts, { key, slot, stem }: Query, wrong: readonly Value[]): string | null {
  const [{ value, fact }] = key as [Query["key"][number]];
  const entity = entityOf(value);
  const anchor = slot === "subject" ? entityOf(fact.object) : fact.subject;
  if (entity === null || anchor === null || anchor === entity || facts.entity(entity).given !== null) return null;
  const asked = valueWords(facts, { kind: "entity", entity: anchor }, stem);
  const options = [value, ...wrong].map((one) => valueWords(facts, one, stem));
  const told = initialsOf(asked);
  const [mine, ...others] = options.map(initialsOf);
  if (told !== null && mine === told && !others.includes(told))
    return `“${told}” begins the key and what is asked about, and no other option`;
  const [inKey, ...inOthers] = options.map((option) => lettersInBoth(asked, option));
  return inKey && inOthers.every((letters) => letters === null)
    ? `“${inKey}” is in the key and in what is asked about, and in no other option`
    : null;
}

/** The letters that two single words share ("holm" of holmium and Stockholm); of more words the endings are alike by chance. */
export function lettersInBoth(one: string, other: string): string | null {
  const [a, b] = [folded(one), folded(other)];
  return /^\p{L}+$/u.test(a) && /^\p{L}+$/u.test(b) ? sharedRun(a, b) : null;
}

/** Signs are written with the letters of what they stand for; of words two are enough to be seen. */
const leastLetters = 3;

function initialsOf(text: string): string | null {
  const word = /\p{L}+/u.exec(text.replace(/^(?:the|an?) /i, ""))?.[0] ?? "";
  return word.length < leastLetters ? null : word.slice(0, 2).toLowerCase();
}

/** "Which has a lower energy than fluorine: helium, neon or sulfur?": two of one family, and the third is it. Only where quantities are compared. */
function byFamily(facts: Facts, { key, distance }: Query, wrong: readonly Value[]): string | null {
  const own = entityOf(key[0]!.value);
  const others = wrong.map(entityOf);
  if (!distance || own === null) return null;
  for (const relation of facts.pack.relations) {
    if (relation.temporal || relation.objectsPerSubject !== "one") continue;
    const familyOf = (entity: string | null) => {
      const [fact] = entity === null ? [] : facts.factsOf({ subject: entity, relation: relation.key });
      return fact && !fact.negative && entityOf(fact.object) !== null ? objectKey(fact) : null;
    };
    const [shared, ...rest] = new Set(others.map(familyOf));
    if (shared && rest.length === 0 && familyOf(own) !== shared)
      return `all others have one ${relation.key}, and the key has another, or none`;
  }
  return null;
}
