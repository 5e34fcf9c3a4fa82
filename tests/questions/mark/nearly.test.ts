/** Who says in part what the key says is asked to say it otherwise, once; who names another is not. In a quiz it is wrong, with the remark for those who teach. */
import { describe, expect, test } from "vitest";
import { givenTo } from "@/lib/classroom/given.ts";
import { mark } from "@/lib/questions/mark.ts";
import { expectMarks, typed } from "@/tests/support/typed.ts";

const team = {
  ...typed("team", ["Core Team", "NATO Core Team"], [["elements", "support elements"]]),
  titles: [],
  stem: "Which NATO team was sent to Baghdad in 2017?",
};

describe("a thing", () => {
  expectMarks(team, [
    ["Core Team", "right"],
    // More than the name, or another form of it.
    ["Iraq Core Team", "ask nearly"],
    ["the Core Team of advisers", "ask nearly"],
    ["a modest but scalable Core Team", "ask nearly"],
    ["Core Team 2 of advisers", "ask nearly"],
    ["core-teaming", "ask nearly"],
    // Half of it, what the stem says already, and something else.
    ["Core", "wrong"],
    ["NATO team", "wrong"],
    ["the team", "wrong"],
    ["the whole crew", "wrong"],
    // With another's word, the contrary, or another number.
    ["Core Team support", "wrong"],
    ["not the Core Team itself", "wrong"],
    ["support elements", "wrong elements"],
  ]);
  const shared = { ...typed("mod", ["Ministry of Defence"], [["moi", "Ministry of Interior"]]), titles: [] };
  expectMarks(shared, [
    ["Ministry of Finance", "wrong"],
    ["Iraq's new Ministry of Defence", "ask nearly"],
  ]);
  const france = {
    ...typed(
      "france",
      ["France"],
      [
        ["paris", "Paris, France"],
        ["paris", "Paris"],
      ],
    ),
    titles: [],
  };
  expectMarks(france, [
    ["modern France", "ask nearly"],
    ["Paris in France", "wrong paris"],
  ]);
  const numbered = { ...typed("third", ["Apollo 3"], [["fourth", "Apollo 4"]]), titles: [] };
  expectMarks(numbered, [
    ["the Apollo 3 flight", "ask nearly"],
    ["the Apollo 5 flight", "wrong"],
  ]);
  const lead = { ...typed("lead", ["lead", "plumbum"], [["leader", "leader"]]), titles: [] };
  expectMarks(lead, [
    ["Pb", "ask nearly"],
    ["L", "ask nearly"],
    ["Fe", "wrong"],
    ["b", "wrong"],
    ["pbm", "wrong"],
  ]);
  const reform = { ...typed("dib", ["defence and institution building"]), titles: [] };
  expectMarks(reform, [
    ["DIB", "ask nearly"],
    ["dbi", "wrong"],
  ]);
  const code = { ...typed("symbol", ["FE"]), titles: [] };
  expectMarks(code, [["FE 2", "wrong"]]);
});

describe("a person", () => {
  expectMarks(typed("fortin", ["Dany Fortin", "Fortin"]), [
    ["Michael Fortin the second", "wrong"],
    ["Fortin's deputy", "wrong"],
  ]);
});

test("the second time it is wrong, and keeps the remark", () => {
  const again = mark(team, { kind: "typed", text: "Iraq Core Team" }, { second: true });
  expect(again).toMatchObject({ kind: "marked", fraction: 0, notes: ["nearly"], mistakenFor: null });
});

test("those who teach see the remark beside what was answered in a quiz", () => {
  const given = givenTo(team, [
    { student: "Ada", response: { kind: "typed", text: "Iraq Core Team" } },
    { student: "Bo", response: { kind: "typed", text: "nobody" } },
  ]);
  expect(given).toMatchObject([
    { text: "Iraq Core Team", fraction: 0, notes: ["nearly"] },
    { text: "nobody", fraction: 0, notes: [] },
  ]);
});
