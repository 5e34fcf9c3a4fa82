/** Each check catches a question that was made faulty, and passes the same question as it was ("Shown by" 3). */
import { describe, expect, test } from "vitest";
import type { Fact } from "@/lib/facts/fact.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { type Asked, askedOf } from "@/lib/questions/bank.ts";
import { checks, findingsOf } from "@/lib/questions/checks/checks.ts";
import type { Option, Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const bank = [...askedOf(facts, { seed: "1" })];

function find(of: (question: Question) => boolean): Asked {
  const found = bank.find(({ question }) => of(question));
  if (!found) throw new Error("no such question");
  return found;
}

const holder = find(({ form, kind, options }) => form === "Q3" && kind === "choice" && options.length === 4);
const dates = find(({ form, kind, options }) => form === "Q10" && kind === "choice" && options.length === 4);
const month = find(({ form, kind, stem }) => form === "Q10" && kind === "choice" && stem.startsWith("In which month"));
const origin = find(
  ({ form, kind, options, key }) => form === "Q3" && kind === "choice" && options.some(isDutch) && key[0] === "e:nld",
);
const rank = find(
  ({ form, kind, stem }) => form === "Q7" && kind === "choice" && /rank of lieutenant general/.test(stem),
);
const titled = find(({ form, stem }) => form === "Q10" && stem.includes("Lieutenant General"));
const phrases = find(
  ({ kind, options }) =>
    kind === "choice" && options.every(({ value }) => /^e:/.test(value) && isCommon(value.slice(2))),
);
const several = find(({ kind }) => kind === "multi-select");
const first = find(({ form, kind }) => form === "Q5" && kind === "choice");
const order = find(({ kind }) => kind === "order");
const match = find(({ kind }) => kind === "match");
const line = find(({ kind }) => kind === "timeline");
const typed = find(({ form, kind }) => form === "Q3" && kind === "typed");
const statement = find(({ form, kind }) => form === "Q3" && kind === "true-false");
const cloze = find(({ form, kind }) => form === "Q3" && kind === "cloze");
const date = find(({ form, kind }) => form === "Q10" && kind === "date");
const number = find(({ kind, qualifier }) => kind === "number" && qualifier === "more_than");

function isCommon(entity: string): boolean {
  return /^\p{Ll}/u.test(facts.entity(entity).name);
}

function isDutch({ value }: Option): boolean {
  return value === "e:nld";
}

/** The question with other fields. */
const put = ({ ask, question }: Asked, change: Partial<Question>): Asked => ({
  ask,
  question: { ...question, ...change },
});
const stem = (asked: Asked, from: string | RegExp, to: string) =>
  put(asked, { stem: asked.question.stem.replace(from, to) });
/** The first wrong option, or the right one, with other fields. */
const option = (asked: Asked, change: Partial<Option>, right = false): Asked => {
  const at = asked.question.options.findIndex((one) => one.right === right);
  return put(asked, {
    options: asked.question.options.map((one, index) => (index === at ? { ...one, ...change } : one)),
  });
};
const values = (asked: Asked, list: readonly string[], right: number): Asked =>
  put(asked, {
    options: list.map((value, index) => ({
      ...asked.question.options[index]!,
      value,
      text: value,
      right: index === right,
      whyNot: index === right ? null : asked.question.why,
    })),
  });

function otherRank({ object }: Fact): string {
  return object.kind === "entity" && object.entity === "major-general" ? "lieutenant-general" : "major-general";
}

/** The same pack with one more fact, which says another rank of a commander. */
const contradicted: Facts = indexPack({
  ...facts.pack,
  facts: [
    ...facts.pack.facts,
    ...facts.pack.facts
      .filter(({ relation }) => relation === "listed-rank")
      .map((fact) => ({
        ...fact,
        key: `${fact.key}-otherwise`,
        object: { kind: "entity", entity: otherRank(fact) } as const,
        citations: [{ source: "s2", locator: "nowhere" }],
      })),
  ],
});

const scope = / (?:on|throughout) [^?]*(?=\?)/;
const table: readonly (readonly [check: number, fault: string, good: Asked, bad: Asked, facts?: Facts])[] = [
  [2, "an option that is right too", rank, option(rank, { value: memberBeside(rank), text: "Another member" })],
  [2, "a true statement marked false", statement, put(statement, { key: [other(statement.question.key[0]!)] })],
  [
    3,
    "a handover day",
    holder,
    { ...stem(holder, scope, " on 10 May 2022"), ask: { ...holder.ask, on: "2022-05-10" } },
  ],
  [3, "a right option that the pack does not know", rank, option(rank, { value: "e:swe" }, true)],
  [4, "no time", holder, stem(holder, scope, "")],
  [4, "a word that means now", holder, stem(holder, "Who commanded", "Who currently commanded")],
  [5, "a day where the source gives the month", month, option(month, { text: "12 October 2018" })],
  [
    5,
    "a number without its qualifier",
    number,
    put(number, { why: number.question.why.replace("more than 350", "350") }),
  ],
  [6, "the first of an open set", month, stem(month, " did ", " did first ")],
  [7, "two sources, neither named", rank, stem(rank, "NATO's list of", "the list of"), contradicted],
  [8, "the key in the stem", holder, stem(holder, "Who", `Who, like ${textOf(holder, true)},`)],
  [10, "a key longer than all", phrases, option(phrases, { text: `a ${"very ".repeat(40)}long key` }, true)],
  [11, "a rank in an option", holder, option(holder, { text: "Lt. Gen. Per Olsen" })],
  [11, "brackets of the key alone", holder, option(holder, { text: "Per Olsen (Denmark)" }, true)],
  [12, "an article before an article", rank, option(rank, { text: "the the Netherlands" })],
  [
    13,
    "a key in the middle of all",
    dates,
    values(dates, ["d:2019-05-01", "d:2019-11-24", "d:2018-11-03", "d:2020-06-24"], 1),
  ],
  [14, "an absolute word", holder, option(holder, { text: "Only the first of them" })],
  [15, "a negation of another option", holder, option(holder, { text: `Not ${textOf(holder, true)}` })],
  [16, "the key of another sort", holder, option(holder, { value: "d:2019-11" }, true)],
  [
    17,
    "a month with a day in it",
    dates,
    values(dates, ["d:2018-11-24", "d:2019-05", "d:2019-05-24", "d:2020-06-24"], 1),
  ],
  [18, "the same label twice", holder, option(holder, { text: textOf(holder, true) })],
  [
    19,
    "a date among days to the month",
    dates,
    values(dates, ["d:2018-11-24", "d:2019-05", "d:2020-05-24", "d:2021-06-24"], 1),
  ],
  [
    21,
    "one distractor",
    holder,
    put(holder, { options: holder.question.options.filter((one) => one.right || one === wrongOf(holder)) }),
  ],
  [21, "a part of the key", rank, option(rank, { value: rank.question.key[0]! })],
  [22, "all of the above", holder, option(holder, { text: "All of the above" })],
  [23, "dates that fall", dates, put(dates, { options: dates.question.options.toReversed() })],
  [24, "a vague quantity", holder, option(holder, { text: "Several of them" })],
  [26, "this mission", holder, stem(holder, /NATO Mission Iraq \(NMI\)/, "this mission")],
  [26, "an abbreviation", holder, stem(holder, /NATO Mission Iraq \(NMI\)/, "NMI")],
  [27, "a negative in small letters", rank, stem(rank, "give the rank", "not give the rank")],
  [28, "who and when", holder, stem(holder, "Who commanded", "Who and when commanded")],
  [30, "how many is not said", several, put(several, { choose: null })],
  [30, "which end comes first is not said", order, stem(order, ", earliest first", "")],
  [30, "the precision is not said", date, stem(date, /^On which date|^In which month and year|^In which year/, "When")],
  [
    32,
    "the Netherlands without “the”",
    origin,
    put(origin, {
      why: origin.question.why.replace("the Netherlands", "Netherlands"),
      options: origin.question.options.map((one) => (isDutch(one) ? { ...one, text: "Netherlands" } : one)),
    }),
  ],
  [32, "a rank that is another's", titled, stem(titled, "Lieutenant General", "Colonel General Gen.")],
  [36, "an order that is not", order, put(order, { key: order.question.key.toReversed() })],
  [36, "a match without a spare", match, put(match, { options: match.question.options.filter(({ right }) => right) })],
  [
    36,
    "a wrong place on the line",
    line,
    put(line, { key: [line.question.options.find(({ right }) => !right)!.value] }),
  ],
  [36, "two claims", statement, stem(statement, /\.$/, "; it was large.")],
  [36, "a gap for each of a set", cloze, put(cloze, { key: ["e:olsen", "e:fortin"] })],
  [37, "no reason why not", holder, option(holder, { whyNot: null })],
  [37, "a reason that the pack does not give", holder, option(holder, { whyNot: "He was elsewhere in 2019." })],
  [37, "no citation", holder, put(holder, { citations: [] })],
  [38, "a name of the key that is rejected", typed, put(typed, { accepts: ["Nobody"], answer: "Nobody" })],
  [
    38,
    "another's name that is accepted",
    typed,
    put(typed, { accepts: [...typed.question.accepts, "Tomas Tarven", "Michael Lollesgaard", "Per Olsen"], near: [] }),
  ],
];

const shared: typeof table = [
  [1, "a fact cited from nowhere", holder, holder, uncited(holder)],
  [
    1,
    "a sentence of the Why without a place",
    holder,
    put(holder, { citations: holder.question.citations.filter(({ sentences }) => sentences?.length === 0) }),
  ],
  [
    1,
    "a sentence about an option without a place",
    holder,
    put(holder, { citations: holder.question.citations.filter(({ sentences }) => sentences?.length !== 0) }),
  ],
  [1, "a first of all without the place of all", first, put(first, { citations: ofSingleFacts(first) })],
  [9, "an option in the stem", holder, stem(holder, "Who", `Who, like ${textOf(holder, false)},`)],
  [25, "nothing is asked", holder, put(holder, { stem: "Name a commander?" })],
  [29, "36 words", holder, stem(holder, "?", `${" of old".repeat(16)}?`)],
  [31, "an open slot", holder, stem(holder, "Who", "Who {x}")],
  [33, "neighbouring days", dates, values(dates, ["d:2018-11-24", "d:2019-05-20", "d:2019-05-22", "d:2021-06-24"], 1)],
];

const numbers = ({ ask, question }: Asked, of: Facts = facts) =>
  findingsOf(of, { ask, question }).map(({ check }) => check);

test("the 29 checks for the program alone are those of the rubric", () => {
  const own = checks.filter(({ by }) => by === "program").map(({ number }) => number);
  expect(own).toEqual([
    2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 26, 27, 28, 30, 32, 36, 37, 38,
  ]);
  expect(new Set(table.map(([check]) => check))).toEqual(new Set(own));
});

describe.each(rows(table))("check $check: $fault", ({ check, good, bad, of }) => {
  test("is caught", () => expect(numbers(bad, of)).toContain(check));
  test("and not in the question as it was", () => expect(numbers(good)).toEqual([]));
});

describe.each(rows(shared))("check $check, where a reader has the last word: $fault", ({ check, good, bad, of }) => {
  test("is caught", () => expect(numbers(bad, of)).toContain(check));
  test("and not in the question as it was", () => expect(numbers(good)).not.toContain(check));
});

test("a finding names the fact and the frame to be mended", () => {
  const [finding] = findingsOf(facts, stem(holder, scope, ""));
  expect(finding).toMatchObject({
    check: 4,
    severity: "fatal",
    fact: holder.ask.fact,
    frame: "commanded.ask_subject_on",
  });
});

function rows(of: typeof table) {
  return of.map(([check, fault, good, bad, otherFacts]) => ({ check, fault, good, bad, of: otherFacts }));
}

function wrongOf({ question }: Asked): Option {
  return question.options.find(({ right }) => !right)!;
}

function textOf({ question }: Asked, right: boolean): string {
  return question.options.find((one) => one.right === right)!.text;
}

function other(key: string): string {
  return key === "t:true" ? "t:false" : "t:true";
}

/** Another commander of that rank. */
function memberBeside({ question }: Asked): string {
  return ["e:olsen", "e:lollesgaard", "e:iannucci", "e:aguero"].find(
    (key) => !question.options.some(({ value }) => value === key),
  )!;
}

/** Its places, and the first sentence's among those of single facts. */
function ofSingleFacts({ question }: Asked): Question["citations"] {
  const places = question.citations.filter(({ locator }) => / row /.test(locator));
  return places.map((place, index) => (index === 0 ? { ...place, sentences: [0, 1] } : place));
}

/** The pack without the citations of what is asked. */
function uncited({ question }: Asked): Facts {
  const list = facts.pack.facts.map((fact) => (question.facts.includes(fact.key) ? { ...fact, citations: [] } : fact));
  return indexPack({ ...facts.pack, facts: list });
}
