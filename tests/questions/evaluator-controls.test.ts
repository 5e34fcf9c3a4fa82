/** Controls of the independent evaluator: a question spoiled in one place is caught, and for the right reason. */
import { beforeAll, describe, expect, test } from "vitest";
import { folderOf, questionsOf } from "@/tests/evaluator/command.ts";
import { handmade } from "@/tests/evaluator/handmade.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import { factOf } from "@/tests/evaluator/pack.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { choosing, flipped, offering, on } from "@/tests/evaluator/spoil.ts";

const folder = folderOf("nato-mission-iraq");
const nmiPack = readFolder(folder);
const isles = folderOf("lantern-isles");
const islesPack = readFolder(isles);
let questions: Question[];
let islesQuestions: Question[];

beforeAll(async () => {
  questions = await questionsOf(folder, "1");
  islesQuestions = await questionsOf(isles, "1");
}, 60_000);

/** A question about a fact, of a form and a kind. */
function pick(fact: string, form: string, kind: string): Question {
  const found = [...questions, ...islesQuestions].find(
    (one) => one.facts[0] === fact && one.form === form && one.kind === kind,
  );
  if (!found) throw new Error(`no ${form} ${kind} about ${fact}`);
  return found;
}

/** The faults by the pack that the question is of. */
function faultsIn(question: Question): string[] {
  const isIsles = islesPack.facts.some(({ key }) => key === question.facts[0]);
  return faultsOf(isIsles ? islesPack : nmiPack, question);
}

/** The date of an event; null for any other fact. */
function dateOf(key: string): string | null {
  const { object, relation } = factOf(nmiPack, key);
  return relation === "happened" && object.kind === "date" ? object.when.edtf : null;
}

function subjectOf(key: string): string {
  const { subject } = factOf(nmiPack, key);
  return subject.kind === "entity" ? `e:${subject.entity}` : "";
}

