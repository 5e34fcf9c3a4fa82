/** Every question says what sort of answer it wants: beside a gap, and where nothing is offered to choose from. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { askedOf } from "@/lib/questions/bank.ts";
import { findingsOf } from "@/lib/questions/checks/checks.ts";
import { gap } from "@/lib/questions/question.ts";
import { questionsIn } from "@/tests/support/asked.ts";
import { aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { isle, plain, types } from "@/tests/support/isle.ts";

const rock = anEntity({ key: "rock", type: "place", name: "Gull Rock" });
const ada = anEntity({ key: "ada", name: "Ada Orr", given: "Ada", surname: "Orr" });

/** A pack in which Ada Orr and the Isle are told of with one sentence. */
function packWith(fact: string, ask: string) {
  const lived = aRelation({
    ...plain,
    key: "lived",
    subject: ["person"],
    object: ["place"],
    temporal: false,
    objectsPerSubject: "one",
    subjectsPerObject: "one",
    frames: { fact, ask_object: ask, ask_subject: "Who lived there, on {o}?" },
  });
  return aPack({
    types: [...types],
    entities: [ada, isle, rock],
    relations: [lived],
    facts: [aFact({ relation: "lived", object: "isle" })],
  });
}

const gapsOf = (fact: string) =>
  questionsIn(packWith(fact, "On which place did {s} live?"))
    .filter(({ kind }) => kind === "cloze")
    .map(({ stem }) => stem);

describe("a gap", () => {
  test("has the noun of what is missing beside it, where the sentence does not say it", () => {
    expect(gapsOf("{s} lived on {o}.")).toContain(`Ada Orr lived on ${gap} (place).`);
  });

  test("has nothing beside it where the sentence says it already", () => {
    expect(gapsOf("The place on which {s} lived bears the name of {o}.")).toContain(
      `The place on which Ada Orr lived bears the name of ${gap}.`,
    );
  });

  test("has nothing beside it where a person is missing", () => {
    expect(gapsOf("{s} lived on {o}.")).toContain(`${gap} lived on the Isle.`);
  });
});

describe("a question to which nothing is offered", () => {
  const facts = indexPack(packWith("{s} lived on {o}.", "On which place did {s} live?"));
  const asked = [...askedOf(facts, { seed: "1" })].find(({ question }) => question.kind === "typed")!;
  const faultsOf = (stem: string, kind = asked.question.kind) =>
    findingsOf(facts, { ...asked, question: { ...asked.question, kind, stem } }).filter(
      (finding) => finding.check === 25,
    );

  test.each([
    "What did Ada Orr keep?",
    "What about Gull Rock?",
    "According to the book, what did Ada Orr keep?",
    "Whose light did Ada Orr keep?",
    "At whose request did Ada Orr keep the light?",
    "How did Ada Orr come to the Isle?",
    "How many did Ada Orr keep?",
  ])("is faulty where it asks %s", (stem) => {
    expect(faultsOf(stem)).toHaveLength(1);
    expect(faultsOf(stem, "flashcard")).toHaveLength(1);
  });

  test.each([
    "On which place did Ada Orr live?",
    "Who lived on the Isle?",
    "What is the height of Gull Rock?",
    "What does the name of Gull Rock mean?",
    "What sort of light did Ada Orr keep?",
    "How many lights did Ada Orr keep?",
    "How high is Gull Rock?",
    "How exactly does the book say when Ada Orr came?",
    "Which keeper, whose light was dark, left the Isle?",
  ])("is good where it asks %s", (stem) => {
    expect(faultsOf(stem)).toEqual([]);
  });
});
