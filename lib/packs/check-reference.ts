/** A key that must name a record: says so where it names none, with the nearest that exists. */
import type { Checking } from "./check-pack.ts";
import { didYouMean } from "./nearest.ts";
import type { Path } from "./places.ts";

/** The kinds of records that others refer to, with the word for one of them. */
const words = {
  topics: "topic",
  types: "type",
  sources: "source",
  entities: "entity",
  relations: "relation",
  facts: "fact",
  lists: "list",
} as const;

/** Does the key name a record? An unknown one is reported, unless records of that kind were lost in a broken file. */
export function checkReference(checking: Checking, kind: keyof typeof words, key: string, at: Path): boolean {
  const known: ReadonlyMap<string, unknown> = checking[kind];
  if (known.has(key)) return true;
  if (!checking.places.broken.has(kind)) {
    const message = `No ${words[kind]} has the key ${key}.${didYouMean(key, known.keys())}`;
    checking.report({ code: `unknown-${words[kind]}`, at, message });
  }
  return false;
}

/** Reports every record whose key an earlier record of the kind already has. */
export function checkKeys(checking: Checking, kind: keyof typeof words): void {
  const first = new Map<string, number>();
  checking.pack[kind].forEach(({ key }, index) => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else if (key !== "") {
      const record = checking.places.records[kind][earlier];
      const where = record ? ` (line ${record.file.placeOf(record.tree.start).line} of ${record.path})` : "";
      const message = `The key ${key} is that of an earlier ${words[kind]}${where}.`;
      checking.report({ code: "duplicate-key", at: [kind, index, "key"], message });
    }
  });
}
