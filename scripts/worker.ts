/**
 * The background worker: lets simulated learners answer, hands in attempts whose time is over, settles quizzes in which nobody can answer any more, and every
 * hour removes what nobody can use any more. Started and watched by scripts/start.ts.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "../lib/server/db.ts";
import { log } from "../lib/server/log.ts";
import { settleClosed } from "../lib/server/settle.ts";
import { simulateSome } from "../lib/server/simulate.ts";
import { sweep } from "../lib/server/sweep.ts";

const pauseMs = 2_000;
const sweepEveryMs = 3_600_000;
let sweptAt = 0;
let stopping = false;
let isBusy = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (stopping = true));

while (!stopping) {
  isBusy = false;
  try {
    isBusy = await simulateSome(new Date());
    const settled = await settleClosed(new Date());
    if (settled > 0) log("info", { message: "quizzes settled", outcome: String(settled) });
    if (Date.now() - sweptAt >= sweepEveryMs) {
      const { limits, sessions, guests } = await sweep(new Date());
      sweptAt = Date.now();
      log("info", { message: "swept", outcome: `${limits} limits, ${sessions} sessions, ${guests} guests` });
    }
  } catch (error) {
    // The database may be restarting: the next round tries again. Anything else is a mistake of ours and must be seen.
    if (!isUnavailable(error)) throw error;
    log("warn", { message: "the database is away; settling later" });
  }
  if (!stopping && !isBusy) await sleep(pauseMs);
}
process.exit(0);
