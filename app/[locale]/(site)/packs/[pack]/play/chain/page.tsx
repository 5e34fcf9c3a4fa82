import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChainRounds } from "@/components/play/chain-rounds.tsx";
import { PlayHead } from "@/components/play/head.tsx";
import { unbroken } from "@/components/question/unbroken.ts";
import { Strings } from "@/components/ui/strings.tsx";
import type { Chain } from "@/lib/play/chain.ts";
import { readChains } from "@/lib/server/play.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/play/chain">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("way.chain.title") };
}

/** The holders of an office in a row. Which row stands in the address; where there are several, they are offered first. */
export default async function ChainPage({ params, searchParams }: Props) {
  const { pack: key } = await params;
  const now = new Date();
  const page = await readChains(await currentViewer(), key, now);
  if (!page) notFound();
  const { row } = await searchParams;
  const { chains, pack, withheld } = page;
  const chain = chains.find((each) => each.key === row) ?? (chains.length === 1 ? chains[0] : undefined);
  const t = await getTranslations("play");
  const path = `/packs/${key}/play/chain`;
  if (!chain)
    return (
      <>
        <PlayHead pack={pack} title={t("way.chain.title")} withheld={withheld}>
          {chains.length === 0 ? t("notHere") : t("way.chain.text")}
        </PlayHead>
        <Offices chains={chains} path={path} />
      </>
    );
  return (
    <>
      <PlayHead pack={pack} title={`${chain.role}: ${chain.about}`} withheld={withheld}>
        {t(chain.complete ? "chain.complete" : "chain.incomplete")} {t("countsNot")}
      </PlayHead>
      <Strings of={["play", "question"]}>
        <ChainRounds key={chain.key} chain={chain} seed={now.toISOString()} others={chains.length > 1 ? path : null} />
      </Strings>
    </>
  );
}

async function Offices({ chains, path }: { readonly chains: readonly Chain[]; readonly path: string }) {
  const t = await getTranslations("play.chain");
  const offices = Map.groupBy(chains, ({ role, about }) => `${role}: ${about}`);
  return (
    <>
      {[...offices].map(([office, rows]) => (
        <section key={office} className="offices">
          <h2>{office}</h2>
          <ul>
            {rows.map(({ key, seats }) => (
              <li key={key}>
                <Link href={`${path}?${new URLSearchParams({ row: key })}`} className="link">
                  {t("whole", { first: seats[0]!.name, last: seats.at(-1)!.name })}
                </Link>{" "}
                <span>
                  {t("seats", { count: seats.length })} · {unbroken(seats[0]!.when.replace(/ (?:to|until) .*$/, ""))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
