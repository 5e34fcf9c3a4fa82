/** A key that must name a record: says so where it names none, with the nearest that exists. */
import { plainName } from "../facts/names.ts";
import { entityOf } from "../facts/value.ts";
import type { Checking } from "./check-pack.ts";
import { slugPattern } from "./field-values.ts";
import { didYouMean } from "./nearest.ts";
import type { Path } from "./places.ts";
import { dateOf, quantityFields } from "./table/cells.ts";

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
    const meant =
      kind === "entities" ? meantOtherwise(checking, key) : kind === "facts" ? factsWith(checking, key) : null;
    const hint = meant ?? didYouMean(key, known.keys());
    const message = `No ${words[kind]} has the key ${key}.${hint}`;
    checking.report({ code: `unknown-${words[kind]}`, at, message });
  }
  return false;
}

/** Of an entity in the place of a fact: the facts that it stands in; null for another word. */
function factsWith({ pack, entities }: Checking, key: string): string | null {
  const facts = pack.facts.filter(({ subject, object }) => subject === key || entityOf(object) === key);
  if (!entities.has(key) || facts.length === 0) return null;
  return ` That is an entity; it stands in ${facts
    .slice(0, 3)
    .map((fact) => fact.key)
    .join(", ")}.`;
}

/** What a name, a figure or a date in the place of a key was meant for; null where it is none of them. */
function meantOtherwise({ pack }: Checking, words: string): string | null {
  const named = pack.entities.find(
    ({ name }) => plainName(name) === plainName(words) && slugPattern.test(words) === false,
  );
  if (named) return ` That is the name of ${named.key}.`;
  const date = dateOf(words);
  // Four figures may count something.
  if (date !== null && !/^\d+$/.test(words)) return ` A date is written o: { date: ${date} }.`;
  const number = quantityFields(words);
  if (number === null) return null;
  const more = date === null ? "" : `, a year o: { date: ${date} }`;
  return ` A number is written o: { ${number} }${number.includes("unit") ? "" : ", with its unit if it has one"}${more}.`;
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
