import { type ChildProcess, fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { tryLock } from "../../scripts/lib/lock.ts";
import { migrate } from "../../scripts/lib/migrator.ts";
import { type EmbeddedPostgres, startEmbedded } from "../../scripts/lib/postgres.ts";
import { grantToApp, prepareRoles } from "../../scripts/lib/roles.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import type { Order, Receipt } from "../support/answering-process.ts";
import { anAnswer, questionAbout, right, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const seconds = process.env.RECITE_FULL ? 60 : 10;
const clients = 8;

type Way = {
  readonly seconds: number;
  /** Milliseconds between two kills of the process and of the database; null spares it. */
  readonly killApp: number | null;
  readonly killDatabase: number | null;
  readonly hasty?: boolean;
  readonly settings?: readonly string[];
};

test(`kill -9 of the app and of PostgreSQL while ${clients} clients answer for ${seconds} s: no acknowledged answer is lost, none counts twice`, async () => {
  const outcome = await answerAndKill({ seconds, killApp: 1_700, killDatabase: 2_900 });
  console.log(
    `acknowledged ${outcome.acknowledged}, lost ${outcome.lost}, kills ${outcome.kills}, longest silence ${outcome.silenceMs} ms`,
  );
  expect(outcome.kills).toBeGreaterThanOrEqual(3);
  expect(outcome.acknowledged).toBeGreaterThan(50);
  expect(outcome).toMatchObject({ lost: 0, unasked: 0, broken: [], ownEnds: 0 });
  expect(outcome.silenceMs).toBeLessThan(15_000);
}, 180_000);

test("control: acknowledging before the commit loses answers, so the test above can fail", async () => {
  const { lost } = await answerAndKill({ seconds: 3, killApp: 500, killDatabase: null, hasty: true });
  expect(lost).toBeGreaterThan(0);
}, 90_000);

test("control: commits that do not wait for the disk lose answers, so the test above can fail", async () => {
  // Nothing but a full buffer or the 10 s of the slowest writer takes them there: a kill before that finds them in memory alone.
  const settings = [
    "synchronous_commit=off",
    "wal_writer_delay=10s",
    "wal_writer_flush_after=256MB",
    "wal_buffers=64MB",
  ];
  const { lost } = await answerAndKill({ seconds: 4, killApp: null, killDatabase: 1_000, settings });
  expect(lost).toBeGreaterThan(0);
}, 90_000);

/** Eight clients answer through a process that is killed now and then, as is the database; then what they were told is compared with what is stored. */
async function answerAndKill(way: Way) {
  const { postgres, stop } = await durableDatabase(way.settings ?? []);
  const app = new App(way.hasty ?? false);
  try {
    const now = new Date();
    const hashes = await storeFresh(Array.from({ length: 12 }, (_, index) => questionAbout(`f${index}`)));
    const learners = await Promise.all(Array.from({ length: clients }, (_, index) => viewerNamed(`l${index}`, now)));
    // Whoever answers must be there whatever is lost: where commits do not wait for the disk, a checkpoint does.
    await withClient(postgres.url("postgres", "recite"), (client) => client.query("checkpoint"));
    const until = performance.now() + way.seconds * 1_000;
    let kills = 0;
    const killing = async (everyMs: number | null, kill: () => unknown) => {
      while (everyMs !== null && performance.now() + everyMs < until) {
        const seen = app.receipts;
        await sleep(everyMs);
        // Not before there are answers again: on a busy machine the next kill would only hit the recovery from the last.
        if (app.receipts === seen) continue;
        await kill();
        kills += 1;
      }
    };
    const answering = learners.map(({ userId }, index) => answerUntil(until, app, { userId, index, hashes }));
    await Promise.all([
      killing(way.killApp, () => killBeforeTheCommit(app, postgres)),
      killing(way.killDatabase, () => process.kill(postgres.pid(), "SIGKILL")),
      ...answering,
    ]);
    const told = await Promise.all(answering);
    const acknowledged = told.flatMap(({ ids }) => ids);
    await back();
    const { rows } = await db().pool.query<{ id: string }>("select id from event");
    const stored = new Set(rows.map(({ id }) => id));
    const broken = (await checkInvariants()).filter((each) => each.broken > 0).map(({ name }) => name);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !stored.has(id)).length,
      unasked: stored.size - acknowledged.filter((id) => stored.has(id)).length,
      broken,
      kills,
      ownEnds: app.ownEnds,
      silenceMs: Math.round(Math.max(...told.map(({ silenceMs }) => silenceMs))),
    };
  } finally {
    app.stop();
    await stop();
  }
}

/**
 * Kills the process while no batch can be committed: every learner is locked for a moment, long enough for one that acknowledges
 * too early to do so for a batch it was sent after that. One that does not acknowledges nothing meanwhile.
 */
