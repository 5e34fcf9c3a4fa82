/** The pack of chemical elements against its pinned document: every name, number, unit and set stands where it is cited. */
import { describe, expect, test } from "vitest";
import type { Fact } from "@/lib/facts/fact.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { misplaced, pinnedDocument } from "@/tests/support/pinned-document.ts";

const facts = contentPack("chemical-elements");
const table = entriesOf(pinnedDocument(facts, "s1")!);

type Field = { readonly text: string; readonly units: string | null };
type Entry = ReadonlyMap<string, Field>;

/** The entries of the table by their symbol: each field by the name that the table gives it. */
function entriesOf(xml: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [, symbol, body] of xml.matchAll(/<atom id="(\w+)">(.*?)<\/atom>/gs)) {
    const fields = new Map<string, Field>();
    for (const [tag, name] of body!.matchAll(/<(?:scalar|label)[^>]*dictRef="bo:(\w+)"[^>]*>(?:[^<]*)/g)) {
      const text = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? tag.slice(tag.indexOf(">") + 1);
      fields.set(name!, { text, units: /\bunits="([^"]*)"/.exec(tag)?.[1] ?? null });
    }
    if (!entries.has(symbol!)) entries.set(symbol!, fields);
  }
  return entries;
}

/** The table's field for each field that a locator names. */
const fieldNames: Readonly<Record<string, string>> = {
  "atomic number": "atomicNumber",
  symbol: "symbol",
  family: "family",
  period: "period",
  mass: "mass",
  "melting point": "meltingpoint",
  "ionisation energy": "ionization",
  electronegativity: "electronegativityPauling",
  "origin of the name": "nameOrigin",
};

const units: Readonly<Record<string, string>> = {
  "units:atmass": "atomic mass units",
  "siUnits:kelvin": "kelvin",
  "units:ev": "electronvolts",
  "boUnits:paulingScaleUnit": "Pauling units",
};

/** What the table writes for an entity that this pack names in its own words. */
const written: Readonly<Record<string, string>> = {
  "alkali-metals": "Alkali_Earth",
  "alkaline-earth-metals": "Alkaline_Earth",
  halogens: "Halogen",
  "noble-gases": "Noblegas",
  "period-1": "1",
  "period-2": "2",
  "period-3": "3",
  "period-4": "4",
  "meaning-sun": "sun",
  "meaning-stone": "'stone'",
  "meaning-new": "'new'",
  "meaning-light-bearer": "'carries light'",
  "meaning-yellow-green": "'yellow-green'",
  "meaning-inactive": "'inactive'",
  "meaning-colour": "'chroma' means 'color'",
  "meaning-moon": "'moon'",
  "meaning-bad-smell": "'smells badly'",
  "meaning-hidden": "'hidden'",
  "meaning-dark-red": "'dark red'",
  "meaning-artificial": "'technetos' for artificial",
  "meaning-earth": "'Planet Earth'",
  "meaning-violet": "'violet'",
  "meaning-foreigner": "'foreigner'",
  "meaning-sky-blue": "'heaven blue'",
  "meaning-heavy": "'heavy'",
  "meaning-rainbow": "'rainbow'",
  "meaning-small-silver": "'small silver'",
  "meaning-young-twig": "'young twig'",
  "meaning-changing": "'changing'",
  "meaning-beam": "'beam'",
  france: "an old name for France",
  paris: "for Paris",
  stockholm: "the old name of Stockholm",
  copenhagen: "the old name of Kopenhagen",
  scandinavia: "the old name of Scandinavia",
  cyprus: "for Cypres",
  russia: "the old name of Russia",
};

