/** What is earlier, later, more or less: dates and quantities as stretches of which one lies surely before the other (3.3, R8). */
import { before, type Stretch } from "./calendar.ts";
import { shortened } from "./claim.ts";
import { relationOf } from "./frames.ts";
import { allowed, areKin, entityOf, isSame } from "./kin.ts";
import { gapOf, liesBelow } from "./measure.ts";
import { type Fact, factOf, factsOf, type Pack, type Relation, type Value } from "./pack.ts";
import type { Question } from "./question.ts";
import { stretchOf } from "./readings.ts";
import type { Verdict } from "./verdict.ts";

/** Where a fact lies on its scale: its date, its quantity in its unit, or the beginning of its span. */
export function placeOf(fact: Fact): { readonly at: Stretch; readonly unit: string } | null {
  const { object } = fact;
  if (object.kind === "date") return { at: object.when, unit: "date" };
  if (object.kind === "number") return { at: allowed(object), unit: object.unit };
  return object.kind === "vague" ? null : { at: stretchOf(fact, fact.from), unit: "date" };
}

/** `less` than, `more` than, or nobody knows; of things that may be parts or other names of one another always the last. */
function compared(pack: Pack, a: Fact, b: Fact): "less" | "more" | "same" | "unknown" {
  const [one, other] = [placeOf(a), placeOf(b)];
  if (!one || !other || one.unit !== other.unit || mayBeOne(pack, a.subject, b.subject)) return "unknown";
  if (isFarBelow(pack, a, b)) return "less";
  if (isFarBelow(pack, b, a)) return "more";
  if (before(one.at, other.at) || before(other.at, one.at)) return "unknown";
  return one.at.first === one.at.last && isSame(a.object, b.object) ? "same" : "unknown";
}

/** Surely before; of measured numbers, by the least gap of their relation. */
export function isFarBelow(pack: Pack, a: Fact, b: Fact): boolean {
  const [one, other] = [placeOf(a), placeOf(b)];
  if (one === null || other === null || one.unit !== other.unit) return false;
  if (a.object.kind !== "number") return before(one.at, other.at);
  return liesBelow(one.at, other.at, gapOf(relationOf(pack, a), a.object.unit));
}

function mayBeOne(pack: Pack, a: Value, b: Value): boolean {
  return a.kind === "entity" && b.kind === "entity" && areKin(pack, a.entity, b.entity);
}

/** What a relation says of a thing at the time of the asked fact; null where it says two things, or says it of another time. */
function factAbout(pack: Pack, relation: Relation, value: Value, asked: Fact): Fact | null {
  const found = factsOf(pack, relation.key).filter(
    (fact) =>
      !fact.negative &&
      isSame(fact.subject, value) &&
      (!relation.temporal || fact.object.kind === "entity" || fact.asOf?.edtf === asked.asOf?.edtf),
  );
  const first = found[0];
  return first && found.every((fact) => isSame(fact.object, first.object)) ? first : null;
}

/** More or less than one thing (Q5), before or after one event (Q13). */
export function thanVerdict(
  pack: Pack,
  relation: Relation,
  anchor: Fact,
  wanted: "less" | "more",
  value: Value,
): Verdict {
  const fact = factAbout(pack, relation, value, anchor);
  if (!fact) return "U";
  const found = compared(pack, fact, anchor);
  if (found === "unknown") return "U";
  return found === wanted ? "T" : "F";
}

/** The most or the least of a set (Q5, Q10). */
export function mostVerdict(
  pack: Pack,
  relation: Relation,
  set: readonly Fact[],
  wanted: "less" | "more",
  value: Value,
): Verdict {
  const own = set.find((fact) => isSame(fact.subject, value));
  if (!own || !factAbout(pack, relation, value, own)) return "U";
  const others = set.filter((fact) => fact !== own);
  const against = others.map((fact) => compared(pack, own, fact));
  if (against.every((one) => one === wanted)) return "T";
  return against.some((one) => one !== wanted && one !== "unknown" && one !== "same") ? "F" : "U";
}

/** The facts by which the options of a question are compared. */
export function comparedFacts(pack: Pack, relation: Relation, values: readonly Value[], asked: Fact): Fact[] {
  return values.map((value) => {
    const fact = factAbout(pack, relation, value, asked);
    if (!fact) throw new Error(`${relation.key} does not say one thing of ${JSON.stringify(value)}`);
    return fact;
  });
}

/** The thing of a relation that the stem names, by the longest of its names; throws when there is none. */
export function anchorIn(pack: Pack, relation: Relation, { stem, facts }: Question): Fact {
  const named = factsOf(pack, relation.key)
    .filter(({ negative }) => !negative)
    .map((fact) => ({ fact, length: namedLength(pack, fact.subject, stem) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || Number(facts.includes(b.fact.key)) - Number(facts.includes(a.fact.key)));
  if (named.length === 0) throw new Error("the stem names nothing to compare with");
  return named[0]!.fact;
}

/** Length of the longest name under which a stem prints something; 0 when it does not. */
export function namedLength(pack: Pack, value: Value, stem: string): number {
  if (value.kind !== "entity") return 0;
  const { names, clause, question } = entityOf(pack, value.entity);
  const text = shortened(pack, stem).toLowerCase();
  const printed = [...names, clause, question]
    .filter((one) => one !== null)
    .map((one) => shortened(pack, one).toLowerCase())
    .filter((one) => text.includes(one));
  return Math.max(0, ...printed.map(({ length }) => length));
}

/** The facts named, of one relation. */
export function factsNamed(pack: Pack, keys: readonly string[]): Fact[] {
  return keys.map((key) => factOf(pack, key));
}
