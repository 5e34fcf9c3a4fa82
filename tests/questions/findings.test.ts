/** What readers who had not seen the code found in drawn questions (docs/quality), each mended at its rule: one test for each finding. */
import { describe, expect, test } from "vitest";
import type { Fact, FactList, Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { askedOf, questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { distractorsFor } from "@/lib/questions/distractors.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "@/lib/questions/forms.ts";
import type { Ask } from "@/lib/questions/query.ts";
import type { Question, Refusal } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { aDate, aFact, anEntity, aPack, aRelation, aSource } from "@/tests/support/fictional-pack.ts";

const plain = { frames: { fact: "{s} kept {o} {when}." }, kickers: { default: "Keeping" } };

/** Facts of one subject in a relation to each of these objects, as of the day of the book. */
const roles = (relation: string, objects: readonly string[], asOf = "2020-12-31"): Fact[] =>
  objects.map((object) => aFact({ key: `${relation}-${object}`, subject: "isle", relation, object, asOf }));

const aList = (parts: Partial<FactList> & Pick<FactList, "key" | "facts">): FactList => ({
  gloss: "the goods that the book of 31 December 2020 names as shipped by the Isle",
  members: "object",
  complete: "as_named",
  asOf: aDate("2020-12-31"),
  citations: [{ source: "book", locator: "list" }],
  compareWith: [],
  frames: {},
  ...parts,
});

const isle = anEntity({ key: "isle", type: "place", name: "Isle", article: "the" });
const goods = (keys: readonly string[]) => keys.map((key) => anEntity({ key, type: "good" }));
const types = [
  { key: "person", noun: ["person", "people"], wh: "Who" },
  { key: "place", noun: ["place", "places"], wh: "Which place" },
  { key: "good", noun: ["good", "goods"], wh: "Which good" },
] as const satisfies Pack["types"];
const shipped = aRelation({
  ...plain,
  key: "shipped",
  subject: ["place"],
  object: ["good"],
  frames: {
    fact: "{when}, {s} shipped {o}.",
    ask_members_of_subject: "Which of these {nouns} did {source} name among those that {s} shipped?",
    ask_all_of_subject: "Which {n} {nouns} did {source} name among those that {s} shipped?",
  },
});
const stored = aRelation({
  ...plain,
  key: "stored",
  subject: ["place"],
  object: ["good"],
  frames: { fact: "{when}, {s} stored {o}." },
});

function all(pack: Pack): Question[] {
  return [...questionsOf(indexPack(pack), { seed: "1" })];
}

function put1(pack: Pack, find: (ask: Ask) => boolean, kind: Question["kind"]): Question | Refusal {
  const facts = indexPack(pack);
  const ask = [...pack.facts.flatMap((fact) => asksOf(facts, fact)), ...asksOfSets(facts)].find(find);
  if (!ask) throw new Error("no such ask");
  const query = queryOf(facts, ask, "1");
  return isRefusal(query) ? query : put(facts, query, plainWish(kind, "1"));
}

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
  const asked = all(pack).filter(({ kind }) => kind === "number");
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
    expect(put1(trained("How many people did {s} train?", "more_than"), isNumber, "number")).toMatchObject({
      stem: "More than how many people did ada train?",
    });
    expect(put1(trained("More than how many people did {s} train?", "more_than"), isNumber, "number")).toMatchObject({
      stem: "More than how many people did ada train?",
    });
    expect(put1(trained("How many people did {s} train?", "about"), isNumber, "number")).toMatchObject({
      stem: "About how many people did ada train?",
    });
  });
  test("is refused where the stem cannot say it", () => {
    expect(put1(trained("How strong was {s}?", "more_than"), isNumber, "number")).toMatchObject({
      reason: "qualifier",
    });
  });
});

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
    const question = put1(pack, ({ fact }) => fact === "n0", "choice") as Question;
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
    (put1(of, ({ fact }) => fact === "h4", "choice") as Question).options.map(({ text }) => text);
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
    const [question] = all(pack).filter(({ kind }) => kind === "choice");
    expect(question!.options.map(({ text }) => text).sort()).toEqual([
      "Italy",
      "The House of the Great Seal",
      "The Netherlands",
    ]);
  });
});

