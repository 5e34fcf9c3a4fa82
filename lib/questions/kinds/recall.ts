/** Kinds without options: a date, a number, a flashcard. Typed names are in typed.ts. */

import type { Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { plainName } from "../../facts/names.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { lettersInBoth } from "../apart.ts";
import { dateInWords } from "../date-words.ts";
import { containsWords } from "../fold.ts";
import { type KindRules, questionOf, refuseKind, stripFor, type Wish } from "../kind.ts";
import { leakOf } from "../leak.ts";
import { askedDecimals, inUnit, toDecimals } from "../measured.ts";
import { nameOfWord } from "../name-words.ts";
import { listed, raised } from "../noun-phrase.ts";
import { numberInWords, qualifierWords } from "../number-words.ts";
import type { KeyValue, Query } from "../query.ts";
import type { Question, Refusal } from "../question.ts";
import { stripOf } from "../strip.ts";
import { valueInSentence, valueWords } from "../wording.ts";
import { namesOf } from "./choice.ts";

export const date: KindRules = {
  kind: "date",

  put(facts, query, wish) {
    const { value } = query.key[0]!;
    if (query.key.length === 2) return putSpan(facts, query, wish);
    if (value.kind !== "date" || query.key.length !== 1) return refuseKind(query, wrongSort);
    if (value.date.precision === "between")
      return refuseKind(query, { reason: "precision", detail: "only a stretch is known" });
    return (
      leaks(facts, query) ??
      questionOf(facts, query, wish, {
        key: [valueKey(value)],
        answer: dateInWords(value.date),
        accepts: [dateInWords(value.date)],
        precision: value.date.precision,
        strip: keyStrip(query),
      })
    );
  },
};

/** Both ends of a span, each a part that is remembered by itself. */
function putSpan(facts: Facts, query: Query, wish: Wish): Question | Refusal {
  const [{ value: from, fact }, { value: to }] = query.key as readonly [KeyValue, KeyValue];
  if (from.kind !== "date" || to.kind !== "date") return refuseKind(query, wrongSort);
  const ends = [valueKey(from), valueKey(to)] as const;
  const answer = `${dateInWords(from.date)} to ${dateInWords(to.date)}`;
  const own = query.spanOf(from, fact);
  return (
    leaks(facts, query) ??
    questionOf(facts, query, wish, {
      key: ends,
      answer,
      accepts: [answer],
      span: { from: from.date.precision, to: to.date.precision },
      parts: [
        { fact: fact.key, direction: "from", value: ends[0] },
        { fact: fact.key, direction: "to", value: ends[1] },
      ],
      strip: stripOf([own && { ...own, value: ends[0] }], null),
    })
  );
}

export const number: KindRules = {
  kind: "number",

  put(facts, query, wish) {
    const { value } = query.key[0]!;
    if (value.kind !== "number" || query.key.length !== 1) return refuseKind(query, wrongSort);
    const stem = withQualifier(query.stem, value);
    if (stem === null)
      return refuseKind(query, {
        reason: "qualifier",
        detail: "the source gives no exact number, and the stem cannot say so",
      });
    const decimals = askedDecimals(facts, query.key[0]!.fact, value);
    return questionOf(facts, query, wish, {
      stem: toDecimals(inUnit(stem, value), decimals),
      key: [valueKey(value)],
      answer: raised(numberInWords(value)),
      accepts: [numberInWords({ ...value, unit: null })],
      qualifier: value.qualifier,
      ...(decimals === null ? {} : { decimals }),
    });
  },
};

/** "More than how many people did the courses train?": asked without its qualifier, a number would have no fair answer. Null where the stem cannot say it. */
function withQualifier(stem: string, { qualifier, unit }: Value & { kind: "number" }): string | null {
  const words = qualifierWords(qualifier, unit);
  if (qualifier === "exact" || containsWords(stem, words)) return stem;
  const at = /\bhow (?:many|much)\b/i.exec(stem);
  if (!at) return null;
  const rest = `${words} how${at[0].slice(3)}${stem.slice(at.index + at[0].length)}`;
  return `${stem.slice(0, at.index)}${at.index === 0 ? raised(rest) : rest}`;
}

export const flashcard: KindRules = {
  kind: "flashcard",

  put(facts, query, wish) {
    const [{ value: first, fact }] = query.key as readonly [KeyValue];
    const decimals = query.key.length > 1 ? null : askedDecimals(facts, fact, first);
    const answer =
      query.key.length > 1
        ? raised(listed(query.key.map(({ value }) => valueInSentence(facts, value))))
        : first.kind === "number"
          ? raised(numberInWords(first, decimals))
          : valueWords(facts, first);
    return (
      leaks(facts, query) ??
      questionOf(facts, query, wish, {
        stem: toDecimals(query.stem, decimals),
        key: query.key.map(({ value }) => valueKey(value)).sort(),
        answer,
        strip: keyStrip(query),
      })
    );
  },
};

/** The strip with the key alone. */
export function keyStrip(query: Query) {
  const shown = new Map(query.key.map(({ value, fact }) => [valueKey(value), { value, fact }]));
  return stripFor(
    query,
    [...shown.keys()].map((value) => ({ value })),
    shown,
  );
}

/**
 * What is in both the answer and what is asked about, in words for a refusal: the name of another entity ("the Government of Lyth", "the aid for Lyth"), or
 * letters ("After which city is holmium named?": Stockholm, of which one need not have heard; names of people are alike by chance).
 */
function sharedBy(facts: Facts, { key, slot, stem }: Query, value: Value): string | null {
  const entity = entityOf(value);
  const { fact } = key[0]!;
  const anchor = slot === "subject" ? entityOf(fact.object) : fact.subject;
  if (entity === null || anchor === null) return null;
  const [own, other] = [facts.entity(entity), facts.entity(anchor)];
  const within = `${other.name} ${other.clause?.past ?? ""}`;
  const words = plainName(own.name).split(" ");
  const shared = words.find((word) => {
    const named = nameOfWord(facts, word);
    return (
      named !== null &&
      named !== entity &&
      plainName(within)
        .split(" ")
        .some((one) => nameOfWord(facts, one) === named)
    );
  });
  const isName = own.given !== null;
  const found =
    shared ??
    (isName
      ? null
      : lettersInBoth(valueWords(facts, { kind: "entity", entity: anchor }, stem), valueWords(facts, value, stem)));
  return found && `“${found}” is in the answer and in what is asked about`;
}

/** Refuses a stem that contains the key: there is nothing left to recall. */
export function leaks(facts: Facts, query: Query): Refusal | null {
  for (const { value } of query.key) {
    const leak =
      leakOf(query.stem, namesOf(facts, value, query.stem), []) ??
      (query.isOfSet ? null : sharedBy(facts, query, value));
    if (leak !== null) return refuseKind(query, { reason: "leak", detail: leak });
  }
  return null;
}

const wrongSort = { reason: "no_key", detail: "the answer is of another sort" } as const;
