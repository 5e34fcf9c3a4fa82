"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { addressOf, askedIn } from "@/lib/classroom/built.ts";
import { wallOfInstant } from "@/lib/classroom/wall.ts";
import { action } from "@/lib/server/action.ts";
import { draftAssignment } from "@/lib/server/assignments.ts";
import { readBuilt } from "@/lib/server/built-quiz.ts";
import { readClass } from "@/lib/server/classes.ts";
import { usualWindow } from "./window.ts";

/** Makes a draft for a class of a quiz that stands in its address, and goes to it. */
export const assign = action({
  name: "quizzes/assign",
  schema: z.strictObject({ quiz: z.string().max(4000), classId: z.uuid() }),
  run: async ({ input, viewer, now }) => {
    const asked = askedIn(Object.fromEntries(new URLSearchParams(input.quiz)));
    const built = { ...asked, count: asked.count ?? asked.chosen.length };
    if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/quizzes/new?${addressOf(built)}`)}`);
    const home = await readClass(viewer, input.classId);
    const read = await readBuilt(viewer, built, now);
    if (!home || !read || read.questions.length === 0) redirect("/classes");
    const { opens, closes } = usualWindow(now);
    const outcome = await draftAssignment(
      viewer,
      {
        classId: input.classId,
        title: read.title,
        packId: built.pack,
        topics: built.topics,
        kinds: built.kinds,
        count: built.count,
        opensWall: wallOfInstant(opens, home.zone),
        closesWall: wallOfInstant(closes, home.zone),
        drawn: read.questions,
      },
      now,
    );
    redirect(outcome.kind === "drafted" ? `/classes/${input.classId}/quizzes/${outcome.id}` : "/classes");
  },
});
