import { z } from "zod";
import { signOutEverywhere } from "@/lib/server/accounts.ts";
import { route } from "@/lib/server/http.ts";
import { sessionCookie } from "@/lib/server/session-cookie.ts";
import { endSession } from "@/lib/server/viewer.ts";

const query = z.strictObject({
  everywhere: z.literal("yes").optional(),
  /** Said by the browser once none of its databases holds an answer that the server has not, whosever it is. */
  waiting: z.literal("nothing").optional(),
});

/**
 * Ends this session, or all of the viewer's, and goes to the start: the target of a plain form, so that the whole page is left and nothing
 * private stays in its memory. The browser is told to drop its copies of pages; and what it keeps besides, but only where no answer waits
 * in it: those stay, under their learner's name, until that learner is back.
 */
export const POST = route({
  method: "POST",
  path: "/api/v1/sign-out",
  who: "anyone",
  query,
  run: async ({ viewer, session, query: { everywhere, waiting } }) => {
    const headers = new Headers({ location: "/" });
    // A guest has no way to sign in again: for them nothing ends.
    if (!viewer?.guest) {
      if (viewer && everywhere) await signOutEverywhere(viewer);
      else if (session) await endSession(session);
      headers.set("set-cookie", sessionCookie(null));
      headers.set("clear-site-data", waiting ? '"cache", "storage"' : '"cache"');
    }
    return new Response(null, { status: 303, headers });
  },
});
