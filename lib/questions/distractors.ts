/**
 * Wrong options that are proved wrong, and as close to the key as is wanted (question-engine 2.2 to 2.4).
 * Candidates pass ten guard rails, are scored, and taken greedily with diversity; two or three, never padded.
 */
import { hash32 } from "../base/random.ts";
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { valueKey } from "../facts/value.ts";
import { type Candidate, type Confusions, candidatesFor } from "./candidates.ts";
import { aGeneration, daysFrom, timesOf } from "./era.ts";
import { formCue } from "./form-cues.ts";
import { type Dropped, guardFor, isAsLongAsItIs } from "./guards.ts";
import { placeOfKey } from "./place-of-key.ts";
import { poolsOf } from "./pools.ts";
import type { Query } from "./query.ts";
import { type Profile, profileOf, type Scale, scaleOf, similarity } from "./similarity.ts";
import { syntheticFor } from "./synthetic.ts";

/** A candidate that may stand beside the key, with its similarity to it, 0..1. */
export type Distractor = Candidate & { readonly similarity: number };

/** How distractors are wanted. */
export type Wanted = {
  /** How many at the most; 1 or more. */
  readonly most: number;
  /** Similarity aimed at: 0.35 new, 0.55 days, 0.75 weeks. */
  readonly target: number;
  readonly confusions: Confusions;
  /** Differences of worth below a tenth count as none, and the hash draws. */
  readonly evenly?: boolean;
  readonly seed: string;
};

/** The distractors in the order of choice, and every candidate that was dropped with the guard rail that caused it. */
export type Choice = { readonly chosen: readonly Distractor[]; readonly dropped: readonly Dropped[] };

/** At most `most` distractors; fewer where fewer are safe. */
export function distractorsFor(facts: Facts, query: Query, { most, target, confusions, evenly, seed }: Wanted): Choice {
  if (query.offered) return offeredFor(facts, query, query.offered);
  const dropped: Dropped[] = [];
  const guard = guardFor(facts, query, dropped);
  const safe = candidatesFor(facts, query, confusions, seed).filter(guard.admits);
  if (safe.length < Math.min(2, most)) {
    // What the pack holds is not made a second time.
    const held = new Set(safe.map(({ key }) => key));
    safe.push(...syntheticFor(facts, query, seed).filter((made) => !held.has(made.key) && guard.admits(made)));
  }

  const scale = scaleOf(facts, query.key[0]!.fact);
  const keys = query.key.map(({ value, fact }) => profileOf(facts, query, { value, fact, role: 1, key: "" }));
  const scored: Scored[] = [];
  for (const candidate of safe) {
    const profile = profileOf(facts, query, candidate);
    const similar = Math.max(...keys.map((key) => similarity(key, profile, scale, confusions[candidate.key] ?? 0)));
    if (similar < leastSimilar)
      dropped.push({ key: candidate.key, guard: "G6", detail: `similarity ${similar} is below ${leastSimilar}` });
    else scored.push({ ...candidate, similarity: similar, profile, tie: hash32(`${seed}\n${candidate.key}`) });
  }
  const fitting = unpadded(asExact(query, ofItsAge(facts, query, scored, dropped), dropped), dropped);
  // Whom the learner has mixed up with the key twice comes first (question-engine 6.5), however close the others are.
  const mixedUp = fitting
    .filter(({ key }) => (confusions[key] ?? 0) >= 2)
    .toSorted((a, b) => confusions[b.key]! - confusions[a.key]! || a.tie - b.tie);
  const rule = { target, steps: evenly ? 10 : 1e6 };
  const chosen: Scored[] = mixedUp.slice(0, 1);
  const pools = poolsOf(facts, query, fitting);
  const roomy = placeOfKey(query, enough(pools, most), most, seed);
  const take = (pool: readonly Scored[]) => bestOf(pool, chosen, rule, scale, guard.beside);
  while (chosen.length < most) {
    // The last one must not leave the key alone with its length or its form.
    const isFit = chosen.length === most - 1 ? fitness(facts, query, chosen, keys) : null;
    const next =
      (isFit && firstOf(pools, (pool) => firstOf(isFit, (fits) => take(roomy(pool, chosen).filter(fits))))) ??
      firstOf(pools, (pool) => take(roomy(pool, chosen))) ??
      firstOf(pools, take);
    if (!next) break;
    chosen.push(next);
  }
  return { chosen: chosen.map(({ profile: _, tie: __, ...distractor }) => distractor), dropped };
}

/** Without what is known to be of another age, where anything is of the age that is asked (check 20); the rest keeps its order. */
function ofItsAge(facts: Facts, query: Query, scored: readonly Scored[], dropped: Dropped[]): readonly Scored[] {
  const times = query.distance || query.key[0]!.value.kind === "date" ? [] : timesOf(facts, query);
  if (times.length === 0) return scored;
  const far = new Set(
    scored.filter((candidate) => {
      const days = daysFrom(facts, times, candidate);
      return Number.isFinite(days) && days > aGeneration;
    }),
  );
  if (far.size === scored.length && query.time.kind !== "on") return scored;
  for (const { key } of far) dropped.push({ key, guard: "G6", detail: "it is of another age" });
  return scored.filter((candidate) => !far.has(candidate));
}

