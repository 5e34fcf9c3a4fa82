/**
 * The review write path, whole, beside PostgreSQL's own: reviews acknowledged per second in batches of 20 over the
 * transactions per second of pgbench writing the same rows one review at a time, on one cluster in one run.
 */
import { spawnSync } from "node:child_process";
import { storeQuestions } from "../../lib/server/questions.ts";
import { recordEvents } from "../../lib/server/study.ts";
import { systemViewer } from "../../lib/server/viewer.ts";
import { inProject } from "../lib/project.ts";
import { batchOf, learnerId, plainQuestions } from "./learners.ts";

/** pgbench's transactions per second with 8 clients; null when there is no pgbench on this machine. */
export function yardstick(url: string, seconds: number): number | null {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ran = spawnSync(
    process.env.PGBENCH ?? "pgbench",
    [
      "-n",
      "-M",
      "prepared",
      "-c",
      "8",
      "-j",
      "2",
      "-T",
      String(seconds),
      "-f",
      inProject("tests/golden/pgbench/review.sql"),
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        PGHOST: searchParams.get("host") ?? hostname,
        PGPORT: searchParams.get("port") ?? port,
        PGUSER: username,
        PGPASSWORD: decodeURIComponent(password),
        PGDATABASE: pathname.slice(1),
      },
    },
  );
  if ((ran.error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return null;
  const found = /tps = ([\d.]+)/.exec(ran.stdout ?? "");
  if (!found) throw new Error(`pgbench failed: ${ran.stderr}`);
  return Number(found[1]);
}

/** Reviews per second of the server's own code without HTTP, from 16 learners at once, after a warm-up. */
export async function withoutHttp(seconds: number): Promise<number> {
  const hashes = await storeQuestions(plainQuestions(300));
  const turns = new Map<number, number>();
  const run = async (lane: number, until: number): Promise<number> => {
    let reviews = 0;
    for (let turn = 0; performance.now() < until; turn++) {
      const learner = 1 + ((lane + turn * 16) % 960);
      const seq = turns.get(learner) ?? 0;
      turns.set(learner, seq + 1);
      const viewer = systemViewer("a measurement", { id: learnerId(learner) });
      const { results } = await recordEvents(viewer, batchOf(learner, seq, hashes), new Date());
      reviews += results.filter((result) => result.status === "accepted").length;
    }
    return reviews;
  };
  const measure = async (length: number) => {
    const since = performance.now();
    const lanes = await Promise.all(Array.from({ length: 16 }, (_, lane) => run(lane, since + length * 1_000)));
    return (lanes.reduce((sum, each) => sum + each, 0) * 1_000) / (performance.now() - since);
  };
  await measure(Math.min(5, seconds));
  return measure(seconds);
}
