/** The candidates in the order in which they are drawn upon: what is near in time and in role first. */
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import { aGeneration, daysFrom, timesOf } from "./era.ts";
import type { Query } from "./query.ts";
import { sharedRoles } from "./roles.ts";

/** A candidate with what the hash has drawn for it: of equals the least comes first. */
type Drawn = Candidate & { readonly tie: number };

/** From so many that are nearest in time the similarity chooses. */
const nearestInTime = 6;

/** Where so many are within twenty years, none of the others is drawn: "under whom did Harris serve in 2021" does not mean Reagan. */
const enoughNear = 3;
const nearDays = 20 * 365.25;

/**
 * The candidates in the order in which they are drawn upon: those of about the time asked before those of another age; of each, what stands in the asked
 * relation before what is only of the sort, on a day asked also those of the same office before those of others; of these the nearest in time first.
 */
export function poolsOf<One extends Drawn>(facts: Facts, query: Query, scored: readonly One[]): (readonly One[])[] {
  const times = timesOf(facts, query);
  if (query.distance) return byDistance(scored, query.distance);
  const tierOf = ({ role, synthetic }: One) => (synthetic ? 0 : query.time.kind === "on" || role === 0 ? role : 0.5);
  const days = new Map(scored.map((candidate) => [candidate, daysFrom(facts, times, candidate)]));
  const tiersOf = (group: readonly One[]) =>
    [1, 0.5, 0].map((role) => group.filter((candidate) => tierOf(candidate) === role));
  // Dates are within twenty years of the key already (G6), and the place of the key is drawn among all of them.
  if (times.length === 0 || query.key[0]!.value.kind === "date") return tiersOf(scored);
  const isFar = (candidate: One) => days.get(candidate)! > aGeneration;
  const [near, far] = [scored.filter((candidate) => !isFar(candidate)), scored.filter(isFar)];
  // Whoever never held what the key held is known not to be meant: "in place of which president" means no vice president.
  const [nearest, others] = [tiersOf(near), tiersOf(far)];
  const isUnlike = (candidate: One) => candidate.role === 0 && likeness(facts, query, candidate) < alike;
  const unlike = nearest[2]!.filter(isUnlike);
  nearest[2] = nearest[2]!.filter((candidate) => !isUnlike(candidate));
  return [...nearest, ...others.slice(0, 2), unlike, others[2]!].flatMap((tier) => {
    const sorted = tier.toSorted((a, b) => compared(days.get(a)!, days.get(b)!) || a.tie - b.tie);
    // Of another age, the nearest are taken one after another.
    const count = tier.every(isFar) ? 2 : nearestInTime;
    const within = sorted.filter((candidate) => days.get(candidate)! <= nearDays).length;
    const last = Math.min(count, within >= enoughNear ? within : sorted.length);
    const farthest = days.get(sorted[last - 1]!) ?? 0;
    const first = sorted.filter((candidate) => days.get(candidate)! <= farthest);
    return [first, sorted.slice(first.length)];
  });
}

/** From so many that are nearest on a scale the similarity chooses. */
const nearestOnScale = 6;

/** What is nearest on the scale that is asked, before all others. */
function byDistance<One extends Drawn>(scored: readonly One[], distance: (value: Value) => number): (readonly One[])[] {
  const far = new Map(scored.map((candidate) => [candidate, distance(candidate.value)]));
  const sorted = scored.toSorted((a, b) => compared(far.get(a)!, far.get(b)!) || a.tie - b.tie);
  return [sorted.slice(0, nearestOnScale), sorted.slice(nearestOnScale)];
}

/** Share of the key's roles that make another like it. */
const alike = 0.75;

function likeness(facts: Facts, { key }: Query, { value }: Candidate): number {
  const [entity, other] = [entityOf(key[0]!.value), entityOf(value)];
  return entity === null || other === null ? 1 : sharedRoles(facts, entity, other, key[0]!.fact.relation);
}

/** Ascending, also where both are infinite. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