describe("a list", () => {
  const entities = [isle, ...goods(["wool", "oil", "kelp", "slate"])];
  const one = (list: Partial<FactList> = {}) =>
    aPack({
      types,
      entities,
      relations: [shipped],
      facts: roles("shipped", ["wool"]),
      lists: [aList({ key: "l", facts: ["shipped-wool"], ...list })],
    });
  const statements = (pack: Pack) => all(pack).filter(({ kind }) => kind === "true-false");
  test("of one member is never said to name it “among” others", () => {
    expect(statements(one())).toEqual([]);
    const frames = { fact: "{o} is the only good that the book of 31 December 2020 names as shipped by the Isle." };
    for (const { stem, why } of statements(one({ frames }))) {
      expect(stem).toMatch(/^\w+ is the only good/);
      expect(why).toContain("Wool is the only good that the book");
    }
    expect(statements(one({ frames }))).toHaveLength(1);
  });
  test("asked for whole says how many it has", () => {
    const pack = aPack({
      types,
      entities,
      relations: [shipped],
      facts: roles("shipped", ["wool", "oil"]),
      lists: [aList({ key: "l", facts: ["shipped-wool", "shipped-oil"] })],
    });
    expect(all(pack).find(({ form, kind }) => form === "Q1" && kind === "flashcard")?.stem).toBe(
      "Which two goods did the book of 31 December 2020 name among those that the Isle shipped?",
    );
  });
  test("shows by all its members that something is not in it", () => {
    const pack = aPack({
      types,
      entities,
      relations: [shipped],
      facts: roles("shipped", ["wool", "oil"]),
      lists: [aList({ key: "l", facts: ["shipped-wool", "shipped-oil"] })],
    });
    const wrong = statements(pack).filter(({ key }) => key[0] === "t:false");
    for (const seed of ["1", "2", "3", "4"])
      wrong.push(
        ...[...questionsOf(indexPack(pack), { seed })].filter((q) => q.kind === "true-false" && q.key[0] === "t:false"),
      );
    expect(wrong.length).toBeGreaterThan(0);
    for (const { why } of wrong)
      expect(why).toContain(
        "Wool and oil are the goods that the book of 31 December 2020 names as shipped by the Isle.",
      );
  });
});

describe("a difference of two lists", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool", "oil", "kelp", "slate"])],
    sources: [aSource(), aSource({ key: "leaflet", inStem: "the leaflet", date: aDate("2019-12-31") })],
    relations: [shipped],
    facts: [
      ...roles("shipped", ["wool", "oil", "kelp"]),
      ...roles("shipped", ["wool", "slate"], "2019-12-31").map((fact) => ({
        ...fact,
        key: `${fact.key}-old`,
        citations: [{ source: "leaflet", locator: "page 3" }],
      })),
    ],
    lists: [
      aList({
        key: "new",
        facts: ["shipped-wool", "shipped-oil", "shipped-kelp"],
        compareWith: ["old"],
        frames: { ask_difference: "Which {n} goods shipped by the Isle are named by {this} but NOT by {other}?" },
      }),
      aList({
        key: "old",
        gloss: "the goods that the leaflet names as shipped by the Isle",
        facts: ["shipped-wool-old", "shipped-slate-old"],
        asOf: aDate("2019-12-31"),
        citations: [{ source: "leaflet", locator: "page 3" }],
      }),
    ],
  });
  test("shows both lists and cites both", () => {
    const asked = all(pack).filter(({ form }) => form === "Q14");
    expect(asked.length).toBeGreaterThan(0);
    for (const { why, citations } of asked) {
      expect(why).toBe(
        "Wool, oil and kelp are the goods that the book of 31 December 2020 names as shipped by the Isle. " +
          "Wool and slate are the goods that the leaflet names as shipped by the Isle.",
      );
      expect(new Set(citations.map(({ source }) => source))).toEqual(new Set(["book", "leaflet"]));
    }
  });
});

