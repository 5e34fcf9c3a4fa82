import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Migration, migrate } from "@/scripts/lib/migrator.ts";
import type { EmbeddedPostgres } from "@/scripts/lib/postgres.ts";
import { missingMigration } from "@/scripts/lib/schema-engine.ts";
import { withClient } from "@/scripts/lib/sql.ts";
import { startThrowaway } from "@/scripts/lib/throwaway.ts";

let postgres: EmbeddedPostgres;
let url: string;
let count = 0;

beforeAll(async () => {
  postgres = await startThrowaway();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  const name = `empty_${++count}`;
  await withClient(postgres.url("postgres", "postgres"), (client) => client.query(`create database ${name}`));
  url = postgres.url("postgres", name);
});

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
});
const query = (sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);
const tables = async () =>
  (
    await query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1")
  ).map((row) => row.relname as string);

test("migrations are applied once, in order, and recorded as Prisma records them", async () => {
  const steps = [step("1_a", "create table a (x int)"), step("2_b", "alter table a add column y int")];
  expect(await migrate(url, steps)).toEqual(["1_a", "2_b"]);
  expect(await migrate(url, steps)).toEqual([]);
  expect(
    await query(`select migration_name, checksum, applied_steps_count, finished_at is not null as finished
                 from _prisma_migrations order by started_at`),
  ).toEqual(
    steps.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, finished: true })),
  );
});

test("a migration that fails leaves nothing behind, says where it failed, and can be put right", async () => {
  const broken = step("2_b", "create table b (x int);\ncreate table c (x int);\nalter table nowhere add column z int;");
  const steps = [step("1_a", "create table a (x int)"), broken];
  await expect(migrate(url, steps)).rejects.toThrow(/Migration 2_b.*nowhere.*Nothing of it was kept/s);
  expect(await tables()).toEqual(["_prisma_migrations", "a"]);
  await expect(migrate(url, [...steps.slice(0, 1), step("2_b", "create table b (x int)")])).resolves.toEqual(["2_b"]);
});

test("a syntax error is placed by line", async () => {
  await expect(migrate(url, [step("1_a", "create table a (x int);\n\nselekt 1;")])).rejects.toThrow(
    "Migration 1_a, line 3",
  );
});

test("a file edited after it was applied is refused", async () => {
  await migrate(url, [step("1_a", "create table a (x int)")]);
  await expect(migrate(url, [step("1_a", "create table a (x bigint)")])).rejects.toThrow(
    "1_a was edited after it was applied",
  );
});

test("a database that knows more than this Recite is refused", async () => {
  await migrate(url, [step("1_a", "create table a (x int)"), step("2_b", "create table b (x int)")]);
  await expect(migrate(url, [step("1_a", "create table a (x int)")])).rejects.toThrow(
    "newer than this Recite: it has 2_b",
  );
});

test("several at once apply each migration once", async () => {
  const steps = Array.from({ length: 5 }, (_, i) =>
    step(`${i}_t`, `create table t${i} (x int); select pg_sleep(0.05)`),
  );
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, steps)));
  expect(applied.flat().sort()).toEqual(steps.map(({ name }) => name));
});

test("the search for a missing migration replays in a database of its own and leaves none behind", async () => {
  await query("create table mine (x int)");
  await missingMigration(url);
  expect(await tables()).toEqual(["mine"]);
  expect(await query("select datname from pg_database where datname like '%shadow%'")).toEqual([]);
});