/** Two that stand in the asked relation make a choice of three: nobody is put beside them who is only of the sort (“which of these commanders”). */
function unpadded(scored: readonly Scored[], dropped: Dropped[]): readonly Scored[] {
  const isFiller = ({ role, synthetic }: Scored) => role === 0 && !synthetic;
  const own = scored.filter((candidate) => !isFiller(candidate));
  if (own.length < 2) return scored;
  for (const { key } of scored.filter(isFiller))
    dropped.push({ key, guard: "G6", detail: "others stand in the asked relation, and it does not" });
  return own;
}

/** Only numbers of as many decimals as the key has: one that is printed otherwise is seen at once (check 16). */
function asExact({ key }: Query, scored: readonly Scored[], dropped: Dropped[]): readonly Scored[] {
  const [own] = key.map(({ value }) => decimalsOf(value));
  const others = scored.filter(({ value }) => decimalsOf(value) !== own);
  for (const other of others)
    dropped.push({ key: other.key, guard: "G6", detail: `it has not ${own} decimals as the key has` });
  return scored.filter((candidate) => !others.includes(candidate));
}

function decimalsOf(value: Value): number {
  return value.kind === "number" ? (String(value.number).split(".")[1]?.length ?? 0) : 0;
}

/** The first pools that hold as many candidates as are wanted. */
function enough(pools: readonly (readonly Scored[])[], most: number): readonly Scored[] {
  const found: Scored[] = [];
  for (const pool of pools) if (found.length < most) found.push(...pool);
  return found;
}

/** What the first of them gives that gives anything. */
function firstOf<One>(all: readonly One[], take: (one: One) => Scored | null): Scored | null {
  for (const one of all) {
    const found = take(one);
    if (found) return found;
  }
  return null;
}

/** The options that the form itself has chosen: all, or none if one of them is not surely wrong, for its stem counts on them. */
function offeredFor(facts: Facts, query: Query, offered: NonNullable<Query["offered"]>): Choice {
  const dropped: Dropped[] = [];
  const scale = scaleOf(facts, query.key[0]!.fact);
  const [own] = query.key.map(({ value, fact }) => profileOf(facts, query, { value, fact, role: 1, key: "" }));
  const chosen = offered.map(({ value, fact }): Distractor => {
    const candidate: Candidate = { value, key: valueKey(value), fact, role: fact ? 1 : 0.5, synthetic: false };
    const judged = query.judge(value);
    if (judged.verdict !== "false")
      dropped.push({
        key: candidate.key,
        guard: "G2",
        detail: judged.verdict === "true" ? "it is right" : judged.detail,
      });
    return { ...candidate, similarity: similarity(own!, profileOf(facts, query, candidate), scale, 0) };
  });
  return { chosen: dropped.length > 0 ? [] : chosen, dropped };
}

/** The label of the mean similarity of a set: below 0.45 easy, up to 0.65 medium, above hard. */
export function closenessOf(chosen: readonly { readonly similarity: number }[]) {
  if (chosen.length === 0) return null;
  const mean = chosen.reduce((sum, { similarity }) => sum + similarity, 0) / chosen.length;
  const value = Math.round(mean * 100) / 100;
  return { value, label: value < 0.45 ? "easy" : value <= 0.65 ? "medium" : "hard" } as const;
}

/** Less alike than this, an option is ruled out at sight. */
const leastSimilar = 0.15;

type Scored = Distractor & { readonly profile: Profile; readonly tie: number };

/**
 * For the last place, the strictest first: is it long enough beside a key that would stand out by its length (check 10), as few letters as a sign that
 * would stand alone with them, and does no form set the key apart with it? A name is as long as it is: where no other of its pool is long enough, it may stay so.
 */
function fitness(facts: Facts, query: Query, chosen: readonly Scored[], keys: readonly Profile[]) {
  const lengths = keys.map(({ text }) => text.length);
  const longest = Math.max(...lengths);
  const isEnough = ({ profile: { text } }: Scored) =>
    text.length * longestRatio >= longest && (longest > longestSign || lengths.includes(text.length));
  const wrong = chosen.map(({ value }) => value);
  const isPlain = (candidate: Scored) => formCue(facts, query, [...wrong, candidate.value]) === null;
  const isFit = (candidate: Scored) => (chosen.some(isEnough) || isEnough(candidate)) && isPlain(candidate);
  return isAsLongAsItIs(facts, query.key[0]!.value, longest) ? [isFit, isPlain] : [isFit];
}

/** Letters of a sign, such as a symbol or a code: of these one more or less is seen at once. */
const longestSign = 3;

/** A key this much longer than every distractor stands out. */
const longestRatio = 1.3;

/**
 * argmax 0.75 · fit − 0.25 · greatest similarity to one chosen already, where fit = 1 − |similarity − target|; of equals the hash draws.
 */
function bestOf(
  scored: readonly Scored[],
  chosen: readonly Scored[],
  { target, steps }: { readonly target: number; readonly steps: number },
  scale: Scale,
  fitsBeside: (candidate: Candidate, chosen: readonly Candidate[]) => boolean,
): Scored | null {
  let best: { readonly candidate: Scored; readonly worth: number } | null = null;
  for (const candidate of scored) {
    if (chosen.includes(candidate)) continue;
    const nearest = Math.max(0, ...chosen.map((other) => similarity(other.profile, candidate.profile, scale, 0)));
    const worth = Math.round((0.75 * (1 - Math.abs(candidate.similarity - target)) - 0.25 * nearest) * steps);
    const better = !best || worth > best.worth || (worth === best.worth && candidate.tie < best.candidate.tie);
    if (better && fitsBeside(candidate, chosen)) best = { candidate, worth };
  }
  return best?.candidate ?? null;
}
