/** Findings of readers who had not seen the code: how numbers, days and names stand in a stem, an answer and a “why”. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { refusalsOf } from "@/lib/questions/bank.ts";
import type { Ask } from "@/lib/questions/query.ts";
import { firstPut, questionsIn } from "@/tests/support/asked.ts";
import { aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { plain, types } from "@/tests/support/isle.ts";

test("a whole number below ten is spelled in a sentence and a figure as an answer", () => {
  const counted = aRelation({
    ...plain,
    key: "counted",
    object: ["number"],
    temporal: false,
    objectsPerSubject: "one",
    frames: { fact: "{s} had {o}.", ask_number: "How many people did {s} have?" },
  });
  const value = (number: number) => ({ kind: "number", number, qualifier: "exact", unit: "people" }) as const;
  const pack = aPack({
    relations: [counted],
    facts: [
      ["ada", 2],
      ["bo", 9],
      ["cy", 10],
    ].map(([subject, number]) =>
      aFact({ key: `n-${subject}`, subject: `${subject}`, relation: "counted", object: value(Number(number)) }),
    ),
  });
  const asked = questionsIn(pack).filter(({ kind }) => kind === "number");
  expect(asked.map(({ why }) => why)).toEqual(["Ada had two people.", "Bo had nine people.", "Cy had 10 people."]);
  expect(asked.map(({ answer }) => answer)).toEqual(["2 people", "9 people", "10 people"]);
});

describe("a number that its source qualifies", () => {
  const trained = (frame: string, qualifier: "more_than" | "about") =>
    aPack({
      relations: [
        aRelation({
          ...plain,
          key: "trained",
          object: ["number"],
          temporal: false,
          objectsPerSubject: "one",
          frames: { fact: "{s} trained {o}.", ask_number: frame },
        }),
      ],
      facts: [
        aFact({
          key: "n",
          relation: "trained",
          object: { kind: "number", number: 350, qualifier, unit: "people" },
        }),
      ],
    });
  const isNumber = ({ purpose }: Ask) => purpose === "ask_number";
  test("is asked by its qualifier, so that one answer is right", () => {
    expect(firstPut(trained("How many people did {s} train?", "more_than"), isNumber, "number")).toMatchObject({
      stem: "More than how many people did ada train?",
    });
    expect(
      firstPut(trained("More than how many people did {s} train?", "more_than"), isNumber, "number"),
    ).toMatchObject({
      stem: "More than how many people did ada train?",
    });
    expect(firstPut(trained("How many people did {s} train?", "about"), isNumber, "number")).toMatchObject({
      stem: "About how many people did ada train?",
    });
  });
  test("is refused where the stem cannot say it", () => {
    expect(firstPut(trained("How strong was {s}?", "more_than"), isNumber, "number")).toMatchObject({
      reason: "qualifier",
    });
  });
});

test("a day stands in its sentence without a comma", () => {
  const kept = aRelation({
    subjectsPerObject: "one",
    frames: { fact: "{s} kept {o} {when}.", ask_members_of_object: "Which of these {nouns} kept {o}, {scope}?" },
    kickers: { default: "Keeping" },
  });
  const pack = aPack({
    relations: [kept],
    facts: ["2001/2003", "2004/2006", "2007/2009"].map((span, at) => {
      const [from, to] = span.split("/") as [string, string];
      return aFact({ subject: `person-${at}`, from, to });
    }),
  });
  const stems = questionsIn(pack)
    .filter(({ form }) => form === "Q7")
    .map(({ stem }) => stem);
  expect(stems.length).toBeGreaterThan(0);
  for (const stem of stems) expect(stem).toMatch(/^Which of these people kept mill on \d/);
});

describe("an answer that the anchor's name gives away", () => {
  const requested = aRelation({
    ...plain,
    key: "requested",
    subject: ["event"],
    object: ["body"],
    temporal: false,
    objectsPerSubject: "one",
    frames: { fact: "{s} followed a request of {o}.", ask_object: "Whose request came before {s}?" },
  });
  test("is not recalled", () => {
    const pack = aPack({
      types: [
        ...types,
        { key: "event", noun: ["event", "events"], wh: "Which event" },
        { key: "body", noun: ["body", "bodies"], wh: "Which body" },
      ],
      entities: [
        anEntity({ key: "lyth", type: "place", name: "Lyth" }),
        anEntity({ key: "aid", type: "event", name: "aid for Lyth", article: "the" }),
        anEntity({ key: "gov", type: "body", name: "Government of Lyth", article: "the" }),
      ],
      relations: [requested],
      facts: [aFact({ subject: "aid", relation: "requested", object: "gov" })],
    });
    expect(questionsIn(pack)).toEqual([]);
    const leaks = [...refusalsOf(indexPack(pack), "1")].filter(({ reason }) => reason === "leak");
    expect(leaks.map(({ detail }) => detail.split(":")[0]).sort()).toEqual(
      expect.arrayContaining(["flashcard", "typed"]),
    );
  });
});
