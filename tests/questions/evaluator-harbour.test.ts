/** Controls of the independent evaluator: for each form, kind and reading, a question that holds does not hold any more when its pack says less. */
import { beforeAll, expect, test } from "vitest";
import { Copy, folderOf, questionsOf } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

const folder = folderOf("harbour");
let questions: Question[];

beforeAll(async () => {
  questions = await questionsOf(folder, "1");
}, 60_000);

const closed = /^ {2}closed: .*\n/m;
type Edit = readonly [
  name: string,
  file: string,
  text: string | RegExp,
  by: string,
  form: string,
  kind: string,
  about: RegExp,
  fault: RegExp,
];

const edits: readonly Edit[] = [
  [
    "Q8, all are not known",
    "relations.yaml",
    closed,
    "",
    "Q8",
    "choice",
    /steered the Grey Heron/,
    /is to be T .* is U/,
  ],
  [
    "Q8, the list only names",
    "lists.yaml",
    'complete: "yes"',
    "complete: as_named",
    "Q8",
    "choice",
    /NOT land/,
    /is to be T .* is U/,
  ],
  [
    "Q9, all are not known",
    "relations.yaml",
    closed,
    "",
    "Q9",
    "number",
    /steered the Grey Heron/,
    /is to be T .* is U/,
  ],
  [
    "Q9, one is not the only name",
    "entities.yaml",
    "surname: Marlow,",
    "surname: Marlow, overlaps: [ben],",
    "Q9",
    "number",
    /Heron/,
    /is to be T .* is U/,
  ],
  [
    "Q11, only the year is known",
    "facts.yaml",
    "date: 2009-07",
    "date: 2009",
    "Q11",
    "choice",
    /regatta/,
    /not the whole of when-regatta/,
  ],
  [
    "Q12, two boats at one pier",
    "facts.yaml",
    /(?<=s: (?:heron|teal|wigeon), r: lies-at, o: )[\w-]+/g,
    "long-quay",
    "Q12",
    "match",
    /pier/,
    /no fact pairs|is to be F/,
  ],
  [
    "Q13, another attribute",
    "entities.yaml",
    /(?<=name: (?:Osprey|Blue Teal|Grey Heron|Wigeon|Pintail), )article: the/g,
    "article: the, attributes: { hull: oak }",
    "Q13",
    "choice",
    /Long Quay.*/,
    /three share the hull/,
  ],
  [
    "Q14, nothing gave way",
    "facts.yaml",
    " replaces: berth-wigeon-old,",
    "",
    "Q14",
    "choice",
    /Wigeon/,
    /is to be T .* is U|not judged/,
  ],
  ["Q15, nobody has looked", "facts.yaml", " only_in: log,", "", "Q15", "choice", /tar/, /s:log is to be T .* is U/],
  [
    "Q16, the day is known",
    "facts.yaml",
    "date: 1953-02 ",
    "date: 1953-02-01 ",
    "Q16",
    "choice",
    /great flood/,
    /p:month is to be T .* is F/,
  ],
  [
    "Q5, a length is not exact",
    "facts.yaml",
    "number: 24,",
    "number: 24, qualifier: less_than,",
    "Q5",
    "choice",
    /longer|shorter|longest|shortest/,
    /is to be [TF] .* is U/,
  ],
  [
    "Q6, two lengths may be alike",
    "facts.yaml",
    /number: (?:24|9|16|7),/g,
    "number: 15, qualifier: about,",
    "Q6",
    "order",
    /lengths/,
    /is not surely before/,
  ],
  [
    "timeline, an anchor moves",
    "facts.yaml",
    "date: 2012-08 ",
    "date: 2008 ",
    "Q6",
    "timeline",
    /regatta|flood|strike|belong/,
    /is dated|is not surely before/,
  ],
  [
    "cloze, somebody only acted",
    "facts.yaml",
    "o: heron, from: 2006-05-04,",
    "o: heron, capacity: acting, from: 2006-05-04,",
    "Q3",
    "cloze",
    /_____ .*Heron/,
    /e:ben is to be T .* is F/,
  ],
  [
    "R7, a rival",
    "facts.yaml",
    "s: ben, r: steered, o: heron,",
    "s: ben, r: steered, o: heron, capacity: rival,",
    "Q3",
    "choice",
    /Heron/,
    /e:ben is to be T .* is F/,
  ],
  [
    "R7, joint holders exclude nobody",
    "facts.yaml",
    "s: ewan, r: steered, o: osprey,",
    "s: ewan, r: steered, o: osprey, capacity: joint,",
    "Q3",
    "choice",
    /Osprey/,
    /is to be F .* is U/,
  ],
  [
    "R9, a Julian log",
    "sources.yaml",
    "date: 2020-12-31, cite",
    "date: 2020-12-31, calendar: julian, cite",
    "Q11",
    "choice",
    /regatta/,
    /not the whole of when-regatta/,
  ],
  [
    "R9, no zone",
    "sources.yaml",
    "date: 2020-12-31, cite",
    "date: 2020-12-31, zone: unknown, cite",
    "Q11",
    "choice",
    /regatta/,
    /not the whole of when-regatta/,
  ],
  [
    "R8, another qualifier",
    "facts.yaml",
    "number: 15, qualifier: about,",
    "number: 15, qualifier: more_than,",
    "Q1",
    "flashcard",
    /Blue Teal/,
    /the key says about|is to be T/,
  ],
];

test.each(edits)("%s", (_name, file, text, by, form, kind, about, fault) => {
  using copy = new Copy(folder);
  copy.replace(file, text, by);
  const pack = readFolder(copy.folder);
  const asked = questions.filter(
    (one) => one.form === form && one.kind === kind && about.test(`${one.stem} ${one.answer}`),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap((question) => faultsOf(readFolder(folder), question))).toEqual([]);
  expect(asked.flatMap((question) => faultsOf(pack, question)).join("\n")).toMatch(fault);
});
