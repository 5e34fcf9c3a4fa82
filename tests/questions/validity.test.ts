import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { validityOf, whenInShort } from "@/lib/questions/validity.ts";
import { aDate, aFact, aPack, aRelation } from "../support/fictional-pack.ts";

const timeless = aRelation({ key: "born", temporal: false });

describe.each([
  [
    "both ends",
    { from: "2018-11", to: "2019-11-26" },
    "November 2018 to 26 November 2019",
    ["from November 2018 to the month, without a day", "to 26 November 2019 to the day"],
  ],
  [
    "an open end",
    { from: "2024-05-24", to: "open", asOf: "2024-05-27" },
    "24 May 2024 until at least 27 May 2024",
    ["from 24 May 2024 to the day", "to open", "as-of 27 May 2024 to the day"],
  ],
  ["an end alone", { to: "2011" }, "until 2011", ["from null null", "to 2011 to the year, without a month"]],
  ["a beginning alone", { from: "2004" }, "2004", ["from 2004 to the year, without a month", "to null null"]],
  ["a snapshot", { asOf: "2024-05-27" }, "as of 27 May 2024", ["as-of 27 May 2024 to the day"]],
  [
    "a snapshot of an undated document",
    { asOf: "[2021-05-06..2022-05-10]" },
    "as of a day between May 2021 and May 2022",
    ["as-of between May 2021 and May 2022 as one day of a longer stretch of time"],
  ],
  [
    "a date",
    { object: { kind: "date", date: aDate("2018-07") } },
    "July 2018",
    ["on July 2018 to the month, without a day"],
  ],
  ["nothing", {}, null, []],
] as const)("%s", (_, parts, short, ends) => {
  const fact = aFact({ key: "one", ...parts });
  const facts = indexPack(aPack({ relations: [aRelation()], facts: [fact] }));

  test("in short", () => expect(whenInShort(fact)).toBe(short));

  test("end by end, as exactly as it is given", () => {
    const validity = validityOf(facts, fact);
    expect(validity.ends.map(({ end, date, exact, open }) => `${end} ${open ? "open" : `${date} ${exact}`}`)).toEqual(
      ends,
    );
    expect(validity.changes).toBe(true);
  });
});

test("what does not change over time says so", () => {
  const fact = aFact({ key: "one", relation: "born" });
  const facts = indexPack(aPack({ relations: [timeless], facts: [fact] }));
  expect(validityOf(facts, fact)).toEqual({ changes: false, ends: [] });
});
