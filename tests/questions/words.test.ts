import { describe, expect, test } from "vitest";
import type { Bound } from "@/lib/facts/fact.ts";
import { aOrAn } from "@/lib/questions/article.ts";
import { dateInWords, dateWithPreposition, spanInWords, throughout, whDate } from "@/lib/questions/date-words.ts";
import { holdersOf, listed, nounPhrase, optionName, raised } from "@/lib/questions/noun-phrase.ts";
import { countInWords, figures, numberInWords } from "@/lib/questions/number-words.ts";
import { aBound, aDate, anEntity } from "@/tests/support/fictional-pack.ts";

describe("dates are worded exactly as precisely as they are known", () => {
  test.each([
    ["2024-05-24", "24 May 2024", "on 24 May 2024", "on 24 May 2024", "on which date"],
    ["2018-07", "July 2018", "in July 2018", "throughout July 2018", "in which month and year"],
    ["2004", "2004", "in 2004", "throughout 2004", "in which year"],
    ["-0043-03-15", "15 March 44 BC", "on 15 March 44 BC", "on 15 March 44 BC", "on which date"],
    ["0000", "1 BC", "in 1 BC", "throughout 1 BC", "in which year"],
    [
      "[2021-05-06..2022-05-10]",
      "between May 2021 and May 2022",
      "between May 2021 and May 2022",
      "throughout between May 2021 and May 2022",
      null,
    ],
    [
      "[2021-05-06..2021-05-10]",
      "between 6 May 2021 and 10 May 2021",
      "between 6 May 2021 and 10 May 2021",
      null,
      null,
    ],
  ])("%s", (edtf, words, withPreposition, whole, wh) => {
    const date = aDate(edtf);
    expect(dateInWords(date)).toBe(words);
    expect(dateWithPreposition(date)).toBe(withPreposition);
    if (whole && date.precision !== "between") expect(throughout(date)).toBe(whole);
    expect(whDate(date.precision)).toBe(wh);
  });

  test.each([
    ["2018-11", "2019-11-26", "from November 2018 to 26 November 2019"],
    ["2004", "2011", "from 2004 to 2011"],
    ["2020-05", "open", "from May 2020 until at least 27 May 2024"],
    ["2013-05", "unknown", "from May 2013"],
    ["unknown", "2011", "until 2011"],
    ["unknown", "unknown", ""],
    ["[1990-01-01..1999-12-31]", "2004", "from a day between January 1990 and December 1999 to 2004"],
  ])("from %s to %s", (from, to, words) => {
    const bound = (spelling: string): Bound => aBound(spelling);
    expect(spanInWords(bound(from), bound(to), "27 May 2024")).toBe(words);
  });
});

describe("a and an follow the sound", () => {
  test.each(
    Object.entries({
      an: [
        "hour",
        "heir",
        "honest answer",
        "MoD official",
        "NMI adviser",
        "NTM-I trainer",
        "apple",
        "eighth",
        "8-day visit",
        "18 May",
        "11th",
        "unnamed body",
        "FBI agent",
        "Agüero",
        "SS officer",
        "operation",
      ],
      a: [
        "European",
        "UN body",
        "unit",
        "university",
        "one-day course",
        "user",
        "ship",
        "NATO mission",
        "JFC",
        "DNA test",
        "180-day visit",
        "110 m tower",
        "house",
        "Uruguayan",
        "use",
        "U-boat",
      ],
    }),
  )("%s", (article, words) => {
    expect(words.map((word) => `${aOrAn(word)} ${word}`)).toEqual(words.map((word) => `${article} ${word}`));
  });
});

describe("numbers keep their qualifier", () => {
  test.each([
    [{ number: 350, qualifier: "more_than", unit: "personnel" }, "more than 350 personnel"],
    [{ number: 382, qualifier: "about", unit: null }, "about 382"],
    [{ number: 8, qualifier: "exact", unit: "people" }, "8 people"],
    [{ number: 1, qualifier: "at_least", unit: "mission" }, "at least 1 mission"],
    [{ number: 1200, qualifier: "less_than", unit: "troops" }, "fewer than 1,200 troops"],
    [{ number: 28.5, qualifier: "exact", unit: "metres" }, "28.5 metres"],
  ] as const)("%j", (value, words) => {
    expect(numberInWords({ kind: "number", ...value })).toBe(words);
  });

  test("figures are grouped the same on every machine", () => {
    expect([0, 999, 1000, 1234567.25, -4000].map(figures)).toEqual(["0", "999", "1,000", "1,234,567.25", "−4,000"]);
    expect([1, 2, 20, 21].map(countInWords)).toEqual(["one", "two", "twenty", "21"]);
  });
});

describe("names", () => {
  const mission = anEntity({ key: "nmi", type: "mission", name: "NATO Mission Iraq (NMI)", short: "NMI" });
  const country = anEntity({ key: "nld", type: "country", name: "Netherlands", article: "the" });
  const command = anEntity({
    key: "jfc",
    type: "command",
    name: "Allied Joint Force Command (JFC) Naples",
    short: "JFC Naples",
  });
  const person = anEntity({
    key: "quill",
    name: "Anselm van der Quill",
    surname: "van der Quill",
    attributes: { rank: "major general" },
  });
  const lower = anEntity({ key: "holt", name: "van der Holt", surname: "van der Holt" });
  const noun = anEntity({ key: "ferry", type: "event", name: "opening of the ferry", article: "the" });

  test.each([
    [mission, "full", "NATO Mission Iraq (NMI)"],
    [mission, "short", "NMI"],
    [country, "full", "the Netherlands"],
    [country, "bare", "Netherlands"],
    [person, "titled", "Major General Anselm van der Quill"],
    [country, "titled", "the Netherlands"],
    [noun, "full", "the opening of the ferry"],
  ] as const)("%#: %s in a sentence", (entity, form, words) => {
    expect(nounPhrase(entity, form)).toBe(words);
  });

  test("options bear no rank, no bracket, and no abbreviation that the item does not spell out", () => {
    expect([mission, command, person, noun].map((entity) => optionName(entity))).toEqual([
      "NATO Mission Iraq",
      "Allied Joint Force Command Naples",
      "Anselm van der Quill",
      "The opening of the ferry",
    ]);
  });

  test("a name keeps its case, a common noun is raised", () => {
    expect(optionName(lower)).toBe("van der Holt");
    expect(raised("“fight terrorism” is")).toBe("“Fight terrorism” is");
    expect(raised("école")).toBe("École");
  });

  test("lists stay readable when their items have commas or ands", () => {
    expect(listed(["A"])).toBe("A");
    expect(listed(["A", "B", "C"])).toBe("A, B and C");
    expect(listed(["policy and strategy", "law"])).toBe("policy and strategy, and law");
    expect(listed(["Women, Peace and Security", "law", "force"])).toBe("Women, Peace and Security; law; and force");
  });
});

test.each([
  [["commander", "commanders"], "NATO Mission Iraq", "commanders of NATO Mission Iraq"],
  [["harbour master", "harbour masters"], "Harbour master of Brine", "harbour masters of Brine"],
  [["mayor", "mayors"], "the Mayor of Brine", "mayors of Brine"],
] as const)("all who hold something are said once: %s of %s", (noun, held, words) => {
  expect(holdersOf([...noun], held)).toBe(words);
});
