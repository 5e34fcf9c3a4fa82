import { useTranslations } from "next-intl";
import type { Pack, Source } from "@/lib/facts/fact.ts";
import { dateInWords } from "@/lib/questions/date-words.ts";
import { unbroken } from "../question/unbroken.ts";
import { Panel } from "../ui/panel.tsx";

/** A document as a library index card: what it is, its date and how that is known, how many facts rest on it. */
export function SourceCard({ pack, source }: { readonly pack: Pack; readonly source: Source }) {
  const t = useTranslations("pack");
  const cited = pack.facts.filter((fact) => fact.citations.some((citation) => citation.source === source.key));
  const only = cited.filter((fact) => fact.citations.every((citation) => citation.source === source.key));
  return (
    <Panel card aria-label={source.title}>
      <p className="font-serif text-lg leading-snug">{unbroken(source.cite)}</p>
      <dl className="source-data">
        <div>
          <dt>{t("publisher")}</dt>
          <dd>{source.publisher}</dd>
        </div>
        <div>
          <dt>{t("date")}</dt>
          <dd>
            {unbroken(source.dateBasis ? t("undated", { date: dateInWords(source.date) }) : dateInWords(source.date))}
          </dd>
        </div>
        <div>
          <dt>{t("restsOn")}</dt>
          <dd>{t("restsOnText", { count: cited.length, only: only.length })}</dd>
        </div>
      </dl>
      {source.dateBasis && (
        <details className="note mt-2">
          <summary className="link w-fit">{t("howDated")}</summary>
          <p className="pt-1">{t("howDatedText", { basis: source.dateBasis })}</p>
        </details>
      )}
    </Panel>
  );
}
