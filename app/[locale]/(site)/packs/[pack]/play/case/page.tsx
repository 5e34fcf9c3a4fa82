import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CaseClues } from "@/components/play/case-clues.tsx";
import { PlayHead } from "@/components/play/head.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { readCases } from "@/lib/server/play.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play/case">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("way.case.title") };
}

/** An undated document, dated by its clues. Which one stands in the address, where there are several. */
export default async function CasePage({ params, searchParams }: Props) {
  const { pack: key } = await params;
  const page = await readCases(await currentViewer(), key, new Date());
  if (!page) notFound();
  const { document } = await searchParams;
  const { cases, pack, withheld } = page;
  const file = cases.find(({ source }) => source === document) ?? (cases.length === 1 ? cases[0] : undefined);
  const t = await getTranslations("play");
  if (!file)
    return (
      <>
        <PlayHead pack={pack} title={t("way.case.title")} withheld={withheld}>
          {cases.length === 0 ? t("notHere") : t("case.which")}
        </PlayHead>
        <ul className="offices">
          {cases.map(({ source, title, publisher }) => (
            <li key={source}>
              <Link href={`/packs/${key}/play/case?document=${source}`} className="link">
                {title}
              </Link>{" "}
              <span>{publisher}</span>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <PlayHead pack={pack} title={t("way.case.title")} withheld={withheld}>
        {file.publisher}, “{file.title}”. {t("case.start", { latest: file.latest })} {t("countsNot")}
      </PlayHead>
      <Strings of={["play", "question", "study"]}>
        <CaseClues key={file.source} of={file} />
      </Strings>
    </>
  );
}
