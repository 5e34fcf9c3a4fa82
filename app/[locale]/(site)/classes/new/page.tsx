import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassForm } from "@/components/classroom/class-form.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { safePath } from "@/lib/server/origin.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { makeClass } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("classes"))("newTitle") };
}

/** The form that makes a class; `?next=` says where to go on to, such as a quiz that is to be given to it. */
export default async function NewClassPage({ searchParams }: PageProps<"/[locale]/classes/new">) {
  const t = await getTranslations("classes");
  const viewer = await currentViewer();
  const next = safePath((await searchParams).next, "");
  const here = next ? `/classes/new?next=${encodeURIComponent(next)}` : "/classes/new";
  if (!viewer || viewer.guest) redirect(`/sign-up?callbackUrl=${encodeURIComponent(here)}`);
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
