/**
 * `npm test`: the checks, the rules and the server against a real PostgreSQL (once more on the oldest promised version
 * where there is one), a production build, the launcher's life, and the journeys in a browser. The last line is the sum:
 * `N passed, N failed`. `--full` adds the sizes of a release (tests read RECITE_FULL).
 */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { aptInstall, ensureBrowser } from "./lib/browser.ts";
import { build, isBuilt } from "./lib/build.ts";
import { runChecks } from "./lib/checks.ts";
import { ensureClient } from "./lib/client.ts";
import { inProject } from "./lib/project.ts";

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const say = (line: string) => console.log(line);
const folder = mkdtempSync(path.join(tmpdir(), "recite-test-"));
// The user that runs the database in place of root must pass through to it.
chmodSync(folder, 0o711);
const total = { passed: 0, failed: 0 };
/** The tests whose statements differ most between versions: what is written at once, folded, counted and merged. */
const filesInSql = [
  ...["events", "events-composite", "merge", "bundle", "progress", "publish", "invariants", "events-order"],
  ...[
    "classes",
    "roster",
    "attempts",
    "hand-in",
    "results-analysis",
    "settle",
    "gradebook",
    "draft-slots",
    "database",
    "sweep",
  ],
];
if (process.argv.includes("--full")) process.env.RECITE_FULL = "1";
// A database of the developer's own is not for tests.
for (const name of ["DATABASE_URL", "DATABASE_ADMIN_URL", "APP_ORIGIN", "PORT", "HOST", "DATA_DIR"])
  delete process.env[name];

try {
  await step("The checks", async () => {
    await ensureClient();
    return runChecks();
  });
  await step("A browser for the journeys", async () => {
    ensureBrowser(say);
    return { passed: 0, failed: 0 };
  });
  await step("The production build", async () => {
    if (!isBuilt()) await build(say);
    return { passed: 1, failed: 0 };
  });
  // The launcher's tests wait for processes more than they work: beside the others they cost little.
  const launcher = isBuilt() ? quietly("scripts", ["scripts"]) : null;
  await step("The rules and the server", () => vitest("rules-server", ["rules", "server"]));
  const oldest = oldestPostgres();
  // Of what is written in SQL all is run on it, with fewer made-up histories; what kills and counts, at a release.
  const inSql = process.env.RECITE_FULL ? [] : filesInSql;
  if (oldest)
    await step("The server on PostgreSQL 15", () =>
      vitest("server-15", ["server"], { PG_BIN_DIR: oldest, RECITE_CASES: "100" }, inSql),
    );
  else
    say(
      "\nNo PostgreSQL 15 here (PG_BIN_DIR_15, /usr/lib/postgresql/15/bin): the server was tested on the embedded one only.",
    );
  if (launcher) {
    await step("The launcher", async () => {
      const { said, counts } = await launcher;
      say(said);
      return counts;
    });
    await step("The journeys", journeys);
  } else say("\nWithout a build neither the launcher nor the journeys can run.");
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** One step, with its time; a step that breaks counts as one failure, and the others still run. */
async function step(name: string, run: () => Promise<Counts>): Promise<void> {
  say(`\n── ${name}`);
  const since = performance.now();
  const { passed, failed } = await run().catch((error: Error) => {
    say(error.message);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  say(`── ${name}: ${passed} passed, ${failed} failed (${((performance.now() - since) / 1000).toFixed(0)} s)`);
}

/** The same beside others: what it says is kept until they are done. */
async function quietly(name: string, projects: readonly string[]): Promise<{ said: string; counts: Counts }> {
  const said: string[] = [];
  const counts = await vitest(name, projects, {}, [], (text) => said.push(text));
  return { said: said.join(""), counts };
}

async function vitest(
  name: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
  files: readonly string[] = [],
  hear?: (text: string) => void,
): Promise<Counts> {
  const report = path.join(folder, `${name}.json`);
  const code = await run(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      ...files.map((file) => `tests/server/${file}.test.ts`),
      ...projects.flatMap((project) => ["--project", project]),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    env,
    hear,
  );
  const { numPassedTests, numFailedTests } = readReport<{ numPassedTests: number; numFailedTests: number }>(report) ?? {
    numPassedTests: 0,
    numFailedTests: 0,
  };
  return counted(numPassedTests, numFailedTests, code);
}

async function journeys(): Promise<Counts> {
  const report = path.join(folder, "journeys.json");
  const code = await run("node_modules/@playwright/test/cli.js", ["test", "--pass-with-no-tests"], {
    JOURNEY_REPORT: report,
    JOURNEY_DATA_DIR: path.join(folder, "data"),
    JOURNEY_PORT: String(await freePort()),
    JOURNEY_ISSUER_PORT: String(await freePort()),
  });
  const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(report)?.stats;
  return counted(stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), code);
}

/** A run that failed without a failed test (a file that does not load, no server) is one failure. */
function counted(passed: number, failed: number, code: number): Counts {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readReport<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}

/** Runs a tool of ours to its end; what it says goes to our own output, or to whoever hears it. */
async function run(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  hear?: (text: string) => void,
): Promise<number> {
  const child = spawn(process.execPath, [inProject(tool), ...args], {
    cwd: inProject(),
    stdio: ["ignore", hear ? "pipe" : "inherit", hear ? "pipe" : "inherit"],
    env: { ...process.env, ...env },
  });
  for (const stream of hear ? [child.stdout, child.stderr] : [])
    stream?.setEncoding("utf8").on("data", (text: string) => hear?.(text));
  return new Promise((settle) => child.once("close", (code) => settle(code ?? 1)));
}

/** The programs of the oldest PostgreSQL we promise: found, or installed where root has apt and apt has it. */
function oldestPostgres(): string | null {
  const bin = process.env.PG_BIN_DIR_15 || "/usr/lib/postgresql/15/bin";
  const isThere = () => existsSync(path.join(bin, "initdb"));
  if (!isThere() && process.getuid?.() === 0) aptInstall(["postgresql-15"], say);
  return isThere() ? bin : null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === "object" && address ? address.port : 0;
}
