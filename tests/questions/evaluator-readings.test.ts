/** The evaluator at the readings that a pack declares: R7 (acting, joint, rival), R8 (qualified numbers), R9 (calendar and zone), and what was replaced. */
import { describe, expect, test } from "vitest";
import { julian, readDate, writeDay } from "@/tests/evaluator/calendar.ts";
import { handmade } from "@/tests/evaluator/handmade.ts";
import { areApart } from "@/tests/evaluator/kin.ts";
import { factOf, type Value } from "@/tests/evaluator/pack.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { type Case, expectFault, harbour, judgeEach } from "@/tests/support/judged.ts";

const names: Readonly<Record<string, string>> = {
  "e:ada": "Ada Marlow",
  "e:ben": "Ben Kestrel",
  "e:cleo": "Cleo Strand",
  "e:ewan": "Ewan Plover",
  "e:faye": "Faye Quern",
  "e:gus": "Gus Holm",
};

/** Who steered a boat on a day, with other people as wrong options. */
function who(fact: string, boat: string, edtf: string, words: string, key: string, ...others: string[]): Question {
  return handmade({
    form: "Q3",
    facts: [fact],
    stem: `Who steered the ${boat} on ${words}?`,
    time: { kind: "on", edtf },
    card: { fact, direction: "subject" },
    key: [key],
    options: Object.fromEntries([key, ...others].map((one) => [one === key ? `*${one}` : one, names[one]!])),
  });
}

const together = handmade({
  form: "Q3",
  kind: "multi-select",
  facts: ["teal-faye", "teal-gus"],
  stem: "Which two people steered the Blue Teal together on 1 January 2008?",
  time: { kind: "on", edtf: "2008-01-01" },
  choose: 2,
  key: ["e:faye", "e:gus"],
  options: { "*e:faye": "Faye Quern", "*e:gus": "Gus Holm", "e:ada": "Ada Marlow", "e:ben": "Ben Kestrel" },
});

const holders: readonly Case[] = [
  ["one in full", who("osprey-ewan", "Osprey", "2005-06-01", "1 June 2005", "e:ewan", "e:ada", "e:ben"), null],
  [
    "one in full while another acted for him",
    who("osprey-ewan", "Osprey", "2008-06-01", "1 June 2008", "e:ewan", "e:ada", "e:ben"),
    /e:ewan is to be T .* is U at: .*who acted or claimed counts/,
  ],
  [
    "who acted",
    who("osprey-faye", "Osprey", "2008-06-01", "1 June 2008", "e:faye", "e:ada", "e:ben"),
    /e:faye is to be T .* is F at/,
  ],
  [
    "who acted as a wrong option",
    who("osprey-ewan", "Osprey", "2008-06-01", "1 June 2008", "e:ewan", "e:faye", "e:ben"),
    /e:faye is to be F .* is U at: .*who acted/,
  ],
  [
    "who acted before, as a wrong option after",
    who("osprey-ewan", "Osprey", "2010-06-01", "1 June 2010", "e:ewan", "e:faye", "e:ben"),
    null,
  ],
  [
    "one whose place another claimed",
    who("osprey-ada", "Osprey", "2015-06-01", "1 June 2015", "e:ada", "e:ben", "e:cleo"),
    /e:ada is to be T .* is U at: .*claimed counts/,
  ],
  [
    "the same when the claim was over",
    who("osprey-ada", "Osprey", "2017-06-01", "1 June 2017", "e:ada", "e:gus", "e:cleo"),
    null,
  ],
  [
    "one of two who held it jointly",
    who("teal-faye", "Blue Teal", "2008-01-01", "1 January 2008", "e:faye", "e:gus", "e:cleo"),
    /e:gus is to be F .* is T/,
  ],
  ["two who held it jointly, with others who may have too", together, /e:ada is to be F .* is U/],
  [
    "the day on which somebody began to act",
    handmade({
      form: "Q10",
      kind: "date",
      facts: ["osprey-faye"],
      stem: "On which date did Faye Quern take the helm of the Osprey?",
      card: { fact: "osprey-faye", direction: "from" },
      key: ["d:2008-04-01"],
    }),
    /d:2008-04-01 is to be T .* is U/,
  ],
];