test("a fact asked only as a member of a set that nothing declares complete is refused for the open list", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool"])],
    relations: [shipped],
    facts: roles("shipped", ["wool"]),
  });
  const bare = {
    ...shipped,
    frames: { fact: shipped.frames.fact!, ask_all_of_subject: shipped.frames.ask_all_of_subject! },
  };
  const reasons = (relation: typeof shipped) =>
    [...refusalsOf(indexPack({ ...pack, relations: [relation] }), "1")].map(({ reason }) => reason);
  expect(reasons(bare)).toEqual(["open_list"]);
  expect(reasons({ ...shipped, frames: { fact: shipped.frames.fact! } })).toEqual(["no_frame"]);
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
  const stems = all(pack)
    .filter(({ form }) => form === "Q7")
    .map(({ stem }) => stem);
  expect(stems.length).toBeGreaterThan(0);
  for (const stem of stems) expect(stem).toMatch(/^Which of these people kept mill on \d/);
});

test("a statement that two lists make is printed once", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool", "oil", "kelp", "slate"])],
    relations: [shipped],
    facts: roles("shipped", ["wool", "oil"]),
    lists: [
      aList({ key: "l", facts: ["shipped-wool", "shipped-oil"] }),
      aList({ key: "m", facts: ["shipped-oil", "shipped-wool"] }),
    ],
  });
  for (const seed of ["1", "2", "3", "4", "5", "6"]) {
    const stems = [...askedOf(indexPack(pack), { seed })].map(({ question }) => `${question.kind} ${question.stem}`);
    expect(new Set(stems).size).toBeGreaterThan(0);
    const statements = stems.filter((stem) => stem.startsWith("true-false"));
    expect(new Set(statements).size).toBe(statements.length);
  }
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
    expect(all(pack)).toEqual([]);
    const leaks = [...refusalsOf(indexPack(pack), "1")].filter(({ reason }) => reason === "leak");
    expect(leaks.map(({ detail }) => detail.split(":")[0]).sort()).toEqual(
      expect.arrayContaining(["flashcard", "typed"]),
    );
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
  expect(all(pack).filter(({ kind }) => kind === "multi-select")).toEqual([]);
});

describe("what the second reading found", () => {
  const facts = contentPack("nato-mission-iraq");
  const questions = [...questionsOf(facts, { seed: "1" })];
  const stems = questions.map(({ stem }) => stem);
  test("no kicker holds the answer", () => {
    const coreTeam = questions.filter(({ answer }) => answer === "The Core Team");
    expect(coreTeam.length).toBeGreaterThan(0);
    for (const { kicker } of coreTeam) expect(kicker).not.toContain("Core Team");
  });
  test("no gap is left for a body of a state that would fit it too", () => {
    const gaps = questions.filter(({ kind }) => kind === "cloze");
    expect(gaps.map(({ answer }) => answer)).not.toContain("The Government of Iraq");
  });
  test("whether a document names all is not asked of a list that says nothing of it", () => {
    const whole = stems.filter((stem) => stem.startsWith("Can one tell from"));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.filter((stem) => /27 May 2024 which partner/.test(stem))).toEqual([]);
  });
  test("the undated source never stands in a stem without its time", () => {
    for (const stem of stems)
      expect(stem.replaceAll("undated fact sheet (between May 2021 and May 2022)", "")).not.toMatch(/undated fact/);
  });
  test("which document says it names both", () => {
    for (const { stem } of questions.filter(({ form }) => form === "Q15"))
      for (const { inStem } of facts.pack.sources) expect(stem).toContain(inStem);
  });
  test("a place on a line is told with what stands beside it, each dated", () => {
    for (const { why, answer, options } of questions.filter(({ kind }) => kind === "timeline")) {
      const beside = options.slice(1).filter(({ text }) => answer.includes(text));
      for (const { text } of beside) expect(why).toContain(text);
    }
  });
});
