import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "@/lib/base/day.ts";
import { completeAt } from "@/lib/facts/complete.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { holdersAt } from "@/lib/facts/holders.ts";
import { certaintyAt, spanOf } from "@/lib/facts/time.ts";
import { type Board, boardOf } from "@/lib/play/board.ts";
import { changeBeside, monthsFrom, type Stand, standOn } from "@/lib/play/stand.ts";
import { contentPack, everyPack } from "../support/content-packs.ts";
import { tideTowns } from "../support/fictional-pack.ts";

const none = new Set<string>();
const nmi = contentPack("nato-mission-iraq");
const presidents = contentPack("us-presidents");
const packs: [string, Facts][] = [...everyPack(), ["tide-towns", indexPack(tideTowns())]];

const on = (facts: Facts, day: string, hidden = none): Stand => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return standOn(boardOf(facts, hidden)!, dayNumber(year, month, date));
};
const seatOn = (facts: Facts, day: string, key: string, hidden = none) => {
  const found = on(facts, day, hidden).seats.find(({ seat }) => seat.key === key);
  return (
    found && {
      sure: found.sure.map(({ name }) => name),
      perhaps: found.perhaps.map(({ holder, why }) => `${holder.name}: ${why}`),
      nobody: found.nobody,
    }
  );
};

describe("who holds a seat on a day", () => {
  const commander = "commanded nmi";
  const vice = "vice-president-of us";
  const mayor = "led harrow";
  const towns = indexPack(tideTowns());
  test.each([
    ["within a term", nmi, "2022-01-01", commander, ["Michael Lollesgaard"], [], false],
    [
      "on the day of a handover either",
      nmi,
      "2021-05-06",
      commander,
      [],
      ["Per Olsen: end", "Michael Lollesgaard: end"],
      false,
    ],
    ["in the month of a start dated to the month", nmi, "2018-11-20", commander, [], ["Dany Fortin: end"], false],
    ["on the day of the last document", nmi, "2024-05-27", commander, ["Lucas Schreurs"], [], false],
    ["in a vacancy nobody", presidents, "1812-06-01", vice, [], [], true],
    ["acting is not holding", towns, "2001-05-01", mayor, [], ["Voss: acting"], false],
    [
      "beside a rival it is not sure of either",
      towns,
      "2008-04-01",
      mayor,
      [],
      ["Munk: beside", "Sorel: rival"],
      false,
    ],
    ["jointly both", towns, "2003-01-01", "led brine", ["Sorel", "Tynn"], [], false],
    [
      "where the documents differ neither",
      towns,
      "1982-01-01",
      "led skell",
      [],
      ["Ulle: differ", "Wren: differ"],
      false,
    ],
  ] as const)("%s", (_, facts, day, key, sure, perhaps, nobody) => {
    const found = seatOn(facts, day, key)!;
    const surname = (name: string) => (facts === towns ? name.split(" ").at(-1)! : name);
    expect(found.sure.map(surname)).toEqual(sure);
    expect(found.perhaps.map((said) => (facts === towns ? said.replace(/^.* (?=\S+: )/, "") : said))).toEqual(perhaps);
    expect(found.nobody).toBe(nobody);
  });

  test("before the first of a closed office nothing is said at all", () => {
    expect(seatOn(nmi, "2018-10-31", commander)).toBeUndefined();
  });

  test("a seat of which something is hidden is never called empty", () => {
    expect(seatOn(presidents, "1850-01-01", vice, new Set(["vice-fillmore"]))).toBeUndefined();
    expect(seatOn(presidents, "1812-06-01", vice, new Set(["vice-fillmore"]))).toBeUndefined();
    expect(seatOn(presidents, "1850-01-01", vice)!.sure).toEqual(["Millard Fillmore"]);
  });
});

test("what is dated to a month may have happened on any day of it, and has happened on none before", () => {
  const where = (day: string) =>
    Object.entries(on(nmi, day).events)
      .filter(([, events]) => events.some(({ fact }) => fact === "launch-date"))
      .map(([stand]) => stand);
  expect(["2018-06-30", "2018-07-01", "2018-07-31", "2018-08-01"].map(where)).toEqual([
    ["ahead"],
    ["perhaps"],
    ["perhaps"],
    ["past"],
  ]);
  expect(on(presidents, "1732-02-22").events.today.map(({ fact }) => fact)).toEqual(["born-washington"]);
});

