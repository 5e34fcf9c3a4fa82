import { useTranslations } from "next-intl";
import type { Validity } from "@/lib/questions/validity.ts";
import { unbroken } from "../question/unbroken.ts";

/** When a fact holds: each end with its date and how exactly a document gives it. */
export function ValidityList({ validity }: { readonly validity: Validity }) {
  const t = useTranslations("facts");
  if (validity.ends.length === 0) return <p className="note">{t(validity.changes ? "undatedText" : "alwaysText")}</p>;
  return (
    <dl className="source-data validity">
      {validity.ends.map(({ end, date, exact, open }) => (
        <div key={end}>
          <dt>{t(`end.${end}`)}</dt>
          <dd>
            {date === null ? t(open ? "endOpen" : "endUnsaid") : <b>{unbroken(date)}</b>}
            {exact !== null && " "}
            {exact !== null && <span className="note">{t("exactness", { exact })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
