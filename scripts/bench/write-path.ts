/**
 * The review write path, whole, beside PostgreSQL's own: reviews acknowledged per second in batches of 20 over the
 * transactions per second of pgbench writing the same rows one review at a time, on one cluster in one run. They take turns
 * of a few seconds, so that other work on the machine falls on all of them; medians count.
 */
import { spawn } from "node:child_process";
import { storeQuestions } from "../../lib/server/questions.ts";
import { recordEvents } from "../../lib/server/study.ts";
import { systemViewer } from "../../lib/server/viewer.ts";
import { inProject } from "../lib/project.ts";
import { type Load, loadOverHttp, serveApp } from "./http-load.ts";
import { batchOf, learnerId, makeLearners, plainQuestions } from "./learners.ts";

export type Compared = {
  readonly perSecond: number;
  /** Median over the rounds of this over the yardstick; null without one. */
  readonly ratio: number | null;
};

export type WritePath = {
  /** pgbench's transactions per second; null when there is no pgbench on this machine. */
  readonly yardstick: number | null;
  readonly withoutHttp: Compared;
  /** Null when there is no port to serve on. */
  readonly overHttp: (Compared & Pick<Load, "p50" | "p99">) | null;
};

const secondsEach = 4;

/** Measures on an empty, migrated database that this process's environment names. */
export async function measureWritePath(
  url: string,
  { port, rounds }: { readonly port: number | null; readonly rounds: number },
): Promise<WritePath> {
  await makeLearners(1_000);
  const hashes = await storeQuestions(plainQuestions(300));
  const direct = lanes(hashes);
  await direct(secondsEach);
  const served = port === null ? null : await serveApp(port);
  try {
    const load = served && (await loadOverHttp(served.port, hashes));
    const yards: number[] = [];
    const directs: number[] = [];
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round++) {
      const yard = await pgbench(url, secondsEach);
      if (yard !== null) yards.push(yard);
      directs.push(await direct(secondsEach));
      if (load) loads.push(await load(secondsEach));
    }
    const compare = (each: readonly number[]): Compared => ({
      perSecond: median(each),
      ratio: yards.length === 0 ? null : median(each.map((one, round) => one / yards[round]!)),
    });
    const [p50, p99] = [median(loads.map((one) => one.p50)), median(loads.map((one) => one.p99))];
    return {
      yardstick: yards.length === 0 ? null : median(yards),
      withoutHttp: compare(directs),
      overHttp: load && { ...compare(loads.map((one) => one.perSecond)), p50, p99 },
    };
  } finally {
    await served?.stop();
  }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** pgbench's transactions per second with 8 clients over some seconds; null when it is not there. */
async function pgbench(url: string, seconds: number): Promise<number | null> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const file = inProject("tests/golden/pgbench/review.sql");
  const args = ["-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", String(seconds), "-f", file];
  const child = spawn(process.env.PGBENCH ?? "pgbench", args, {
    env: {
      ...process.env,
      PGHOST: searchParams.get("host") ?? hostname,
      PGPORT: searchParams.get("port") ?? port,
      PGUSER: username,
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      said += text;
    });
  const isThere = await new Promise<boolean>((settle) => {
    child.once("error", () => settle(false));
    child.once("close", () => settle(true));
  });
  if (!isThere) return null;
  const found = /tps = ([\d.]+)/.exec(said);
  if (!found) throw new Error(`pgbench failed: ${said}`);
  return Number(found[1]);
}

/** Reviews per second of the server's own code, from 16 learners at once, for the seconds it is called with. */
function lanes(hashes: readonly string[]): (seconds: number) => Promise<number> {
  const turns = new Map<number, number>();
  const run = async (lane: number, until: number): Promise<number> => {
    let reviews = 0;
    for (let turn = 0; performance.now() < until; turn++) {
      const learner = 1 + ((lane + turn * 16) % 480);
      const nth = turns.get(learner) ?? 0;
      turns.set(learner, nth + 1);
      const viewer = systemViewer("a measurement", { id: learnerId(learner) });
      const { results } = await recordEvents(viewer, batchOf(learner, nth, hashes), new Date());
      reviews += results.filter((result) => result.status === "accepted").length;
    }
    return reviews;
  };
  return async (seconds) => {
    const since = performance.now();
    const all = await Promise.all(Array.from({ length: 16 }, (_, lane) => run(lane, since + seconds * 1_000)));
    return (all.reduce((sum, each) => sum + each, 0) * 1_000) / (performance.now() - since);
  };
}
