/** Recite as `npm start` runs it, answered to over HTTP by eight browsers at once while its processes are killed. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, isBuilt } from "@/scripts/lib/build.ts";
import { ensureClient } from "@/scripts/lib/client.ts";
import { type Cluster, openCluster } from "@/scripts/lib/cluster.ts";
import { adoptPostmaster } from "@/scripts/lib/postmaster.ts";
import { databaseName } from "@/scripts/lib/roles.ts";
import { withClient } from "@/scripts/lib/sql.ts";
import { AnsweringBrowser } from "@/tests/support/answering-browser.ts";
import { databasePid, descendants, eventually, type Launcher, startLauncher } from "@/tests/support/launcher.ts";

const folder = mkdtempSync(path.join(tmpdir(), "recite-crash-"));
const dataDir = path.join(folder, "data");
const roundMs = process.env.RECITE_FULL ? 60_000 : 10_000;
let life: Launcher;
let cluster: Cluster;
let browsers: AnsweringBrowser[];
let hasty: AnsweringBrowser;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  await ensureClient();
  if (!isBuilt()) await build(() => {});
  life = startLauncher({ port: 0, dataDir });
  await life.ready();
  const origin = /http:\/\/localhost:\d+/.exec(life.said())?.[0] ?? "";
  cluster = await openCluster(dataDir, () => {});
  browsers = Array.from({ length: 8 }, () => new AnsweringBrowser(origin));
  hasty = new AnsweringBrowser(origin);
  for (const browser of [...browsers, hasty]) await browser.begin();
}, 400_000);

afterAll(async () => {
  await life?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe.runIf(process.platform === "linux")(`kill -9 while eight browsers answer for ${roundMs / 1_000} s`, () => {
  test("of the app: it is back by itself, and nothing acknowledged is lost", async () => {
    const end = performance.now() + roundMs;
    const answering = Promise.all([...browsers.map((each) => each.answerUntil(end)), hasty.hurryUntil(end)]);
    await sleep(roundMs / 5);
    process.kill(appPid(), "SIGKILL");
    await acknowledgedAnew();
    await sleep(roundMs / 10);
    await killBeforeTheCommit();
    await acknowledgedAnew();
    await answering;
    await expectNothingLost();
  }, 200_000);

  test("of the database: it is back by itself, and nothing acknowledged is lost", async () => {
    const end = performance.now() + roundMs;
    const answering = Promise.all(browsers.map((each) => each.answerUntil(end)));
    for (let kills = 0; kills < 2; kills++) {
      await sleep(roundMs / 5);
      process.kill(databasePid(dataDir) ?? 0, "SIGKILL");
      await acknowledgedAnew();
    }
    await answering;
    await expectNothingLost();
  }, 200_000);

  test("control: a browser that takes for safe what has only left loses answers, so the tests above can fail", async () => {
    const stored = await storedIds();
    expect(hasty.sent.filter((id) => !stored.has(id)).length).toBeGreaterThan(0);
  });

  test("every law of what is stored holds afterwards", () => {
    const { status, stdout } = spawnSync("npm", ["run", "-s", "invariants"], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_ADMIN_URL: "" },
      encoding: "utf8",
    });
    expect(stdout.split("\n").filter((line) => line && !/^ +0 /.test(line))).toEqual([]);
    expect(stdout).toContain("cards that differ from the fold of their log");
    expect(status).toBe(0);
  });
});

async function expectNothingLost(): Promise<void> {
  const stored = await storedIds();
  const acknowledged = browsers.flatMap((each) => each.acknowledged);
  const silenceMs = Math.round(Math.max(...browsers.map((each) => each.silenceMs)));
  console.log(`acknowledged ${acknowledged.length}, longest silence ${silenceMs} ms`);
  expect(browsers.flatMap((each) => each.odd)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(silenceMs).toBeLessThan(20_000);
}

/** Waits until something that was sent from now on is acknowledged. */
async function acknowledgedAnew(): Promise<void> {
  const count = () => browsers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  // What was answered just before the kill may still be on its way to us.
  await sleep(100);
  const before = count();
  await eventually(() => count() > before);
}

/** Kills the app while every learner is locked, so that what left since cannot have been stored. */
async function killBeforeTheCommit(): Promise<void> {
  await inDatabase(async (client) => {
    await client.query('begin; select 1 from "user" for no key update');
    const before = hasty.sent.length;
    await eventually(() => hasty.sent.length > before);
    process.kill(appPid(), "SIGKILL");
  });
}

async function storedIds(): Promise<Set<string>> {
  const { rows } = await inDatabase((client) => client.query<{ id: string }>("select id from event"));
  return new Set(rows.map(({ id }) => id));
}

async function inDatabase<Result>(work: Parameters<typeof withClient<Result>>[1]): Promise<Result> {
  const { socketDir } = (await adoptPostmaster(cluster))!;
  const password = cluster.passwords.postgres;
  const host = encodeURIComponent(socketDir);
  return withClient(`postgresql://postgres:${password}@localhost/${databaseName}?host=${host}&port=5432`, work);
}

function appPid(): number {
  const found = descendants(life.npm.pid ?? 0).filter(({ command }) => command.includes("next-server"));
  expect(found, "one process of the app").toHaveLength(1);
  return found[0]!.pid;
}
