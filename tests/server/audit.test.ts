/** The audit log: kept with what it tells of, appended to and never changed, and about people only by a name that can be forgotten. */
import { expect, test } from "vitest";
import { audit, changes } from "@/lib/server/audit.ts";
import { db } from "@/lib/server/db.ts";
import { inTransaction } from "@/lib/server/transaction.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-11-21T12:00:00Z");
const classId = "0192f0c1-0000-7000-8000-000000000001";
const lines = async () => (await db().pool.query("select * from audit order by seq")).rows;
const asOwner = <Result>(sql: string) =>
  withClient(process.env.DATABASE_ADMIN_URL!, (client) => client.query(sql) as Promise<Result>);

test("a line is kept with the change it tells of, or neither is", async () => {
  const [grace, ada] = [await viewerNamed("grace", now), await viewerNamed("ada", now)];
  const note = { what: "removed", classId, about: [ada.userId], changed: { section: ["A", null] } } as const;
  await inTransaction((client) => audit(client, grace, note));
  expect(await lines()).toMatchObject([{ what: "removed", class_id: classId, changed: { section: ["A", null] } }]);
  const undone = inTransaction(async (client) => {
    await audit(client, grace, note);
    throw new Error("something else went wrong");
  });
  await expect(undone).rejects.toThrow("something else");
  expect(await lines()).toHaveLength(1);
});

test("people stand in it by a pseudonym that goes with their row", async () => {
  const [grace, ada] = [await viewerNamed("grace", now), await viewerNamed("ada", now)];
  await inTransaction((client) => audit(client, grace, { what: "removed", about: [ada.userId] }));
  const line = (await lines()).at(-1);
  expect(JSON.stringify(line)).not.toMatch(new RegExp(`${grace.userId}|${ada.userId}`));
  const whose = (id: string) => db().pool.query(`select id from "user" where audit_id = $1`, [id]);
  expect((await whose(line.actor)).rows).toEqual([{ id: grace.userId }]);
  expect((await whose(line.about[0])).rows).toEqual([{ id: ada.userId }]);
});

test("nobody changes a line: not the app, and not the owner, who lets go only what is older than a year", async () => {
  await inTransaction((client) => audit(client, null, { what: "class-made", classId }));
  for (const sql of ["update audit set what = 'left'", "delete from audit", "truncate audit"]) {
    await expect(db().pool.query(sql), `the app: ${sql}`).rejects.toThrow(/permission denied/);
    await expect(asOwner(sql), `the owner: ${sql}`).rejects.toThrow("only ever appended");
  }
  const before = (await lines()).length;
  await db().pool.query(
    `insert into audit (at, what, about, changed) values (now() - interval '366 days', 'left', '{}', '{}')`,
  );
  expect(await asOwner("delete from audit where at < now() - interval '1 year'")).toMatchObject({ rowCount: 1 });
  expect(await lines()).toHaveLength(before);
});

test("what changed is told field by field; long texts are cut", async () => {
  const told = changes(
    { title: "Week 1", points: 1, at: now, due: undefined, kept: "as it was" },
    { title: "Week 2", points: 1.5, at: new Date(now.getTime() + 1), due: null, kept: "as it was", added: true },
  );
  expect(told).toEqual({
    title: ["Week 1", "Week 2"],
    points: [1, 1.5],
    at: ["2026-11-21T12:00:00.000Z", "2026-11-21T12:00:00.001Z"],
    added: [null, true],
  });
  await inTransaction((client) =>
    audit(client, null, { what: "terms-set", changed: { title: ["x".repeat(500), ""] } }),
  );
  expect((await lines()).at(-1).changed.title[0]).toHaveLength(120);
});
