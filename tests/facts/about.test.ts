import fc from "fast-check";
import { expect, test } from "vitest";
import { entitiesOf, factsAbout, findEntities, inTime } from "@/lib/facts/about.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { everyPack } from "../support/content-packs.ts";
import { aFact, anEntity, aPack } from "../support/fictional-pack.ts";

test.each(everyPack())("every fact of %s is said of each thing that it names, once, and of no other", (_, facts) => {
  const said = facts.pack.entities.flatMap(({ key }) => factsAbout(facts, key).map((fact) => `${key} ${fact.key}`));
  const named = facts.pack.facts.flatMap((fact) => entitiesOf(fact).map((key) => `${key} ${fact.key}`));
  expect(said.sort()).toEqual(named.sort());
});

test("what is said of a thing is in the order of time, and what has none comes last", () => {
  const facts = indexPack(
    aPack({
      facts: [
        aFact({ key: "c-never" }),
        aFact({ key: "a-late", from: "2004-05-06", to: "2006" }),
        aFact({ key: "b-until", to: "1999" }),
        aFact({
          key: "d-event",
          object: { kind: "date", date: { edtf: "1990", precision: "year", first: 7305, last: 7669 } },
        }),
        aFact({ key: "e-snapshot", asOf: "2001-01-01" }),
      ],
    }),
  );
  const keys = factsAbout(facts, "ada").map(({ key }) => key);
  expect(keys).toEqual(["d-event", "b-until", "e-snapshot", "a-late", "c-never"]);
});

test("the order of time does not depend on the order in which facts were written", () => {
  const some = ["1990", "1990", "1985-02", "2001-03-04", "unknown"].map((from, index) =>
    aFact({ key: `f${index}`, from }),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
      expect(shuffled.toSorted(inTime).map(({ key }) => key)).toEqual(["f2", "f0", "f1", "f3", "f4"]);
    }),
  );
});

const named = indexPack(
  aPack({
    entities: [
      anEntity({ key: "aguero", name: "José Agüero Martinez", surname: "Agüero Martinez", surnameHeads: ["Agüero"] }),
      anEntity({ key: "nmi", type: "place", name: "NATO Mission Iraq (NMI)", short: "NMI", aliases: ["the Mission"] }),
      anEntity({ key: "zoe", name: "Zoë" }),
    ],
  }),
);

test.each([
  ["aguero", null, ["aguero"]],
  ["AGÜ mart", null, ["aguero"]],
  ["mission nmi", null, ["nmi"]],
  ["miss", "place", ["nmi"]],
  ["miss", "person", []],
  ["zoe", null, ["zoe"]],
  ["ission", null, []],
  ["", null, ["aguero", "zoe", "nmi"]],
  ["  ", "person", ["aguero", "zoe"]],
  ["", "no-such-type", []],
  ["(.*", null, ["aguero", "zoe", "nmi"]],
])("%j among %s finds %j", (words, type, keys) => {
  expect(findEntities(named, { words, types: type === null ? null : [type] }).map(({ key }) => key)).toEqual(keys);
});
