/** What the form of an option tells: an ending, an article, a plural, a figure, an initial that the key alone has, or alone lacks (checks 11 and 16). */
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import type { Query } from "./query.ts";
import { valueWords } from "./wording.ts";

/**
 * The first form that sets all right options apart from all wrong ones, in words for a refusal: “the ending “-ium””; null when none does. Of a fact's
 * own question only what could be helped counts: where all that end so are right (the halogens in “-ine”), nothing wrong can share it.
 */
export function formCue(
  facts: Facts,
  { ask, key, judge }: Pick<Query, "ask" | "key" | "judge">,
  wrong: readonly Value[],
): string | null {
  const right = key.map(({ value }) => value);
  const like = right[0]!;
  for (const { form, isOwn } of cuesOf(facts, right, wrong)) {
    const canHelp =
      ask.card === null ||
      !form.startsWith(endingWord) ||
      sharing(facts, like, form, isOwn).some((value) => judge(value).verdict === "false");
    if (canHelp) return form;
  }
  return null;
}

/** Every form that all right options have and no wrong one, or that all wrong ones have and no right one. */
function cuesOf(facts: Facts, right: readonly Value[], wrong: readonly Value[]) {
  if (right.length === 0 || wrong.length < 2) return [];
  const [keys, others] = [right, wrong].map((values) => values.map((value) => formsOf(facts, value)));
  const has = (forms: ReadonlySet<string>[], form: string) => forms.filter((one) => one.has(form)).length;
  const named = new Set([...keys!, ...others!].flatMap((forms) => [...forms]));
  return [...named].flatMap((form) => {
    const [own, other] = [has(keys!, form), has(others!, form)];
    const isOwn = own === right.length && other === 0;
    return isOwn || (own === 0 && other === wrong.length) ? [{ form, isOwn }] : [];
  });
}

/** Things of one form, or without it, that the truth test is put to, at the most. */
const mostTried = 40;

/** What has an ending, or lacks it, and so could stand beside the key. */
function sharing(facts: Facts, like: Value, form: string, isOwn: boolean): readonly Value[] {
  const entity = entityOf(like);
  if (entity === null) return [];
  const { type } = facts.entity(entity);
  let known = bearers.get(facts);
  if (!known) {
    known = new Map();
    bearers.set(facts, known);
  }
  const name = `${type} ${form} ${isOwn}`;
  let found = known.get(name);
  if (!found) {
    found = facts
      .entitiesOfType(type)
      .map(({ key }): Value => ({ kind: "entity", entity: key }))
      .filter((value) => formsOf(facts, value).has(form) === isOwn)
      .slice(0, mostTried);
    known.set(name, found);
  }
  return found;
}

const bearers = new WeakMap<Facts, Map<string, readonly Value[]>>();
const endingWord = "the ending";

const written: readonly (readonly [string, RegExp])[] = [
  ["a figure", /\d/],
  ["brackets", /[()[\]]/],
  ["quotation marks", /[“”"]/],
  ["an initial", /(?<!\p{L})\p{Lu}\./u],
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
    if (isWord(name) && name.endsWith(ending)) forms.add(`${endingWord} “-${ending}”`);
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
