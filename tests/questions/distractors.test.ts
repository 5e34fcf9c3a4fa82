import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { candidatesFor, mostCandidates } from "@/lib/questions/candidates.ts";
import { closenessOf, distractorsFor } from "@/lib/questions/distractors.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { askHolderOn } from "@/lib/questions/forms/q3-holder.ts";
import { queryOf } from "@/lib/questions/forms.ts";
import type { Query } from "@/lib/questions/query.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";

const facts = contentPack("nato-mission-iraq");

/** "Who commanded NMI on 1 January 2022?", the example of question-engine 2.2. */
function commander(on: string): Query {
  const fact = facts.fact("commanded-lollesgaard");
  const query = queryOf(facts, askHolderOn(fact, on), "1");
  if (isRefusal(query)) throw new Error(query.detail);
  return query;
}

const wanted = { most: 3, target: 0.35, confusions: {}, seed: "1" };
/** The picks for a target, in the order of choice. */
const picks = (target: number, seed = "1") =>
  distractorsFor(facts, commander("2022-01-01"), { ...wanted, target, seed }).chosen;

describe("the example of the specification", () => {
  test("similarities to Lollesgaard are those computed there", () => {
    const { chosen } = distractorsFor(facts, commander("2022-01-01"), { ...wanted, most: 9 });
    const found = Object.fromEntries(chosen.map(({ key, similarity }) => [key.slice(2), similarity]));
    const expected = { olsen: 0.82, iannucci: 0.77, carignan: 0.6, aguero: 0.59, schreurs: 0.55, fortin: 0.49 };
    // Salience counts the facts of the pack as it is today: a hundredth to either side.
    for (const [key, similarity] of Object.entries(expected))
      expect(Math.abs(found[key]! - similarity), key).toBeLessThan(0.015);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(["1", "2", "another"])("the picks are those printed there, whatever the seed (%s)", (seed) => {
    const names = (target: number) => picks(target, seed).map(({ key }) => key.slice(2));
    expect(names(0.35)).toEqual(["fortin", "schreurs", "aguero"]);
    expect(new Set(names(0.75))).toEqual(new Set(["iannucci", "olsen", "carignan"]));
    expect(closenessOf(picks(0.35, seed))).toEqual({ value: expect.closeTo(0.55, 1), label: "medium" });
    expect(closenessOf(picks(0.75, seed))).toEqual({ value: expect.closeTo(0.73, 1), label: "hard" });
  });

  test("in a bank the seed draws among what is about as good", () => {
    const drawn = new Set(
      ["1", "2", "3", "4", "5", "6"].map((seed) =>
        distractorsFor(facts, commander("2022-01-01"), { ...wanted, evenly: true, seed })
          .chosen.map(({ key }) => key)
          .join(),
      ),
    );
    expect(drawn.size).toBeGreaterThan(1);
  });

  test("the label says how close the set is", () => {
    const labels = [0.3, 0.44, 0.45, 0.65, 0.66].map((similarity) => closenessOf([{ similarity }])?.label);
    expect(labels).toEqual(["easy", "easy", "medium", "medium", "hard"]);
    expect(closenessOf([])).toBeNull();
  });
});

describe("choice", () => {
  test("whom the learner mixes up with the key comes first, and counts as nearer", () => {
    const choice = (confusions: Record<string, number>) =>
      distractorsFor(facts, commander("2022-01-01"), { ...wanted, target: 0.75, confusions });
    expect(choice({ "e:fortin": 2 }).chosen[0]?.key).toBe("e:fortin");
    const similarity = (confusions: Record<string, number>) =>
      distractorsFor(facts, commander("2022-01-01"), { ...wanted, most: 9, confusions }).chosen.find(
        ({ key }) => key === "e:fortin",
      )!.similarity;
    expect(similarity({ "e:fortin": 2 }) - similarity({})).toBeCloseTo(0.15 / 2, 5);
  });

  test("the same seed gives the same, and every drop is logged with its guard rail", () => {
    const again = () => distractorsFor(facts, commander("2022-01-01"), wanted);
    expect(again()).toEqual(again());
    for (const { guard, detail } of again().dropped) {
      expect(guard).toMatch(/^G(?:[1-9]|10)$/);
      expect(detail).not.toBe("");
    }
  });

  test("nothing is padded: two safe give two", () => {
    const { chosen } = distractorsFor(facts, commander("2022-01-01"), { ...wanted, most: 50 });
    expect(chosen.length).toBe(6);
  });
});

describe("guard rails", () => {
  const place = (key: string, parts = {}) =>
    anEntity({ key, type: "place", name: `Place ${key.toUpperCase()}`, ...parts });
  const relation = aRelation({
    temporal: false,
    objectsPerSubject: "one",
    frames: { fact: "{s} kept {o} {when}.", ask_object: "Which place did {s} keep?" },
  });
  const packOf = (entities: ReturnType<typeof anEntity>[], more: Parameters<typeof aPack>[0] = {}) =>
    indexPack(
      aPack({
        entities,
        relations: [relation],
        facts: entities
          .filter(({ type }) => type === "place")
          .map(({ key }, index) => aFact({ key: `f-${key}`, subject: `p${index}`, object: key })),
        ...more,
      }),
    );
  const drops = (entities: ReturnType<typeof anEntity>[], more: Parameters<typeof aPack>[0] = {}) => {
    const pack = packOf(entities, more);
    const ask = {
      form: "Q1",
      purpose: "ask_object",
      fact: "f-a",
      list: null,
      card: null,
      variant: 0,
      on: null,
      kinds: ["choice"],
    } as const;
    const query = queryOf(pack, ask, "1");
    if (isRefusal(query)) throw new Error(`${query.reason}: ${query.detail}`);
    const { chosen, dropped } = distractorsFor(pack, query, { ...wanted, most: 9 });
    return {
      chosen: chosen.map(({ key }) => key),
      dropped: Object.fromEntries(dropped.map(({ key, guard }) => [key, guard])),
    };
  };

  test("G1: another type is no option", () => {
    const { dropped } = drops([place("a"), place("b"), anEntity({ key: "d", type: "person", name: "Dora" })], {
      facts: [
        aFact({ key: "f-a", subject: "p0", object: "a" }),
        aFact({ key: "f-b", subject: "p1", object: "b" }),
        aFact({ key: "f-d", subject: "p2", object: "d" }),
      ],
    });
    expect(dropped["e:d"]).toBe("G1");
  });

  test("G3: parts, wholes and other names of the key are no options", () => {
    const { dropped, chosen } = drops([
      place("a"),
      place("b", { partOf: ["a"] }),
      place("c", { overlaps: ["a"] }),
      place("e"),
    ]);
    expect(dropped).toMatchObject({ "e:b": "G3", "e:c": "G3" });
    expect(chosen).toEqual(["e:e"]);
  });

  test("G3: two options that may be one thing do not stand together", () => {
    const { chosen } = drops([place("a"), place("b", { overlaps: ["c"] }), place("c"), place("e")]);
    expect(chosen.filter((key) => key === "e:b" || key === "e:c").length).toBe(1);
  });

  test("G4: a label that names two entities is no option", () => {
    const { dropped } = drops([place("a"), place("b", { name: "Twin" }), place("c", { name: "Twin" }), place("e")]);
    expect(dropped).toMatchObject({ "e:b": "G4", "e:c": "G4" });
  });

  test("G9: what the stem names is no option", () => {
    const named = aRelation({
      ...relation,
      frames: { ...relation.frames, ask_object: "Which place, not being Place B, did {s} keep?" },
    });
    const { dropped } = drops([place("a"), place("b"), place("c"), place("e")], { relations: [named] });
    expect(dropped["e:b"]).toBe("G9");
  });

  test("G10: a common noun of another length is no option", () => {
    const { dropped } = drops([
      place("a", { name: "old mill" }),
      place("b", { name: "new mill" }),
      place("c", { name: "long row of seven old mills by the river" }),
    ]);
    expect(dropped["e:c"]).toBe("G10");
  });

  test("G2: what is not proved wrong is no option", () => {
    const members = aRelation({
      ...relation,
      frames: { ...relation.frames, ask_members_of_object: "Which of these people kept {o}?" },
    });
    const pack = packOf([place("a"), place("b"), place("c"), anEntity({ key: "zoe", name: "Zoe" })], {
      relations: [members],
    });
    const ask = {
      form: "Q7",
      purpose: "ask_members_of_object",
      fact: "f-a",
      list: null,
      card: { fact: "f-a", direction: "subject" },
      variant: 0,
      on: null,
      kinds: ["choice"],
    } as const;
    const query = queryOf(pack, ask, "1");
    if (isRefusal(query)) throw new Error(query.reason);
    const { chosen, dropped } = distractorsFor(pack, query, { ...wanted, most: 9 });
    expect(chosen.map(({ key }) => key).sort()).toEqual(["e:p1", "e:p2"]);
    expect(dropped.find(({ key }) => key === "e:zoe")?.guard).toBe("G2");
  });
});

test("never more than 64 candidates are looked at, however many facts one relation holds", () => {
  const count = 3000;
  const many = indexPack(
    aPack({
      relations: [
        aRelation({
          subjectsPerObject: "one",
          frames: { fact: "{s} kept {o} {when}.", ask_subject_on: "Who kept {o} {on}?" },
        }),
      ],
      facts: Array.from({ length: count }, (_, index) =>
        aFact({
          key: `f${String(index).padStart(5, "0")}`,
          subject: `p${index}`,
          object: "mill",
          from: dayAfter(index * 20),
          to: dayAfter(index * 20 + 20),
        }),
      ),
    }),
  );
  let judged = 0;
  for (let index = 100; index < count; index += 290) {
    const fact = many.fact(`f${String(index).padStart(5, "0")}`);
    const query = queryOf(many, askHolderOn(fact, dayAfter(index * 20 + 9)), "1");
    if (isRefusal(query)) throw new Error(`${query.reason} ${query.detail}`);
    const counting: Query = {
      ...query,
      judge: (value) => {
        judged++;
        return query.judge(value);
      },
    };
    judged = 0;
    expect(candidatesFor(many, query, {}, "1").length).toBeLessThanOrEqual(mostCandidates);
    expect(distractorsFor(many, counting, wanted).chosen.length).toBe(3);
    expect(judged).toBeLessThanOrEqual(mostCandidates);
  }
});

/** Days from 1 January 1800, as EDTF. */
function dayAfter(days: number): string {
  return new Date(Date.UTC(1800, 0, 1 + days)).toISOString().slice(0, 10);
}
