import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel.tsx";
import { listPacks } from "@/lib/server/packs.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pack");
  return { title: t("packs") };
}

/** All packs. */
export default async function PacksPage() {
  const t = await getTranslations("pack");
  const packs = await listPacks(await currentViewer());
  return (
    <>
      <h1>{t("packs")}</h1>
      <p className="lead mt-2 mb-8">{packs.length === 0 ? t("noPacks") : t("packsText")}</p>
      <ul className="grid gap-4 md:grid-cols-2">
        {packs.map((pack) => (
          <li key={pack.key}>
            <Panel card className="h-full">
              <h2 className="mb-1 font-serif text-xl font-semibold">
                <Link href={`/packs/${pack.key}`} className="link">
                  {pack.title}
                </Link>
              </h2>
              <p className="note">{t("facts", { count: pack.facts })}</p>
              <p className="mt-2">{pack.description}</p>
            </Panel>
          </li>
        ))}
      </ul>
    </>
  );
}
