/** The evaluator on questions made by hand of the kinds that are filled in, matched, placed and ordered. */
import { handmade } from "@/tests/evaluator/handmade.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { type Case, judgeEach } from "@/tests/support/judged.ts";

const gap = {
  form: "Q3",
  kind: "cloze",
  facts: ["steered-ben"],
  stem: "On 1 January 2010, _____ steered the Grey Heron.",
  time: { kind: "on", edtf: "2010-01-01" },
  card: { fact: "steered-ben", direction: "subject" },
  key: ["e:ben"],
  cue: { text: "B__ K______", shown: true },
  accepts: ["Ben Kestrel"],
} as const;

const clozes: readonly Case[] = [
  ["one whom nobody else fits", handmade(gap), null],
  [
    "a day of a handover, which two fit",
    handmade({
      ...gap,
      stem: gap.stem.replace("1 January 2010", "20 August 2012"),
      time: { kind: "on", edtf: "2012-08-20" },
    }),
    /e:ben is to be T .* is U/,
  ],
  [
    "joint holders, whom both the gap fits",
    handmade({
      ...gap,
      facts: ["teal-gus"],
      stem: "On 1 January 2008, _____ steered the Blue Teal.",
      time: { kind: "on", edtf: "2008-01-01" },
      card: { fact: "teal-gus", direction: "subject" },
      key: ["e:gus"],
      cue: { text: "G__ H___", shown: true },
      accepts: ["Gus Holm"],
    }),
    /"faye".* is to be F .* is T/,
  ],
  [
    "a pier with two boats",
    handmade({
      ...gap,
      form: "Q2",
      facts: ["lies-pintail"],
      stem: "The _____ lies at the Long Quay.",
      time: { kind: "timeless" },
      card: { fact: "lies-pintail", direction: "subject" },
      key: ["e:pintail"],
      cue: { text: "P______", shown: true },
      accepts: ["Pintail"],
    }),
    /"osprey".* is to be F .* is T/,
  ],
  [
    "letters of another name",
    handmade({ ...gap, cue: { text: "C___ S_____", shown: true } }),
    /letters .* are not those of/,
  ],
  ["no gap", handmade({ ...gap, stem: gap.stem.replace("_____", "he") }), /not one gap/],
];

const boats = { "e:heron": "Grey Heron", "e:osprey": "Osprey", "e:teal": "Blue Teal" };
const match = {
  form: "Q12",
  kind: "match",
  facts: ["lies-heron", "lies-osprey", "lies-teal"],
  stem: "Match each boat with the pier at which it lies.",
  prompts: boats,
  key: ["e:stone-pier", "e:long-quay", "e:salt-steps"],
  options: {
    "*e:long-quay": "Long Quay",
    "*e:salt-steps": "Salt Steps",
    "*e:stone-pier": "Stone Pier",
    "e:mole": "Old Mole",
  },
} as const;

const matches: readonly Case[] = [
  ["three boats and four piers", handmade(match), null],
  [
    "two exchanged",
    handmade({ ...match, key: ["e:long-quay", "e:stone-pier", "e:salt-steps"] }),
    /no fact pairs Grey Heron with e:long-quay/,
  ],
  [
    "two boats of one pier",
    handmade({
      ...match,
      facts: ["lies-heron", "lies-osprey", "lies-pintail"],
      prompts: { "e:heron": "Grey Heron", "e:osprey": "Osprey", "e:pintail": "Pintail" },
      key: ["e:stone-pier", "e:long-quay", "e:long-quay"],
    }),
    /two prompts have the same answer/,
  ],
  [
    "piers to be matched with boats, of which one has three",
    handmade({
      ...match,
      prompts: { "e:stone-pier": "Stone Pier", "e:long-quay": "Long Quay", "e:salt-steps": "Salt Steps" },
      key: ["e:heron", "e:osprey", "e:teal"],
      options: { "*e:heron": "Grey Heron", "*e:osprey": "Osprey", "*e:teal": "Blue Teal", "e:pintail": "Pintail" },
    }),
    /e:pintail is to be F of Long Quay/,
  ],
  [
    "nothing to spare",
    handmade({
      ...match,
      options: { "*e:long-quay": "Long Quay", "*e:salt-steps": "Salt Steps", "*e:stone-pier": "Stone Pier" },
    }),
    /not one option to spare/,
  ],
  [
    "two pairs",
    handmade({
      ...match,
      facts: ["lies-heron", "lies-osprey"],
      prompts: { "e:heron": "Grey Heron", "e:osprey": "Osprey" },
      key: ["e:stone-pier", "e:long-quay"],
      options: { "*e:long-quay": "Long Quay", "*e:stone-pier": "Stone Pier", "e:mole": "Old Mole" },
    }),
    /2 pairs/,
  ],
];

