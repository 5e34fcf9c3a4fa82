import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { CopyClassForm } from "@/components/classroom/copy-class-form.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { ClassPage } from "@/lib/server/classes.ts";
import { readToCopy } from "@/lib/server/copy-class.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { archive, copy, unarchive } from "./actions.ts";

/** Copies a class with its quizzes, some days later. */
export async function Copying({ viewer, page }: { readonly viewer: Viewer; readonly page: ClassPage }) {
  const t = await getTranslations("copying");
  const format = await getFormatter();
  const toCopy = await readToCopy(viewer, page.id);
  if (!toCopy) notFound();
  const firstOpens = toCopy.firstOpens?.slice(0, 10) ?? null;
  const text = firstOpens
    ? format.dateTime(new Date(`${firstOpens}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" })
    : "";
  return (
    <Panel title={t("title")}>
      <CopyClassForm
        action={copy}
        classId={page.id}
        name={t("nameOfCopy", { name: page.name }).slice(0, 80)}
        quizzes={toCopy.quizzes}
        firstOpens={firstOpens}
        firstOpensText={text}
      />
    </Panel>
  );
}

/** Puts a class into the archive, or takes it out. */
export async function Archiving({ page }: { readonly page: ClassPage }) {
  const t = await getTranslations("copying");
  return (
    <Panel title={t("archiveTitle")}>
      <p className="note mb-4">{t(page.archived ? "isArchived" : "archiveText")}</p>
      <ActionButton
        key={page.archived ? "out" : "in"}
        action={page.archived ? unarchive : archive}
        fields={{ classId: page.id }}
        label={t(page.archived ? "unarchive" : "archive")}
      />
    </Panel>
  );
}
