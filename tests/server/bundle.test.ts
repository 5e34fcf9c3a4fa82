import { beforeAll, describe, expect, test } from "vitest";
import { hashQuestion } from "@/lib/questions/hash.ts";
import { mark } from "@/lib/questions/mark.ts";
import { factSentence } from "@/lib/questions/wording.ts";
import { readBundle } from "@/lib/server/bundle.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { factsFor, readPack } from "@/lib/server/packs.ts";
import { readProgress } from "@/lib/server/progress.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { cardName } from "@/lib/study/card.ts";
import type { Bundle, CardRef, StudyEvent } from "@/lib/study/event.ts";
import { driftAt } from "../support/drift.ts";
import { anAnswer } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { anOption, aQuestion, rightResponse } from "../support/question.ts";
import { quizFor } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const study = { pack, mode: "study", count: 20, zone: "Europe/Berlin" } as const;
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

const bundleFor = async (viewer: Viewer | null, options: Parameters<typeof readBundle>[1], now: Date) => {
  const bundle = await readBundle(viewer, options, now);
  if (!bundle) throw new Error("no bundle");
  return bundle;
};

let seq = 0;
function answersTo(bundle: Bundle, when: Date): StudyEvent[] {
  return bundle.cards.map(({ questions }, index) => {
    const { hash, question } = questions[0]!;
    const instant = new Date(when.getTime() + index * 1_000);
    seq += 1;
    const response = rightResponse(question);
    return anAnswer("", hash, { id: newId(instant), at: instant.toISOString(), deviceSeq: seq, response });
  });
}

/** A card put away until it is freed. */
function aSuspend(card: CardRef): StudyEvent {
  const { id, deviceId, deviceSeq, at: instant, zone, rolloverHour } = anAnswer("suspend", "");
  return { kind: "suspend", id, deviceId, deviceSeq, at: instant, zone, rolloverHour, card, suspended: true };
}

test("a stranger gets a first session of 20 new cards, each with a choice of questions, stored under their hashes", async () => {
  const bundle = await bundleFor(null, study, at(1));
  expect(bundle).toMatchObject({ learner: null, mode: "study", dueCount: 0, newLeft: 20, today: "2026-11-01" });
  expect(bundle.cards).toHaveLength(20);
  expect(bundle.cards.every(({ isNew, state }) => isNew && state === null)).toBe(true);
  // Some facts can be asked in one way only; most give a choice.
  expect(bundle.cards.every(({ questions }) => questions.length >= 1)).toBe(true);
  expect(bundle.cards.filter(({ questions }) => questions.length >= 2).length).toBeGreaterThan(12);
  const kept = bundle.cards.flatMap(({ questions }) => questions);
  for (const { hash, question } of kept) expect(hashQuestion(question)).toBe(hash);
  const { rows } = await db().pool.query("select count(*)::int as stored from question where hash = any($1)", [
    kept.map(({ hash }) => hash),
  ]);
  expect(rows[0].stored).toBe(new Set(kept.map(({ hash }) => hash)).size);
});

test("reading the same bundle again stores nothing new, and many bundles only so much", async () => {
  const count = async () => (await db().pool.query("select count(*)::int as n from question")).rows[0].n;
  await bundleFor(null, study, at(1));
  const before = await count();
  const again = await Promise.all(Array.from({ length: 8 }, () => bundleFor(null, study, at(1))));
  expect(await count()).toBe(before);
  expect(new Set(again.map((bundle) => JSON.stringify(bundle.cards))).size).toBe(1);
});

