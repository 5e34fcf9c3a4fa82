import { dateAt } from "../../lib/facts/dates.ts";
import type { Bound, Entity, Fact, HistoricalDate, Pack, Relation } from "../../lib/facts/fact.ts";

/** What a generated pack is like: missions with commanders and their countries; commanders alone; or all of them of one mission. */
export type Shape = "mixed" | "one relation" | "one object";

/** A checked-looking pack of about so many facts that no person could read: for measuring, never for learning. */
export function generatedPack(facts: number, shape: Shape): Pack {
  const perMission = shape === "one object" ? facts : 4;
  const commands = shape === "mixed" ? Math.floor(facts / 2) : facts;
  const missions = Math.ceil(commands / perMission);
  const people = Array.from({ length: commands }, (_, index) => personOf(index));
  const commanded = people.map((person, index): Fact => {
    const [mission, turn] = [Math.floor(index / perMission), index % perMission];
    const start = firstDay + (shape === "one object" ? 0 : (mission % 500) * 20);
    const length = shape === "one object" ? 3 : 300 + ((index * 37) % 100);
    const from = start + turn * (length + 1);
    const span = { from: day(from), to: day(from + length) };
    return {
      ...plainFact,
      key: `c${index}`,
      subject: person.key,
      relation: "commanded",
      object: { kind: "entity", entity: `mission-${mission}` },
      ...span,
    };
  });
  const born = people.map((person, index): Fact => {
    const object = { kind: "entity", entity: `country-${(index * 7) % countries}` } as const;
    return { ...plainFact, key: `n${index}`, subject: person.key, relation: "native", object };
  });
  return {
    key: "generated",
    title: "Generated",
    description: "",
    notice: "",
    licence: "CC0-1.0",
    asOf: dateAt(firstDay + 400_000, "day"),
    topics: [{ key: "all", title: "All" }],
    types: [
      { key: "person", noun: ["person", "persons"], wh: "Who" },
      { key: "mission", noun: ["mission", "missions"], wh: "Which mission" },
      { key: "country", noun: ["country", "countries"], wh: "Which country" },
    ],
    titles: [],
    distinct: [],
    confirmed: [],
    sources: [
      {
        key: "s1",
        title: "A book",
        publisher: "A house",
        date: dateAt(firstDay + 400_000, "day"),
        dateBasis: null,
        calendar: "gregorian",
        zone: "known",
        cite: "A book",
        inStem: "the book",
      },
    ],
    entities: [
      ...people,
      ...Array.from({ length: missions }, (_, index) =>
        entity(`mission-${index}`, "mission", `Mission ${word(index, 3)}`),
      ),
      ...Array.from({ length: countries }, (_, index) =>
        entity(`country-${index}`, "country", `${word(index, 2)}land`),
      ),
    ],
    relations,
    facts: shape === "mixed" ? [...commanded, ...born] : commanded,
    lists: [],
  };
}

const firstDay = -40_000;
const countries = 60;

const plainFact = {
  from: { kind: "unknown" } as Bound,
  to: { kind: "unknown" } as Bound,
  asOf: null as HistoricalDate | null,
  negative: false,
  topic: "all",
  importance: "normal" as const,
  askable: null,
  replaces: null,
  capacity: null,
  onlyIn: null,
  citations: [{ source: "s1", locator: "row 1" }],
};

const day = (number: number): Bound => ({ kind: "date", date: dateAt(number, "day") });

function entity(key: string, type: string, name: string): Entity {
  return {
    ...{
      key,
      type,
      name,
      short: null,
      article: null,
      plural: false,
      adjective: null,
      aliases: [],
      given: null,
      surname: null,
    },
    ...{ surnameHeads: [], attributes: {}, clause: null, partOf: [], overlaps: [] },
  };
}

function personOf(index: number): Entity {
  const [given, surname] = [word(index % 97, 2), word(index, 4)];
  return {
    ...entity(`person-${index}`, "person", `${given} ${surname}`),
    ...{
      given,
      surname,
      attributes: { country: `country-${(index * 7) % countries}`, rank: index % 3 ? "general" : "colonel" },
    },
  };
}

/** A pronounceable word for a number, different for different numbers below 70 to the power of the syllables, and unlike its neighbours'. */
function word(number: number, syllables: number): string {
  const [consonants, vowels] = ["bdfgklmnprstvz", "aeiou"];
  // 2,654,435,761 is prime, so that multiplying by it only shuffles the numbers below a power of 70.
  let rest = Number((BigInt(number) * 2_654_435_761n) % 70n ** BigInt(syllables));
  let text = "";
  for (let turn = 0; turn < syllables; turn++) {
    text += consonants[rest % 14]! + vowels[Math.floor(rest / 14) % 5]!;
    rest = Math.floor(rest / 70);
  }
  return text[0]!.toUpperCase() + text.slice(1);
}

const plainRelation = {
  temporal: true,
  objectsPerSubject: "many" as const,
  subjectsPerObject: "many" as const,
  symmetric: false,
  nearSynonym: [],
  bounds: "inclusive" as const,
  askable: "yes" as const,
  closed: [],
  compareOn: [],
  noun: null,
  events: [],
  kickers: { default: "Command" },
};

const relations: Relation[] = [
  {
    ...plainRelation,
    ...{
      key: "commanded",
      subject: ["person"],
      object: ["mission"],
      subjectsPerObject: "one",
      noun: ["commander", "commanders"],
    },
    compareOn: ["country", "rank"],
    frames: {
      fact: "{s} commanded {o} {when}.",
      fact_from: "{s} took command of {o} {from}.",
      fact_to: "{s} handed over command of {o} {to}.",
      ask_subject_on: "Who commanded {o} {on}?",
      ask_from: "{wh_date} did {s} take command of {o}?",
      ask_to: "{wh_date} did {s} hand over command of {o}?",
    },
  },
  {
    ...plainRelation,
    ...{ key: "native", subject: ["person"], object: ["country"], temporal: false, objectsPerSubject: "one" },
    frames: { fact: "{s} came from {o}.", ask_object: "Which country did {s} come from?" },
  },
];
