import { describe, expect, test } from "vitest";
import { givenTo } from "@/lib/classroom/given.ts";
import { anOption, anOrder, aQuestion } from "../support/question.ts";

const olsen = aQuestion({
  kind: "typed",
  key: ["e:olsen"],
  accepts: ["Per Olsen", "Olsen"],
  answer: "Per Olsen",
  near: [{ value: "e:iannucci", text: "Giovanni Iannucci" }],
});
const wrote = (student: string, text: string) => ({ student, response: { kind: "typed", text } as const });

describe("answers that were written", () => {
  test("stand together where they are the same, the most frequent first, then the better, with what the marking remarked", () => {
    const answers = [
      wrote("Ada", "Nobody"),
      wrote("Bo", "Olsne"),
      wrote("Cy", "Per Olsen"),
      wrote("Di", " Per Olsen "),
      wrote("Ed", "Giovanni Iannucci"),
    ];
    expect(givenTo(olsen, answers)).toEqual([
      { text: "Per Olsen", places: null, fraction: 1, notes: [], mistakenFor: null, students: ["Cy", "Di"] },
      { text: "Olsne", places: null, fraction: 1, notes: ["spelling"], mistakenFor: null, students: ["Bo"] },
      {
        text: "Giovanni Iannucci",
        places: null,
        fraction: 0,
        notes: ["other-entity"],
        mistakenFor: "Giovanni Iannucci",
        students: ["Ed"],
      },
      { text: "Nobody", places: null, fraction: 0, notes: [], mistakenFor: null, students: ["Ada"] },
    ]);
  });

  test("say what would be asked again in study, and earn what they show", () => {
    const may = aQuestion({ kind: "date", key: ["d:2021-05-06"], precision: "day", answer: "6 May 2021" });
    const [exact] = givenTo(may, [{ student: "Ada", response: { kind: "date", text: "6 May 2021" } }])!;
    expect(exact).toMatchObject({ fraction: 1, notes: [] });
    const [coarse] = givenTo(may, [{ student: "Ada", response: { kind: "date", text: "May 2021" } }])!;
    expect(coarse).toMatchObject({ fraction: 2 / 3, notes: ["more-exact"] });
  });

  test("are none where nothing was answered, or the answer was taken back", () => {
    expect(givenTo(olsen, [{ student: "Ada", response: null }])).toEqual([]);
    expect(givenTo(olsen, [{ student: "Ada", response: { kind: "dont-know" } }])).toEqual([]);
  });
});

test("an order is told in the words of its options, and by their right places", () => {
  const order = anOrder(3);
  const values = [...order.key].reverse();
  const [given] = givenTo(order, [{ student: "Ada", response: { kind: "order", values } }])!;
  const textOf = (value: string) => order.options.find((option) => option.value === value)?.text;
  expect(given?.text).toBe(values.map(textOf).join("; "));
  expect(given).toMatchObject({ places: [3, 2, 1], fraction: 0 });
});

test("of kinds that are chosen, the options tell who chose them", () => {
  const choice = aQuestion({ kind: "choice", options: [anOption("e:a", true), anOption("e:b", false)], key: ["e:a"] });
  expect(givenTo(choice, [{ student: "Ada", response: { kind: "choice", value: "e:a" } }])).toBeNull();
});