async function killBeforeTheCommit(app: App, postgres: EmbeddedPostgres): Promise<void> {
  const locked = async (client: { query(sql: string): Promise<unknown> }) => {
    await client.query('begin; select 1 from "user" for no key update');
    const sent = app.sent;
    for (let waited = 0; waited < 300 && app.lastReceipt <= sent; waited += 10) await sleep(10);
  };
  // The database may be killed at the same moment: then the app dies without the lock.
  await withClient(postgres.url("postgres", "recite"), async (client) => {
    await locked(client);
    app.kill();
  }).catch(() => app.kill());
}

/** One client: batches of 1 to 5, each sent until it is answered, as a browser's queue does. */
async function answerUntil(
  until: number,
  app: App,
  { userId, index, hashes }: { userId: string; index: number; hashes: readonly string[] },
) {
  const ids: string[] = [];
  let [seq, silenceMs, last] = [0, 0, performance.now()];
  while (performance.now() < until) {
    const events = Array.from({ length: 1 + (seq % 5) }, (): StudyEvent => {
      seq += 1;
      const at = new Date();
      return anAnswer("", hashes[(seq + index) % hashes.length]!, {
        ...{ id: newId(at), at: at.toISOString(), deviceId: userId, deviceSeq: seq },
        response: seq % 7 === 0 ? wrong : right,
      });
    });
    for (let accepted: readonly string[] | null = null; accepted === null; ) {
      accepted = await app.send(userId, events);
      if (performance.now() > until + 60_000)
        throw new Error("Nothing was acknowledged for a minute after the last kill.");
      if (accepted === null) await sleep(50);
      else ids.push(...accepted);
    }
    silenceMs = Math.max(silenceMs, performance.now() - last);
    last = performance.now();
  }
  return { ids, silenceMs };
}

/** The process under test: started again whenever it was killed; what was on its way then is answered null. */
class App {
  readonly #hasty: boolean;
  #child: ChildProcess;
  #waiting = new Map<number, (accepted: readonly string[] | null) => void>();
  #count = 0;
  /** How often it ended although nobody killed it. */
  ownEnds = 0;
  /** How many batches were acknowledged, and the number of the last sent of them. */
  receipts = 0;
  lastReceipt = 0;
  #stopped = false;

  constructor(hasty: boolean) {
    this.#hasty = hasty;
    this.#child = this.#start();
  }

  #start(): ChildProcess {
    const child = fork(path.resolve("tests/support/answering-process.ts"), this.#hasty ? ["--hasty"] : [], {
      execArgv: ["--conditions=react-server"],
      env: { ...process.env, LOG_LEVEL: "silent" },
    });
    const waiting = new Map<number, (accepted: readonly string[] | null) => void>();
    this.#waiting = waiting;
    child.on("message", ({ n, accepted }: Receipt) => {
      if (accepted) this.receipts += 1;
      if (accepted) this.lastReceipt = Math.max(this.lastReceipt, n);
      waiting.get(n)?.(accepted);
      waiting.delete(n);
    });
    child.once("exit", (_code, signal) => {
      if (signal !== "SIGKILL") this.ownEnds += 1;
      if (!this.#stopped) this.#child = this.#start();
      for (const settle of waiting.values()) settle(null);
    });
    return child;
  }

  /** The number of the batch sent last. */
  get sent(): number {
    return this.#count;
  }

  send(learner: string, events: readonly StudyEvent[]): Promise<readonly string[] | null> {
    const order: Order = { n: ++this.#count, learner, events };
    return new Promise((settle) => {
      if (!this.#child.connected) return settle(null);
      this.#waiting.set(order.n, settle);
      this.#child.send(order, (error) => error && settle(null));
    });
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  stop(): void {
    this.#stopped = true;
    this.kill();
  }
}

/** A database as in production (fsync on, its watch restarts it), for this file alone; `db()` means it from now on. */
async function durableDatabase(
  settings: readonly string[],
): Promise<{ postgres: EmbeddedPostgres; stop(): Promise<void> }> {
  // The name and the lock of a throwaway: were this run killed, the next one's `startThrowaway` would end and remove it.
  const home = mkdtempSync(path.join(tmpdir(), "recite-throwaway-"));
  const release = tryLock(path.join(home, "lock"));
  // The service user must pass through to its data directory.
  chmodSync(home, 0o711);
  const postgres = await startEmbedded({ home, say: () => {}, settings });
  const { app, admin } = await prepareRoles(postgres);
  await migrate(admin);
  await grantToApp(admin, app);
  // The control that loses commits shall lose answers, not the tables.
  await withClient(postgres.url("postgres", "recite"), (client) => client.query("checkpoint"));
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = app;
  const stop = async () => {
    process.env.DATABASE_URL = before;
    db();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    release?.();
  };
  return { postgres, stop };
}

/** Each database is new, but this process believes that it has stored these already. */
async function storeFresh(questions: Parameters<typeof storeQuestions>[0]): Promise<string[]> {
  const seed = crypto.randomUUID();
  return storeQuestions(questions.map((question) => ({ ...question, seed })));
}

/** Waits until the database answers again. */
async function back(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await db().pool.query("select 1");
      return;
    } catch {
      await sleep(100);
    }
  }
}
