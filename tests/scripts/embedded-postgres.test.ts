import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "@/scripts/lib/postgres.ts";
import { prepareRoles } from "@/scripts/lib/roles.ts";
import { withClient } from "@/scripts/lib/sql.ts";
import { eventually, isAlive } from "@/tests/support/launcher.ts";

let home: string;
let running: EmbeddedPostgres | null = null;
const said: string[] = [];

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "recite pg "));
  chmodSync(home, 0o711);
  said.length = 0;
});
afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const start = async (at = home) => {
  running = await startEmbedded({ home: at, say: (line) => said.push(line) });
  return running;
};
const ask = (server: EmbeddedPostgres, sql: string) =>
  withClient(server.url("postgres", "postgres"), async (client) => (await client.query(sql)).rows[0]);

test("a new cluster keeps what it acknowledges, listens on a private socket alone, and sorts alike everywhere", async () => {
  const server = await start();
  expect(
    await ask(
      server,
      `select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit')
                || current_setting('data_checksums') as kept,
              current_setting('listen_addresses') as tcp, current_setting('password_encryption') as password,
              current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
              'a' < 'B' collate "default" as by_language`,
    ),
  ).toEqual({
    kept: "onononon",
    tcp: "",
    password: "scram-sha-256",
    encoding: "UTF8",
    zone: "UTC",
    by_language: false,
  });
  const socket = new URL(server.url("postgres", "postgres")).searchParams.get("host") ?? "";
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  const { password } = new URL(server.url("recite_app", "recite"));
  expect(password).toMatch(/^[\w-]{32}$/);
  await server.stop();
  expect(existsSync(socket)).toBe(false);
});

test("nothing in the home can be read by others", async () => {
  await start();
  const open = readdirSync(home).filter((name) => (statSync(path.join(home, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

test("killed with everything it serves, the database comes back by itself with what it acknowledged", async () => {
  const server = await start();
  await prepareRoles(server);
  const owner = server.url("recite_owner", "recite");
  await withClient(owner, (client) => client.query("create table kept as select 1 as x"));
  const before = server.pid();
  process.kill(before, "SIGKILL");
  await eventually(
    async () => server.pid() !== before && (await withClient(owner, (client) => client.query("table kept"))),
  );
  await withClient(owner, async (client) => expect((await client.query("table kept")).rows).toEqual([{ x: 1 }]));
  // Said by the watch once it has itself been answered, which may be after us.
  await eventually(() => said.includes("The database is back."));
});

test("stale lock files are not believed: not that of a reused process id, not that of the socket", async () => {
  const server = await start();
  const socket = new URL(server.url("postgres", "postgres")).searchParams.get("host") ?? "";
  await server.stop();
  mkdirSync(socket, { mode: 0o700 });
  const other = spawn("sleep", ["60"]);
  for (const file of [path.join(home, "postgres/postmaster.pid"), path.join(socket, ".s.PGSQL.5432.lock")])
    writeFileSync(file, `${other.pid}\n${home}/postgres\n1\n5432\n${socket}\n\n0\nready\n`);
  // Root makes the folder for the server's user.
  const { uid, gid } = statSync(path.join(home, "postgres"));
  if (process.getuid?.() === 0) spawnSync("chown", ["-R", `${uid}:${gid}`, socket, `${home}/postgres`]);
  await start();
  expect(isAlive(other.pid ?? 0)).toBe(true);
  other.kill();
});

test.runIf(process.platform === "linux")(
  "a stopped process that outlived its server is ended, not started beside",
  async () => {
    const server = await start();
    const before = server.pid();
    const children = readFileSync(`/proc/${before}/task/${before}/children`, "utf8").trim().split(" ").map(Number);
    const survivor =
      children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("background writer")) ?? 0;
    process.kill(survivor, "SIGSTOP");
    process.kill(before, "SIGKILL");
    await eventually(async () => server.pid() !== before && (await ask(server, "select 1 as x")));
    expect(isAlive(survivor)).toBe(false);
  },
);

test("a path with blanks and 230 characters works", async () => {
  const deep = path.join(home, "a folder of Ada's, with blanks ".padEnd(100, "x"), "and more ".padEnd(100, "y"));
  mkdirSync(deep, { recursive: true, mode: 0o755 });
  expect(deep.length).toBeGreaterThan(220);
  expect(await ask(await start(deep), "select 1 as x")).toEqual({ x: 1 });
});

test("data of another major version are refused and left as they are", async () => {
  await (await start()).stop();
  running = null;
  writeFileSync(path.join(home, "postgres/PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/were written by PostgreSQL 17/);
});

test("a start killed while it made the database leaves nothing that the next one trips over", async () => {
  const unfinished = path.join(home, "postgres.init-00c0ffee");
  mkdirSync(unfinished);
  writeFileSync(path.join(unfinished, "PG_VERSION"), "18\n");
  writeFileSync(`${unfinished}.password`, "a superuser's\n");
  await start();
  expect(readdirSync(home).filter((name) => name.includes("init"))).toEqual([]);
});

test("a start that is given up while the database comes up leaves none running", async () => {
  const given = startEmbedded({ home, say: () => {}, signal: AbortSignal.abort(new Error("given up")) });
  await expect(given).rejects.toThrow("given up");
  expect(postmasters()).toEqual([]);
  expect(await ask(await start(), "select 1 as x")).toEqual({ x: 1 });
});

/** The database servers that run on this test's folder. */
function postmasters(): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(`-D ${home}/postgres `));
}
