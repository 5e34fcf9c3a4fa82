/** Who teaches a class takes its quizzes away, with every key; nobody else learns so much as whether they are there. */
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/[locale]/(site)/classes/[class]/quizzes/[assignment]/take-away/[format]/route.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { beginSession, type Viewer } from "@/lib/server/viewer.ts";
import { readXml } from "../interop/support/read-xml.ts";
import { aClass, aQuiz, type Cast, questions } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const window = { opensAt: at(0), closesAt: at(60) };
let cast: Cast;

/** The Cookie header of somebody who has just signed in. */
const cookieOf = async ({ userId }: Viewer) =>
  `session=${(await beginSession({ id: userId, guest: false, name: "x" }, new Date())).token}`;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(at(-60));
});

describe("a draft and a published quiz", () => {
  test.each([null, at(-30)])(
    "published at %s: whole, in the order of its places, for its instructor",
    async (publishedAt) => {
      const id = await aQuiz(cast, window, publishedAt);
      const quiz = await readTakeAway(cast.grace, id, 1);
      expect(quiz).toMatchObject({ classId: cast.classId, title: "Quiz 1", variant: 1 });
      expect(quiz!.questions.map(({ number, points, question }) => [number, points, question.id])).toEqual(
        questions.map((question, index) => [index + 1, 1, question.id]),
      );
      for (const other of [cast.ada, cast.bob]) expect(await readTakeAway(other, id, 1)).toBeNull();
    },
  );

  test("a place that was taken out leaves no gap in the numbers; another variant is another quiz, or none", async () => {
    const id = await aQuiz(cast, window, null);
    await db().pool.query("delete from variant_slot where assignment_id = $1 and slot = 2", [id]);
    expect((await readTakeAway(cast.grace, id, 1))!.questions.map(({ number }) => number)).toEqual([1, 2]);
    expect(await readTakeAway(cast.grace, id, 2)).toBeNull();
    await db().pool.query("insert into variant (assignment_id, number) values ($1, 2)", [id]);
    await db().pool.query(
      "insert into variant_slot select assignment_id, 2, slot, question_hash, points from variant_slot where assignment_id = $1 and slot = 3",
      [id],
    );
    const second = await readTakeAway(cast.grace, id, 2);
    expect([second!.variant, second!.questions.map(({ question }) => question.id)]).toEqual([2, ["quiz-3"]]);
  });

  test("what is not there and what is not an id are one answer", async () => {
    expect(await readTakeAway(cast.grace, newId(at(0)), 1)).toBeNull();
    expect(await readTakeAway(cast.grace, "not-an-id", 1)).toBeNull();
  });
});

describe("the files", () => {
  const ask = async (viewer: Viewer | null, id: string, format: string, { classId = cast.classId, query = "" } = {}) =>
    GET(
      new Request(`${process.env.APP_ORIGIN}/classes/${classId}/quizzes/${id}/take-away/${format}${query}`, {
        headers: viewer ? { cookie: await cookieOf(viewer) } : {},
      }),
      { params: Promise.resolve({ locale: "en", class: classId, assignment: id, format }) },
    );

  test("are saved under the quiz's name and its variant, never cached, and hold its questions", async () => {
    const id = await aQuiz(cast, window, at(-30));
    const xml = await ask(cast.grace, id, "moodle.xml");
    expect([xml.status, xml.headers.get("content-disposition"), xml.headers.get("cache-control")]).toEqual([
      ...[200, `attachment; filename="Quiz-1-variant-1.moodle.xml"`, "no-store"],
    ]);
    expect(readXml(await xml.text()).children).toHaveLength(1 + 3);
    const gift = await ask(cast.grace, id, "gift.txt", { query: "?variant=1" });
    expect(gift.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await gift.text()).toContain("// Question 3 (order) is not here: GIFT has no ordering; Moodle XML does");
  });

  test("students, who teaches elsewhere, strangers, other addresses and unknown variants get none", async () => {
    const id = await aQuiz(cast, window, at(-30));
    for (const format of ["moodle.xml", "gift.txt"]) {
      for (const other of [cast.ada, cast.bob]) {
        const answer = await ask(other, id, format);
        expect(answer.status).toBe(404);
        expect(await answer.text()).toBe(`{"error":{"code":"not-found"}}`);
      }
      expect((await ask(null, id, format)).status).toBe(401);
    }
    expect((await ask(cast.grace, id, "quiz.pdf")).status).toBe(404);
    expect((await ask(cast.grace, id, "gift.txt", { classId: newId(at(0)) })).status).toBe(404);
    expect((await ask(cast.grace, id, "gift.txt", { query: "?variant=2" })).status).toBe(404);
    for (const query of ["?variant=0", "?variant=x", "?variant=1&more=1"])
      expect((await ask(cast.grace, id, "gift.txt", { query })).status, query).toBe(400);
  });
});
