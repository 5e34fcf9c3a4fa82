/** What waits in this browser, for all who ever answered on it. */
import { openDB } from "idb";
import { Outbox } from "./outbox.ts";

/** How long somebody who leaves waits for what is still to be sent, in milliseconds. */
const patienceMs = 4_000;

/**
 * Sends what waits of a learner and says how many answers are then in this browser only: this learner's, those of others, and those of
 * quizzes, which only the quiz's own page sends. Throws where the browser does not say what it keeps.
 */
export async function sendAndCount(learner: string): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith("recite-") ? [name] : []));
  if (names.includes(`recite-${learner}`)) {
    const outbox = await Outbox.open(learner);
    await outbox.settle(patienceMs);
    outbox.close();
  }
  const counts = await Promise.all(names.map(countIn));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countIn(name: string): Promise<number> {
  const database = await openDB(name);
  try {
    const stores = [...database.objectStoreNames].filter((store) => store === "events" || store === "answers");
    const counts = await Promise.all(stores.map((store) => database.count(store)));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    database.close();
  }
}
