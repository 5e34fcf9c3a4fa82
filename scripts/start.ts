/**
 * `npm start`: the database, its migrations, the packs, a production build where needed, the app and its worker; then
 * one line with the address. Ctrl-C or SIGTERM stops everything in turn. `npm run dev` (`--dev`) does the same with Next's
 * development server.
 */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { build, isBuilt } from "./lib/build.ts";
import { ensureClient } from "./lib/client.ts";
import { claim, type Database, openDatabase } from "./lib/database.ts";
import { dataHome, inProject } from "./lib/project.ts";
import { runNode } from "./lib/run.ts";
import { type Service, startService } from "./lib/service.ts";
import { type Address, adviceOnAddress, readAddress, readAuthSecret } from "./lib/settings.ts";

const isDev = process.argv.includes("--dev");
const say = (line: string) => console.log(line);
const quit = new AbortController();
const services: Service[] = [];
let opening: Promise<Database> | null = null;
let stopping: Promise<void> | null = null;
/** Kept for as long as we run: the lock on the data folder is lost with its last reference. */
let claimed: (() => void) | null = null;

// Whoever reads our lines may leave before us; the app does not end for that.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
stopWhenOrphaned();

try {
  await start();
} catch (error) {
  if (!stopping) console.error((error as Error).message);
  await stop(1);
}

async function start(): Promise<void> {
  process.chdir(inProject());
  if (existsSync(".env")) process.loadEnvFile(".env");
  const home = dataHome();
  if (!process.env.DATABASE_URL) claimed = claim(home);
  const address = await readAddress(process.env);
  if (await ensureClient()) say("Generated the database client.");
  opening = openDatabase(process.env, home, say, quit.signal);
  const database = await opening;
  const env = environment(database, address, readAuthSecret(process.env, home));
  // In a process of its own, which may load the server's modules; the launcher itself stays small.
  await runNode(["--conditions=react-server", inProject("scripts/publish.ts")], {
    name: "Publishing the packs",
    env: {
      ...env,
      DATABASE_URL: database.admin,
      DATABASE_ADMIN_URL: database.admin,
      SETUP_TOKEN: process.env.SETUP_TOKEN ?? "",
    },
    signal: quit.signal,
  });
  if (!isDev && !isBuilt()) {
    say("Building Recite for production; this is done once and takes about a minute …");
    await build(say, quit.signal);
  }
  await serve(env, address);
  for (const line of adviceOnAddress(address)) say(`Note: ${line}`);
  if (!stopping) say(`Recite is ready at ${address.origin}`);
}

function environment(database: Database, { host, port, origin }: Address, secret: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: database.app,
    APP_ORIGIN: origin,
    AUTH_SECRET: secret,
    HOST: host,
    PORT: String(port),
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Only the worker gets the owner's URL: the app must not hold it.
    DATABASE_ADMIN_URL: "",
    // For the start alone.
    SETUP_TOKEN: "",
  };
}

/** Starts the app and, where there is one, the worker; settles when the app answers. */
async function serve(env: NodeJS.ProcessEnv, { host, port }: Address): Promise<void> {
  const held: string[] = [];
  let isReady = false;
  const onLine = (line: string) => {
    if (!isReady && !isDev) held.push(line);
    else if (!isBanner(line)) say(line);
  };
  // Next reads a rewrite of the proxy as one to itself only under the name it was given, and calls itself "localhost" when
  // that was a loopback address: then "/" would be redirected to "/" for ever. So it is given the name, looked up as the address that was meant.
  const [named, order] = localName(host);
  const next = [...order, inProject("node_modules/next/dist/bin/next"), isDev ? "dev" : "start"];
  const app = startService({ name: "The app", args: [...next, "-H", named, "-p", String(port)], env, say, onLine });
  services.push(app);
  const fault = await Promise.race([app.ended, answers(host, port)]);
  if (fault) throw new Error([...held, fault].join("\n"));
  isReady = true;
  app.keepAlive();
  const worker = inProject("scripts/worker.ts");
  if (!existsSync(worker)) return;
  const admin = (await opening)?.admin;
  const service = startService({
    name: "The worker",
    args: ["--conditions=react-server", worker],
    env: { ...env, DATABASE_URL: admin, DATABASE_ADMIN_URL: admin },
    say,
    onLine: say,
  });
  service.keepAlive();
  services.push(service);
}

/** A loopback address as a name, with Node's option that makes the name mean it. */
function localName(host: string): [string, string[]] {
  if (host === "127.0.0.1") return ["localhost", ["--dns-result-order=ipv4first"]];
  return host === "::1" ? ["localhost", ["--dns-result-order=ipv6first"]] : [host, []];
}

/** Next's own greeting names an address, too: ours is the one line. */
function isBanner(line: string): boolean {
  return /^\s*(▲ Next|- Local|- Network|- Environments|- Experiments|· |✓ Starting|✓ Ready|$)/.test(line);
}

/** Asks until there is an answer, whichever it is; null then. */
async function answers(host: string, port: number): Promise<null> {
  const to = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  while (!quit.signal.aborted) {
    try {
      await fetch(`http://${to}:${port}/healthz`, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
      return null;
    } catch {
      await sleep(50);
    }
  }
  return null;
}

/** Stops the app (it finishes what it is answering), then the database. A second call ends the app at once. */
function stop(code: number): Promise<void> {
  if (stopping) for (const service of services) void service.stop(true);
  stopping ??= (async () => {
    quit.abort();
    await Promise.all(services.map((service) => service.stop()));
    const database = await opening?.catch(() => null);
    await database?.stop();
    claimed?.();
    process.exit(code);
  })();
  return stopping;
}

/**
 * npm hands SIGTERM to its shell, which may die without passing it on; killed itself, it leaves the shell waiting for us.
 * Either way an ancestor of ours has changed its parent.
 */
function stopWhenOrphaned(): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = shellsParent(shell);
  setInterval(() => {
    if (process.ppid !== shell || shellsParent(shell) !== npm) void stop(0);
  }, 500).unref();
}

/** The parent of the shell that npm puts around us; null where there is none between, or it cannot be known. */
function shellsParent(pid: number): number | null {
  try {
    if (!/sh\0-c/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"))) return null;
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return null;
  }
}
