import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetupForm } from "@/components/account/instance-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { isAdmin } from "@/lib/server/admin.ts";
import { isSetupOpen } from "@/lib/server/setup.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { claim } from "../actions.ts";

/** Where whoever runs the instance says so, with the token that its start has printed; not there once that is done. */
export default async function SetupPage() {
  const t = await getTranslations("admin");
  const viewer = await currentViewer();
  if (viewer && (await isAdmin(viewer))) redirect("/admin");
  if (!(await isSetupOpen(new Date()))) notFound();
  if (!viewer || viewer.guest) redirect("/sign-up?callbackUrl=/admin/setup");
  return (
    <Strings of={["admin"]}>
      <title>{t("setupTitle")}</title>
      <h1>{t("setupTitle")}</h1>
      <p className="lead mt-3 mb-8">{t("setupLead")}</p>
      <Panel>
        <SetupForm action={claim} />
      </Panel>
    </Strings>
  );
}
