import { describe, expect, test } from "vitest";
import { confusedPairs, type Meeting, twinOf } from "@/lib/play/confused.ts";
import { contrastOf } from "@/lib/play/contrast.ts";
import { contentPack } from "../support/content-packs.ts";
import { anOption, aQuestion } from "../support/question.ts";

/** Asked for one, answered with another; both stood to choose from, and a third. */
function meeting(
  asked: string,
  given: string,
  offered: readonly string[] = ["olsen", "lollesgaard", "iannucci"],
): Meeting {
  const question = aQuestion({
    kind: "choice",
    card: { fact: `commanded-${asked}`, direction: "subject" },
    key: [`e:${asked}`],
    options: offered.map((name) => anOption(`e:${name}`, name === asked)),
  });
  return { question, response: { kind: "choice", value: `e:${given}` } };
}
const [o, l, i] = ["olsen", "lollesgaard", "iannucci"] as const;
const pairs = (meetings: Meeting[]) =>
  confusedPairs(meetings).map(({ values }) => values.map((each) => each.slice(2)).join(" for "));

describe("two are confused", () => {
  test.each([
    ["never asked", [], []],
    ["once is chance", [meeting(o, l)], []],
    ["twice the same way", [meeting(o, l), meeting(o, l)], ["olsen for lollesgaard"]],
    ["once each way, named by the last", [meeting(o, l), meeting(l, o)], ["lollesgaard for olsen"]],
    ["twice, but for two others", [meeting(o, l), meeting(o, i)], []],
    [
      "longer ago than ten meetings",
      [meeting(o, l), ...Array.from({ length: 9 }, () => meeting(o, o, [o, i])), meeting(o, l)],
      [],
    ],
    [
      "told apart three times in a row",
      [meeting(o, l), meeting(o, l), meeting(o, o), meeting(l, l), meeting(o, o)],
      [],
    ],
    ["told apart twice", [meeting(o, l), meeting(o, l), meeting(o, o), meeting(l, l)], ["olsen for lollesgaard"]],
    [
      "right three times without the other to choose",
      [meeting(o, l), meeting(o, l), ...Array.from({ length: 3 }, () => meeting(o, o, [o, i]))],
      ["olsen for lollesgaard"],
    ],
    [
      "told apart, and mixed up again twice",
      [meeting(o, l), meeting(o, l), meeting(o, o), meeting(o, o), meeting(o, o), meeting(o, l), meeting(l, o)],
      ["lollesgaard for olsen"],
    ],
  ])("%s", (_, meetings, expected) => expect(pairs(meetings)).toEqual(expected));

  test("the most often first", () => {
    const meetings = [meeting(o, l), meeting(o, l), meeting(i, l), meeting(i, l), meeting(i, l)];
    expect(pairs(meetings)).toEqual(["iannucci for lollesgaard", "olsen for lollesgaard"]);
  });

  test("a typed name counts like a chosen one; what names nobody does not", () => {
    const typed = (text: string): Meeting => ({
      question: aQuestion({
        key: ["e:olsen"],
        accepts: ["Olsen"],
        near: [{ value: "e:lollesgaard", text: "Lollesgaard" }],
      }),
      response: { kind: "typed", text },
    });
    expect(pairs([typed("Lollesgaard"), meeting(o, l)])).toEqual(["olsen for lollesgaard"]);
    expect(pairs([typed("Nobody"), typed("Nobody")])).toEqual([]);
  });

  test("who does not know confuses nobody", () => {
    const unknown = { ...meeting(o, l), response: { kind: "dont-know" } as const };
    expect(pairs([unknown, unknown])).toEqual([]);
  });
});

const facts = contentPack("nato-mission-iraq");

test("a confused pair of the pack can be contrasted; what the pack no longer has cannot", () => {
  const [pair] = confusedPairs([meeting(o, l), meeting(l, o)]);
  const twin = twinOf(facts, pair!)!;
  expect(twin.sides.map(({ card }) => card.fact)).toEqual(["commanded-lollesgaard", "commanded-olsen"]);
  expect(contrastOf(facts, twin, "1")!.card.sides.map(({ name }) => name)).toEqual([
    "Michael Lollesgaard",
    "Per Olsen",
  ]);
  expect(twinOf(facts, { ...pair!, card: { fact: "gone", direction: "subject" } })).toBeNull();
  expect(twinOf(facts, { ...pair!, values: ["e:lollesgaard", "e:gone"] })).toBeNull();
});
