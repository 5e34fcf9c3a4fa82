import { describe, expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { inOrder, inTransaction } from "@/lib/server/transaction.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import { driftAt } from "../support/drift.ts";
import { about, after, anAnswer, questionAbout, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-11-20T12:00:00Z");
const asOwner = (sql: string) => withClient(process.env.DATABASE_ADMIN_URL ?? "", (client) => client.query(sql));

describe.each([
  ["that wait for every answer", false],
  ["that pipeline", true],
])("on connections %s", (_what, pipeline) => {
  const answers = (count: number) => (hash: string) =>
    Array.from({ length: count }, (_, index) => anAnswer(`e${index}`, hash, { at: after(index), deviceSeq: index }));

  /** The pool's next connections are of this kind; the idle ones of the other kind are closed. */
  async function connect(): Promise<void> {
    const { pool } = db();
    (pool.options as { pipeline?: boolean }).pipeline = pipeline;
    const idle = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
    for (const client of idle) client.release(true);
    const client = await pool.connect();
    expect(client.pipeline).toBe(pipeline);
    client.release();
  }

  test("a batch that cannot be written whole is not written at all, and can be sent again", async () => {
    await connect();
    const [hash = ""] = await storeQuestions([questionAbout("f1")]);
    const ada = await viewerNamed("ada", now);
    await asOwner("alter table study_day add constraint few check (answers < 4) not valid");
    await expect(recordEvents(ada, answers(5)(hash), now)).rejects.toThrow(/few/);
    const { rows } = await db().pool.query(
      `select (select count(*)::int from event where user_id = $1) + (select count(*)::int from review where user_id = $1)
        + (select count(*)::int from card where user_id = $1) as kept`,
      [ada.userId],
    );
    expect(rows).toEqual([{ kept: 0 }]);
    await asOwner("alter table study_day drop constraint few");
    const { results } = await recordEvents(ada, answers(5)(hash), now);
    expect(results.every(({ status }) => status === "accepted")).toBe(true);
    expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
  });

  test("what is taken back is taken back whole, in one transaction", async () => {
    const [hash = ""] = await storeQuestions([questionAbout("f1")]);
    const ada = await viewerNamed("ada", now);
    await recordEvents(ada, [anAnswer("e1", hash, { at: after(0), response: wrong })], now);
    await asOwner("alter table card add constraint stays check (reps > 5) not valid");
    // The first statement fails; what follows it in the same packet must not be kept by itself.
    await expect(
      recordEvents(ada, [about("override", "o1", "e1", { at: after(1), deviceSeq: 2 })], now),
    ).rejects.toThrow(/stays/);
    await asOwner("alter table card drop constraint stays");
    expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
    await recordEvents(ada, [about("override", "o1", "e1", { at: after(1), deviceSeq: 2 })], now);
    await recordEvents(ada, [about("undo", "u1", "e1", { at: after(2), deviceSeq: 3 })], now);
    expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
  });

  test("a learner who is nobody, or whose log has moved, is refused, and the connection is as good as new", async () => {
    const [hash = ""] = await storeQuestions([questionAbout("f1")]);
    const [ada, bob] = [await viewerNamed("ada", now), await viewerNamed("bob", now)];
    await db().pool.query(`update "user" set merged_into = $2 where id = $1`, [ada.userId, bob.userId]);
    await expect(recordEvents(ada, answers(2)(hash), now)).rejects.toMatchObject({ status: 409, code: "merged" });
    await db().pool.query(`delete from "user" where id = $1`, [ada.userId]);
    await expect(recordEvents(ada, answers(2)(hash), now)).rejects.toThrow(/no such learner/);
    const { results } = await recordEvents(bob, answers(2)(hash), now);
    expect(results).toMatchObject([{ status: "accepted" }, { status: "accepted" }]);
  });

  test("the end of the database's connection in the middle is told by one code, and the next transaction works", async () => {
    const ended = inTransaction(async (client) => {
      const { rows } = await client.query("select pg_backend_pid() as pid");
      await withClient(process.env.DATABASE_URL ?? "", (other) =>
        other.query("select pg_terminate_backend($1)", [rows[0].pid]),
      );
      await client.query("select pg_sleep(5)");
    });
    await expect(ended).rejects.toMatchObject({ code: expect.stringMatching(/^(08006|57P01)$/) });
    expect(await inTransaction(async (client) => (await client.query("select 1 as one")).rows)).toEqual([{ one: 1 }]);
  });

  test("a transaction of Prisma whose statements are asked at once is kept whole or not at all", async () => {
    const { prisma } = db();
    const rows = [newId(now), newId(now)].map((id) => ({ id, guest: true, createdAt: now }));
    const [first, second] = rows;
    const both = (ids: readonly string[]) => prisma.user.count({ where: { id: { in: [...ids] } } });
    const failing = prisma.$transaction(async (tx) => {
      // The second of the same id fails; the third is on its way already.
      await Promise.all([first, first, second].map((data) => tx.user.create({ data: data! })));
    });
    await expect(failing).rejects.toMatchObject({ code: expect.stringMatching(/^P20/) });
    expect(await both(rows.map(({ id }) => id))).toBe(0);
    await prisma.$transaction(async (tx) => {
      await Promise.all(rows.map((data) => tx.user.create({ data })));
    });
    expect(await both(rows.map(({ id }) => id))).toBe(2);
  });

  test("transactions at once do not see into one another", async () => {
    const { prisma } = db();
    const [ada, bob] = await Promise.all(
      [1, 2].map((mine) =>
        prisma.$transaction(async (tx) => {
          const of = async () =>
            (await tx.$queryRaw<{ v: string }[]>`select current_setting('recite.mine') as v`)[0]?.v;
          await tx.$executeRaw`select set_config('recite.mine', ${String(mine)}, true)`;
          return Promise.all([of(), of(), of()]);
        }),
      ),
    );
    expect([ada, bob]).toEqual([Array(3).fill("1"), Array(3).fill("2")]);
  });

  test("statements are answered in the order in which they are given", async () => {
    const rows = await inTransaction((client) =>
      inOrder(client, [
        async () => (await client.query("select pg_sleep(0.05), 1 as n")).rows[0].n,
        async () => (await client.query("select 2 as n")).rows[0].n,
      ]),
    );
    expect(rows).toEqual([1, 2]);
  });
});
