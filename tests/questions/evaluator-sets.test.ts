/** The evaluator on questions made by hand of the forms that ask of whole sets: the examples and the refusals of the specification (3.5). */
import { folderOf } from "@/tests/evaluator/command.ts";
import { handmade } from "@/tests/evaluator/handmade.ts";
import type { Pack } from "@/tests/evaluator/pack.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { type Case, judgeEach } from "@/tests/support/judged.ts";

const nmi = readFolder(folderOf("nato-mission-iraq"));

const asOf2024 = { kind: "as-of", edtf: "2024-05-27", source: "s1" } as const;
const asOf2020 = { kind: "as-of", edtf: "2020-12-31", source: "log" } as const;

const commanders = {
  form: "Q8",
  facts: ["provided-can", "provided-dnk", "provided-esp"],
  stem: "Which of these countries had NOT provided a commander of NATO Mission Iraq (NMI), as of 27 May 2024?",
  time: asOf2024,
  key: ["e:aus"],
  options: { "*e:aus": "Australia", "e:can": "Canada", "e:dnk": "Denmark", "e:esp": "Spain" },
};
/** The published pack has no such frames at the time of writing. */
const notCountries: Pack = {
  ...nmi,
  relations: nmi.relations.map((one) => {
    if (one.key !== "provided-commander") return one;
    const ask_not_member_of_object = "Which of these {nouns} had NOT provided a commander of {o}, {scope}?";
    const ask_count_of_object = "How many countries had provided a commander of {o}, {scope}?";
    return { ...one, frames: { ...one.frames, ask_not_member_of_object, ask_count_of_object } };
  }),
};

const skippers = {
  form: "Q8",
  facts: ["steered-ada", "steered-ben", "steered-cleo"],
  stem: "Which of these people had NOT steered the Grey Heron, as of 31 December 2020?",
  time: asOf2020,
  key: ["e:ewan"],
  options: { "*e:ewan": "Ewan Plover", "e:ada": "Ada Marlow", "e:ben": "Ben Kestrel", "e:cleo": "Cleo Strand" },
};

const outside: readonly Case[] = [
  ["Australia among the countries of commanders", handmade(commanders), null, notCountries],
  ["a skipper of another boat", handmade(skippers), null],
  [
    "a country that had provided one",
    handmade({ ...commanders, key: ["e:ita"], options: { "*e:ita": "Italy", "e:can": "Canada", "e:dnk": "Denmark" } }),
    /e:ita is to be T .* is F/,
    notCountries,
  ],
  [
    "two that had not",
    handmade({
      ...commanders,
      options: { "*e:aus": "Australia", "e:fin": "Finland", "e:dnk": "Denmark", "e:esp": "Spain" },
    }),
    /e:fin is to be F .* is T/,
    notCountries,
  ],
  [
    "small letters in which a reader overlooks it",
    handmade({ ...commanders, stem: commanders.stem.replace("NOT", "not") }),
    /NOT does not stand in capitals|not judged/,
    notCountries,
  ],
  ["no time", handmade({ ...commanders, time: { kind: "timeless" } }), /is U at|without a time/, notCountries],
  [
    "a list that names but is not all",
    handmade({
      form: "Q8",
      facts: ["landed-herring-2019", "landed-hemp-2019"],
      stem: "Which of these goods did the Grey Heron NOT land, according to the guide of 30 June 2019?",
      time: { kind: "as-of", edtf: "2019-06-30", source: "guide" },
      key: ["e:salt"],
      options: { "*e:salt": "Salt", "e:herring": "Herring", "e:hemp": "Hemp" },
    }),
    /e:salt is to be T .* is U/,
  ],
];

const count = {
  form: "Q9",
  kind: "number",
  facts: ["steered-ada", "steered-ben", "steered-cleo", "steered-dora"],
  stem: "How many people steered the Grey Heron from March 2001 to 31 December 2020?",
  time: { kind: "span", from: "2001-03", to: "2020-12-31" },
  key: ["n:4"],
  answer: "4",
} as const;

const counts: readonly Case[] = [
  ["four skippers", handmade(count), null],
  [
    "five countries, with wrong numbers",
    handmade({
      form: "Q9",
      facts: ["provided-can", "provided-dnk", "provided-ita", "provided-esp", "provided-nld"],
      stem: "How many countries had provided a commander of NATO Mission Iraq (NMI), as of 27 May 2024?",
      time: asOf2024,
      key: ["n:5"],
      answer: "5",
      options: { "n:3": "3", "n:4": "4", "*n:5": "5" },
    }),
    null,
    notCountries,
  ],
  ["one too many", handmade({ ...count, key: ["n:5"], answer: "5" }), /n:5 is to be T .* is F/],
  [
    "the right number as a wrong option",
    handmade({ ...count, kind: "choice", key: ["n:5"], answer: "5", options: { "n:3": "3", "n:4": "4", "*n:5": "5" } }),
    /n:4 is to be F .* is T/,
  ],
  [
    "a boat of which nobody says that all are known",
    handmade({
      ...count,
      facts: ["osprey-ewan"],
      stem: count.stem.replace("Grey Heron", "Osprey"),
      key: ["n:1"],
      answer: "1",
    }),
    /n:1 is to be T .* is U/,
  ],
  [
    "up to a day of a handover",
    handmade({
      ...count,
      stem: count.stem.replace("31 December 2020", "11 October 2017"),
      time: { kind: "span", from: "2001-03", to: "2017-10-11" },
    }),
    /n:4 is to be T .* is U/,
  ],
  [
    "without the beginning of what is known",
    handmade({ ...count, time: asOf2020, stem: "How many people steered the Grey Heron as of 31 December 2020?" }),
    /does not give both ends/,
  ],
  [
    "a list that only names",
    handmade({
      form: "Q9",
      kind: "number",
      facts: ["landed-herring-2019", "landed-hemp-2019"],
      stem: "How many goods did the Grey Heron land, according to the guide of 30 June 2019?",
      time: { kind: "as-of", edtf: "2019-06-30", source: "guide" },
      key: ["n:2"],
      answer: "2",
    }),
    /n:2 is to be T .* is U/,
  ],
  [
    "a number with a qualifier, which counts nothing",
    handmade({
      ...count,
      kind: "choice",
      key: ["q:about:4:"],
      options: { "n:3": "3", "*q:about:4:": "about 4", "n:7": "7" },
    }),
    /is to be T .* is U|not judged/,
  ],
];

judgeEach({
  "Q8, what does not belong": outside,
  "Q9, how many": counts,
});
