/** What holds of item analysis for any answers, and what it says to an instructor. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "@/lib/base/random.ts";
import { answerOf, itemOf, timesOf } from "@/lib/classroom/analysed.ts";
import { type Answer, analyse, fewestStudents, type Sitting } from "@/lib/classroom/analysis.ts";
import { alphaOf, median, shareOf } from "@/lib/classroom/statistics.ts";
import { anOption, aQuestion } from "../support/question.ts";

const answer = (item: string, fraction: number, more: Partial<Answer> = {}): Answer => ({
  ...{ item, fraction, pointsMax: 1, offered: [], chosen: [], took: null, ...more },
});

/** Classes of a few students and questions, part right in quarters. */
const tables = fc.tuple(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) => {
  const fraction = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
  return fc.array(fc.array(fraction, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
});
const sittingsOf = (table: readonly (readonly number[])[], pointsMax = 1): Sitting[] =>
  table.map((row) => row.map((fraction, place) => answer(`q${place}`, fraction, { pointsMax })));

describe("for any answers", () => {
  test("a share lies in its interval, the interval in 0..1, and more answers make it no wider", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, value) => {
        const share = shareOf(value * count, count)!;
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.low).toBeLessThanOrEqual(share.value);
        expect(share.high).toBeGreaterThanOrEqual(share.value);
        expect(share.high).toBeLessThanOrEqual(1);
        const twice = shareOf(value * count * 2, count * 2)!;
        expect(twice.high - twice.low).toBeLessThanOrEqual(share.high - share.low + 1e-12);
      }),
    );
  });

  test("correlations lie in -1..1 within their intervals, alpha is at most 1, and nothing is not a number", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { items, reliability } = analyse(sittingsOf(table));
        for (const { discrimination } of items) {
          if (typeof discrimination === "string") continue;
          expect(discrimination.low).toBeLessThanOrEqual(discrimination.value);
          expect(discrimination.high).toBeGreaterThanOrEqual(discrimination.value);
          expect(Math.abs(discrimination.value)).toBeLessThanOrEqual(1);
        }
        if (!("value" in reliability)) return;
        expect(reliability.value).toBeLessThanOrEqual(1 + 1e-9);
        expect(reliability.standardError).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("the order of the students changes nothing, and what a point is worth only the standard error", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [plain, turned, worth] = [
          analyse(sittingsOf(table)),
          analyse(sittingsOf(table.toReversed())),
          analyse(sittingsOf(table, 3)),
        ];
        plain.items.forEach((item, index) => {
          for (const other of [turned.items[index]!, worth.items[index]!]) {
            expect(other.share.value).toBeCloseTo(item.share.value, 10);
            expect(other.flags).toEqual(item.flags);
            if (typeof item.discrimination === "string") expect(other.discrimination).toBe(item.discrimination);
            else expect(other.discrimination).toMatchObject({ value: expect.closeTo(item.discrimination.value, 8) });
          }
        });
        if ("value" in plain.reliability)
          expect(worth.reliability).toMatchObject({
            value: expect.closeTo(plain.reliability.value, 8),
            standardError: expect.closeTo(plain.reliability.standardError * 3, 8),
          });
      }),
    );
  });

  test("a question asked of everybody and the same one asked in two variants have the same figures", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const two = sittingsOf(table).map((sitting, index) => (index % 2 ? sitting.toReversed() : sitting));
        const byItem = (sittings: Sitting[]) =>
          new Map(analyse(sittings).items.map(({ item, share, answers }) => [item, [share, answers]]));
        expect(byItem(two)).toEqual(byItem(sittingsOf(table)));
      }),
    );
  });

  test("two questions that are always answered alike have an alpha of 1", () => {
    expect(alphaOf([0, 1, 1, 0, 1].map((each) => [each, each]))).toBeCloseTo(1, 12);
  });
});

test("the intervals of simulated classes hold the true share in about 95 of 100", () => {
  const random = seeded("coverage of Wilson's interval");
  for (const truth of [0.1, 0.5, 0.85]) {
    let held = 0;
    for (let trial = 0; trial < 4_000; trial++) {
      let right = 0;
      for (let student = 0; student < 30; student++) if (random() < truth) right++;
      const { low, high } = shareOf(right, 30)!;
      if (low <= truth && truth <= high) held++;
    }
    expect(held / 4_000).toBeGreaterThan(0.925);
    expect(held / 4_000).toBeLessThan(0.985);
  }
});

