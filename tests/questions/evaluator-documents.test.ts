/** The evaluator on questions made by hand about the documents (Q15, Q16), about quantities and about what gave way to what (Q5, Q10, Q14). */
import { handmade } from "@/tests/evaluator/handmade.ts";
import { type Case, judgeEach } from "@/tests/support/judged.ts";

const log = "In the log of 31 December 2020 alone";
const guide = "In the guide of 30 June 2019 alone";
const says = (good: string, facts: readonly string[], options: Readonly<Record<string, string>>) => {
  const right = Object.keys(options).find((value) => value.startsWith("*"))!;
  const stem = `Where does one read that the Grey Heron landed ${good}?`;
  return handmade({ form: "Q15", facts, stem, key: [right.slice(1)], options });
};

const sources: readonly Case[] = [
  [
    "what only one says, by its author's word",
    says("tar", ["landed-tar"], { "*s:log": log, "s:guide": guide, "s:both": "In both of them" }),
    null,
  ],
  [
    "what both say",
    says("herring", ["landed-herring", "landed-herring-2019"], {
      "s:log": log,
      "s:guide": guide,
      "*s:both": "In both of them",
    }),
    null,
  ],
  [
    "what the pack cites one document for, and nobody has looked into the other",
    says("salt", ["landed-salt"], { "*s:log": log, "s:guide": guide, "s:both": "In both of them" }),
    /s:log is to be T .* is U/,
  ],
  [
    "the other document of two",
    says("tar", ["landed-tar"], { "s:log": log, "*s:guide": guide, "s:both": "In both of them" }),
    /s:log is to be F .* is T/,
  ],
  [
    "one document where both say it",
    says("herring", ["landed-herring", "landed-herring-2019"], {
      "*s:log": log,
      "s:guide": guide,
      "s:both": "In both of them",
    }),
    /s:log is to be T .* is F/,
  ],
  [
    "words for another document",
    says("tar", ["landed-tar"], { "*s:log": log, "s:guide": log, "s:both": "In both of them" }),
    /is not s:guide/,
  ],
];

const exactness = { "p:day": "To the day", "p:month": "To the month", "p:year": "To the year" };
const dated = (fact: string, name: string, right: string) =>
  handmade({
    form: "Q16",
    facts: [fact],
    stem: `How exactly do the documents date ${name}?`,
    key: [right],
    options: Object.fromEntries(
      Object.entries(exactness).map(([value, text]) => [value === right ? `*${value}` : value, text]),
    ),
  });
const completeness = (source: string, fact: string, right: string, edtf: string, key: string) =>
  handmade({
    form: "Q16",
    facts: [fact],
    stem: `What does ${source} say about the goods that the Grey Heron landed?`,
    time: { kind: "as-of", edtf, source: key },
    key: [right],
    options: Object.fromEntries(
      ["c:all", "c:some", "c:none"].map((value) => [
        value === right ? `*${value}` : value,
        `It names ${value.slice(2)}`,
      ]),
    ),
  });

const limits: readonly Case[] = [
  ["a date that is known to the month", dated("when-flood", "the great flood", "p:month"), null],
  ["a date that is known to the year", dated("when-strike", "the strike of the porters", "p:year"), null],
  ["a month as a day", dated("when-flood", "the great flood", "p:day"), /p:day is to be T .* is F/],
  [
    "the beginning of a time, known to the month",
    handmade({
      form: "Q16",
      facts: ["steered-ada"],
      stem: "How exactly do the documents date the day on which Ada Marlow took the helm of the Grey Heron?",
      key: ["p:month"],
      options: { "p:day": "To the day", "*p:month": "To the month", "p:year": "To the year" },
    }),
    null,
  ],
  [
    "a length that is about so many",
    handmade({
      form: "Q16",
      facts: ["long-teal"],
      stem: "How exactly do the documents give the length of the Blue Teal?",
      key: ["p:about"],
      options: { "p:exact": "Exactly", "*p:about": "About", "p:bound": "As a least or a most" },
    }),
    null,
  ],
  ["a list that is all", completeness("the log of 31 December 2020", "landed-tar", "c:all", "2020-12-31", "log"), null],
  [
    "a list that names some",
    completeness("the guide of 30 June 2019", "landed-hemp-2019", "c:some", "2019-06-30", "guide"),
    null,
  ],
  [
    "a list that names some as all",
    completeness("the guide of 30 June 2019", "landed-hemp-2019", "c:all", "2019-06-30", "guide"),
    /c:all is to be T .* is F/,
  ],
];

