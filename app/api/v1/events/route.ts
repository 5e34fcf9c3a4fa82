import { z } from "zod";
import { isRefused, mostEvents, readEvent } from "@/lib/server/events.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";
import { speaksFor } from "@/lib/server/speaks-for.ts";
import { recordEvents } from "@/lib/server/study.ts";

// Each event is checked by itself, so that one that is wrong does not hold back the others.
const body = z.strictObject({
  events: z.array(z.unknown()).min(1).max(mostEvents),
  /** For whom the browser kept them; absent when it was a stranger's. */
  learner: z.uuid().optional(),
});

/**
 * Takes what a learner did and answers per id; twice is once. A stranger's first event makes them a guest, rubbish makes nobody.
 * What was kept for somebody who is not signed in now is refused, so that it waits for them. The header `x-learner` says whose log it is in.
 */
export const POST = route({
  method: "POST",
  path: "/api/v1/events",
  who: "anyone",
  body,
  // 500 events of the longest kind there is.
  maxBytes: 1_048_576,
  limit: { name: "events", burst: 600, seconds: 600 },
  run: async ({ viewer, body: { events, learner }, ensureViewer, now }) => {
    if (learner && !(viewer && (await speaksFor(viewer, learner)))) refuse(409, "other-learner");
    if (!viewer) {
      const reads = events.map((event) => readEvent(event, now));
      if (reads.every(isRefused)) return { v: 1, results: reads, cards: [] };
    }
    const who = viewer ?? (await ensureViewer());
    return Response.json(await recordEvents(who, events, now), { headers: { "x-learner": who.userId } });
  },
});
