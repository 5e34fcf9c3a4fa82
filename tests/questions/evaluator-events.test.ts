/** The evaluator on questions made by hand of the forms that ask at the time of an event, and for the odd one out: the examples and the refusals of the specification (3.5). */
import { handmade } from "@/tests/evaluator/handmade.ts";
import { type Case, judgeEach } from "@/tests/support/judged.ts";

const asOf2020 = { kind: "as-of", edtf: "2020-12-31", source: "log" } as const;

const during = {
  form: "Q11",
  facts: ["steered-ben", "when-regatta"],
  stem: "Who steered the Grey Heron when the first regatta was sailed, in July 2009?",
  time: { kind: "on", edtf: "2009-07" },
  card: { fact: "steered-ben", direction: "subject" },
  key: ["e:ben"],
  options: { "*e:ben": "Ben Kestrel", "e:ada": "Ada Marlow", "e:dora": "Dora Finch" },
} as const;

const events: readonly Case[] = [
  ["a month inside a time at the helm", handmade(during), null],
  [
    "a month with a handover in it",
    handmade({
      ...during,
      facts: ["steered-ben", "when-crane"],
      stem: "Who steered the Grey Heron when the office raised its crane, in August 2012?",
      time: { kind: "on", edtf: "2012-08" },
    }),
    /e:ben is to be T .* is U/,
  ],
  [
    "a day of the month of which no more is known",
    handmade({
      ...during,
      stem: during.stem.replace("in July", "on 5 July"),
      time: { kind: "on", edtf: "2009-07-05" },
    }),
    /not the whole of when-regatta/,
  ],
  [
    "another month than that of the event",
    handmade({ ...during, stem: during.stem.replace("July", "June"), time: { kind: "on", edtf: "2009-06" } }),
    /not the whole of when-regatta/,
  ],
  [
    "no event at all",
    handmade({ ...during, stem: "Who steered the Grey Heron when a bell was rung, in July 2009?" }),
    /names no event/,
  ],
];

const odd = {
  form: "Q13",
  facts: ["steered-ada", "steered-ben", "steered-cleo"],
  stem: "Three of these people had steered the Grey Heron, as of 31 December 2020. Which one had not?",
  time: asOf2020,
  key: ["e:gus"],
  options: { "*e:gus": "Gus Holm", "e:ada": "Ada Marlow", "e:ben": "Ben Kestrel", "e:cleo": "Cleo Strand" },
};
const oddDate = {
  form: "Q13",
  facts: ["when-bell", "when-lights", "when-flood", "when-strike"],
  stem: "Three of these events came before the opening regatta, in July 2009. Which one came later?",
  key: ["e:strike"],
  options: {
    "e:bell": "The hanging of the bell",
    "e:lights": "The first electric lights",
    "e:flood": "The great flood",
    "*e:strike": "The strike of the porters",
  },
} as const;

const oddOnes: readonly Case[] = [
  ["three who did and one who did not", handmade({ ...odd, key: ["e:gus"] }), null],
  ["three before an event and one after", handmade(oddDate), null],
  [
    "two who did not",
    handmade({
      ...odd,
      options: { "*e:gus": "Gus Holm", "e:faye": "Faye Quern", "e:ben": "Ben Kestrel", "e:cleo": "Cleo Strand" },
    }),
    /e:faye is to be F .* is T/,
  ],
  [
    "another one odd by the village",
    handmade({
      ...odd,
      options: { "*e:ewan": "Ewan Plover", "e:ada": "Ada Marlow", "e:cleo": "Cleo Strand", "e:dora": "Dora Finch" },
      key: ["e:ewan"],
    }),
    /three share the village south/,
  ],
  [
    "two and two",
    handmade({
      ...odd,
      options: { "*e:gus": "Gus Holm", "*e:faye": "Faye Quern", "e:ben": "Ben Kestrel", "e:cleo": "Cleo Strand" },
      key: ["e:gus", "e:faye"],
      choose: 2,
    }),
    /not three and one/,
  ],
  [
    "an event that lies in the year of which no more is known",
    handmade({
      ...oddDate,
      stem: "Three of these events came before the strike of the porters, in 2016. Which one came later?",
    }),
    /e:strike is to be T .* is U/,
  ],
  [
    "three after an event asked as three before it",
    handmade({
      ...oddDate,
      stem: "Three of these events came after the opening regatta, in July 2009. Which one came earlier?",
    }),
    /e:bell is to be F .* is T/,
  ],
];

judgeEach({
  "Q11, at the time of an event": events,
  "Q13, the odd one out": oddOnes,
});
