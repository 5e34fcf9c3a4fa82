"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { untouched } from "@/components/ui/form-state.ts";
import { action } from "@/lib/server/action.ts";
import { bringBack } from "@/lib/server/put-away.ts";

const key = z.string().max(100);

const act = action({
  name: "progress/bring-back",
  schema: z.strictObject({ pack: key, fact: key }),
  run: async ({ input, viewer, now }) => {
    if (viewer) await bringBack(viewer, input, now);
    return { done: "" };
  },
});

/** Frees the suspended cards of the fact that the form names, and shows the page anew; works without a script. */
export async function bringBackFact(form: FormData): Promise<void> {
  await act(untouched, form);
  refresh();
}
