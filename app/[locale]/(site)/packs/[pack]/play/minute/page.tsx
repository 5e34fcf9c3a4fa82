import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlayHead } from "@/components/play/head.tsx";
import { MinuteRound } from "@/components/play/minute-round.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { readBundle } from "@/lib/server/bundle.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play/minute">;

/** More than anybody places in a minute. */
const things = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("way.minute.title") };
}

/** A minute of placing things on the timeline of a pack. */
export default async function MinutePage({ params }: Props) {
  const options = { pack: (await params).pack, mode: "practice", kinds: ["timeline"], count: things } as const;
  const bundle = await readBundle(await currentViewer(), options, new Date());
  if (!bundle) notFound();
  const t = await getTranslations("play");
  const isEmpty = bundle.composites.length === 0;
  return (
    <>
      <PlayHead pack={bundle.pack} title={t("way.minute.title")}>
        {isEmpty ? t("notHere") : `${t("minute.text")} ${t("counts")}`}
      </PlayHead>
      {!isEmpty && (
        <Strings of={["play", "question", "study"]}>
          <MinuteRound key={bundle.now} bundle={bundle} />
        </Strings>
      )}
    </>
  );
}
