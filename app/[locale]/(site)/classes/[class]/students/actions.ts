"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { admit, letBack, removeStudent, saveStudent, setSection, turnAway } from "@/lib/server/roster.ts";
import { classWords, label, name } from "../../fields.ts";

const who = z.strictObject({ classId: z.uuid(), userId: z.uuid() });

/** Shows the class anew and says what was done, with the name of whom it was done to; elsewhere when there was nobody. */
async function told(which: "removed" | "admitted" | "turnedAway" | "isBack", person: string | null | undefined) {
  if (person === null || person === undefined) redirect("/classes");
  revalidatePath("/[locale]/classes/[class]", "layout");
  return { done: (await getTranslations("roster"))(which, { name: person }) };
}

/** Takes a student out of a class. */
export const takeOut = action({
  name: "classes/remove",
  schema: who,
  run: async ({ input, viewer, now }) =>
    told("removed", viewer && (await removeStudent(viewer, input.classId, input.userId, now))?.name),
});

/** Lets somebody in who waits, or turns them away. */
export const endWait = action({
  name: "classes/admit",
  schema: who.extend({ how: z.enum(["in", "away"]) }),
  run: async ({ input: { classId, userId, how }, viewer, now }) =>
    how === "in"
      ? told("admitted", viewer && (await admit(viewer, classId, userId, now)))
      : told("turnedAway", viewer && (await turnAway(viewer, classId, userId, now))),
});

/** Lets somebody back in who was removed. */
export const takeBack = action({
  name: "classes/let-back",
  schema: who,
  run: async ({ input, viewer, now }) =>
    told("isBack", viewer && (await letBack(viewer, input.classId, input.userId, now))),
});

/** Sets what one student is called, their number and section. */
export const changeStudent = action({
  name: "classes/student",
  schema: who.extend({ name: name(60), number: label, section: label }),
  keep: ["name", "number", "section"],
  words: classWords,
  run: async ({ input, viewer }) => {
    const { number: studentNumber, ...wanted } = input;
    if (!viewer || !(await saveStudent(viewer, { ...wanted, studentNumber }))) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "layout");
    return { done: "saved" };
  },
});

const nobodyChosen: Problems = { section: ["nobody-chosen"] };

/** Puts the students who are ticked into a section. */
export const putInSection = action({
  name: "classes/section",
  schema: z.strictObject({
    classId: z.uuid(),
    userId: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(2000)]).optional(),
    section: label,
  }),
  keep: ["section"],
  words: classWords,
  run: async ({ input, viewer }) => {
    const { classId, userId: userIds = [], section } = input;
    if (userIds.length === 0) return nobodyChosen;
    const count = viewer && (await setSection(viewer, { classId, userIds, section }));
    if (count === null) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "layout");
    return { done: "set" };
  },
});
