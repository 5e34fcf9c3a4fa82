import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfusedPairs } from "@/components/play/confused-pairs.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { readConfused } from "@/lib/server/confused.ts";
import { readWays } from "@/lib/server/play.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("title") };
}

/** The ways in which a pack can be played, and the pairs that the viewer takes for each other. */
export default async function PlayPage({ params }: Props) {
  const { pack: key } = await params;
  const viewer = await currentViewer();
  const now = new Date();
  const [page, confused] = await Promise.all([readWays(viewer, key, now), readConfused(viewer, key, now)]);
  if (!page) notFound();
  const t = await getTranslations("play");
  return (
    <>
      <Trail steps={[{ href: `/packs/${key}`, title: page.pack.title }]} />
      <h1>{t("title")}</h1>
      <p className="lead mt-2">{page.ways.length === 0 ? t("none") : t("lead")}</p>
      {page.withheld > 0 && <p className="note mt-1">{t("withheld", { count: page.withheld })}</p>}
      {confused.length > 0 && (
        <Panel title={t("confused.title")} className="mt-8">
          <ConfusedPairs pack={key} pairs={confused} />
        </Panel>
      )}
      <ul className="ways">
        {page.ways.map((way) => (
          <li key={way}>
            <Panel card className="h-full">
              <h2>
                <Link href={`/packs/${key}/play/${way}`} className="link">
                  {t(`way.${way}.title`)}
                </Link>
              </h2>
              <p>{t(`way.${way}.text`)}</p>
              <p className="note">{t(way === "twins" || way === "minute" ? "counts" : "countsNot")}</p>
            </Panel>
          </li>
        ))}
      </ul>
    </>
  );
}
