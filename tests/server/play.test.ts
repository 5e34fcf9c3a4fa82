import { beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "@/lib/questions/form.ts";
import { askHolderOn } from "@/lib/questions/forms/q3-holder.ts";
import { ask, plainWish } from "@/lib/questions/forms.ts";
import { hashQuestion } from "@/lib/questions/hash.ts";
import { readConfused } from "@/lib/server/confused.ts";
import { type ContrastRound, readContrasts } from "@/lib/server/contrasts.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { readBoard, readCases, readChains, readWays } from "@/lib/server/play.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { driftAt } from "../support/drift.ts";
import { about, anAnswer, idOf } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { anOption, aQuestion, rightResponse } from "../support/question.ts";
import { quizFor } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));
const twins = { pack, wish: { kind: "twins" } } as const;
const contrast = {
  pack,
  wish: { kind: "confused", card: { fact: "commanded-olsen", direction: "subject" }, given: "e:lollesgaard" },
} as const;

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

/** A quiz on who commanded on a day, open for Ada until the fifth. */
async function quizOnOlsen(ada: Viewer): Promise<void> {
  const facts = (await factsFor(pack))!;
  const question = ask(facts, askHolderOn(facts.fact("commanded-olsen"), "2021-01-15"), plainWish("typed", "1"));
  if (isRefusal(question)) throw new Error(question.detail);
  const [hash] = await storeQuestions([question]);
  await quizFor(ada, pack, [{ hash: hash! }], at(1), at(5));
}

const roundFor = async (viewer: Viewer | null, wish: Parameters<typeof readContrasts>[1], now: Date) => {
  const round = await readContrasts(viewer, wish, now);
  if (!round) throw new Error("no round");
  return round;
};
const asked = ({ bundle }: ContrastRound) => bundle.cards.map(({ questions }) => questions[0]!);

test("a stranger is offered all ways that a pack licenses, of which nothing is stored", async () => {
  const count = async () => (await db().pool.query("select count(*)::int as n from event")).rows[0].n;
  const before = await count();
  expect((await readWays(null, pack, at(1)))!.ways).toEqual(["day", "chain", "twins", "minute", "case"]);
  expect((await readWays(null, "chemical-elements", at(1)))!.ways).toEqual(["twins"]);
  expect((await readBoard(null, "chemical-elements", at(1)))!.board).toBeNull();
  // Who commands, and from which country.
  expect((await readBoard(null, pack, at(1)))!.board!.seats).toHaveLength(2);
  expect((await readChains(null, pack, at(1)))!.chains).toHaveLength(1);
  expect((await readCases(null, pack, at(1)))!.cases).toHaveLength(1);
  expect(await count()).toBe(before);
});

test.each([readWays, readBoard, readChains, readCases])("an unknown pack is no pack: %o", async (read) => {
  expect(await read(null, "no-such-pack", at(1))).toBeNull();
});

describe("a round of twins", () => {
  test("asks every pair both ways, under stored hashes, and shows each card once, behind", async () => {
    const round = await roundFor(null, twins, at(1));
    const kept = asked(round);
    expect(kept.length).toBeGreaterThanOrEqual(8);
    for (const { hash, question } of kept) {
      expect(hashQuestion(question)).toBe(hash);
      expect(question).toMatchObject({ kind: "choice", contrast: true, options: { length: 2 } });
    }
    expect(round.before).toEqual({});
    expect(Object.keys(round.after)).toHaveLength(kept.length / 2);
    expect(await readContrasts(null, { ...twins, pack: "no-such-pack" }, at(1))).toBeNull();
  });

  test("its answers are reviews of their cards like any other", async () => {
    const ada = await viewerNamed("ada", at(1));
    const kept = asked(await roundFor(ada, twins, at(1)));
    const events = kept.map(({ hash, question }, index): StudyEvent => {
      const instant = new Date(at(1).getTime() + index * 1_000);
      const context = { mode: "practice", helped: false, tooEasy: false, attempt: null } as const;
      return anAnswer("", hash, {
        ...{ id: newId(instant), at: instant.toISOString(), deviceSeq: index },
        ...{ response: rightResponse(question), context },
      });
    });
    const { results, cards } = await recordEvents(ada, events, at(1, 10));
    expect(results.every((result) => result.status === "accepted" && result.fraction === 1)).toBe(true);
    expect(cards).toHaveLength(kept.length);
    expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
  });

  test("asks no card that is suspended", async () => {
    const ada = await viewerNamed("ada", at(1));
    const [first] = asked(await roundFor(ada, twins, at(1)));
    const { id, deviceId, deviceSeq, at: instant, zone, rolloverHour } = anAnswer("suspend", "");
    const card = { pack, ...first!.question.card! };
    const event: StudyEvent = {
      kind: "suspend",
      id,
      deviceId,
      deviceSeq,
      at: instant,
      zone,
      rolloverHour,
      card,
      suspended: true,
    };
    await recordEvents(ada, [event], at(1));
    const again = asked(await roundFor(ada, twins, at(1))).map(({ question }) => question.card);
    expect(again).not.toContainEqual(first!.question.card);
  });
});

