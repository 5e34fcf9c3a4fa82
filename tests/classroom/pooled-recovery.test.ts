/**
 * What pooled figures say of simulated classes whose every ability and item is known: each student has a variant of their own, twelve places with three twins each, and
 * answers as the three-parameter logistic model says. The truth is what a class of 30,000 has.
 */
import { describe, expect, test } from "vitest";
import { seeded } from "@/lib/base/random.ts";
import { type Analysis, type Answer, analyse } from "@/lib/classroom/analysis.ts";
import { chanceRight, type SimulatedItem, simulatedItem, simulatedLearners } from "@/lib/classroom/simulated.ts";
import { correlationOf, type Estimate, mean } from "@/lib/classroom/statistics.ts";
import { anOption, aQuestion } from "../support/question.ts";

const [places, twins] = [12, 3];
const options = ["e:a", "e:b", "e:c", "e:d"].map((value, index) => anOption(value, index === 0));
const items = Array.from({ length: places * twins }, (_, index): SimulatedItem => {
  const card = { fact: `f${index}`, direction: "subject" } as const;
  return simulatedItem(aQuestion({ kind: "choice", options, key: ["e:a"], card, facts: [card.fact] }), "recovery");
});

type Taken = { readonly ability: number; readonly asked: readonly number[]; readonly sitting: readonly Answer[] };

/** A class in which each place of each student holds one of its twins, by turns. */
function classOf(students: number, seed: string, of: readonly SimulatedItem[] = items): Taken[] {
  const next = seeded(seed);
  return simulatedLearners(students, seed).map(({ ability }) => {
    const asked = Array.from({ length: places }, (_, place) => place * twins + Math.floor(next() * twins));
    const sitting = asked.map((index): Answer => {
      const fraction = next() < chanceRight(ability, of[index]!) ? 1 : 0;
      return { item: `i${index}`, fraction, pointsMax: 1, offered: [], chosen: [], took: null };
    });
    return { ability, asked, sitting };
  });
}

const analysed = (taken: readonly Taken[]): Analysis => analyse(taken.map(({ sitting }) => sitting));
const truth = new Map(analysed(classOf(30_000, "everybody")).items.map((each) => [each.item, each]));
const holds = ({ low, high }: Estimate, value: number) => low <= value && value <= high;
const shareOf = (held: readonly boolean[]) => held.filter((each) => each).length / held.length;

describe.each([
  [30, 60],
  [500, 20],
])("in classes of %i", (students, classes) => {
  const taken = Array.from({ length: classes }, (_, index) => classOf(students, `class ${students} ${index}`));
  const found = taken.map(analysed);

  test("the interval of a share holds the true one in about 95 of 100", () => {
    const held = found.flatMap(({ items: each }) =>
      each.map(({ item, share }) => holds(share, truth.get(item)!.share.value)),
    );
    expect(held.length).toBeGreaterThan(140);
    expect(shareOf(held)).toBeGreaterThan(0.92);
  });

  test("the interval of a discrimination holds the true one in about 95 of 100, and none is told of too few", () => {
    const held = found.flatMap(({ items: each }) =>
      each.flatMap(({ item, discrimination }) => {
        const real = truth.get(item)!.discrimination;
        if (typeof discrimination === "string" || typeof real === "string") return [];
        return [holds(discrimination, real.value)];
      }),
    );
    expect(held.length).toBeGreaterThan(100);
    expect(shareOf(held)).toBeGreaterThan(0.92);
  });

  test("a score lies within 1.96 standard errors of what its student's ability would earn in about 95 of 100", () => {
    const held = found.flatMap(({ reliability }, index) => {
      if (!("value" in reliability)) return [];
      const reach = 1.96 * reliability.standardError;
      return taken[index]!.map(({ ability, asked, sitting }) => {
        const score = sitting.reduce((sum, { fraction }) => sum + fraction, 0);
        const expected = asked.reduce((sum, item) => sum + chanceRight(ability, items[item]!), 0);
        return Math.abs(score - expected) <= reach;
      });
    });
    expect(held.length).toBeGreaterThan(students);
    expect(shareOf(held)).toBeGreaterThan(0.92);
  });
});

test("pooled over the variants, a wrong key and a question that tells best are found in one class, as no single variant could", () => {
  const planted = items.map((item, index) => {
    if (index === 0) return { difficulty: 0, discrimination: -1.5, guessing: 0 };
    return index === 1 ? { difficulty: 0, discrimination: 3, guessing: 0 } : item;
  });
  const taken = classOf(500, "planted", planted);
  const { items: pooled } = analysed(taken);
  const figureOf = (item: string) => {
    const { discrimination } = pooled.find((each) => each.item === item)!;
    if (typeof discrimination === "string") throw new Error(discrimination);
    return discrimination;
  };
  expect(figureOf("i0").high).toBeLessThan(0);
  expect(pooled.find(({ item }) => item === "i0")!.flags.length).toBeGreaterThan(0);
  expect(figureOf("i1").low).toBeGreaterThan(0.3);
  const variants = Map.groupBy(taken, ({ asked }) => asked.join());
  expect(Math.max(...[...variants.values()].map(({ length }) => length))).toBeLessThan(10);
});

test("scores tell abilities apart as well as the reliability says", () => {
  const taken = classOf(500, "abilities");
  const { reliability } = analysed(taken);
  if (!("value" in reliability)) throw new Error(reliability.kind);
  const scores = taken.map(
    ({ ability, sitting }) => [ability, mean(sitting.map(({ fraction }) => fraction))!] as const,
  );
  const along = correlationOf(scores)!;
  // Reliability is the squared correlation with what would be earned for ever (F. M. Lord and M. R. Novick 1968).
  expect(along.value ** 2).toBeGreaterThan(reliability.value - 0.1);
  expect(along.value ** 2).toBeLessThan(reliability.value + 0.15);
});