test("joint holders are asked together where all holders are known", () => {
  const closed = {
    ...harbour,
    relations: harbour.relations.map((one) =>
      one.key === "steered"
        ? {
            ...one,
            closed: [
              ...one.closed,
              {
                subject: null,
                object: "teal",
                from: readDate("2005-01"),
                asOf: readDate("2020-12-31"),
                cite: { source: "log", at: "all" },
              },
            ],
          }
        : one,
    ),
  };
  expectFault(together, null, closed);
});

const numberOf = (number: number, qualifier = "exact", unit = "metres"): Value => ({
  kind: "number",
  number,
  qualifier,
  unit,
});

test.each([
  ["more than 350 and 400", numberOf(350, "more_than"), numberOf(400), false],
  ["more than 350 and 350", numberOf(350, "more_than"), numberOf(350), true],
  ["more than 350 and 300", numberOf(350, "more_than"), numberOf(300), true],
  ["at least 350 and 350", numberOf(350, "at_least"), numberOf(350), false],
  ["less than 20 and more than 20", numberOf(20, "less_than"), numberOf(20, "more_than"), true],
  ["at most 20 and at least 20", numberOf(20, "at_most"), numberOf(20, "at_least"), false],
  ["about 100 and 105", numberOf(100, "about"), numberOf(105), false],
  ["about 100 and 120", numberOf(100, "about"), numberOf(120), true],
  ["20 metres and 30 feet", numberOf(20), numberOf(30, "exact", "feet"), false],
])("R8: %s", (_, a, b, apart) => {
  expect(areApart(harbour, a, b)).toBe(apart);
  expect(areApart(harbour, b, a)).toBe(apart);
});

describe("R9", () => {
  test.each([
    ["1917-10-25", "1917-11-07"],
    ["1582-10-05", "1582-10-15"],
    ["1700-02-29", "1700-03-11"],
    ["0001-01-01", "0000-12-30"],
  ])("%s of the Julian calendar is our %s", (edtf, ours) => {
    expect(writeDay(julian(edtf).first)).toBe(ours);
  });

  test("a Julian date is the day as written, the day in our calendar, or anything between", () => {
    const { object } = factOf(harbour, "when-bell");
    expect(object).toMatchObject({
      when: { edtf: "1890-03-10", first: readDate("1890-03-10").first, last: readDate("1890-03-22").first },
    });
  });

  test("a date without a zone is that day or one to either side", () => {
    const { object } = factOf(harbour, "when-lights");
    expect(object).toMatchObject({
      when: { edtf: "1929-07-01", first: readDate("1929-06-30").first, last: readDate("1929-07-02").first },
    });
  });

  const bell = {
    form: "Q10",
    facts: ["when-bell"],
    stem: "On which date did the chapel hang its bell?",
    card: { fact: "when-bell", direction: "object" },
    key: ["d:1890-03-10"],
  } as const;

  test.each([
    ["a date a month away", "d:1890-04-10", "10 April 1890", null],
    ["the same day in our calendar", "d:1890-03-22", "22 March 1890", /d:1890-03-22 is to be F .* is U|overlap/],
  ])("%s as a wrong option", (_, value, words, fault) => {
    const options = { "*d:1890-03-10": "10 March 1890", [value]: words, "d:1895-05-01": "1 May 1895" };
    expectFault(handmade({ ...bell, options }), fault);
  });
});

const berth = {
  form: "Q1",
  facts: ["berth-wigeon"],
  stem: "At which pier did the Wigeon have its berth on 1 June 2015?",
  time: { kind: "on", edtf: "2015-06-01" },
  card: { fact: "berth-wigeon", direction: "object" },
  key: ["e:ropewalk"],
} as const;

const replaced: readonly Case[] = [
  [
    "what holds, without what it replaced",
    handmade({
      ...berth,
      options: { "*e:ropewalk": "Ropewalk", "e:long-quay": "Long Quay", "e:stone-pier": "Stone Pier" },
    }),
    null,
  ],
  [
    "what it replaced, as a wrong option",
    handmade({ ...berth, options: { "*e:ropewalk": "Ropewalk", "e:long-quay": "Long Quay", "e:mole": "Old Mole" } }),
    /follows the right one, or is followed by it/,
  ],
];

judgeEach({
  R7: holders,
  "a fact that follows another": replaced,
});
