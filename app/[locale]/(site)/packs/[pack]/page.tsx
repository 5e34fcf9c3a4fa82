import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InkBar, InkKey } from "@/components/facts/ink.tsx";
import { SourceCard } from "@/components/facts/source-card.tsx";
import { Timeline } from "@/components/facts/timeline.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { Pack } from "@/lib/facts/fact.ts";
import type { Standing } from "@/lib/progress/coverage.ts";
import { firstRows, timelineOf } from "@/lib/progress/timeline.ts";
import { readPack } from "@/lib/server/packs.ts";
import { readProgress } from "@/lib/server/progress.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readPack(await currentViewer(), (await params).pack, new Date());
  return page ? { title: page.pack.title, description: page.pack.description } : {};
}

/** A pack: what it is, where it is from, and how much of it the viewer knows, in ink. */
export default async function PackPage({ params }: Props) {
  const { pack: key } = await params;
  const viewer = await currentViewer();
  const now = new Date();
  const page = await readPack(viewer, key, now);
  if (!page) notFound();
  const { pack, withheld } = page;
  const t = await getTranslations("pack");
  const progress = viewer && (await readProgress(viewer, key, now));
  const standings = new Map(
    progress?.topics.flatMap((topic) => topic.facts.map(({ fact, standing }) => [fact, standing] as const)),
  );
  const drawn = firstRows(timelineOf(pack));
  return (
    <>
      <header className="mb-8">
        <h1>{pack.title}</h1>
        <p className="lead mt-2">{pack.description}</p>
        <p className="note mt-2">
          {t("facts", { count: pack.facts.length })}. {pack.notice}
        </p>
        {withheld > 0 && <p className="note mt-1">{t("withheld", { count: withheld })}</p>}
        <div className="acts mt-6">
          <LinkButton href={`/study?pack=${key}`} prefetch={false}>
            {t("studyDue", { count: progress?.due ?? 0 })}
          </LinkButton>
          <LinkButton href={`/packs/${key}/practice`} tone="secondary">
            {t("practise")}
          </LinkButton>
          <LinkButton href={`/packs/${key}/play`} tone="secondary">
            {t("play")}
          </LinkButton>
          <LinkButton href={`/quizzes/new?pack=${key}`} tone="secondary">
            {t("makeQuiz")}
          </LinkButton>
          <LinkButton href={`/packs/${key}/facts`} tone="secondary" prefetch={false}>
            {t("browse")}
          </LinkButton>
        </div>
      </header>
      <div className="grid gap-4">
        {drawn.length > 0 && (
          <Panel title={t("timeline")} aside={<InkKey />}>
            <Timeline pack={key} groups={drawn} standings={standings} caption={t("timelineCaption")} />
            <p className="note mt-3">
              <Link href={`/packs/${key}/timeline`} prefetch={false} className="link">
                {t("wholeTimeline")}
              </Link>
              {" · "}
              <Link href={`/packs/${key}/play/day`} prefetch={false} className="link">
                {t("standOnDay")}
              </Link>
            </p>
          </Panel>
        )}
        <Panel title={t("topics")}>
          <ul className="topics">
            {topicsOf(pack, standings).map(({ key: topic, title, counts, facts }) => (
              <li key={topic}>
                <b>
                  <a href={`/study?pack=${key}&mode=practice&topics=${topic}`} className="link">
                    {title}
                  </a>
                </b>
                <InkBar counts={counts} />
                <em>{t("facts", { count: facts })}</em>
              </li>
            ))}
          </ul>
        </Panel>
        <h2 className="mt-4 font-serif text-xl font-semibold">{t("sources")}</h2>
        <div className="grid gap-4 md:grid-cols-2">
          {pack.sources.map((source) => (
            <SourceCard key={source.key} pack={pack} source={source} />
          ))}
        </div>
      </div>
    </>
  );
}

/** The topics of a pack that have facts, and how their facts stand. */
function topicsOf(pack: Pack, standings: ReadonlyMap<string, Standing>) {
  return pack.topics
    .map(({ key, title }) => {
      const counts = { known: 0, fading: 0, never: 0 };
      const facts = pack.facts.filter((fact) => fact.topic === key);
      for (const fact of facts) counts[standings.get(fact.key) ?? "never"]++;
      return { key, title, counts, facts: facts.length };
    })
    .filter(({ facts }) => facts > 0);
}
