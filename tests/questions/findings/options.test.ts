/** Findings of readers who had not seen the code: what may stand as a wrong option, and how options are worded. */
import { describe, expect, test } from "vitest";
import type { Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { distractorsFor } from "@/lib/questions/distractors.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { asksOf, queryOf } from "@/lib/questions/forms.ts";
import type { Question } from "@/lib/questions/question.ts";
import { firstPut, questionsIn } from "@/tests/support/asked.ts";
import { aDate, aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { aList, goods, isle, plain, roles, shipped, stored, types } from "@/tests/support/isle.ts";

describe("a wrong number", () => {
  const counted = aRelation({
    ...plain,
    key: "counted",
    object: ["number"],
    temporal: false,
    frames: { fact: "{s} had {o}.", ask_number: "How many people did {s} have?" },
    objectsPerSubject: "one",
  });
  test("is of the same order of magnitude", () => {
    const pack = aPack({
      relations: [counted],
      facts: [30, 3, 25, 45, 400].map((number, at) =>
        aFact({
          key: `n${at}`,
          subject: `person-${at}`,
          relation: "counted",
          object: { kind: "number", number, qualifier: "exact", unit: "people" },
        }),
      ),
    });
    const question = firstPut(pack, ({ fact }) => fact === "n0", "choice") as Question;
    expect(question.options.map(({ text }) => text)).toEqual(["25", "30", "45"]);
  });
});

describe("another role of the same subject", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool", "oil", "kelp", "slate", "salt", "tar", "rope"])],
    relations: [shipped, stored],
    facts: [...roles("shipped", ["wool", "oil"]), ...roles("stored", ["slate", "salt"])],
    lists: [aList({ key: "l", facts: ["shipped-wool", "shipped-oil"] })],
  });
  test("is no wrong option: a reader could call it right", () => {
    const facts = indexPack(pack);
    const query = queryOf(facts, asksOf(facts, facts.fact("shipped-wool"))[0]!, "1");
    if (isRefusal(query)) throw new Error(query.detail);
    const { chosen, dropped } = distractorsFor(facts, query, { most: 9, target: 0.5, confusions: {}, seed: "1" });
    expect(chosen.map(({ key }) => key).sort()).toEqual(["e:kelp", "e:rope", "e:tar"]);
    expect(
      dropped
        .filter(({ guard }) => guard === "G8")
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["e:salt", "e:slate"]);
  });
});

describe("outside the life of what is asked about", () => {
  const dates = ["2003-05", "2004-07", "2019-02", "2019-08", "2020-03"];
  const happened = aRelation({
    ...plain,
    key: "happened",
    subject: ["event"],
    object: ["date"],
    temporal: false,
    objectsPerSubject: "one",
    frames: { fact: "{s} happened {when}.", ask_date: "{wh_date} did {s} happen?" },
  });
  const pack = (more: Parameters<typeof anEntity>[0]) =>
    aPack({
      types: [...types, { key: "event", noun: ["event", "events"], wh: "Which event" }],
      entities: [anEntity({ key: "mission", type: "place", notBefore: aDate("2018") }), anEntity(more)],
      relations: [happened],
      facts: dates.map((date, at) =>
        aFact({
          key: `h${at}`,
          subject: at === 4 ? "asked" : `event-${at}`,
          relation: "happened",
          object: { kind: "date", date: aDate(date) },
        }),
      ),
    });
  const options = (of: Pack) =>
    (firstPut(of, ({ fact }) => fact === "h4", "choice") as Question).options.map(({ text }) => text);
  test("a date before the one that began it may be one: else the key would always stand first", () => {
    const own = anEntity({ key: "asked", type: "event", notBefore: aDate("2020-03") });
    expect(options(pack(own))).toContain("August 2019");
  });
  test("a date is no wrong option", () => {
    const own = anEntity({ key: "asked", type: "event", notBefore: aDate("2019") });
    expect(options(pack(own))).toEqual(["February 2019", "August 2019", "March 2020"]);
    expect(options(pack({ ...own, notBefore: null, notAfter: aDate("2020-06"), partOf: ["mission"] }))).toEqual([
      "February 2019",
      "August 2019",
      "March 2020",
    ]);
  });
});

describe("options", () => {
  const from = aRelation({
    ...plain,
    key: "from",
    object: ["place"],
    temporal: false,
    objectsPerSubject: "one",
    frames: { fact: "{s} came from {o}.", ask_object: "Which place did {s} come from?" },
  });
  const pack = aPack({
    entities: [
      anEntity({ key: "nld", type: "place", name: "Netherlands", article: "the" }),
      anEntity({ key: "ita", type: "place", name: "Italy" }),
      anEntity({ key: "office", type: "place", name: "House of the Great Seal", short: "Seal House", article: "the" }),
    ],
    relations: [from],
    facts: ["nld", "ita", "office"].map((object, at) => aFact({ subject: `p${at}`, relation: "from", object })),
  });
  test("bear their articles and full names", () => {
    const [question] = questionsIn(pack).filter(({ kind }) => kind === "choice");
    expect(question!.options.map(({ text }) => text).sort()).toEqual([
      "Italy",
      "The House of the Great Seal",
      "The Netherlands",
    ]);
  });
});

test("of several right options none shares a word with every other that no wrong one has", () => {
  const tasks = ["planning operations", "conducting operations", "training people", "sharing news", "mending roads"];
  const pack = aPack({
    types,
    entities: [isle, ...tasks.map((name, at) => anEntity({ key: `task-${at}`, type: "good", name }))],
    relations: [
      {
        ...shipped,
        frames: {
          ...shipped.frames,
          ask_some_members_of_subject: "Which {n} of these {nouns} did {source} name among those that {s} shipped?",
        },
      },
    ],
    facts: roles("shipped", ["task-0", "task-1"]),
    lists: [aList({ key: "l", facts: ["shipped-task-0", "shipped-task-1"] })],
  });
  expect(questionsIn(pack).filter(({ kind }) => kind === "multi-select")).toEqual([]);
});
