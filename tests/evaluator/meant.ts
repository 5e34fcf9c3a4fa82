/** R5: everything that printed words can name. */
import { entityOf, named } from "./kin.ts";
import type { Pack, Value } from "./pack.ts";

/** The value, and everything of its type that the printed words can name. */
export function meant(pack: Pack, text: string, value: Value): Value[] {
  if (value.kind !== "entity") return [value];
  const { type } = entityOf(pack, value.entity);
  const others = named(pack, text).filter((one) => one.type === type && one.key !== value.entity);
  return [value, ...others.map(({ key }) => ({ kind: "entity", entity: key }) as const)];
}