describe("a contrast", () => {
  test("shows the card of the pair before its questions, and one pair beside", async () => {
    const round = await roundFor(null, contrast, at(1));
    const [first] = Object.values(round.before);
    expect(first!.sides.map(({ fact }) => fact)).toEqual(["commanded-olsen", "commanded-lollesgaard"]);
    expect(asked(round)).toHaveLength(4);
    expect(round.after).toEqual({});
  });

  test.each([
    ["of a card that there is not", { fact: "gone", direction: "subject" }, "e:lollesgaard"],
    ["with somebody that there is not", { fact: "commanded-olsen", direction: "subject" }, "e:gone"],
    ["with a thing of another sort", { fact: "commanded-olsen", direction: "subject" }, "e:nmi"],
    ["of a date", { fact: "commanded-olsen", direction: "from" }, "d:2021-05-06"],
    ["with itself", { fact: "commanded-olsen", direction: "subject" }, "e:olsen"],
  ] as const)("%s is empty", async (_, card, given) => {
    expect(asked(await roundFor(null, { pack, wish: { kind: "confused", card, given } }, at(1)))).toEqual([]);
  });
});

describe("what a learner confuses", () => {
  const meeting = (key: string, given: string) =>
    aQuestion({
      id: `${key}-${given}`,
      kind: "choice",
      card: { fact: `commanded-${key}`, direction: "subject" },
      facts: [`commanded-${key}`],
      key: [`e:${key}`],
      options: ["olsen", "lollesgaard"].map((name) => anOption(`e:${name}`, name === key)),
    });

  async function mixUp(viewer: Viewer, name: string, key: string, given: string, day = 1): Promise<StudyEvent> {
    const [hash] = await storeQuestions([meeting(key, given)]);
    const event = anAnswer(name, hash!, {
      at: at(day).toISOString(),
      response: { kind: "choice", value: `e:${given}` },
    });
    await recordEvents(viewer, [event], at(day));
    return event;
  }

  test("is read from the log, and only from their own", async () => {
    const [ada, bob] = [await viewerNamed("ada", at(1)), await viewerNamed("bob", at(1))];
    expect(await readConfused(ada, pack, at(2))).toEqual([]);
    await mixUp(ada, "a1", "olsen", "lollesgaard");
    expect(await readConfused(ada, pack, at(2))).toEqual([]);
    await mixUp(ada, "a2", "lollesgaard", "olsen", 2);
    expect(await readConfused(ada, pack, at(3))).toMatchObject([
      { names: ["Michael Lollesgaard", "Per Olsen"], times: 2 },
    ]);
    expect(await readConfused(ada, "us-presidents", at(3))).toEqual([]);
    expect(await readConfused(bob, pack, at(3))).toEqual([]);
    expect(await readConfused(null, pack, at(3))).toEqual([]);
  });

  test("does not count what was taken back, or said to have been right", async () => {
    const ada = await viewerNamed("ada", at(1));
    await mixUp(ada, "b1", "olsen", "lollesgaard");
    await mixUp(ada, "b2", "olsen", "lollesgaard", 2);
    expect(await readConfused(ada, pack, at(3))).toHaveLength(1);
    await recordEvents(
      ada,
      [about("undo", "b3", "b2", { at: at(2, 10).toISOString(), deviceId: idOf("d1"), deviceSeq: 9 })],
      at(2, 11),
    );
    expect(await readConfused(ada, pack, at(3))).toEqual([]);
  });

  test("is kept quiet while a quiz asks for it", async () => {
    const ada = await viewerNamed("ada", at(1));
    await mixUp(ada, "c1", "olsen", "lollesgaard");
    await mixUp(ada, "c2", "olsen", "lollesgaard", 1);
    expect(await readConfused(ada, pack, at(1))).toHaveLength(1);
    await quizOnOlsen(ada);
    expect(await readConfused(ada, pack, at(2))).toEqual([]);
    expect(await readConfused(ada, pack, at(6))).toHaveLength(1);
  });
});

describe("an open quiz", () => {
  test("keeps its facts out of every way of playing until it closes, for its students", async () => {
    const [ada, bob] = [await viewerNamed("ada", at(1)), await viewerNamed("bob", at(1))];
    await quizOnOlsen(ada);
    const everything = async (viewer: Viewer, now: Date) =>
      JSON.stringify([
        await readBoard(viewer, pack, now),
        await readChains(viewer, pack, now),
        await readCases(viewer, pack, now),
        await Promise.all([0, 1, 2, 3].map((hour) => readContrasts(viewer, twins, new Date(now.getTime() + hour)))),
        await readContrasts(viewer, contrast, now),
      ]);
    const secret = /commanded-olsen|Per Olsen commanded/;
    expect(await everything(ada, at(2))).not.toMatch(secret);
    expect(await everything(bob, at(2))).toMatch(secret);
    expect(await everything(ada, at(6))).toMatch(secret);
    // With who commanded goes from which country: one row of the list tells both.
    expect((await readBoard(ada, pack, at(2)))!.withheld).toBe(2);
    // A row around the one who is missing would tell who it is.
    expect((await readWays(ada, pack, at(2)))!.ways).not.toContain("chain");
    expect((await readWays(ada, pack, at(6)))!.ways).toContain("chain");
  });
});
