import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

type Props = {
  readonly pack: { readonly key: string; readonly title: string };
  readonly number: number;
  readonly revision: string;
  readonly publishedAt: Date;
  readonly withheld: number;
};

/** At the foot of a page of facts: which edition it shows, and what it leaves out for this viewer. */
export function EditionNote({ pack, number, revision, publishedAt, withheld }: Props) {
  const t = useTranslations("facts");
  const p = useTranslations("pack");
  const format = useFormatter();
  return (
    <footer className="note edition">
      {withheld > 0 && <p>{p("withheld", { count: withheld })}</p>}
      <p>
        <Link href={`/packs/${pack.key}`} prefetch={false} className="link">
          {pack.title}
        </Link>
        {", "}
        {t("edition", {
          number,
          date: format.dateTime(publishedAt, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
        })}{" "}
        <code title={revision}>{revision.slice(0, 12)}</code>
      </p>
    </footer>
  );
}
