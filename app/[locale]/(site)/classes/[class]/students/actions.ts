"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { admit, letBack, removeStudent, saveStudent, setSection, turnAway } from "@/lib/server/roster.ts";
import { classWords, label, name, version } from "../../fields.ts";
import { meanwhile } from "../../meanwhile.ts";

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
  schema: who.extend({ version, name: name(60), number: label, section: label }),
  keep: ["name", "number", "section"],
  words: classWords,
  run: async ({ input, viewer }) => {
    const { number: studentNumber, ...wanted } = input;
    const outcome = viewer && (await saveStudent(viewer, { ...wanted, studentNumber }));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "layout");
    if (outcome.kind === "saved") return { done: "saved" };
    const t = await getTranslations("roster");
    const { stored } = outcome;
    return meanwhile([
      [t("name"), stored.name, wanted.name],
      [t("number"), stored.studentNumber, studentNumber],
      [t("section"), stored.section, wanted.section],
    ]);
  },
});

/** A student who is ticked, and their version as it was read. */
const ticked = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/i)
  .transform((text) => ({ userId: text.slice(0, 36), version: Number(text.slice(37)) }));

const nobodyChosen: Problems = { section: ["nobody-chosen"] };

/** Puts the students who are ticked into a section. */
export const putInSection = action({
  name: "classes/section",
  schema: z.strictObject({
    classId: z.uuid(),
    student: z.union([ticked.transform((each) => [each]), z.array(ticked).max(2000)]).optional(),
    section: label,
  }),
  keep: ["section"],
  words: classWords,
  run: async ({ input, viewer }) => {
    const { classId, student: students = [], section } = input;
    if (students.length === 0) return nobodyChosen;
    const outcome = viewer && (await setSection(viewer, { classId, students, section }));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "layout");
    if (outcome.kind === "set") return { done: "set" };
    const [t, format] = [await getTranslations("meanwhile"), await getFormatter()];
    return { said: { section: [t("section", { names: format.list(outcome.names.slice(0, 5)) })] } };
  },
});
