/** Facts against what is declared of when a thing can have been there: nobody holds an office after their death. */
import { lifeOf } from "../facts/life.ts";
import { overlap } from "../facts/time.ts";
import { entityOf } from "../facts/value.ts";
import type { Checking } from "./check-pack.ts";

/** Warns of every date of a fact at which its subject or its object cannot have been there; what is said of the dead is confirmed. */
export function checkLife({ pack, entities, report }: Checking): void {
  const nothing = { notBefore: null, notAfter: null, partOf: [] };
  // What is not there has been reported, and is no bound.
  const known = { entity: (key: string) => entities.get(key) ?? { ...pack.entities[0]!, ...nothing } };
  pack.facts.forEach(({ key, subject, object, from, to, negative }, index) => {
    if (negative) return;
    for (const [field, bound] of [["from", from] as const, ["to", to] as const, ["o", object] as const])
      for (const one of new Set([subject, entityOf(object)])) {
        if (bound.kind !== "date" || one === null || overlap(bound.date, lifeOf(known, [one]))) continue;
        const message = `This is dated ${bound.date.edtf}, when ${one} was not there (not_before, not_after, also of what it is part of): one of the two is wrong, or it is said of another time.`;
        report({ severity: "warning", code: "outside-life", at: ["facts", index, field], keys: [key], message });
      }
  });
}
