import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditionNote } from "@/components/facts/edition.tsx";
import { Pages, pageIn } from "@/components/facts/pages.tsx";
import { entityPath } from "@/components/facts/paths.ts";
import { FactsTrail } from "@/components/facts/trail.tsx";
import { unbroken } from "@/components/question/unbroken.ts";
import { Button, LinkButton } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { raised } from "@/lib/questions/noun-phrase.ts";
import { readIndex } from "@/lib/server/browse.ts";
import { readPack } from "@/lib/server/packs.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/facts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readPack(await currentViewer(), (await params).pack, new Date());
  const t = await getTranslations("facts");
  return page ? { title: t("of", { pack: page.pack.title }) } : {};
}

/** The things that a pack speaks of, kind by kind, to be found by any of their names; a form that needs no script. */
export default async function FactsPage({ params, searchParams }: Props) {
  const { pack: key } = await params;
  const asked = await searchParams;
  const words = typeof asked.q === "string" ? asked.q.slice(0, 100) : "";
  const kind = typeof asked.kind === "string" && asked.kind !== "" ? asked.kind : null;
  const page = await readIndex(await currentViewer(), key, { words, kind, page: pageIn(asked.page) }, new Date());
  if (!page) notFound();
  const t = await getTranslations("facts");
  const { kinds, entities } = page;
  const isFiltered = words.trim() !== "" || kind !== null;
  const groups = Map.groupBy(entities.items, (entity) => entity.kind);
  return (
    <>
      <FactsTrail pack={page.pack} />
      <h1>{t("of", { pack: page.pack.title })}</h1>
      <p className="lead mt-2">
        {t("lead", { facts: page.facts, things: kinds.reduce((sum, { count }) => sum + count, 0) })}
      </p>
      {page.isDated && (
        <p className="mt-2">
          <Link href={`/packs/${key}/timeline`} prefetch={false} className="link">
            {t("timeline")}
          </Link>
        </p>
      )}
      <search>
        <form className="find">
          <Field label={t("words")} name="q" type="search" defaultValue={words} maxLength={100} autoComplete="off" />
          <Field
            label={t("kind")}
            control={(props) => (
              <select className="input" name="kind" defaultValue={kind ?? ""} {...props}>
                <option value="">{t("allKinds")}</option>
                {kinds.map((each) => (
                  <option key={each.key} value={each.key}>
                    {raised(each.noun)} ({each.count})
                  </option>
                ))}
              </select>
            )}
          />
          <Button type="submit">{t("find")}</Button>
        </form>
      </search>
      {isFiltered && (
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status">{t("found", { count: entities.total })}</p>
          <LinkButton href={`/packs/${key}/facts`} tone="quiet" prefetch={false}>
            {t("all")}
          </LinkButton>
        </div>
      )}
      {groups.size > 0 && (
        <Panel className="things-of">
          {[...groups].map(([of, items]) => (
            <section key={of} aria-labelledby={`kind-${of}`}>
              <h2 id={`kind-${of}`}>{raised(kinds.find((each) => each.key === of)?.noun ?? of)}</h2>
              <ul className="things">
                {items.map((entity) => (
                  <li key={entity.key}>
                    <Link href={entityPath(key, entity.key)} prefetch={false} className="link">
                      {unbroken(entity.name)}
                    </Link>
                    <span className="note">{t("count", { count: entity.facts })}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      )}
      <Pages
        page={entities.page}
        pages={entities.pages}
        href={(to) => `/packs/${key}/facts?${new URLSearchParams({ q: words, kind: kind ?? "", page: String(to) })}`}
      />
      <EditionNote {...page} />
    </>
  );
}
