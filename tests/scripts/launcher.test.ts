/** The life of `npm start`, told as one story: each test goes on where the one before ended. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, isBuilt } from "@/scripts/lib/build.ts";
import { ensureClient } from "@/scripts/lib/client.ts";
import {
  databasePid,
  descendants,
  eventually,
  isAlive,
  type Launcher,
  startLauncher,
} from "@/tests/support/launcher.ts";

const folder = mkdtempSync(path.join(tmpdir(), "recite-life-"));
const dataDir = path.join(folder, "data with blanks");
let port: number;
let life: Launcher;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  port = await freePort();
  await ensureClient();
  if (!isBuilt()) await build(() => {});
}, 400_000);

afterAll(async () => {
  await life?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe.runIf(process.platform === "linux")("the life of npm start", () => {
  test("it makes the database, publishes, starts, and prints exactly one line with the address", async () => {
    life = startLauncher({ port, dataDir });
    await life.ready();
    expect(life.said().match(/https?:\/\/\S+/g)).toEqual([`http://localhost:${port}`]);
    expect((await answer()).status).toBe(200);
  });

  test("pages answer at the printed address, and only on this machine's loopback", async () => {
    const home = await fetch(`http://localhost:${port}/`, { redirect: "manual" });
    expect(home.status).toBe(200);
    expect(listeners(port)).toEqual(["127.0.0.1"]);
  });

  test("a second start with the same data is refused and harms nothing", async () => {
    const second = startLauncher({ port: await freePort(), dataDir });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("Recite is already running with the data in");
    expect((await answer()).status).toBe(200);
  });

  test("a busy port is said in a sentence, and nothing is left running", async () => {
    const elsewhere = path.join(folder, "other");
    const second = startLauncher({ port, dataDir: elsewhere });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Port ${port} is in use by another program.`);
    expect(databasePid(elsewhere)).toBeNull();
  });

  test("killed, the database and the app each come back by themselves", async () => {
    const before = { database: databasePid(dataDir) ?? 0, app: appPid() };
    process.kill(before.database, "SIGKILL");
    await eventually(
      () => ![null, before.database].includes(databasePid(dataDir)) && life.said().includes("database is back"),
    );
    process.kill(before.app, "SIGKILL");
    await eventually(async () => (await answer()).status === 200);
    expect(appPid()).not.toBe(before.app);
  });

  test("when the launcher is killed the app leaves with it, and the next start adopts the database", async () => {
    const [database, app] = [databasePid(dataDir) ?? 0, appPid()];
    process.kill(launcherPid(), "SIGKILL");
    await life.ended;
    await eventually(() => !isAlive(app));
    expect(isAlive(database)).toBe(true);
    life = startLauncher({ port, dataDir });
    await life.ready();
    expect(life.said()).toContain("Found the database running");
    expect(databasePid(dataDir)).toBe(database);
  });

  test("an adopted database that is killed comes back, too", async () => {
    const before = databasePid(dataDir) ?? 0;
    process.kill(before, "SIGKILL");
    await eventually(() => life.said().includes("database is back"));
    expect(databasePid(dataDir)).not.toBe(before);
  });

  test("SIGTERM to npm stops everything", async () => {
    const all = everything();
    expect(all.length).toBeGreaterThanOrEqual(3);
    await life.stop();
    await eventually(() => all.every((pid) => !isAlive(pid)));
    expect(databasePid(dataDir)).toBeNull();
    await expect(answer()).rejects.toThrow();
  });

  test("when npm is killed everything stops by itself", async () => {
    life = startLauncher({ port, dataDir });
    await life.ready();
    const all = everything();
    life.npm.kill("SIGKILL");
    await eventually(() => all.every((pid) => !isAlive(pid)));
  });

  test("a later start makes, migrates and builds nothing anew, and Ctrl-C stops it", async () => {
    life = startLauncher({ port, dataDir });
    await life.ready();
    expect(life.said()).not.toMatch(/Making|Applied|Published|Building/);
    const all = everything();
    process.kill(launcherPid(), "SIGINT");
    expect(await life.ended).toBe(0);
    await eventually(() => all.every((pid) => !isAlive(pid)));
  });

  // Next refuses a second development server in one folder: somebody's own may be running.
  test.skipIf(existsSync(".next/dev/lock"))("npm run dev does the same with the development server", async () => {
    life = startLauncher({ port, dataDir, script: "dev" });
    await life.ready();
    expect(life.said().match(/https?:\/\/\S+/g)).toEqual([`http://localhost:${port}`]);
    // A page, not a redirect to itself; made when it is first asked for, which takes a while.
    const home = await fetch(`http://localhost:${port}/`, { redirect: "manual", signal: AbortSignal.timeout(90_000) });
    expect(home.status).toBe(200);
    const all = everything();
    life.npm.kill("SIGTERM");
    await eventually(() => all.every((pid) => !isAlive(pid)));
  });
});

const answer = () => fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) });
const everything = () => [databasePid(dataDir) ?? 0, ...descendants(life.npm.pid ?? 0).map(({ pid }) => pid)];
const launcherPid = () => find("scripts/start.ts");
const appPid = () => find("next-server");

/** The addresses on which something listens at a port: /proc/net/tcp holds them as little-endian hex, state 0A. */
function listeners(at: number): string[] {
  const wanted = at.toString(16).toUpperCase().padStart(4, "0");
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === "0A")
      .map(([, local = ""]) => {
        const [address = ""] = local.split(":");
        return address === "0100007F" ? "127.0.0.1" : address;
      }),
  );
}

/** The launcher's own node, not the shell that npm puts around it. */
function find(words: string): number {
  const found = descendants(life.npm.pid ?? 0).filter(
    ({ command }) => command.includes(words) && !command.startsWith("sh "),
  );
  expect(found, `one process with ${words}`).toHaveLength(1);
  return found[0]?.pid ?? 0;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const { port: free } = server.address() as { port: number };
  await new Promise((settle) => server.close(settle));
  return free;
}
