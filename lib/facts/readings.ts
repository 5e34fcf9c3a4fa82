/**
 * The readings of the truth test (question-engine 3.4): the ways in which a claim's printed words, or the pack, may be understood.
 * A value is right only if it is so at every reading, wrong only if it is so at every reading.
 *
 * | reading | how it is taken |
 * |---|---|
 * | R1 bounds inclusive or exclusive | closed form: a bound day is neither sure nor excluded (`time.ts`), unless the relation declares its bounds |
 * | R2 precision | closed form: a date is every day its words allow (`time.ts`, `agree.ts`) |
 * | R3 each source alone | closed form: what one source makes true and another false is a contradiction; a source that is named counts alone |
 * | R4 each as-of snapshot | closed form: a snapshot is sure at its own as-of only; "as of" is also read as "by" (`query.ts`, `evidence.ts`) |
 * | R5 label and alias | `meanings`: the claim about every entity that the printed name can mean |
 * | R6 part, whole, overlap | `nearbyFact`: what holds for a relative keeps a claim from being false |
 * | R7 acting, rival, joint holders | closed form: an acting or rival holder is a *maybe* at all times of the fact (`capacity.ts`); joint holders are all right and exclude nobody (`evidence.ts`) |
 * | R8 qualified numbers | closed form: every number that the qualifier allows (`rangeOf` in `agree.ts`); only ranges that lie apart differ |
 * | R9 calendar and zone | closed form: a date of such a source is every day that it may be, from the reading of the pack on (`lib/packs/calendars.ts`) |
 *
 * A reading that gives a claim other words is a rewrite in the list below; one that makes a value less exact widens a closed form.
 */
import type { Facts } from "./facts.ts";
import type { Claim } from "./query.ts";
import { entityOf } from "./value.ts";

/** A reading as a rewrite: the other claims that the printed words of a claim may make. */
export type Reading = { readonly name: string; rewrites(facts: Facts, claim: Claim): readonly Claim[] };

/** The readings that rewrite a claim. */
export const readings: readonly Reading[] = [
  {
    name: "R5",
    rewrites(facts, claim) {
      const { subject: subjectTypes, object: objectTypes } = facts.relation(claim.relation);
      const object = entityOf(claim.object);
      const subjects = namesakes(facts, claim.subject, subjectTypes).map((subject) => ({ ...claim, subject }));
      if (object === null) return subjects;
      const objects = namesakes(facts, object, objectTypes).map((entity) => ({
        ...claim,
        object: { kind: "entity", entity } as const,
      }));
      return [...subjects, ...objects];
    },
  },
];

/** The claim itself, then what else its words may claim, each with the reading's name. */
export function meanings(
  facts: Facts,
  claim: Claim,
): readonly { readonly reading: string | null; readonly claim: Claim }[] {
  const others = readings.flatMap(({ name, rewrites }) =>
    rewrites(facts, claim).map((other) => ({ reading: name, claim: other })),
  );
  return others.length === 0 ? [{ reading: null, claim }] : [{ reading: null, claim }, ...others];
}

/** Other entities of these types that the printed forms of an entity's name can name. */
function namesakes(facts: Facts, entity: string, types: readonly string[]): string[] {
  return facts.namesakes(entity).filter((other) => types.includes(facts.entity(other).type));
}
