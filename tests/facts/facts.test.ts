import { describe, expect, test } from "vitest";
import { shuffled } from "@/lib/base/random.ts";
import { packHash } from "@/lib/facts/canonical-pack.ts";
import { indexPack, objectKey } from "@/lib/facts/facts.ts";
import { aFact, anEntity, aPack, lanternIsles } from "@/tests/support/fictional-pack.ts";

const pack = lanternIsles();
const facts = indexPack(pack);
const keys = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);

describe("look-ups agree with a walk through the pack", () => {
  test("by subject, by object, by both, by relation", () => {
    for (const { key: relation } of pack.relations) {
      const all = pack.facts.filter((fact) => fact.relation === relation);
      expect(keys(facts.factsOfRelation(relation))).toEqual(keys(all));
      for (const { subject, object } of all.map((fact) => ({ subject: fact.subject, object: objectKey(fact) }))) {
        const of = all.filter((fact) => fact.subject === subject);
        const to = all.filter((fact) => objectKey(fact) === object);
        expect(keys(facts.factsOf({ subject, relation }))).toEqual(keys(of));
        expect(keys(facts.factsTo({ object, relation }))).toEqual(keys(to));
        expect(keys(facts.factsBetween({ subject, relation, object }))).toEqual(
          keys(of.filter((fact) => to.includes(fact))),
        );
      }
    }
  });

  test("by type, by list, by label", () => {
    expect(keys(facts.entitiesOfType("good"))).toEqual(["kelp", "lamp-oil", "slate", "wool"]);
    expect(keys(facts.listsOf("shipped-wool-2021"))).toEqual(["shipped-2021"]);
    expect(keys(facts.listsAbout({ relation: "shipped", end: "subject", key: "great-lantern" }))).toEqual([
      "shipped-2021",
      "shipped-leaflet",
    ]);
    expect(keys(facts.listsAbout({ relation: "kept", end: "object", key: "skerry-point" }))).toEqual(["keepers"]);
    expect(facts.named("THE NEEDLE")).toEqual(["skerry-point"]);
    expect(facts.named("quill")).toEqual(["quill"]);
    expect(facts.named("nobody")).toEqual([]);
  });

  test("how often an entity is mentioned", () => {
    for (const { key } of pack.entities) {
      const expected = pack.facts.reduce(
        (sum, fact) => sum + (fact.subject === key ? 1 : 0) + (objectKey(fact) === key ? 1 : 0),
        0,
      );
      expect(facts.mentions(key), key).toBe(expected);
    }
  });

  test("where both ends are crowded", () => {
    const many = Array.from({ length: 40 }, (_, index) => [
      aFact({ key: `a${index}`, subject: "hub", object: `place-${index}` }),
      aFact({ key: `b${index}`, subject: `person-${index}`, object: "square" }),
    ]).flat();
    const both = [
      aFact({ key: "both-1", subject: "hub", object: "square", from: "2001" }),
      aFact({ key: "both-2", subject: "hub", object: "square", from: "2005" }),
    ];
    const crowded = indexPack(aPack({ facts: shuffled([...many, ...both], "crowd") }));
    expect(keys(crowded.factsBetween({ subject: "hub", relation: "kept", object: "square" }))).toEqual([
      "both-1",
      "both-2",
    ]);
    expect(crowded.factsBetween({ subject: "square", relation: "kept", object: "hub" })).toEqual([]);
  });
});

test("an unknown key is a mistake of the caller, said with the key", () => {
  expect(() => facts.entity("nobody")).toThrow('No entity has the key "nobody".');
  expect(() => facts.fact("toString")).toThrow('No fact has the key "toString".');
  expect(facts.factsOf({ subject: "nobody", relation: "kept" })).toEqual([]);
  expect(facts.factsOf({ subject: "orr", relation: "nothing" })).toEqual([]);
});

test("the revision is that of the pack, in whatever order its records come, and a known one is believed", () => {
  expect(facts.revision).toBe(packHash(pack));
  expect(indexPack({ ...pack, facts: shuffled(pack.facts, "x") }).revision).toBe(facts.revision);
  expect(indexPack(pack, "known").revision).toBe("known");
});

describe("parts, wholes and what may be the same", () => {
  const related = indexPack(
    aPack({
      entities: [
        anEntity({ key: "world" }),
        anEntity({ key: "land", partOf: ["world"], overlaps: ["realm"] }),
        anEntity({ key: "realm" }),
        anEntity({ key: "town", partOf: ["land"] }),
        anEntity({ key: "house", partOf: ["town"] }),
        anEntity({ key: "village", partOf: ["land"] }),
        anEntity({ key: "moon" }),
      ],
    }),
  );
  test.each([
    ["house", "world", true],
    ["house", "town", true],
    ["house", "realm", true],
    ["land", "realm", true],
    ["realm", "world", false],
    ["town", "village", false],
    ["moon", "moon", true],
    ["moon", "world", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(related.related(a, b)).toBe(expected);
    expect(related.related(b, a)).toBe(expected);
    if (a !== b) {
      expect(related.relatives(a).includes(b)).toBe(expected);
      expect(related.relatives(b).includes(a)).toBe(expected);
    }
  });

  test("a circle of parts does no harm", () => {
    const circle = indexPack(
      aPack({ entities: [anEntity({ key: "a", partOf: ["b"] }), anEntity({ key: "b", partOf: ["a"] })] }),
    );
    expect(circle.related("a", "b")).toBe(true);
    expect(circle.relatives("a")).toEqual(["b"]);
  });
});