describe("too few students", () => {
  test("have no discrimination and no reliability, but a share with a wide interval", () => {
    const few = analyse(sittingsOf(Array.from({ length: fewestStudents - 1 }, (_, row) => [row % 2, row % 3 ? 1 : 0])));
    expect(few.reliability).toEqual({ kind: "too-few-students" });
    for (const { discrimination } of few.items) expect(discrimination).toBe("too-few-students");
    expect(few.items[0]!.share.high - few.items[0]!.share.low).toBeGreaterThan(0.4);
  });

  test("are told from answers that are all alike, and from a single question", () => {
    const alike = analyse(sittingsOf(Array.from({ length: 12 }, () => [1, 1])));
    expect(alike.reliability).toEqual({ kind: "all-alike" });
    expect(alike.items[0]!.discrimination).toBe("all-alike");
    expect(analyse(sittingsOf(Array.from({ length: 12 }, (_, row) => [row % 2]))).reliability).toEqual({
      kind: "one-question",
    });
    expect(analyse([])).toEqual({ students: 0, reliability: { kind: "too-few-students" }, items: [] });
  });
});

describe("flags", () => {
  const options = ["key", "rival", "idle"].map((value) => ({ value, right: value === "key" }));
  /** Twenty students who know 0..19 of the other questions; each chooses by what they know. */
  const asked = (choose: (rank: number) => string): Sitting[] =>
    Array.from({ length: 20 }, (_, rank) => {
      const chosen = choose(rank);
      return [
        answer("asked", chosen === "key" ? 1 : 0, { offered: options, chosen: [chosen] }),
        answer("rest", rank / 19, { pointsMax: 19 }),
      ];
    });
  const kindsOf = (sittings: Sitting[]) => analyse(sittings).items[0]!.flags.map(({ kind }) => kind);

  test("are none but what is idle for a question that works", () => {
    const [item] = analyse(asked((rank) => (rank > 8 ? "key" : "rival"))).items;
    expect(item!.flags).toEqual([{ kind: "idle", values: ["idle"] }]);
    expect(item!.options.map(({ works }) => works)).toEqual([null, "works", "idle"]);
  });

  test("say when those who know the rest get it wrong", () => {
    expect(kindsOf(asked((rank) => (rank > 8 ? "rival" : "key")))).toEqual([
      "backwards",
      "rival",
      "draws-the-strong",
      "idle",
    ]);
  });

  test("say when nobody or everybody has it right, and when it is surely hard", () => {
    expect(kindsOf(asked(() => "key"))).toEqual(["everybody-right"]);
    expect(kindsOf(asked((rank) => (rank % 2 ? "rival" : "idle")))).toContain("nobody-right");
    expect(kindsOf(asked((rank) => (rank > 15 ? "key" : rank % 2 ? "rival" : "idle")))).toContain("hard");
  });

  test("are not raised by four students", () => {
    expect(kindsOf(asked(() => "rival").slice(0, 4))).toEqual([]);
  });
});

describe("what is pooled", () => {
  const card = { fact: "f01", direction: "subject" } as const;
  test("is a fact asked in a direction by a kind, whatever the options", () => {
    const one = aQuestion({ kind: "choice", card, options: [anOption("e:a", true), anOption("e:b", false)] });
    const other = aQuestion({ kind: "choice", card, options: [anOption("e:a", true), anOption("e:c", false)] });
    expect(itemOf(one)).toBe(itemOf(other));
    expect(itemOf(aQuestion({ kind: "typed", card }))).not.toBe(itemOf(one));
  });

  test("counts an option among those to whom it was offered", () => {
    const seen = (other: string, chosen: string) =>
      answer("q", chosen === "e:a" ? 1 : 0, {
        offered: [
          { value: "e:a", right: true },
          { value: other, right: false },
        ],
        chosen: [chosen],
      });
    const { options } = analyse([[seen("e:b", "e:b")], [seen("e:c", "e:a")], [seen("e:c", "e:c")]]).items[0]!;
    expect(options.map(({ value, chosen, share }) => [value, chosen, share])).toEqual([
      ["e:a", 1, 1 / 3],
      ["e:b", 1, 1],
      ["e:c", 1, 1 / 2],
    ]);
  });

  test("holds what was chosen, and nothing for what was written", () => {
    const slot = { slot: 1, pointsMax: 2, question: aQuestion({ kind: "typed", card }) };
    const result = { slot: 1, response: { kind: "typed", text: "x" } as const, fraction: 0.5, points: 1 };
    expect(answerOf(slot, result, 5)).toMatchObject({ offered: [], chosen: [], fraction: 0.5, pointsMax: 2, took: 5 });
  });
});

test("the time of a question is every stretch that ended with its answer", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const response = { kind: "typed", text: "x" } as const;
  const times = timesOf(at(0), [
    { kind: "answer", id: "c", slot: 1, response, receivedAt: at(40) },
    { kind: "answer", id: "a", slot: 1, response, receivedAt: at(10) },
    { kind: "flag", id: "f", slot: 3, flagged: true, receivedAt: at(15) },
    { kind: "answer", id: "b", slot: 2, response, receivedAt: at(30) },
    { kind: "submit", id: "d", receivedAt: at(60) },
  ]);
  expect([...times]).toEqual([
    [1, 20_000],
    [2, 15_000],
  ]);
  expect(median([3, 1, 2, 10])).toBe(2.5);
});
