import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryLines } from "@/components/classroom/history-lines.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { readHistory } from "@/lib/server/history.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

/** What was done to a class and by whom, for those who teach it; `?before=` shows what was before. */
export default async function HistoryPage({ params, searchParams }: PageProps<"/[locale]/classes/[class]/history">) {
  const t = await getTranslations("history");
  const { class: classId } = await params;
  const here = `/classes/${encodeURIComponent(classId)}/history`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  const asked = [(await searchParams).before].flat()[0];
  const history = await readHistory(viewer, classId, asked);
  if (!history) notFound();
  return (
    <>
      <title>{`${t("title")} · ${history.className}`}</title>
      <Trail steps={[{ href: `/classes/${classId}`, title: history.className }]} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8">{t("lead")}</p>
      <Panel>
        <HistoryLines lines={history.lines} zone={history.zone} />
        {(asked !== undefined || history.before !== null) && (
          <nav className="mt-6 flex flex-wrap gap-3" aria-label={t("pages")}>
            {asked !== undefined && (
              <LinkButton href={here} tone="secondary" prefetch={false}>
                {t("newest")}
              </LinkButton>
            )}
            {history.before !== null && (
              <LinkButton href={`${here}?before=${history.before}`} tone="secondary" rel="next" prefetch={false}>
                {t("older")}
              </LinkButton>
            )}
          </nav>
        )}
      </Panel>
    </>
  );
}
