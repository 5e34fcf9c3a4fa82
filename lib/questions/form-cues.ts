/** What the form of an option tells: an ending, an article, a plural, a figure that the key alone has, or alone lacks (checks 11 and 16). */
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import { valueWords } from "./wording.ts";

/** The first form that sets all right options apart from all wrong ones, in words for a refusal: “the ending “-ium””; null when none does. */
export function formCue(facts: Facts, right: readonly Value[], wrong: readonly Value[]): string | null {
  if (right.length === 0 || wrong.length < 2) return null;
  const [keys, others] = [right, wrong].map((values) => values.map((value) => formsOf(facts, value)));
  const named = new Set([...keys!, ...others!].flatMap((forms) => [...forms]));
  for (const form of named) {
    const isOwn = keys!.every((forms) => forms.has(form)) && !others!.some((forms) => forms.has(form));
    const isLacked = others!.every((forms) => forms.has(form)) && !keys!.some((forms) => forms.has(form));
    if (isOwn || isLacked) return form;
  }
  return null;
}

/** Is there something else of the sort with that form that is surely wrong? Where all that have it are right (the halogens in “-ine”), it cannot be helped. */
export function canBeClosed(facts: Facts, form: string, like: Value, isWrong: (value: Value) => boolean): boolean {
  const entity = entityOf(like);
  if (entity === null || !form.startsWith("the ending")) return true;
  return bearersOf(facts, facts.entity(entity).type, form)
    .slice(0, mostBearers)
    .some((key) => isWrong({ kind: "entity", entity: key }));
}

/** Things of one form that the truth test is put to, at the most. */
const mostBearers = 40;

const bearers = new WeakMap<Facts, Map<string, readonly string[]>>();

function bearersOf(facts: Facts, type: string, form: string): readonly string[] {
  let known = bearers.get(facts);
  if (!known) {
    known = new Map();
    bearers.set(facts, known);
  }
  const name = `${type} ${form}`;
  let found = known.get(name);
  if (!found) {
    found = facts
      .entitiesOfType(type)
      .map(({ key }) => key)
      .filter((entity) => formsOf(facts, { kind: "entity", entity }).has(form));
    known.set(name, found);
  }
  return found;
}

/** Whether a value may be the last wrong option: with it, no form sets the key apart. */
export function closesCue(facts: Facts, right: readonly Value[], chosen: readonly Value[], last: Value): boolean {
  return formCue(facts, right, [...chosen, last]) === null;
}

const written: readonly (readonly [string, RegExp])[] = [
  ["a figure", /\d/],
  ["brackets", /[()[\]]/],
  ["quotation marks", /[“”"]/],
];

const article = /^(?:the|an?) /i;

/** What can be seen of an option without knowing what it means. Dates and numbers are written alike; limits are worded by the program. */
function formsOf(facts: Facts, value: Value): ReadonlySet<string> {
  const entity = entityOf(value);
  if (entity === null) return none;
  let known = knownForms.get(facts);
  if (!known) {
    known = new Map();
    knownForms.set(facts, known);
  }
  let forms = known.get(entity);
  if (!forms) {
    forms = formsOfEntity(facts, entity);
    known.set(entity, forms);
  }
  return forms;
}

const none: ReadonlySet<string> = new Set();
const knownForms = new WeakMap<Facts, Map<string, ReadonlySet<string>>>();

function formsOfEntity(facts: Facts, entity: string): ReadonlySet<string> {
  const { name, plural, type } = facts.entity(entity);
  const text = valueWords(facts, { kind: "entity", entity });
  const forms = new Set(written.filter(([, pattern]) => pattern.test(text)).map(([form]) => form));
  // The article of a name (“the Netherlands”) is part of it, and names are singular or plural as they are.
  if (!isCommon(name)) return forms;
  if (article.test(text)) forms.add("an article");
  if (plural) forms.add("the plural");
  if (/^\p{L}+ing\b/u.test(name.replace(article, ""))) forms.add("the form in “-ing”");
  for (const ending of endingsIn(facts, type))
    if (isWord(name) && name.endsWith(ending)) forms.add(`the ending “-${ending}”`);
  return forms;
}

/** A noun or a description, not a name: some longer word of it is in lower case. */
function isCommon(name: string): boolean {
  return /(?:^|[\s-])\p{Ll}{4}/u.test(name);
}

function isWord(name: string): boolean {
  return /^\p{Ll}{4,}$/u.test(name);
}

/** An ending that so many names of a type share says something of what they are. */
const productive = 5;

const endings = new WeakMap<Facts, Map<string, readonly string[]>>();

/** Endings of two or three letters that several names of the type share: “-ium”, “-ine”, “-on”. */
function endingsIn(facts: Facts, type: string): readonly string[] {
  let ofTypes = endings.get(facts);
  if (!ofTypes) {
    ofTypes = new Map();
    endings.set(facts, ofTypes);
  }
  let known = ofTypes.get(type);
  if (!known) {
    const counts = new Map<string, number>();
    for (const { name } of facts.entitiesOfType(type))
      if (isWord(name))
        for (const length of [2, 3]) counts.set(name.slice(-length), (counts.get(name.slice(-length)) ?? 0) + 1);
    known = [...counts].filter(([, count]) => count >= productive).map(([ending]) => ending);
    ofTypes.set(type, known);
  }
  return known;
}
