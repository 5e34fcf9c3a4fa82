import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InkKey } from "@/components/facts/ink.tsx";
import { ConfusedPairs } from "@/components/play/confused-pairs.tsx";
import { CalendarPicture } from "@/components/progress/calendar.tsx";
import { CoverageTable } from "@/components/progress/coverage.tsx";
import { ForecastPicture } from "@/components/progress/forecast.tsx";
import { SuspendedList } from "@/components/progress/suspended.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { readConfused } from "@/lib/server/confused.ts";
import { readProgress, readToday } from "@/lib/server/progress.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { bringBackFact } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("progress");
  return { title: t("title") };
}

/** What the viewer knows of a pack, what comes due, and when they studied. */
export default async function ProgressPage({ searchParams }: PageProps<"/[locale]/progress">) {
  const viewer = await currentViewer();
  const now = new Date();
  const packs = viewer ? (await readToday(viewer, now)).packs : [];
  const { pack: asked } = await searchParams;
  const key = packs.find((pack) => pack.key === asked)?.key ?? packs[0]?.key;
  const [page, confused] =
    viewer && key ? await Promise.all([readProgress(viewer, key, now), readConfused(viewer, key, now)]) : [null, []];
  const t = await getTranslations("progress");
  const c = await getTranslations("play.confused");
  if (!page)
    return (
      <>
        <h1>{t("nothing")}</h1>
        <p className="lead mt-2 mb-8">{t("nothingText")}</p>
        <LinkButton href="/">{t("toQuestion")}</LinkButton>
      </>
    );
  const { coverage, forecast, calendar, pack } = page;
  const total = coverage.known + coverage.fading + coverage.never;
  return (
    <>
      {packs.length > 1 && (
        <nav aria-label={t("packs")} className="mb-4 flex flex-wrap gap-x-4">
          {packs.map((each) => (
            <Link
              key={each.key}
              href={`/progress?pack=${each.key}`}
              aria-current={each.key === key ? "page" : undefined}
              className="link"
            >
              {each.title}
            </Link>
          ))}
        </nav>
      )}
      <h1 className="max-w-measure">{t("known", { known: coverage.known, total, pack: pack.title })}</h1>
      <p className="lead mt-2 mb-8">
        {t("rest", { fading: coverage.fading, never: coverage.never })}
        {page.withheld > 0 && ` ${t("withheld", { count: page.withheld })}`}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={t("coverage")} aside={<InkKey />} className="coverage md:col-span-2">
          <CoverageTable topics={page.topics} />
        </Panel>
        <Panel title={t("dueTitle")}>
          <p className="big mb-3">
            {page.due} <small>{t("dueMinutes", { minutes: forecast.days[0]?.minutes ?? 0 })}</small>
          </p>
          <ForecastPicture forecast={forecast} />
        </Panel>
        <Panel title={t("days")}>
          <p className="big mb-3">
            {calendar.answers} <small>{t("answersIn", { answers: calendar.answers, days: calendar.daysInRow })}</small>
          </p>
          <CalendarPicture calendar={calendar} />
        </Panel>
        {confused.length > 0 && (
          <Panel title={c("title")} className="md:col-span-2">
            <ConfusedPairs pack={pack.key} pairs={confused} />
          </Panel>
        )}
        {page.suspended.length > 0 && (
          <Panel title={t("suspended")} className="md:col-span-2">
            <SuspendedList pack={pack.key} facts={page.suspended} bringBack={bringBackFact} />
          </Panel>
        )}
      </div>
    </>
  );
}
