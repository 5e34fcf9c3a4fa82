import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReturnCode, ReturnForm } from "@/components/classroom/return-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { countAnswers } from "@/lib/server/merge.ts";
import { mayHaveReturnCode } from "@/lib/server/return-codes.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { comeBack, newReturnCode } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("joining"))("returnTitle") };
}

/** The code that brings back who joined by name: made here, and given here on another device. */
export default async function ReturnPage() {
  const t = await getTranslations("joining");
  const viewer = await currentViewer();
  const known = viewer !== null && !viewer.guest;
  if (known && !(await mayHaveReturnCode(viewer))) redirect("/classes");
  return (
    <Strings of={["joining", "signIn"]}>
      <div className="mx-auto max-w-md">
        <h1>{t(known ? "returnTitle" : "enterTitle")}</h1>
        <p className="lead mt-2 mb-6">{known ? t("returnLead", { name: viewer.name ?? "" }) : t("enterLead")}</p>
        <Panel>
          {known ? (
            <ReturnCode action={newReturnCode} />
          ) : (
            <ReturnForm action={comeBack} answers={viewer ? await countAnswers(viewer.userId) : 0} />
          )}
        </Panel>
        {known && (
          <p className="mt-6">
            <Link href="/classes">{t("go")}</Link>
          </p>
        )}
      </div>
    </Strings>
  );
}
