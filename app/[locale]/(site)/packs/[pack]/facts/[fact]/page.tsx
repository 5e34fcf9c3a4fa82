import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AskedList } from "@/components/facts/asked-list.tsx";
import { EditionNote } from "@/components/facts/edition.tsx";
import { entityPath, factPath } from "@/components/facts/paths.ts";
import { Sentence } from "@/components/facts/sentence.tsx";
import { FactsTrail } from "@/components/facts/trail.tsx";
import { ValidityList } from "@/components/facts/validity-list.tsx";
import { TimelineStrip } from "@/components/question/strip.tsx";
import { unbroken } from "@/components/question/unbroken.ts";
import { Citations } from "@/components/question/why.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FactLine } from "@/lib/progress/fact-line.ts";
import { readFact } from "@/lib/server/fact-page.ts";
import { currentViewer } from "@/lib/server/viewer.ts";

type Props = PageProps<"/[locale]/packs/[pack]/facts/[fact]">;

/** Read once for the heading and the page. */
const read = cache(async (pack: string, fact: string) => readFact(await currentViewer(), { pack, fact }, new Date()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pack, fact } = await params;
  const page = await read(pack, fact);
  return page ? { title: `${page.fact.sentence.replace(/\.$/, "")} · ${page.pack.title}` } : {};
}

/** A fact: the sentence, when it holds, where it is written, what is said beside it, what is asked about it. */
export default async function FactPage({ params }: Props) {
  const address = await params;
  const page = await read(address.pack, address.fact);
  if (!page) notFound();
  const { fact, beside, asked, strip, pack } = page;
  const t = await getTranslations("facts");
  const ink = await getTranslations("pack");
  // In the order of time: what was before, this one, what says otherwise, what came after.
  const claims = [
    ...beside.filter(({ how }) => how === "before"),
    { how: "this" as const, claim: fact },
    ...beside.filter(({ how }) => how !== "before"),
  ];
  const count = asked.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <FactsTrail pack={pack} />
      <p className="kicker">{fact.topic}</p>
      <h1 className="fact-head">
        <Sentence pack={pack.key} fact={fact} />
      </h1>
      {(fact.unnamed.length > 0 || fact.standing) && (
        <p className="note mt-2">
          {fact.standing && (
            <span className="me-4">
              <i className="ink fact-ink" data-ink={fact.standing} aria-hidden="true" /> {t("standing")}:{" "}
              {ink(`ink.${fact.standing}`)}
            </span>
          )}
          {fact.unnamed.length > 0 && t("about")}{" "}
          {fact.unnamed.map(({ key, name }) => (
            <Link key={key} href={entityPath(pack.key, key)} prefetch={false} className="link">
              {name}
            </Link>
          ))}
        </p>
      )}
      <div className="mt-6 grid gap-4 md:grid-cols-2">
        <Panel title={t("when")}>
          <ValidityList validity={fact.validity} />
          {strip && <TimelineStrip strip={strip} right={strip.spans.map(({ value }) => value)} />}
        </Panel>
        <Panel card title={t("written")}>
          <ul className="written">
            {fact.citations.map(({ cite, locator, dated }) => (
              <li key={`${cite}\n${locator}`}>
                <p className="font-serif text-lg leading-snug">{unbroken(cite)}</p>
                <dl className="source-data">
                  <div>
                    <dt>{t("place")}</dt>
                    <dd>{unbroken(locator)}</dd>
                  </div>
                  <div>
                    <dt>{t("documentDate")}</dt>
                    <dd>{unbroken(dated)}</dd>
                  </div>
                </dl>
              </li>
            ))}
          </ul>
          {fact.importance === "minor" && <p className="note mt-2">{t("minor")}</p>}
          {fact.onlyIn !== null && <p className="note mt-2">{t("onlyIn", { cite: fact.onlyIn })}</p>}
        </Panel>
        {beside.length > 0 && (
          <Panel title={t("besideTitle")} className="md:col-span-2">
            <ul className="claims">
              {claims.map(({ how, claim }) => (
                <ClaimCard key={claim.key} how={how} pack={pack.key} claim={claim} />
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          title={t("asked")}
          aside={count > 0 && <span className="note">{t("askedCount", { count })}</span>}
          className="md:col-span-2"
        >
          {count === 0 ? <p className="note">{t("askedCount", { count })}</p> : <AskedList asked={asked} />}
        </Panel>
      </div>
      <EditionNote {...page} />
    </>
  );
}

type ClaimProps = {
  readonly how: "before" | "this" | "otherwise" | "after";
  readonly pack: string;
  readonly claim: FactLine;
};

/** One of several claims: the sentence, where it is written, and the date of the document. */
function ClaimCard({ how, pack, claim }: ClaimProps) {
  const t = useTranslations("facts");
  return (
    <li data-how={how}>
      <p className="kicker">{t(`beside.${how}`)}</p>
      <p className="fact-sentence">
        {how === "this" ? (
          unbroken(claim.sentence)
        ) : (
          <Link href={factPath(pack, claim.key)} prefetch={false} className="link">
            {unbroken(claim.sentence)}
          </Link>
        )}
      </p>
      <Citations receipts={claim.citations} />
    </li>
  );
}
