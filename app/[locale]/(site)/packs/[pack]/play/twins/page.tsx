import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContrastRound } from "@/components/play/contrast-round.tsx";
import { PlayHead } from "@/components/play/head.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import type { Direction } from "@/lib/questions/question.ts";
import { type ContrastWish, readContrasts } from "@/lib/server/contrasts.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play/twins">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("way.twins.title") };
}

/** Near twins told apart; or, where the address names a card and what was taken for its answer, the contrast of these two. */
export default async function TwinsPage({ params, searchParams }: Props) {
  const wish = wishOf(await searchParams);
  const round = await readContrasts(await currentViewer(), { pack: (await params).pack, wish }, new Date());
  if (!round) notFound();
  const t = await getTranslations("play");
  const isEmpty = round.bundle.cards.length === 0;
  const isConfused = wish.kind === "confused";
  return (
    <>
      <PlayHead pack={round.bundle.pack} title={t(isConfused ? "twins.confusedTitle" : "way.twins.title")}>
        {isEmpty ? t(isConfused ? "confused.nothing" : "notHere") : t(isConfused ? "twins.confusedText" : "twins.text")}{" "}
        {!isEmpty && t("counts")}
      </PlayHead>
      {!isEmpty && (
        <Strings of={["play", "question", "study"]}>
          <ContrastRound key={round.bundle.now} {...round} />
        </Strings>
      )}
    </>
  );
}

const directions: readonly string[] = ["subject", "object", "from", "to"] satisfies Direction[];

/** `?card=<fact>.<direction>&given=<value>`; anything else is a round of twins. */
function wishOf({ card, given }: Record<string, string | string[] | undefined>): ContrastWish {
  const [fact, direction] = typeof card === "string" ? card.split(/\.(?=[^.]*$)/) : [];
  if (!fact || !direction || typeof given !== "string" || !directions.includes(direction)) return { kind: "twins" };
  return { kind: "confused", card: { fact, direction: direction as Direction }, given };
}