const change = {
  form: "Q14",
  facts: ["berth-wigeon", "berth-wigeon-old"],
  stem: "To which pier did the Wigeon move on 1 May 2013, from the Old Mole?",
  time: { kind: "on", edtf: "2013-05-01" },
  key: ["e:ropewalk"],
  options: { "*e:ropewalk": "The Ropewalk", "e:long-quay": "The Long Quay", "e:stone-pier": "The Stone Pier" },
} as const;

const changes: readonly Case[] = [
  ["where a boat moved to", handmade(change), null],
  [
    "the former berth as a wrong option",
    handmade({
      ...change,
      options: { "*e:ropewalk": "The Ropewalk", "e:long-quay": "The Long Quay", "e:mole": "The Old Mole" },
    }),
    /e:mole is to be F .* is U/,
  ],
  [
    "a stem that does not say from where",
    handmade({ ...change, stem: change.stem.replace("the Old Mole", "the Long Quay") }),
    /e:ropewalk is to be T .* is U/,
  ],
  [
    "the former berth as the answer",
    handmade({
      ...change,
      facts: ["berth-wigeon-old"],
      key: ["e:mole"],
      options: { "*e:mole": "The Old Mole", "e:long-quay": "The Long Quay", "e:stone-pier": "The Stone Pier" },
    }),
    /e:mole is to be T .* is U/,
  ],
];

const longer = {
  form: "Q5",
  facts: ["long-heron", "long-wigeon"],
  stem: "Which of these boats is longer than the Wigeon?",
  key: ["e:heron"],
  options: { "*e:heron": "The Grey Heron", "e:osprey": "The Osprey", "e:garganey": "The Garganey" },
} as const;
const first = {
  form: "Q10",
  facts: ["when-bell", "when-lights", "when-flood"],
  stem: "Which of these events came first?",
  key: ["e:bell"],
  options: {
    "*e:bell": "The hanging of the bell",
    "e:lights": "The first electric lights",
    "e:flood": "The great flood",
  },
} as const;

const comparisons: readonly Case[] = [
  ["a boat that is longer than another", handmade(longer), null],
  [
    "a boat of about that length as a shorter one",
    handmade({
      ...longer,
      options: { "*e:heron": "The Grey Heron", "e:osprey": "The Osprey", "e:teal": "The Blue Teal" },
    }),
    /e:teal is to be F .* is U/,
  ],
  [
    "a boat of more than twenty metres as shorter than one of twenty-four",
    handmade({
      ...longer,
      stem: "Which of these boats is shorter than the Grey Heron?",
      facts: ["long-pintail", "long-heron"],
      key: ["e:pintail"],
      options: { "*e:pintail": "The Pintail", "e:osprey": "The Osprey", "e:garganey": "The Garganey" },
    }),
    /e:pintail is to be T .* is U/,
  ],
  [
    "the longest of the harbour, of which one has more than twenty metres",
    handmade({
      ...longer,
      stem: "Which boat of the harbour is the longest, according to the log of 31 December 2020?",
      facts: ["long-heron", "long-osprey"],
    }),
    /e:heron is to be T .* is U/,
  ],
  [
    "the shortest of the harbour",
    handmade({
      ...longer,
      stem: "Which boat of the harbour is the shortest, according to the log of 31 December 2020?",
      facts: ["long-garganey", "long-osprey"],
      key: ["e:garganey"],
      options: { "*e:garganey": "The Garganey", "e:osprey": "The Osprey", "e:heron": "The Grey Heron" },
    }),
    null,
  ],
  ["the earliest of three", handmade(first), null],
  [
    "the earliest asked as the latest",
    handmade({ ...first, stem: first.stem.replace("first", "last") }),
    /e:bell is to be T .* is F/,
  ],
];

judgeEach({
  "Q15, which document says it": sources,
  "Q16, how far the documents go": limits,
  "Q14, what gave way to what": changes,
  "more and less, first and last": comparisons,
});
