import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Study } from "@/components/study/study.tsx";
import { localeOf } from "@/lib/i18n/locale.ts";

type Props = PageProps<"/[locale]/study">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "study" });
  return { title: t("title") };
}

/** Study and practice. What is studied stands in the address and is fetched by the browser. */
export default async function StudyPage({ params }: Props) {
  setRequestLocale(localeOf((await params).locale));
  return <Study />;
}
