/** A quiz that nobody stored: drawn, changed and read by anybody, but never with what a quiz asks of the reader. */
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/[locale]/(site)/quizzes/new/take-away/[format]/route.ts";
import { addressOf, askedIn, type Built } from "@/lib/classroom/built.ts";
import { quizKinds, standTogether } from "@/lib/classroom/plan.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { builtAsQuiz, drawBuilt, readBuilt, swapBuilt } from "@/lib/server/built-quiz.ts";
import { db } from "@/lib/server/db.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { readGift } from "../interop/support/read-gift.ts";
import { aClass, type Cast, quizFor } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const plan = { pack, title: "", topics: [], kinds: quizKinds, count: 12, seed: "one" };
const draw = async (more: Partial<Omit<Built, "chosen">> = {}) => (await drawBuilt(null, { ...plan, ...more }, at(0)))!;
const read = async (built: Built) => (await readBuilt(null, built, at(0)))!;
let cast: Cast;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(at(-60));
});

const stored = async () =>
  (await db().pool.query("select (select count(*) from question) as q, (select count(*) from assignment) as a")).rows;

describe("a stranger", () => {
  test("draws as many as were asked for, of every kind, no fact twice; the same address gives the same quiz", async () => {
    const before = await stored();
    const built = await draw();
    const { title, questions, gone } = await read(built);
    expect([title, questions.length, gone]).toEqual(["NATO Mission Iraq", 12, 0]);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(quizKinds));
    const facts = questions.flatMap((question) => question.facts);
    expect(new Set(facts).size).toBe(facts.length);
    expect(await draw()).toEqual(built);
    expect((await draw({ seed: "two" })).chosen).not.toEqual(built.chosen);
    const again = askedIn(Object.fromEntries(new URLSearchParams(addressOf(built))));
    expect((await read({ ...again, count: 12 })).questions).toEqual(questions);
    expect(await stored(), "nothing is stored").toEqual(before);
  });

  test("keeps to the topics and kinds of the plan", async () => {
    const { questions } = await read(await draw({ topics: ["command"], kinds: ["choice", "order"], count: 5 }));
    expect(questions.length).toBeGreaterThan(1);
    for (const { topic, kind } of questions)
      expect([topic, ["choice", "order"].includes(kind)]).toEqual(["command", true]);
  });

  test("swaps a question for one that fits beside the others, and only that", async () => {
    const built = await draw();
    const swapped = (await swapBuilt(null, built, 3, at(0)))!;
    expect(swapped.chosen.map((id, place) => id === built.chosen[place])).toEqual(
      built.chosen.map((_, place) => place !== 2),
    );
    const { questions } = await read(swapped);
    expect(questions.every((one) => questions.every((other) => one === other || standTogether(one, other)))).toBe(true);
    expect(await swapBuilt(null, built, 13, at(0))).toBeNull();
  });

  test("is told how many of an address are not there any more; of no pack there is no quiz", async () => {
    const built = await draw();
    const { questions, gone, built: left } = await read({ ...built, chosen: [...built.chosen, "q1-000000000000"] });
    expect([questions.length, gone, left.chosen]).toEqual([12, 1, built.chosen]);
    expect(await drawBuilt(null, { ...plan, pack: "no-such-pack" }, at(0))).toBeNull();
    expect(await readBuilt(null, { ...built, pack: "no-such-pack" }, at(0))).toBeNull();
    expect((await draw({ topics: ["no-such-topic"] })).chosen).toEqual([]);
  });
});

test("a student of an open quiz finds nothing of it, by drawing, by address, by swapping or as a file; the others do, and so does the student later", async () => {
  const built = await draw({ count: 20 });
  const { questions } = await read(built);
  const asked = questions.slice(0, 4);
  const hashes = await storeQuestions(asked);
  await quizFor(
    cast.ada,
    pack,
    hashes.map((hash) => ({ hash })),
    at(-10),
    at(50),
  );
  const facts = new Set(asked.flatMap((question) => question.facts));
  const openTo = async (now: Date, wanted = built) => (await readBuilt(cast.ada, wanted, now))!;

  const during = await openTo(at(0));
  expect(during.questions.filter((question) => question.facts.some((fact) => facts.has(fact)))).toEqual([]);
  expect(during.gone).toBeGreaterThanOrEqual(4);
  const drawn = await openTo(at(0), (await drawBuilt(cast.ada, { ...plan, count: 40 }, at(0)))!);
  expect(drawn.questions.flatMap((question) => question.facts).filter((fact) => facts.has(fact))).toEqual([]);
  expect(drawn.questions.length).toBeGreaterThan(20);
  expect(await swapBuilt(cast.ada, built, 1, at(0)), "not even what stands there").toBeNull();
  const file = await builtAsQuiz(cast.ada, { ...askedIn({}), ...built }, at(0));
  for (const { why } of asked) expect(JSON.stringify(file)).not.toContain(why);

  expect((await readBuilt(cast.bo, built, at(0)))!.questions, "who takes no such quiz").toEqual(questions);
  expect((await openTo(at(120))).questions, "after the close").toEqual(questions);
});

test("the file of an address is for everybody, in shape or not at all", async () => {
  const address = addressOf(await draw({ title: "Evening class" }));
  const ask = (format: string, query: string) =>
    GET(new Request(`${process.env.APP_ORIGIN}/quizzes/new/take-away/${format}?${query}`), {
      params: Promise.resolve({ locale: "en", format }),
    });
  const gift = await ask("gift.txt", address);
  expect([gift.status, gift.headers.get("content-disposition")]).toEqual([
    ...[200, `attachment; filename="Evening-class-variant-1.gift.txt"`],
  ]);
  expect(readGift(await gift.text()).length).toBeGreaterThan(8);
  expect((await ask("moodle.xml", address)).status).toBe(200);
  expect((await ask("quiz.pdf", address)).status).toBe(404);
  expect((await ask("gift.txt", "pack=no-such-pack&q=q1-000000000000")).status).toBe(404);
  expect((await ask("gift.txt", `${address}&more=1`)).status).toBe(400);
});

test("given to a class it is a draft with those very questions, for who teaches there only", async () => {
  const { questions } = await read(await draw());
  const wanted = { classId: cast.classId, title: "Built", packId: pack, topics: [], kinds: quizKinds, count: 12 };
  const window = { opensWall: "2026-05-05T12:00", closesWall: "2026-05-06T12:00" };
  const made = await draftAssignment(cast.grace, { ...wanted, ...window, drawn: questions }, at(0));
  if (made.kind !== "drafted") throw new Error(made.kind);
  const draft = (await readAssignment(cast.grace, made.id))!;
  expect([draft.publishedAt, draft.slots.map(({ question }) => question)]).toEqual([null, questions]);
  for (const other of [cast.ada, cast.bob])
    expect(await draftAssignment(other, { ...wanted, ...window, drawn: questions }, at(0))).toEqual({
      kind: "not-found",
    });
});
