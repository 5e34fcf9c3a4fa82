import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EditionNote } from "@/components/facts/edition.tsx";
import { FactList } from "@/components/facts/fact-list.tsx";
import { InkKey } from "@/components/facts/ink.tsx";
import { Pages, pageIn } from "@/components/facts/pages.tsx";
import { entityPath } from "@/components/facts/paths.ts";
import { Timeline } from "@/components/facts/timeline.tsx";
import { FactsTrail } from "@/components/facts/trail.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { readEntity } from "@/lib/server/browse.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/entities/[entity]">;

/** Read once for the heading and the page. */
const read = cache(async (pack: string, entity: string, page: number) =>
  readEntity(await currentViewer(), { pack, entity, page }, new Date()),
);

async function readPage({ params, searchParams }: Props) {
  const { pack, entity } = await params;
  return read(pack, entity, pageIn((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await readPage(props);
  return page ? { title: `${page.entity.name} · ${page.pack.title}` } : {};
}

/** A thing: its names, and what the pack says of it in the order of time. */
export default async function EntityPage(props: Props) {
  const page = await readPage(props);
  if (!page) notFound();
  const { entity, facts, timeline, pack } = page;
  const t = await getTranslations("facts");
  const standings = new Map(facts.items.flatMap(({ key, standing }) => (standing ? [[key, standing] as const] : [])));
  return (
    <>
      <FactsTrail pack={pack} />
      <p className="kicker">{entity.noun}</p>
      <h1>{entity.name}</h1>
      {entity.otherNames.length > 0 && (
        <p className="lead mt-2">{t("otherNames", { names: entity.otherNames.join(", ") })}</p>
      )}
      <div className="mt-6 grid gap-4">
        {timeline.flatMap(({ rows }) => rows).length > 1 && (
          <Panel title={t("timeline")} aside={standings.size > 0 && <InkKey />}>
            <Timeline pack={pack.key} groups={timeline} standings={standings} caption={t("timelineCaption")} />
          </Panel>
        )}
        <Panel title={t("saidOf")} aside={<span className="note">{t("saidCount", { count: facts.total })}</span>}>
          <FactList pack={pack.key} facts={facts.items} here={entity.key} />
        </Panel>
      </div>
      <Pages page={facts.page} pages={facts.pages} href={(to) => `${entityPath(pack.key, entity.key)}?page=${to}`} />
      <EditionNote {...page} />
    </>
  );
}
