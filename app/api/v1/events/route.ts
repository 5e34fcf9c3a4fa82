import { z } from "zod";
import { isRefused, mostEvents, readEvent } from "@/lib/server/events.ts";
import { route } from "@/lib/server/http.ts";
import { recordEvents } from "@/lib/server/study.ts";

// Each event is checked by itself, so that one that is wrong does not hold back the others.
const body = z.strictObject({ events: z.array(z.unknown()).min(1).max(mostEvents) });

/** Takes what a learner did and answers per id; twice is once. A stranger's first event makes them a guest, rubbish makes nobody. */
export const POST = route({
  method: "POST",
  path: "/api/v1/events",
  who: "anyone",
  body,
  // 500 events of the longest kind there is.
  maxBytes: 1_048_576,
  limit: { name: "events", burst: 600, seconds: 600 },
  run: async ({ viewer, body: { events }, ensureViewer, now }) => {
    if (!viewer) {
      const reads = events.map((event) => readEvent(event, now));
      if (reads.every(isRefused)) return { v: 1, results: reads, cards: [] };
    }
    return recordEvents(viewer ?? (await ensureViewer()), events, now);
  },
});
