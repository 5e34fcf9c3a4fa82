import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassForm } from "@/components/classroom/class-form.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { currentViewer } from "@/lib/server/viewer.ts";
import { makeClass } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("newTitle") };
}

/** The form that makes a class; `?next=quiz` goes on to its first quiz. */
export default async function NewClassPage({ searchParams }: PageProps<"/[locale]/classes/new">) {
  const t = await getTranslations("classes");
  const viewer = await currentViewer();
  const next = (await searchParams).next === "quiz" ? "quiz" : "";
  if (!viewer || viewer.guest)
    redirect(`/sign-up?callbackUrl=${encodeURIComponent(next ? "/classes/new?next=quiz" : "/classes/new")}`);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <>
      <h1 className="mb-8">{t("newTitle")}</h1>
      <Strings of={["classes"]}>
        <ClassForm
          action={makeClass}
          zones={zones.includes(zone) ? zones : [zone, ...zones]}
          zone={zone}
          instructor={viewer.name ?? ""}
          next={next}
        />
      </Strings>
    </>
  );
}
