import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassSettingsForm } from "@/components/classroom/class-settings-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { readClass } from "@/lib/server/classes.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { changeClass } from "../../actions.ts";
import { Archiving, Copying } from "./copying.tsx";
import { Teaching } from "./teaching.tsx";

/** What a class is called and how one comes in, for those who teach it. */
export default async function ClassSettingsPage({ params }: PageProps<"/[locale]/classes/[class]/settings">) {
  const t = await getTranslations("classes");
  const { class: classId } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/classes/${classId}/settings`)}`);
  const page = await readClass(viewer, classId);
  if (page?.role !== "instructor") notFound();
  return (
    <Strings of={["classes", "teaching", "copying"]}>
      <title>{`${t("settings")} · ${page.name}`}</title>
      <Trail steps={[{ href: `/classes/${classId}`, title: page.name }]} />
      <h1>{t("settings")}</h1>
      <p className="lead mt-3 mb-8">{t("settingsLead")}</p>
      <div className="grid gap-4">
        <Panel>
          <ClassSettingsForm
            action={changeClass}
            classId={classId}
            name={page.name}
            needsApproval={page.needsApproval}
            version={page.version}
            simulated={page.simulated}
          />
        </Panel>
        {!page.simulated && <Teaching viewer={viewer} page={page} />}
        <Copying viewer={viewer} page={page} />
        <Archiving page={page} />
      </div>
    </Strings>
  );
}
