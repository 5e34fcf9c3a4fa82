import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Sections } from "@/components/classroom/sections.tsx";
import { SectionForm } from "@/components/classroom/student-form.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { isOfSection, sectionsOf } from "@/lib/classroom/sections.ts";
import { readClass } from "@/lib/server/classes.ts";
import { readRoster } from "@/lib/server/roster.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { putInSection } from "./actions.ts";
import { OutsideTable, StudentTable, WaitingTable } from "./tables.tsx";

/** Who is in a class, who waits and who was removed; `?section=` shows one section, an empty one those in none. */
export default async function StudentsPage({ params, searchParams }: PageProps<"/[locale]/classes/[class]/students">) {
  const t = await getTranslations("roster");
  const { class: classId } = await params;
  const section = [(await searchParams).section].flat()[0];
  const here = `/classes/${classId}/students`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  const [page, roster] = await Promise.all([readClass(viewer, classId), readRoster(viewer, classId)]);
  if (!page || !roster) notFound();
  const shown = roster.students.filter((each) => isOfSection(each, section));
  return (
    <Strings of={["roster"]}>
      <title>{`${t("title")} · ${page.name}`}</title>
      <Trail steps={[{ href: `/classes/${classId}`, title: page.name }]} />
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <h1>{t("title")}</h1>
        <p className="flex flex-wrap gap-3">
          {!page.simulated && (
            <LinkButton href={`${here}/invite`} tone="secondary">
              {t("invite")}
            </LinkButton>
          )}
          <a className="button" data-tone="quiet" href={`${here}/roster.csv`} download>
            {t("download")}
          </a>
        </p>
      </header>
      <div className="grid gap-4">
        {(page.needsApproval || roster.waiting.length > 0) && (
          <Panel title={t("waiting")}>
            <WaitingTable classId={classId} zone={page.zone} waiting={roster.waiting} />
          </Panel>
        )}
        <Panel
          title={t("title")}
          aside={<Sections sections={sectionsOf(roster.students)} here={here} chosen={section} />}
        >
          <StudentTable classId={classId} zone={page.zone} students={shown} filtered={section !== undefined} />
          {shown.length > 0 && <SectionForm action={putInSection} classId={classId} sections={roster.sections} />}
        </Panel>
        <Panel title={t("outside")}>
          <p className="note mb-4">{t("outsideHint")}</p>
          <OutsideTable classId={classId} removed={roster.removed} />
        </Panel>
      </div>
    </Strings>
  );
}