const row = handmade({
  form: "Q6",
  kind: "timeline",
  facts: ["when-flood", "when-regatta", "when-crane", "when-lights"],
  stem: "Where does this event belong?",
  prompts: { "e:regatta": "Opening regatta" },
  key: ["e:flood"],
  options: {
    "t:start": "",
    "e:lights": "First electric lights",
    "*e:flood": "Great flood",
    "e:crane": "Raising of the crane",
  },
});
const dates: Readonly<Record<string, string>> = {
  "e:lights": "1 July 1929",
  "e:flood": "February 1953",
  "e:crane": "August 2012",
};
const timeline: Question = {
  ...row,
  options: row.options.map((option) => (dates[option.value] ? { ...option, when: dates[option.value]! } : option)),
};

const timelines: readonly Case[] = [
  ["between two of a row", timeline, null],
  [
    "after the wrong one",
    {
      ...timeline,
      key: ["e:lights"],
      options: timeline.options.map((option) => ({ ...option, right: option.value === "e:lights" })),
    },
    /when-regatta is not surely before when-flood/,
  ],
  [
    "a row that is not in order",
    { ...timeline, options: [timeline.options[0]!, timeline.options[2]!, timeline.options[1]!, timeline.options[3]!] },
    /is not surely before/,
  ],
  [
    "an anchor with another date",
    {
      ...timeline,
      options: timeline.options.map((option) =>
        option.value === "e:flood" ? { ...option, when: "March 1953" } : option,
      ),
    },
    /is dated March 1953/,
  ],
  [
    "a stem that says when it was",
    { ...timeline, stem: "Where does the regatta of July 2009 belong?" },
    /says when it was/,
  ],
  [
    "one that may lie in the same year",
    {
      ...timeline,
      facts: [...timeline.facts, "when-strike"],
      prompts: [{ value: "e:strike", text: "Strike of the porters" }],
    },
    /is not surely before/,
  ],
];

const order = {
  form: "Q6",
  kind: "order",
  facts: ["long-garganey", "long-osprey", "long-wigeon", "long-heron"],
  stem: "Put these boats in the order of their lengths, shortest first.",
  key: ["e:garganey", "e:osprey", "e:wigeon", "e:heron"],
  options: { "*e:wigeon": "Wigeon", "*e:heron": "Grey Heron", "*e:garganey": "Garganey", "*e:osprey": "Osprey" },
} as const;

const orders: readonly Case[] = [
  ["by exact lengths", handmade(order), null],
  [
    "with one that is about as long",
    handmade({
      ...order,
      facts: ["long-garganey", "long-osprey", "long-teal", "long-wigeon"],
      key: ["e:garganey", "e:osprey", "e:teal", "e:wigeon"],
      options: { "*e:wigeon": "Wigeon", "*e:teal": "Blue Teal", "*e:garganey": "Garganey", "*e:osprey": "Osprey" },
    }),
    /long-teal is not surely before long-wigeon/,
  ],
  [
    "with two exchanged",
    handmade({ ...order, key: ["e:osprey", "e:garganey", "e:wigeon", "e:heron"] }),
    /is not surely before/,
  ],
];

judgeEach({
  cloze: clozes,
  match: matches,
  timeline: timelines,
  "order of quantities": orders,
});
