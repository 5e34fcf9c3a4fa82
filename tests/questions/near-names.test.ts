import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { plainName } from "@/lib/facts/names.ts";
import { questionsForCard } from "@/lib/questions/cards.ts";
import { editDistance } from "@/lib/questions/mark/distance.ts";
import { namesOfEntity, nearDistance, nearNames } from "@/lib/questions/near-names.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { anEntity, aPack } from "@/tests/support/fictional-pack.ts";

const person = (key: string, given: string, surname: string) =>
  anEntity({ key, name: `${given} ${surname}`, given, surname });

describe("names that could be taken for another's", () => {
  const facts = indexPack(
    aPack({
      entities: [
        person("gordon", "Amy", "Gordon"),
        person("worden", "Bob", "Worden"),
        person("ames", "Cara", "Ames"),
        anEntity({ key: "gorton", type: "place", name: "Gorton" }),
      ],
    }),
  );
  const near = nearNames(facts, facts.entity("gordon"), namesOfEntity(facts.entity("gordon")));

  test("are those within four slips, of the same type", () => {
    expect(near).toContainEqual({ value: "e:worden", text: "Worden" });
    expect(near.map(({ value }) => value)).not.toContain("e:gorton");
    expect(near.map(({ text }) => text)).not.toContain("Cara Ames");
  });

  test("a shared surname is among them, so that it is asked which one", () => {
    const two = indexPack(aPack({ entities: [person("a", "Amy", "Brand"), person("b", "Bob", "Brand")] }));
    expect(nearNames(two, two.entity("a"), namesOfEntity(two.entity("a")))).toContainEqual({
      value: "e:b",
      text: "Brand",
    });
  });
});

test("an entity answers to its full name, what its bracket abbreviates, its aliases, and a person's surname with its heads", () => {
  const aguero = anEntity({
    key: "aguero",
    name: "José Antonio Agüero Martinez",
    given: "José Antonio",
    surname: "Agüero Martinez",
    surnameHeads: ["Agüero"],
  });
  expect(namesOfEntity(aguero)).toEqual([
    "José Antonio Agüero Martinez",
    "Agüero Martinez",
    "Agüero",
    "José Antonio Agüero",
  ]);
  const mission = anEntity({
    key: "nmi",
    type: "mission",
    name: "NATO Mission Iraq (NMI)",
    short: "NMI",
    aliases: ["the mission"],
  });
  expect(namesOfEntity(mission)).toEqual(["NATO Mission Iraq (NMI)", "NMI", "the mission", "NATO Mission Iraq"]);
});

test("among very many names, every other name within two slips is found", () => {
  const syllables = ["ba", "ko", "mi", "ra", "ten", "vol", "sar", "dun", "el", "fri", "gar", "hol"];
  const word = (number: number) => [0, 1, 2, 3].map((turn) => syllables[Math.floor(number / 12 ** turn) % 12]).join("");
  const entities = Array.from({ length: 1500 }, (_, index) =>
    anEntity({ key: `p${index}`, name: word(index * 13 + 7) }),
  );
  const facts = indexPack(aPack({ entities }));
  const folded = entities.map(({ name }) => plainName(name));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: entities.length - 1 }), (index) => {
      const found = new Set(
        nearNames(facts, entities[index]!, [entities[index]!.name]).map(({ text }) => plainName(text)),
      );
      for (const [other, name] of folded.entries())
        if (other !== index && name !== folded[index] && editDistance(name, folded[index]!, 2) <= 2)
          expect(found, `${name} for ${folded[index]}`).toContain(name);
      for (const name of found)
        expect(editDistance(name, folded[index]!, nearDistance)).toBeLessThanOrEqual(nearDistance);
    }),
    { numRuns: 40 },
  );
});

test("a typed question carries the names of those who stood in the same place, to know a mix-up by", () => {
  const facts = contentPack("nato-mission-iraq");
  const [typed] = questionsForCard(
    facts,
    { fact: "commanded-olsen", direction: "subject" },
    { rung: 3, seed: "1", count: 1, kinds: ["typed"] },
  );
  expect(typed!.near).toContainEqual({ value: "e:lollesgaard", text: "Lollesgaard" });
  expect(typed!.near.map(({ value }) => value)).not.toContain("e:olsen");
  expect(typed!.accepts).toEqual(["Per Olsen", "Per Pugholm Olsen", "Olsen"]);
});