const holder = () => pick("commanded-olsen", "Q3", "choice");
const controls: readonly (readonly [string, () => Question, RegExp])[] = [
  [
    "a wrong option that is true",
    () => offering(pick("rank-fortin", "Q7", "choice"), "e:carignan", "Jennie Carignan"),
    /e:carignan is to be F .* is T/,
  ],
  ["a key that is false", () => flipped(pick("country-olsen", "Q3", "choice")), /is to be T .* is F/],
  [
    "a statement with the other key",
    () => flipped(pick("country-olsen", "Q3", "true-false")),
    /is to be [TF] .* is [TF]/,
  ],
  ["a day of a handover", () => on(holder(), "2020-11-24", "24 November 2020"), /e:olsen is to be T .* is U/],
  ["the other day of a handover", () => on(holder(), "2021-05-06", "6 May 2021"), /e:olsen is to be T .* is U/],
  ["a day in another's time", () => on(holder(), "2021-05-07", "7 May 2021"), /e:olsen is to be T .* is F/],
  [
    "a day of a month-only start",
    () => on(pick("commanded-fortin", "Q3", "choice"), "2018-11-20", "20 November 2018"),
    /e:fortin is to be T .* is U at: .*begins on the last/,
  ],
  [
    "a day before anybody",
    () => on(pick("commanded-fortin", "Q3", "choice"), "2018-10-20", "20 October 2018"),
    /e:fortin is to be T/,
  ],
  ["a day after the pack's as-of", () => on(holder(), "2024-05-28", "28 May 2024"), /after the pack's as-of/],
  [
    "a stem that says another day than the record",
    () => ({ ...holder(), time: { kind: "on", edtf: "2021-01-11" } }),
    /does not say 2021-01-11/,
  ],
  [
    "an option that may be another name of the key",
    () => offering(pick("decided-charter", "Q2", "choice"), "e:council-in-session", "the assembled wardens"),
    /overlap/,
  ],
  [
    "an option that the key is part of",
    () =>
      choosing(pick("on-gull-rock", "Q1", "typed"), ["e:tern", "the Isle of Tern"], ["e:isles", "the Lantern Isles"]),
    /e:tern and e:isles overlap/,
  ],
  [
    "an option that may be the key under another name",
    () =>
      choosing(
        pick("on-skerry-light", "Q1", "typed"),
        ["e:great-lantern", "Great Lantern"],
        ["e:little-lantern", "Little Lantern"],
      ),
    /e:little-lantern is to be F .* is U/,
  ],
  [
    "a date that the key lies in",
    () => offering(pick("when-charter", "Q10", "choice"), "d:1911", "1911"),
    /d:1911 is to be F .* is U/,
  ],
  [
    "a handover as the wrong date of the same handover",
    () => offering(pick("commanded-aguero", "Q10", "choice"), "d:2023-05", "May 2023"),
    /d:2023-05 is to be F/,
  ],
  ["words of another entity", () => offering(holder(), "e:fortin", "Jennie Carignan"), /is not e:fortin/],
  [
    "an option of which nothing is known",
    () => offering(pick("advised-mod-2021", "Q7", "multi-select"), "e:nsa", "The National Security Advisor"),
    /e:nsa is to be F .* is U/,
  ],
  [
    "more to choose than are right",
    () => ({ ...pick("advised-mod-2021", "Q7", "multi-select"), choose: 3 }),
    /2 right options where 3/,
  ],
  [
    "a set that one document names, asked without the document",
    () => {
      const question = pick("advised-mod-2021", "Q7", "choice");
      return {
        ...question,
        stem: question.stem.replace("NATO's undated fact sheet (between May 2021 and May 2022)", "NATO"),
      };
    },
    /is to be F .* is U/,
  ],
  [
    "a snapshot asked without its time",
    () => ({ ...pick("advised-mod-2021", "Q7", "choice"), time: { kind: "timeless" } }),
    /asked without a time/,
  ],
  [
    "a missing member where two are not named",
    () => {
      const question = pick("advised-onsa-2021", "Q7", "typed");
      return { ...question, stem: question.stem.replace("the Prime Minister's National Operations Centre", "others") };
    },
    /leaves 2 members unnamed/,
  ],
  [
    "a typed answer that names another",
    () => ({ ...holder(), kind: "typed", options: [], accepts: ["Per Olsen", "Olsen", "Dany Fortin"] }),
    /Dany Fortin names fortin too/,
  ],
  [
    "a typed answer that misses a name of the key",
    () => ({ ...pick("chain-naples", "Q1", "typed"), accepts: ["JFC Naples"] }),
    /a name of the key is not accepted/,
  ],
  [
    "a number without its qualifier",
    () => ({ ...pick("courses-trained", "Q1", "number"), key: ["q:exact:350:Iraqi security and military personnel"] }),
    /the key says exact/,
  ],
  [
    "a qualifier lost in print",
    () => ({ ...pick("courses-trained", "Q1", "number"), answer: "350 Iraqi security and military personnel" }),
    /the qualifier is lost/,
  ],
  [
    "an order in which two are exchanged",
    () => {
      const question = questions.find(({ form, key }) => form === "Q6" && key.length === 3)!;
      return { ...question, key: [question.key[1]!, question.key[0]!, question.key[2]!] };
    },
    /is not surely before/,
  ],
  [
    "an order of things in the same month",
    () => {
      const question = questions.find(({ form, facts }) => form === "Q6" && dateOf(facts[0]!) !== null)!;
      const dated = nmiPack.facts.map(({ key }) => key).filter((key) => dateOf(key) !== null);
      const [one, another] = [...Map.groupBy(dated, dateOf).values()].find(({ length }) => length > 1)!;
      const facts = [dated.find((key) => dateOf(key) !== dateOf(one!))!, one!, another!];
      return { ...question, facts, key: facts.map(subjectOf) };
    },
    /is not surely before/,
  ],
  [
    "the one after asked as the one before",
    () => {
      const question = questions.find(({ form, stem }) => form === "Q4" && stem.startsWith("Who took over"))!;
      return {
        ...question,
        stem: question.stem.replace(
          /^Who took over command of (.*) directly from (.*)\?$/,
          "From whom did $2 take over command of $1?",
        ),
      };
    },
    /is to be T .* is F/,
  ],
  [
    "the first asked as the last",
    () => {
      const question = pick("commanded-fortin", "Q5", "choice");
      return { ...question, stem: question.stem.replace("first", "most recent") };
    },
    /e:fortin is to be T .* is F/,
  ],
  [
    "the difference of two documents the other way round",
    () =>
      handmade({
        form: "Q14",
        kind: "multi-select",
        facts: ["advised-mod-2024"],
        stem: "Which Iraqi institution did NATO's page of 27 May 2024 name among those that NATO Mission Iraq (NMI) advised, but NOT NATO's undated fact sheet (between May 2021 and May 2022)?",
        time: { kind: "as-of", edtf: "2024-05-27", source: "s1" },
        choose: 1,
        key: ["e:mod"],
        options: {
          "*e:mod": "The Ministry of Defence",
          "e:onsa": "The Office of the National Security Advisor",
          "e:pmnoc": "The Prime Minister's National Operations Centre",
        },
      }),
    /e:mod is to be T .* is F/,
  ],
  [
    "a citation that is not there",
    () => ({ ...holder(), citations: [{ source: "s1", locator: "NMI commanders in chronological order, row 8" }] }),
    /no fact cites/,
  ],
  [
    "a sentence more exact than the source",
    () => ({ ...holder(), why: "Dany Fortin commanded NMI from 12 November 2018 to 26 November 2019." }),
    /no source gives 2018-11-12/,
  ],
];

describe("a spoiled question is caught", () => {
  test.each(controls)("%s", (_, spoil, fault) => {
    expect(faultsIn(spoil()).join("\n")).toMatch(fault);
  });
});
