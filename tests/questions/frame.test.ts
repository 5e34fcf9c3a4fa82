import { describe, expect, test } from "vitest";
import { type Filler, frameProblems, realise } from "@/lib/questions/frame.ts";
import { anEntity } from "@/tests/support/fictional-pack.ts";

const entity = (parts: Parameters<typeof anEntity>[0], noun = "thing"): Filler => ({
  kind: "entity",
  entity: anEntity(parts),
  noun,
});
const olsen = entity(
  { key: "olsen", name: "Per Olsen", surname: "Olsen", attributes: { rank: "lieutenant general" } },
  "person",
);
const mission = entity({ key: "nmi", type: "mission", name: "NATO Mission Iraq (NMI)", short: "NMI" }, "mission");
const isles = entity({ key: "isles", type: "place", name: "Lantern Isles", article: "the", plural: true }, "place");
const inStem = { standsAlone: true, ranks: true };
const inReceipt = { standsAlone: false, ranks: true };

describe("a frame becomes a sentence", () => {
  test.each([
    [
      "Who commanded {o} {on}?",
      { o: mission, text: { on: "on 1 January 2022" } },
      "Who commanded NATO Mission Iraq (NMI) on 1 January 2022?",
    ],
    [
      "{wh_date} did {s.titled} take command of {o}?",
      { s: olsen, o: mission, text: { wh_date: "on which date" } },
      "On which date did Lieutenant General Per Olsen take command of NATO Mission Iraq (NMI)?",
    ],
    ["{s} {s:was|were} lit {when}.", { s: isles, text: { when: "in 2004" } }, "The Lantern Isles were lit in 2004."],
    ["{s} {s:was|were} lit {when}.", { s: olsen, text: { when: "" } }, "Per Olsen was lit."],
    ["How many ships had {s}, {scope}?", { s: isles, text: { scope: "" } }, "How many ships had the Lantern Isles?"],
    ["{scope}, how many ships had {s}?", { s: isles, text: { scope: "" } }, "How many ships had the Lantern Isles?"],
    ["How many ships had {s} {scope}?", { s: isles, text: { scope: "" } }, "How many ships had the Lantern Isles?"],
    [
      "How many ships had {s} {scope}?",
      { s: isles, text: { scope: "according to the log" } },
      "How many ships had the Lantern Isles, according to the log?",
    ],
    [
      "How many ships had {s}, {scope}?",
      { s: isles, text: { scope: "on 3 May 2020" } },
      "How many ships had the Lantern Isles on 3 May 2020?",
    ],
    [
      "{scope}, how many ships had {s}?",
      { s: isles, text: { scope: "as of 27 May 2024" } },
      "As of 27 May 2024, how many ships had the Lantern Isles?",
    ],
    [
      "Which {n} {n:body|bodies} did {this} name?",
      { n: 1, text: { this: "the page" } },
      "Which body did the page name?",
    ],
    [
      "Which {n} {n:body|bodies} did {this} name?",
      { n: 2, text: { this: "the page" } },
      "Which two bodies did the page name?",
    ],
    [
      "Was {s} a {o.adjective} place?",
      { s: isles, o: entity({ key: "it", name: "Italy", adjective: "Italian" }), text: {} },
      "Was the Lantern Isles an Italian place?",
    ],
    ["{s.noun} by {s.bare}.", { s: isles, text: {} }, "Place by Lantern Isles."],
  ] as const)("%s", (frame, slots, sentence) => {
    expect(realise(frame, slots, inStem)).toBe(sentence);
  });

  test("a name comes in full first and short after it; beside a question short at once", () => {
    const frame = "{o.short} grew, and {o.short} moved.";
    expect(realise(frame, { o: mission, text: {} }, inStem)).toBe("NATO Mission Iraq (NMI) grew, and NMI moved.");
    expect(realise(frame, { o: mission, text: {} }, inReceipt)).toBe("NMI grew, and NMI moved.");
  });

  test("a statement that may be false bears no rank", () => {
    expect(realise("{s.titled} came.", { s: olsen, text: {} }, { standsAlone: true, ranks: false })).toBe(
      "Per Olsen came.",
    );
  });

  test("what cannot be filled stays open, for the linter to find", () => {
    expect(realise("{s} {unknown} {when.full}", { s: olsen, text: {} }, inStem)).toContain("{unknown}");
  });
});

test.each([
  ["{s} commanded {o.short} {when}.", []],
  ["{s} {s:was|were} here.", []],
  ["{sub} came", ["unknown slot {sub}"]],
  ["{s.long} came", ["unknown form in {s.long}"]],
  ["{when:a|b}", ["{when:a|b} has no number to agree with"]],
  ["{s came", ["a brace that is not part of a slot"]],
])("problems of the frame %s", (frame, problems) => {
  expect(frameProblems(frame)).toEqual(problems);
});
