/**
 * A process that records what it is sent, as the app does, and can be killed: run by tests/server/crash.test.ts with
 * `DATABASE_URL` set. Takes `{n, learner, events}`, answers `{n, accepted}` with the ids that are safe, or `{n, accepted: null}`.
 */
import { isUnavailable } from "../../lib/server/db.ts";
import { recordEvents } from "../../lib/server/study.ts";
import { systemViewer } from "../../lib/server/viewer.ts";

export type Order = {
  readonly n: number;
  readonly learner: string;
  readonly events: readonly { readonly id: string }[];
};
export type Receipt = { readonly n: number; readonly accepted: readonly string[] | null };

/** The control: says that everything is safe before anything is. */
const isHasty = process.argv.includes("--hasty");
const answer = (receipt: Receipt) => process.send?.(receipt);

process.on("message", async ({ n, learner, events }: Order) => {
  if (isHasty) answer({ n, accepted: events.map(({ id }) => id) });
  try {
    const viewer = systemViewer("a crash test", { id: learner });
    const { results } = await recordEvents(viewer, events, new Date());
    const wrong = results.find((result) => result.status === "refused");
    if (wrong) throw new Error(`refused: ${JSON.stringify(wrong)}`);
    if (!isHasty) answer({ n, accepted: results.map(({ id }) => id) });
  } catch (error) {
    // While the database is away the client tries again; anything else is a fault that must be seen.
    if (!isUnavailable(error)) {
      console.error(error);
      process.exit(3);
    }
    if (!isHasty) answer({ n, accepted: null });
  }
});
process.on("disconnect", () => process.exit(0));
