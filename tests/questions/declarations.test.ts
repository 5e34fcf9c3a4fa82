/** What a declaration licenses: weakened or taken away, exactly the questions that rest on it are gone, and no new one is asked. */
import { describe, expect, test } from "vitest";
import type { Pack } from "@/lib/facts/fact.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "@/lib/questions/forms.ts";
import type { Ask } from "@/lib/questions/query.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { withFact, withList, withRelation } from "@/tests/support/edit.ts";
import { tideTowns } from "@/tests/support/fictional-pack.ts";

const slow = { timeout: 60_000 };
const towns = tideTowns();

/** What is asked, as an ask's name; an ask that can be put in no kind is not. */
function askedOf(facts: Facts, relations: readonly string[] | null = null): Map<string, Ask> {
  const fits = ({ fact }: Ask) => relations?.includes(facts.fact(fact).relation) ?? true;
  const some = relations ? relations.flatMap((key) => facts.factsOfRelation(key)) : facts.pack.facts;
  const asks = [...some.flatMap((fact) => asksOf(facts, fact)), ...asksOfSets(facts).filter(fits)];
  const asked = new Map<string, Ask>();
  for (const ask of asks) {
    const query = queryOf(facts, ask, "1");
    if (isRefusal(query) || !ask.kinds.some((kind) => !isRefusal(put(facts, query, plainWish(kind, "1"))))) continue;
    asked.set(`${ask.form} ${ask.purpose} ${ask.fact} ${ask.list} ${ask.variant} ${ask.on}`, ask);
  }
  return asked;
}

const before = askedOf(indexPack(towns));
const facts = indexPack(towns);

/** Asks by what they are about. */
const of = (relation: string, object?: string) => (ask: Ask) => {
  const fact = facts.fact(ask.fact);
  return (
    fact.relation === relation &&
    (object === undefined || (fact.object.kind === "entity" && fact.object.entity === object))
  );
};
const by =
  (...forms: string[]) =>
  (ask: Ask) =>
    forms.includes(ask.form) || forms.includes(ask.purpose);
const both =
  (...tests: ((ask: Ask) => boolean)[]) =>
  (ask: Ask) =>
    tests.every((one) => one(ask));
const onList = (list: string) => (ask: Ask) => ask.list === list;

const led = towns.relations.find(({ key }) => key === "led")!;
const open = (object: string) =>
  withRelation(towns, "led", { closed: led.closed.filter((closure) => closure.object !== object) });

describe("in the Tide Towns", slow, () => {
  test.each<readonly [string, Pack, (ask: Ask) => boolean]>([
    ["a closed relation, of single holders", open("harrow"), both(of("led", "harrow"), by("Q4", "Q5"))],
    [
      "a closed relation, of joint holders",
      open("brine"),
      both(of("led", "brine"), by("Q4", "Q5", "Q8", "Q9", "ask_subjects_on")),
    ],
    ["one place at a time", withRelation(towns, "met-in", { objectsPerSubject: "many" }), of("met-in")],
    ["one town for a tower", withRelation(towns, "stands-in", { objectsPerSubject: "many" }), of("stands-in")],
    [
      "one number for a town",
      withRelation(towns, "had-people", { objectsPerSubject: "many" }),
      both(of("had-people"), by("Q1", "Q5")),
    ],
    [
      "a list of all, now only of what is named: numbers",
      withList(towns, "people", { complete: "as_named" }),
      both(onList("people"), by("Q5", "Q9")),
    ],
    [
      "a list of all, now only of what is named: goods",
      withList(towns, "traded-2020", { complete: "as_named" }),
      both(onList("traded-2020"), by("Q8", "Q9")),
    ],
    [
      "a list of all, now of nobody knows what",
      withList(towns, "traded-2020", { complete: "no" }),
      onList("traded-2020"),
    ],
    [
      "only in one document",
      withFact(towns, "traded-tar", { onlyIn: null }),
      (ask) => ask.form === "Q15" && ask.fact === "traded-tar",
    ],
    ["events to set against", withRelation(towns, "led", { events: [] }), by("Q11")],
    ["what replaced what", withFact(towns, "met-new", { replaces: null }), by("ask_change")],
    ["what may be asked", withRelation(towns, "stands-in", { askable: "no" }), of("stands-in")],
    [
      "what may be chosen",
      withRelation(towns, "stands-in", { askable: "recall_only" }),
      both(of("stands-in"), by("Q7", "Q13", "Q12")),
    ],
    ["no time at all", withRelation(towns, "stands-in", { temporal: true }), of("stands-in")],
  ])("%s", (_, weaker, licensed) => {
    const after = askedOf(indexPack(weaker));
    const gone = [...before.keys()].filter((name) => !after.has(name));
    const expected = [...before].filter(([, ask]) => licensed(ask)).map(([name]) => name);
    expect(expected.length).toBeGreaterThan(0);
    expect(gone.sort()).toEqual(expected.sort());
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([]);
  });
});

describe.each([["tide-towns", towns] as const, ["nato-mission-iraq", contentPack("nato-mission-iraq").pack] as const])(
  "in %s each frame",
  slow,
  (_, pack) => {
    const whole = indexPack(pack);
    const known = new Map<string, Map<string, Ask>>();
    const askedIn = (relation: string) => {
      const found = known.get(relation) ?? askedOf(whole, [relation]);
      known.set(relation, found);
      return found;
    };

    test("of a relation licenses the questions of its purpose, and no other", () => {
      for (const relation of pack.relations)
        for (const purpose of Object.keys(relation.frames).filter((name) => name.startsWith("ask_"))) {
          const { [purpose]: _taken, ...frames } = relation.frames;
          const after = askedOf(indexPack(withRelation(pack, relation.key, { frames })), [relation.key]);
          const asked = askedIn(relation.key);
          const gone = [...asked].filter(([name]) => !after.has(name)).map(([, ask]) => ask.purpose);
          expect(new Set(gone).size, `${relation.key} ${purpose}: ${[...new Set(gone)]}`).toBeLessThanOrEqual(1);
          for (const one of gone) expect(one).toBe(purpose);
          const left = [...after.values()].filter((ask) => ask.purpose === purpose);
          // A list may have a frame of its own for the same purpose.
          expect(
            left.every(({ list }) => list !== null),
            `${relation.key} ${purpose}`,
          ).toBe(true);
          expect([...after.keys()].filter((name) => !asked.has(name))).toEqual([]);
        }
    });
  },
);