test("what a document says of its own day is sure on that day alone; of an undated document on no day", () => {
  const sure = (day: string) => on(nmi, day).sure.map(({ fact }) => fact);
  expect(sure("2024-05-27")).toContain("advised-moi-2024");
  expect(sure("2024-05-26")).toEqual([]);
  const sheet = (day: string) => on(nmi, day).perhaps.find(({ line }) => line.fact === "advised-mod-2021")?.why;
  expect(sheet("2021-10-01")).toBe("unsaid");
  expect(sheet("2024-05-27")).toBe("unsaid");
});

test("a pack without any time has no board", () => {
  expect(boardOf(new Map(packs).get("chemical-elements")!, none)).toBeNull();
});

test("from change to change one comes through all of them, and no further", () => {
  const board = boardOf(nmi, none)!;
  const seen: number[] = [];
  for (let day: number | null = board.days.first; day !== null; day = changeBeside(board, day, 1)) seen.push(day);
  expect(seen.slice(1)).toEqual(board.changes);
  expect(changeBeside(board, board.days.first, -1)).toBeNull();
});

test.each([
  [[2021, 1, 31], 1, [2021, 2, 28]],
  [[2020, 1, 31], 1, [2020, 2, 29]],
  [[2021, 1, 15], -1, [2020, 12, 15]],
  [[2021, 3, 31], -13, [2020, 2, 29]],
] as const)("%j and so many months: %i", ([year, month, day], months, [toYear, toMonth, toDay]) => {
  expect(monthsFrom(dayNumber(year, month, day), months)).toBe(dayNumber(toYear, toMonth, toDay));
});

const boards = packs.flatMap(([name, facts]): [string, Facts, Board][] => {
  const board = boardOf(facts, none);
  return board ? [[name, facts, board]] : [];
});

describe.each(boards)("on any day of %s", (_, facts, board) => {
  const days = fc.oneof(fc.integer({ min: board.days.first, max: board.days.last }), fc.constantFrom(...board.changes));

  test("nothing is called sure that is not, and nothing possible is kept quiet", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { sure, perhaps, seats } = standOn(board, day);
        const certainty = (key: string) => {
          const fact = facts.fact(key);
          return certaintyAt(spanOf(fact, facts.relation(fact.relation)), { first: day, last: day });
        };
        for (const { fact } of [...sure, ...seats.flatMap((seat) => seat.sure)]) expect(certainty(fact)).toBe("sure");
        for (const { line } of perhaps) expect(certainty(line.fact)).toBe("maybe");
        const said = new Set([
          ...[...sure, ...perhaps.map(({ line }) => line)].map(({ fact }) => fact),
          ...seats.flatMap((seat) =>
            [...seat.sure, ...seat.perhaps.map(({ holder }) => holder)].map(({ fact }) => fact),
          ),
        ]);
        for (const { fact } of [...board.lines, ...board.seats.flatMap(({ holders }) => holders)])
          expect(said.has(fact)).toBe(certainty(fact) !== "no");
      }),
      { numRuns: 60 },
    );
  });

  test("a seat is called empty only where the pack says that it has every holder, and none may hold it", () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const { seat, nobody } of standOn(board, day).seats) {
          if (!nobody) continue;
          const [relation, key] = seat.key.split(" ") as [string, string];
          const anchor = { relation, end: "object", key } as const;
          const time = { kind: "during", days: { first: day, last: day } } as const;
          expect(holdersAt(facts, anchor, time, 99)).toEqual({ sure: [], maybe: [] });
          expect(completeAt(facts, anchor, time)).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  test("what is hidden is nowhere on the board", () => {
    const keys = facts.pack.facts.map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1 }), (hidden) => {
        const text = JSON.stringify(boardOf(facts, new Set(hidden)));
        for (const key of hidden) expect(text).not.toContain(`"fact":"${key}"`);
      }),
      { numRuns: 10 },
    );
  });
});