function fault(fact: Fact, locator: string): string | null {
  const [, symbol, named, word] = /^entry (\w+), ([^()]+?)(?: \(the table’s word: (\w+)\))?$/.exec(locator) ?? [];
  const entry = table.get(symbol ?? "");
  const field = entry?.get(fieldNames[named ?? ""] ?? "");
  if (!entry || !field) return "no such place";
  if (word !== undefined && field.text !== word) return `its word is ${field.text}`;
  if (entry.get("name")?.text.toLowerCase() !== facts.entity(fact.subject).name) return `an entry of another element`;
  if (fact.object.kind === "number") {
    if (Number(field.text) !== fact.object.number) return `it says ${field.text}`;
    const unit = field.units === null ? null : units[field.units];
    return unit === fact.object.unit ? null : `its unit is ${field.units}`;
  }
  if (fact.object.kind !== "entity") return "neither a number nor a name";
  const { key, name } = facts.entity(fact.object.entity);
  const expected = fact.relation === "has-symbol" ? name : written[key];
  const isThere = fact.relation === "name-means" || fact.relation === "named-after" ? "within" : "whole";
  if (expected === undefined) return `nothing is known to be written for ${key}`;
  return (isThere === "within" ? field.text.includes(expected) : field.text === expected)
    ? null
    : `it says ${field.text}`;
}

test("every fact stands at its locator", () => {
  expect(facts.pack.facts.length).toBeGreaterThan(80);
  expect(misplaced(facts.pack.facts, fault)).toEqual([]);
});

test("a fact with another number, unit, name or place is found out", () => {
  const melting = facts.fact("melting-iron");
  const at = melting.citations[0]!.locator;
  const { object } = melting;
  if (object.kind !== "number") throw new Error("a melting point is a number");
  expect(fault(melting, at)).toBeNull();
  expect(fault({ ...melting, object: { ...object, number: 1809 } }, at)).toBe("it says 1808");
  expect(fault({ ...melting, object: { ...object, unit: "electronvolts" } }, at)).toBe("its unit is siUnits:kelvin");
  expect(fault({ ...melting, subject: "gold" }, at)).toBe("an entry of another element");
  expect(fault(melting, "entry Fe, boiling point")).toBe("no such place");
  expect(
    fault({ ...facts.fact("family-argon"), object: { kind: "entity", entity: "halogens" } }, "entry Ar, family"),
  ).toBe("it says Noblegas");
});

describe("a list that is said to be complete has all that the table has", () => {
  const members = (list: string) =>
    facts
      .list(list)
      .facts.map((key) => facts.fact(key).subject)
      .sort();
  const having = (test: (entry: Entry) => boolean) =>
    [...table.values()]
      .filter((entry) => entry.get("atomicNumber")!.text !== "0" && test(entry))
      .map((entry) => entry.get("name")!.text.toLowerCase())
      .sort();
  const isEarly = (entry: Entry) => ["1", "2", "3"].includes(entry.get("period")?.text ?? "");

  test.each([
    ["the-alkali-metals", (entry: Entry) => entry.get("family")?.text === "Alkali_Earth"],
    ["the-alkaline-earth-metals", (entry: Entry) => entry.get("family")?.text === "Alkaline_Earth"],
    ["the-first-period", (entry: Entry) => entry.get("period")?.text === "1"],
    ["the-second-period", (entry: Entry) => entry.get("period")?.text === "2"],
    ["the-third-period", (entry: Entry) => entry.get("period")?.text === "3"],
    ["first-ionisation-energies", (entry: Entry) => isEarly(entry) && entry.has("ionization")],
    ["first-electronegativities", (entry: Entry) => isEarly(entry) && entry.has("electronegativityPauling")],
  ])("%s", (list, test) => {
    expect(members(list)).toEqual(having(test));
    expect(facts.list(list).complete).toBe("yes");
  });

  test("and no other list is said to be", () => {
    expect(facts.pack.lists.filter(({ complete }) => complete !== "no")).toHaveLength(7);
  });
});

test("what the pack says of one thing only, the table says of one thing only", () => {
  const numbers = [...table.values()].map((entry) => entry.get("atomicNumber")!.text);
  expect(new Set(numbers).size).toBe(numbers.length);
});
