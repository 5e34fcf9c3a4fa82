/** One right option among three or four. */
import { shuffled } from "../../base/random.ts";
import type { Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { apartBy } from "../apart.ts";
import { converges, partsOf } from "../convergence.ts";
import { closenessOf, type Distractor, distractorsFor } from "../distractors.ts";
import { formCue } from "../form-cues.ts";
import { isName, longestName } from "../guards.ts";
import type { Fault } from "../judge.ts";
import {
  drawSeed,
  type KindRules,
  type Particulars,
  questionOf,
  refuseKind,
  type StripFact,
  stripFor,
  type Wish,
} from "../kind.ts";
import { leakOf, sharedByKeys } from "../leak.ts";
import { tooFew } from "../left-out.ts";
import { placeOfLimit } from "../limit-words.ts";
import { ordinalIn } from "../number-words.ts";
import { measure } from "../place-of-key.ts";
import type { KeyValue, Query } from "../query.ts";
import type { Option } from "../question.ts";
import type { SaidOf } from "../receipt.ts";
import { whyNot } from "../why-not.ts";
import { valueWords } from "../wording.ts";

/** Mixed up so often, the two make a pair to be told apart. */
const confusedFrom = 2;

/** Fewer than two safe distractors make no choice; the set is never padded. */
export const fewestDistractors = 2;

export const choice: KindRules = {
  kind: "choice",

  put(facts, query, wish) {
    if (query.key.length !== 1)
      return refuseKind(query, { reason: "two_keys", detail: `${query.key.length} right values` });
    // Two options only as a contrast with what the learner has mixed up with the key (question-engine 2.4 and 6.5).
    const isMixedUp = ({ value }: Pick<Option, "value">) => (wish.confusions[value] ?? 0) >= confusedFrom;
    const mayContrast = Object.keys(wish.confusions).some((value) => isMixedUp({ value }));
    const set = optionsFor(facts, query, wish, wish.options - 1, mayContrast ? 1 : fewestDistractors);
    if ("reason" in set) return refuseKind(query, set);
    const { options, said, closeness, values } = set;
    const wrong = options.filter(({ right }) => !right);
    if (wrong.length < fewestDistractors && !wrong.some(isMixedUp))
      return refuseKind(query, {
        reason: "no_distractor",
        detail: `${tooFew(wrong.length, fewestDistractors, [])}, and none was mixed up with the key`,
      });
    const particulars: Particulars = {
      key: query.key.map(({ value }) => valueKey(value)),
      answer: valueWords(facts, query.key[0]!.value, query.stem),
      options,
      ...(wrong.length < fewestDistractors ? { contrast: true as const } : {}),
      closeness,
      strip: stripFor(query, options, values),
    };
    return questionOf(facts, query, wish, particulars, { options: said });
  },
};

export type OptionSet = {
  readonly options: readonly Option[];
  /** What is said of the wrong ones. */
  readonly said: readonly SaidOf[];
  readonly closeness: ReturnType<typeof closenessOf>;
  readonly values: ReadonlyMap<string, StripFact>;
};

/** The keys with at most `most` proved distractors, in order (dates, numbers) or shuffled by the seed; or why there are too few. */
export function optionsFor(
  facts: Facts,
  query: Query,
  wish: Wish,
  most: number,
  fewest = fewestDistractors,
): OptionSet | Fault {
  const seed = drawSeed(query, wish);
  const { chosen, dropped } = unconverged(facts, query, wish, most, seed);
  if (chosen.length < fewest) return { reason: "no_distractor", detail: tooFew(chosen.length, fewest, dropped) };
  const right = query.key.map((key) => ({ ...key, right: true as const }));
  const wrong = chosen.map((candidate) => ({
    value: candidate.value,
    fact: candidate.fact,
    right: false as const,
    candidate,
  }));
  for (const { value } of right) {
    // The stem names the documents of which the answers speak, each of them.
    if (value.kind === "limit") continue;
    const leak = leakOf(
      query.stem,
      namesOf(facts, value, query.stem),
      wrong.map((option) => valueWords(facts, option.value, query.stem)),
    );
    if (leak !== null) return { reason: "leak", detail: leak };
  }
  const texts = wrong.map((option) => valueWords(facts, option.value, query.stem));
  const cue = sharedByKeys(
    right.map(({ value }) => valueWords(facts, value, query.stem)),
    texts,
  );
  if (cue !== null) return { reason: "leak", detail: `“${cue}” is in every right option and in no other` };
  const apart = apartBy(facts, query, valuesOf(wrong));
  if (apart !== null) return { reason: "leak", detail: apart };
  const form = formCue(facts, query, valuesOf(wrong));
  if (form !== null)
    return { reason: "leak", detail: `${form} sets the key apart, and nothing else that has it is surely wrong` };
  const [only] = right;
  // Answers about documents are the same few whichever is right: their length tells nothing.
  const isFixed = only!.value.kind === "limit";
  if (
    right.length === 1 &&
    !isFixed &&
    standsOut(valueWords(facts, only!.value, query.stem), texts, isName(facts, only!.value))
  )
    return { reason: "leak", detail: "the key stands out by its length, and nothing as long is surely wrong" };
  const all: (KeyValue | (typeof wrong)[number])[] = [...right, ...wrong];
  const said = new Map(wrong.map(({ candidate }) => [candidate.key, whyNot(facts, query, candidate)]));
  const options = inOrder(facts, [...right, ...wrong], seed).map(
    (option): Option => ({
      value: valueKey(option.value),
      text: valueWords(facts, option.value, query.stem),
      right: option.right,
      whyNot: option.right ? null : said.get(valueKey(option.value))!.text,
      synthetic: option.right ? false : option.candidate.synthetic,
    }),
  );
  const values = new Map(all.map(({ value, fact }) => [valueKey(value), { value, fact }]));
  // In the order in which the options stand.
  const saidOf = options.flatMap(({ value }) => (said.has(value) ? [{ value, said: said.get(value)! }] : []));
  return { options, said: saidOf, closeness: closenessOf(chosen), values };
}

const valuesOf = (options: readonly { readonly value: Value }[]) => options.map(({ value }) => value);

/** Distractors among which the key is not the one that has most in common with all (check 13), nor set apart from all: another draw, else one fewer, else as they are. */
function unconverged(facts: Facts, query: Query, { target, confusions, evenly }: Wish, most: number, seed: string) {
  const parts = (value: Value) => partsOf(value, valueWords(facts, value, query.stem));
  const own = query.key[0]!.value;
  const isGood = (chosen: readonly Distractor[]) =>
    query.key.length > 1 ||
    (!converges([own, ...valuesOf(chosen)].map(parts), 0) && apartBy(facts, query, valuesOf(chosen)) === null);
  const first = distractorsFor(facts, query, { most, target, confusions, evenly, seed });
  if (isGood(first.chosen)) return first;
  for (const again of ["again", "and again"]) {
    const draw = distractorsFor(facts, query, { most, target, confusions, evenly, seed: `${seed}\n${again}` });
    if (isGood(draw.chosen)) return draw;
  }
  const fewer = first.chosen
    .map((_, place) => first.chosen.filter((__, other) => other !== place))
    .find((chosen) => chosen.length >= fewestDistractors && isGood(chosen));
  return fewer ? { ...first, chosen: fewer } : first;
}

/** Check 10: is the key much longer than every distractor? Names and dates are as long as they are, up to a length that nobody overlooks. */
export function standsOut(key: string, distractors: readonly string[], isName: boolean): boolean {
  if (isName && key.length <= longestName) return false;
  return key.length > 1.3 * Math.max(...distractors.map((text) => text.length));
}

/** What a stem must not contain of a key. */
export function namesOf(facts: Facts, value: Value, stem: string) {
  const text = valueWords(facts, value, stem);
  const entity = entityOf(value);
  if (entity === null) return { text, names: [], adjective: null };
  const { adjective, aliases, surname } = facts.entity(entity);
  return { text, names: [...aliases, ...(surname === null ? [] : [surname])], adjective };
}

/** Dates, numbers and what is counted ascend, answers about documents go from much to nothing; names are shuffled by the seed, so that no place tells anything. */
export function inOrder<Item extends { readonly value: Value }>(
  facts: Facts,
  items: readonly Item[],
  seed: string,
): Item[] {
  if (items.every(({ value }) => value.kind === "limit"))
    return items.toSorted((a, b) => (placeOfLimit(a.value) < placeOfLimit(b.value) ? -1 : 1));
  const places = new Map(items.map((item) => [item, ordinalIn(valueWords(facts, item.value))]));
  if (![...places.values()].includes(null)) return items.toSorted((a, b) => places.get(a)! - places.get(b)!);
  return items.every(({ value }) => value.kind === "entity")
    ? shuffled(items, `${seed}\norder`)
    : items.toSorted((a, b) => measure(a.value) - measure(b.value));
}
