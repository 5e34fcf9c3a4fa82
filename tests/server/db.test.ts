/** What the database's errors mean, whichever way they come: through the driver, Prisma's raw queries, or its models. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, isUnavailable } from "@/lib/server/db.ts";
import { withClient } from "../../scripts/lib/sql.ts";

const owner = () => process.env.DATABASE_ADMIN_URL ?? "";

// Whoever writes a session is told what its token says: a code of PostgreSQL.
beforeAll(() =>
  withClient(owner(), async (client) => {
    await client.query(`
      create function fail() returns trigger language plpgsql as
        $$ begin raise exception 'the trigger says so' using errcode = new.token_hash; end $$`);
    await client.query("create trigger fail before insert on session for each row execute function fail()");
  }),
);
afterAll(() => withClient(owner(), (client) => client.query("drop trigger fail on session")));

const at = new Date("2026-11-01T08:00:00Z");
const userId = "00000000-0000-7000-8000-000000000001";
const insert = "insert into session values ($1, $2, now(), now(), now(), now())";
const ways: Record<string, (code: string) => Promise<unknown>> = {
  "the driver": (code) => db().pool.query(insert, [code, userId]),
  "a raw query of Prisma": (code) => db().prisma.$executeRawUnsafe(insert.replace("$2", "$2::uuid"), code, userId),
  "a model of Prisma": (code) =>
    db().prisma.session.create({
      data: { tokenHash: code, userId, createdAt: at, lastSeenAt: at, idleUntil: at, absoluteUntil: at },
    }),
};

describe.each(Object.entries(ways))("told by %s", (_name, fail) => {
  test.each([
    ["starting up or recovering", "57P03"],
    ["shutting down", "57P01"],
    ["full", "53300"],
    ["waiting for a lock too long", "55P03"],
    ["in a deadlock", "40P01"],
  ])("a database that is %s is away: trying again may help", async (_what, code) => {
    const error = await fail(code).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isUnavailable(error)).toBe(true);
  });

  test.each([
    ["a row that breaks a rule", "23514"],
    ["a statement that makes no sense", "42601"],
  ])("%s is a mistake of ours", async (_what, code) => {
    const error = await fail(code).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isUnavailable(error)).toBe(false);
  });
});

test("whoever has ended the pool may name another database, and go on there", async () => {
  const before = process.env.DATABASE_URL ?? "";
  const ended = db();
  await ended.pool.end();
  const rejected: unknown[] = [];
  const note = (reason: unknown) => rejected.push(reason);
  process.on("unhandledRejection", note);
  try {
    process.env.DATABASE_URL = `${before}&application_name=another`;
    expect((await db().pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await new Promise((settle) => setTimeout(settle, 20));
    expect(rejected).toEqual([]);
  } finally {
    process.off("unhandledRejection", note);
    process.env.DATABASE_URL = before;
    db();
  }
});
