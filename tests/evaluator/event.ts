/** Q11: the time asked is that of the event which the stem names, whole and by every document. */
import { namedLength } from "./compare.ts";
import { relationOf } from "./frames.ts";
import { factOf, factsOf, type Pack } from "./pack.ts";
import type { Question } from "./question.ts";
import type { Sense } from "./sense.ts";

/** Every fault of the event. */
export function eventFaults(pack: Pack, question: Question, { query, relation }: Sense): string[] {
  const dated = relation.events
    .flatMap((key) => factsOf(pack, key))
    .filter(({ object, negative }) => object.kind === "date" && !negative);
  const named = dated
    .map((fact) => ({ fact, length: namedLength(pack, fact.subject, question.stem) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  const [event] = named;
  if (!event) return ["the stem names no event that the relation is set against"];
  const same = dated.filter(({ subject }) => JSON.stringify(subject) === JSON.stringify(event.fact.subject));
  const { asked } = query!;
  const faults: string[] = [];
  for (const { key, object } of same)
    if (
      asked.kind !== "within" ||
      object.kind !== "date" ||
      object.when.first < asked.days.first ||
      object.when.last > asked.days.last
    )
      faults.push(`the time asked is not the whole of ${key}`);
  for (const { asOf, key } of question.facts.map((one) => factOf(pack, one)))
    if (
      asOf !== null &&
      relation.temporal &&
      relationOf(pack, factOf(pack, key)).key === relation.key &&
      asked.kind === "within" &&
      asked.days.last > asOf.last
    )
      faults.push(`${key} says nothing of a time after ${asOf.edtf}`);
  return faults;
}
