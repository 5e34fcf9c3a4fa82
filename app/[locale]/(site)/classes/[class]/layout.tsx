import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/ui/tag.tsx";
import { readSampleClass } from "@/lib/server/sample-class.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** Every page of a class; on those of a sample class a band says that nobody in it is real, on paper too. */
export default async function ClassLayout({ params, children }: LayoutProps<"/[locale]/classes/[class]">) {
  const { class: classId } = await params;
  const viewer = await currentViewer();
  const sample = viewer && (await readSampleClass(viewer, classId));
  if (!sample) return children;
  const t = await getTranslations("sample");
  return (
    <>
      <p className="band" role="note">
        <Tag tone="due">{t("band")}</Tag> {t("bandText", { seed: sample.seed })}
      </p>
      {children}
    </>
  );
}