test("what was answered is not new any more, comes back when it is due, and the day's new cards run out", async () => {
  const ada = await viewerNamed("ada", at(1));
  const first = await bundleFor(ada, study, at(1));
  const { results, cards } = await recordEvents(ada, answersTo(first, at(1)), at(1, 10));
  expect(results.every((result) => result.status === "accepted" && result.fraction === 1)).toBe(true);
  expect(await bundleFor(ada, study, at(1, 11))).toMatchObject({ cards: [], newLeft: 0, dueCount: 0 });
  const due = cards.map(({ dueDay }) => dueDay).sort()[0]!;
  const later = await bundleFor(ada, { ...study, count: 50 }, new Date(`${due}T09:00:00Z`));
  expect(later.dueCount).toBeGreaterThan(0);
  expect(later.newLeft).toBe(20);
  expect(later.cards.filter(({ isNew }) => !isNew).length).toBeGreaterThan(0);
  const met = new Set(first.cards.map(({ card }) => JSON.stringify(card)));
  for (const { card, isNew } of later.cards) expect(met.has(JSON.stringify(card))).toBe(!isNew);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("the learner's own settings outrank the browser's zone", async () => {
  const ada = await viewerNamed("ada", at(1));
  await db().pool.query("insert into setting values ($1, 'Asia/Tokyo', 4, 5, 0.85, false, true)", [ada.userId]);
  expect(await bundleFor(ada, study, at(1, 21))).toMatchObject({
    today: "2026-11-02",
    settings: { zone: "Asia/Tokyo", rolloverHour: 4, newPerDay: 5, fourButtons: true },
    parameters: { desiredRetention: 0.85, caps: false },
    newLeft: 5,
    cards: { length: 5 },
  });
});

test("an unknown pack has no bundle", async () => {
  expect(await readBundle(null, { ...study, pack: "no-such-pack" }, at(1))).toBeNull();
});

describe("practice", () => {
  test.each(["choice", "true-false", "typed", "date", "flashcard", "number"] as const)("on %s alone", async (kind) => {
    const { cards } = await bundleFor(null, { pack, mode: "practice", kinds: [kind], count: 6 }, at(1));
    expect(cards.length).toBeGreaterThan(0);
    for (const { questions } of cards) for (const { question } of questions) expect(question.kind).toBe(kind);
  });

  test.each(["order", "multi-select"] as const)("on %s alone, which owns no card", async (kind) => {
    const { cards, composites } = await bundleFor(null, { pack, mode: "practice", kinds: [kind], count: 6 }, at(1));
    const put = [...cards.flatMap(({ questions }) => questions), ...composites];
    expect(put.length).toBeGreaterThan(0);
    for (const { question } of put) expect(question.kind).toBe(kind);
  });

  test("deals the kinds evenly: as many of each as of every other, until the scope has no more of one", async () => {
    for (const [count, each] of [
      [11, 1],
      [33, 3],
    ] as const) {
      const { cards, composites } = await bundleFor(null, { pack, mode: "practice", count }, at(1));
      const asked = [...cards.map(({ questions }) => questions[0]!), ...composites].map(
        ({ question }) => question.kind,
      );
      expect(asked).toHaveLength(count);
      expect(new Set(asked).size).toBe(11);
      for (const kind of asked)
        expect(
          asked.filter((other) => other === kind),
          kind,
        ).toHaveLength(each);
    }
    const two = await bundleFor(null, { pack, mode: "practice", kinds: ["number", "flashcard"], count: 30 }, at(1));
    const kinds = two.cards.map(({ questions }) => questions[0]!.question.kind);
    const numbers = kinds.filter((kind) => kind === "number").length;
    expect(numbers).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === "flashcard")).toHaveLength(30 - numbers - two.composites.length);
  });

  test("reaches statements about a whole list, which own no card, and asks nothing twice in two kinds", async () => {
    let ofLists = 0;
    for (let hour = 0; hour < 6; hour++) {
      const { cards, composites } = await bundleFor(null, { pack, mode: "practice", count: 40 }, at(1, hour));
      ofLists += composites.filter(({ question }) => question.kind === "true-false").length;
      expect(new Set(cards.map(({ card }) => cardName(card))).size).toBe(cards.length);
      const wordings = composites.map(({ question: { stem, options } }) => JSON.stringify([stem, options]));
      expect(new Set(wordings).size).toBe(composites.length);
    }
    expect(ofLists).toBeGreaterThan(0);
  });

  test("leaves out what the learner has suspended", async () => {
    const ada = await viewerNamed("ada", at(1));
    const options = { pack, mode: "practice", kinds: ["number"], count: 30 } as const;
    const before = await bundleFor(ada, options, at(1));
    const { card } = before.cards[0]!;
    await recordEvents(ada, [aSuspend(card)], at(1));
    const after = await bundleFor(ada, options, at(1, 10));
    expect(after.cards.map((each) => cardName(each.card)).sort()).toEqual(
      before.cards
        .slice(1)
        .map((each) => cardName(each.card))
        .sort(),
    );
  });

  test("on one topic and one form, every question is of it", async () => {
    const options = { pack, mode: "practice", topics: ["command"], forms: ["Q3"], count: 8 } as const;
    const { cards } = await bundleFor(null, options, at(1));
    expect(cards.length).toBeGreaterThan(0);
    for (const { questions } of cards)
      for (const { question } of questions) expect(question).toMatchObject({ form: "Q3", topic: "command" });
  });

  test("every kind's right answer is marked right by the server", async () => {
    const ada = await viewerNamed("ada", at(1));
    const bundle = await bundleFor(ada, { pack, mode: "practice", count: 40 }, at(1));
    const asked = [...bundle.cards.flatMap(({ questions }) => questions), ...bundle.composites];
    for (const { question } of asked)
      expect(mark(question, rightResponse(question), { second: true })).toMatchObject({ fraction: 1 });
  });
});

