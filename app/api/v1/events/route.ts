import { z } from "zod";
import { mostEvents } from "@/lib/server/events.ts";
import { route } from "@/lib/server/http.ts";
import { recordEvents } from "@/lib/server/study.ts";

// Each event is checked by itself, so that one that is wrong does not hold back the others.
const body = z.strictObject({ events: z.array(z.unknown()).min(1).max(mostEvents) });

/** Takes what a learner did: answers per id, twice is once. A stranger's first answer makes them a guest. */
export const POST = route({
  method: "POST",
  path: "/api/v1/events",
  who: "anyone",
  body,
  // 500 events of the longest kind there is.
  maxBytes: 1_048_576,
  limit: { name: "events", burst: 600, seconds: 600 },
  run: async ({ body: { events }, ensureViewer, now }) => recordEvents(await ensureViewer(), events, now),
});
