/** What no single question shows: S1 to S6 on 5,000 drawn questions, and each caught in a set that was made faulty. */
import { describe, expect, test } from "vitest";
import { shuffled } from "@/lib/base/random.ts";
import type { Facts } from "@/lib/facts/facts.ts";
import { type Asked, askedOf } from "@/lib/questions/bank.ts";
import { givesAway, setFindingsOf, window } from "@/lib/questions/checks/set.ts";
import { distractorsFor } from "@/lib/questions/distractors.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { queryOf } from "@/lib/questions/forms.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack, everyPack } from "@/tests/support/content-packs.ts";

const length = 20;
const drawn = 5_000;

/** Sessions of a pack's questions, drawn by seed so that none is spoilt by the one before: as the session planner keeps them apart. */
function sessionsOf(bank: readonly Question[], count: number, draw = "session"): Question[][] {
  const sessions: Question[][] = [];
  for (let turn = 0; sessions.flat().length < count; turn++) {
    const session: Question[] = [];
    const keys = new Map<string, number>();
    const facts = new Set<string>();
    for (const question of shuffled(bank, `${draw} ${turn}`)) {
      if (session.length === length) break;
      if (question.card && facts.has(question.card.fact)) continue;
      if (question.key.some((key) => key.startsWith("e:") && (keys.get(key) ?? 0) >= length / 5)) continue;
      if (session.slice(-window).some((one) => givesAway(one, question))) continue;
      session.push(question);
      if (question.card) facts.add(question.card.fact);
      for (const key of new Set(question.key)) keys.set(key, (keys.get(key) ?? 0) + 1);
    }
    sessions.push(session);
  }
  return sessions;
}

/** How many distractors of an item are safe. */
function choicesOf(facts: Facts, bank: readonly Asked[]): (question: Question) => number {
  const asks = new Map(bank.map(({ ask, question }) => [question.id, ask]));
  const known = new Map<string, number>();
  return ({ id, seed }) => {
    let count = known.get(id);
    if (count === undefined) {
      const query = queryOf(facts, asks.get(id)!, seed);
      const wanted = { most: 64, target: 0.5, confusions: {}, seed };
      count = isRefusal(query) ? 0 : distractorsFor(facts, query, wanted).chosen.length;
      known.set(id, count);
    }
    return count;
  };
}

const packs = everyPack();

describe.each(packs)("questions drawn from %s", (_, facts) => {
  test("hold as a set", { timeout: 60_000 }, () => {
    // A small pack is drawn from at more seeds: a few statements met again and again would count as many.
    const bank = ["1", "2", "3", "4", "5", "6"]
      .slice(0, facts.pack.facts.length < 100 ? 6 : 2)
      .flatMap((seed) => [...askedOf(facts, { seed })]);
    const questions = bank.map(({ question }) => question);
    const count = Math.ceil(drawn / packs.length);
    const sessions = sessionsOf(questions, count);
    expect(sessions.filter((session) => session.length < length).length).toBeLessThan(sessions.length / 10);
    const found = setFindingsOf(sessions, choicesOf(facts, bank));
    // One draw in a hundred fails S1 by chance; what is a habit of the bank fails the next draw too.
    const again = found.some(({ check }) => check === 1) ? setFindingsOf(sessionsOf(questions, count, "again")) : [];
    const isHabit = again.some(({ check }) => check === 1);
    expect(found.filter(({ check }) => check !== 1 || isHabit)).toEqual([]);
  });
});

describe("a set that was made faulty", () => {
  const facts = contentPack("nato-mission-iraq");
  const bank = [...askedOf(facts, { seed: "1" })].map(({ question }) => question);
  const choices = bank.filter(({ kind, options }) => kind === "choice" && options.length === 4);
  const aboutOne = choices.find(({ key }) => key[0]!.startsWith("e:"))!;
  const repeated = Array.from({ length: 4 }, (_, turn) =>
    choices.map((one) => ({ ...one, id: `${one.id} ${turn}` })),
  ).flat();
  const checks = (...sessions: Question[][]) => new Set(setFindingsOf(sessions).map(({ check }) => check));
  const keyAt = (place: number) => (question: Question) => {
    const wrong = question.options.filter(({ right }) => !right);
    const key = question.options.filter(({ right }) => right);
    return { ...question, options: [...wrong.slice(0, place), ...key, ...wrong.slice(place)] };
  };
  const single = (questions: readonly Question[]) => questions.map((question) => [question]);
  test.each<[number, string, Question[][]]>([
    [1, "the key always first", single(repeated.map(keyAt(0)))],
    [
      2,
      "an answer in the stem before it",
      [[{ ...bank[0]!, stem: `Who, like ${choices[0]!.answer}, came?` }, choices[0]!]],
    ],
    [2, "an answer in the feedback before it", [[{ ...bank[0]!, why: `${choices[0]!.answer} came.` }, choices[0]!]]],
    [3, "one fact twice", [[choices[0]!, { ...choices[0]!, kind: "typed" }]]],
    [
      4,
      "all statements true",
      single(
        Array.from({ length: 3 }, (_, turn) =>
          bank
            .filter(({ kind, key }) => kind === "true-false" && key[0] === "t:true")
            .map((one) => ({ ...one, id: `${one.id} ${turn}` })),
        ).flat(),
      ),
    ],
    [
      5,
      "the key always longest",
      single(
        repeated.map((question) => ({
          ...question,
          options: question.options.map((option) =>
            option.right ? { ...option, text: option.text.repeat(9) } : option,
          ),
        })),
      ),
    ],
    [6, "one key all along", [Array.from({ length: 20 }, (_, at) => ({ ...aboutOne, card: null, id: `${at}` }))]],
    [
      6,
      "one distractor all along",
      single(
        repeated
          .filter(({ form }) => form === "Q3")
          .map((question) => ({
            ...question,
            options: question.options.map((option, at) =>
              at === question.options.findIndex(({ right }) => !right) ? { ...option, value: "e:fortin" } : option,
            ),
          })),
      ),
    ],
  ])("S%i: %s", (check, _, sessions) => {
    expect(checks(...sessions)).toContain(check);
  });
});
