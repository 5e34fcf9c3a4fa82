import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditionNote } from "@/components/facts/edition.tsx";
import { InkKey } from "@/components/facts/ink.tsx";
import { Pages, pageIn } from "@/components/facts/pages.tsx";
import { Timeline } from "@/components/facts/timeline.tsx";
import { FactsTrail } from "@/components/facts/trail.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { readTimeline } from "@/lib/server/browse.ts";
import { readPack } from "@/lib/server/packs.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/timeline">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readPack(await currentViewer(), (await params).pack, new Date());
  const t = await getTranslations("facts");
  return page ? { title: t("timelineOf", { pack: page.pack.title }) } : {};
}

/** The dated facts of a pack on one scale, topic by topic, each leading to its page; the same as a table. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const topic = typeof asked.topic === "string" && asked.topic !== "" ? asked.topic : null;
  const wish = { ...(await params), topic, page: pageIn(asked.page) };
  const page = await readTimeline(await currentViewer(), wish, new Date());
  if (!page) notFound();
  const { pack, rows, groups, topics, standings } = page;
  const t = await getTranslations("facts");
  return (
    <>
      <FactsTrail pack={pack} />
      <h1>{t("timelineOf", { pack: pack.title })}</h1>
      <p className="lead mt-2">{rows.total === 0 ? t("noDates") : t("timelineLead", { count: rows.total })}</p>
      {topics.length > 1 && (
        <search>
          <form className="find" data-fields="1">
            <Field
              label={t("topic")}
              control={(props) => (
                <select className="input" name="topic" defaultValue={topic ?? ""} {...props}>
                  <option value="">{t("allTopics")}</option>
                  {topics.map((each) => (
                    <option key={each.key} value={each.key}>
                      {each.title}
                    </option>
                  ))}
                </select>
              )}
            />
            <Button type="submit">{t("show")}</Button>
          </form>
        </search>
      )}
      {groups.length > 0 && (
        <Panel className="mt-6" aside={standings && <InkKey />}>
          <Timeline
            pack={pack.key}
            groups={groups}
            standings={standings ?? new Map()}
            caption={t("timelineCaption")}
            linked
          />
        </Panel>
      )}
      <Pages
        page={rows.page}
        pages={rows.pages}
        href={(to) => `/packs/${pack.key}/timeline?${new URLSearchParams({ topic: topic ?? "", page: String(to) })}`}
      />
      <EditionNote {...page} />
    </>
  );
}