test("a fact is met gently: something to recognise, or else a card to turn, never a name or number to write", async () => {
  const { cards } = await bundleFor(null, { ...study, count: 100 }, at(1));
  const ada = await viewerNamed("ada", at(1));
  await db().pool.query("insert into setting values ($1, 'UTC', 4, 200, 0.9, true, false)", [ada.userId]);
  const all = await bundleFor(ada, { ...study, count: 200 }, at(1));
  expect(all.cards.length).toBeGreaterThan(100);
  for (const { card, questions } of [...cards, ...all.cards])
    expect(["choice", "true-false", "flashcard"], cardName(card)).toContain(questions[0]!.question.kind);
});

describe("an open quiz", () => {
  test("keeps its facts, sentences and spans out of its students' bundles until it closes", async () => {
    const [ada, bob] = [await viewerNamed("ada", at(1)), await viewerNamed("bob", at(1))];
    const options = { pack, mode: "practice", topics: ["command"], count: 100 } as const;
    const open = await bundleFor(null, options, at(1));
    const asked = open.cards.slice(0, 5).map(({ questions }) => questions[0]!);
    await quizFor(ada, pack, asked, at(1), at(5));
    const facts = new Set(asked.flatMap(({ question }) => question.facts));
    const tells = ({ cards, composites }: Bundle) =>
      [...cards.flatMap(({ questions }) => questions), ...composites].filter(
        ({ question }) =>
          question.facts.some((fact) => facts.has(fact)) ||
          asked.some((each) =>
            JSON.stringify(question.options).includes(JSON.stringify(each.question.why).slice(1, -1)),
          ),
      ).length;
    expect(tells(await bundleFor(bob, options, at(2)))).toBeGreaterThan(0);
    expect(tells(await bundleFor(ada, options, at(2)))).toBe(0);
    expect(tells(await bundleFor(ada, { ...study, count: 100 }, at(2)))).toBe(0);
    expect(tells(await bundleFor(ada, options, at(6)))).toBeGreaterThan(0);
  });

  test("keeps what proves its answers out, also where that is the sentence of another fact", async () => {
    const ada = await viewerNamed("ada", at(1));
    const options = { pack, mode: "practice", topics: ["command"], count: 100 } as const;
    const [first, other] = (await bundleFor(null, options, at(1))).cards.map(({ questions }) => questions[0]!.question);
    const why = other!.why;
    const [hash] = await storeQuestions([{ ...first!, facts: ["another-fact"], strip: null, why }]);
    const proofs = ({ cards }: Bundle) =>
      cards.flatMap(({ questions }) => questions).filter(({ question }) => question.why.includes(why)).length;
    expect(proofs(await bundleFor(ada, options, at(1)))).toBeGreaterThan(0);
    await quizFor(ada, pack, [{ hash: hash! }], at(1), at(5));
    expect(proofs(await bundleFor(ada, options, at(2)))).toBe(0);
  });

  test("keeps the facts that disprove its statements off the pages of the pack and of progress", async () => {
    const ada = await viewerNamed("ada", at(1));
    const facts = (await factsFor(pack))!;
    const fact = facts.pack.facts.find((each) => factSentence(facts, each) !== null)!;
    const sentence = factSentence(facts, fact)!;
    const options = [anOption("t:true", false), anOption("t:false", true)].map((option) => ({
      ...option,
      whyNot: option.right ? null : sentence,
    }));
    const statement = aQuestion({ kind: "true-false", facts: ["another-fact"], why: `So. ${sentence}`, options });
    const [hash] = await storeQuestions([statement]);
    const shown = async (now: Date) => {
      const page = (await readPack(ada, pack, now))!;
      const progress = (await readProgress(ada, pack, now))!;
      const lines = progress.topics.flatMap((topic) => topic.facts.map((each) => each.sentence));
      return [page.pack.facts.some((each) => each.key === fact.key), lines.includes(sentence), page.withheld];
    };
    expect(await shown(at(1))).toEqual([true, true, 0]);
    await quizFor(ada, pack, [{ hash: hash! }], at(1), at(5));
    expect(await shown(at(2))).toEqual([false, false, 1]);
    expect(await shown(at(6))).toEqual([true, true, 0]);
  });

  test("does not let its questions be tried out through the log", async () => {
    const ada = await viewerNamed("ada", at(1));
    const bundle = await bundleFor(null, study, at(1));
    const [secret, free] = [bundle.cards[0]!.questions[0]!, bundle.cards[1]!.questions[0]!];
    await quizFor(ada, pack, [secret], at(1), at(5));
    const answers = [secret, free].map(({ hash, question }, index) =>
      anAnswer(`a${index}`, hash, { at: at(1).toISOString(), deviceSeq: index, response: rightResponse(question) }),
    );
    expect((await recordEvents(ada, answers, at(2))).results).toMatchObject([
      { status: "refused", reason: "unknown-question" },
      { status: "accepted" },
    ]);
    expect((await recordEvents(ada, answers, at(6))).results).toMatchObject([
      { status: "accepted", fraction: 1 },
      { status: "duplicate" },
    ]);
  });
});
