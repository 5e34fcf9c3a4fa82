/** The background worker: hands in and settles quizzes after their close. Started and watched by scripts/start.ts. */
import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "../lib/server/db.ts";
import { log } from "../lib/server/log.ts";
import { settleClosed } from "../lib/server/settle.ts";

const pauseMs = 2_000;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (stopping = true));

while (!stopping) {
  try {
    const settled = await settleClosed(new Date());
    if (settled > 0) log("info", { message: "quizzes settled", outcome: String(settled) });
  } catch (error) {
    // The database may be restarting: the next round tries again. Anything else is a mistake of ours and must be seen.
    if (!isUnavailable(error)) throw error;
    log("warn", { message: "the database is away; settling later" });
  }
  if (!stopping) await sleep(pauseMs);
}
process.exit(0);
