import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlayHead } from "@/components/play/head.tsx";
import { StandOnDay } from "@/components/play/stand-on-day.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { parseDate } from "@/lib/facts/dates.ts";
import { dayOn } from "@/lib/play/stand.ts";
import { readBoard } from "@/lib/server/play.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play/day">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("way.day.title") };
}

/** One day of a pack's time, and what was so on it. The day stands in the address; without it, the last change but one. */
export default async function DayPage({ params, searchParams }: Props) {
  const page = await readBoard(await currentViewer(), (await params).pack, new Date());
  if (!page) notFound();
  const t = await getTranslations("play");
  const { board } = page;
  const { day } = await searchParams;
  const asked = typeof day === "string" ? parseDate(day) : null;
  return (
    <>
      <PlayHead pack={page.pack} title={t("way.day.title")} withheld={page.withheld}>
        {board ? t("countsNot") : t("notHere")}
      </PlayHead>
      {board && (
        <Strings of={["play"]}>
          <StandOnDay board={board} start={dayOn(board, asked?.first ?? board.changes.at(-2) ?? board.days.last)} />
        </Strings>
      )}
    </>
  );
}
