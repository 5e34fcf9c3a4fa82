/** Q13 beyond its truth: four options, one of them odd, and no other attribute by which another one, or the same, would be odd. */
import { entityOf } from "./kin.ts";
import type { Pack } from "./pack.ts";
import { type Question, readValue } from "./question.ts";

/** Every fault of an odd one out. */
export function oddFaults(pack: Pack, { options }: Question): string[] {
  const faults: string[] = [];
  if (options.length !== 4 || options.filter(({ right }) => right).length !== 1) faults.push("not three and one");
  const entities = options.map(({ value, right }) => {
    const one = readValue(value);
    if (one.kind !== "entity") throw new Error(`${value} is no entity`);
    return { right, attributes: entityOf(pack, one.entity).attributes };
  });
  const names = new Set(entities.flatMap(({ attributes }) => Object.keys(attributes)));
  for (const name of names) {
    const groups = Map.groupBy(entities, ({ attributes }) => attributes[name]);
    const shared = [...groups].find(([value, { length }]) => value !== undefined && length === 3);
    if (shared && !groups.entries().some(([, group]) => group.length === 1 && group[0]!.right))
      faults.push(`three share the ${name} ${shared[0]}, and the fourth is another one`);
  }
  return faults;
}
