import { expect, test } from "vitest";
import { GET as healthz } from "@/app/healthz/route.ts";
import { checkReadiness } from "@/lib/server/readiness.ts";
import { withClient } from "../../scripts/lib/sql.ts";

// Far apart, as an answer is kept for a second.
let clock = Date.UTC(2026, 0, 1);
const look = () => {
  clock += 60_000;
  return checkReadiness(new Date(clock));
};

test("ready with a database that has our migrations; not while it is away, older, or the environment is incomplete", async () => {
  expect(await look()).toEqual({ environment: "ok", database: "ok", migrations: "ok" });

  const { DATABASE_URL: url = "", DATABASE_ADMIN_URL: admin = "", AUTH_SECRET: secret } = process.env;
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/nothing";
  expect(await look()).toEqual({ environment: "ok", database: "away", migrations: "unknown" });
  process.env.AUTH_SECRET = "short";
  expect(await look()).toMatchObject({ environment: "incomplete" });
  process.env.AUTH_SECRET = secret;
  process.env.DATABASE_URL = url;

  await withClient(admin, async (client) => {
    await client.query("update _prisma_migrations set finished_at = null where migration_name like '%first'");
  });
  expect(await look()).toEqual({ environment: "ok", database: "ok", migrations: "missing" });
});

test("alive says nothing about the database", async () => {
  const response = healthz();
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
});
