import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/button.tsx";

type Props = {
  readonly page: number;
  readonly pages: number;
  /** The address of a page, by its number. */
  readonly href: (page: number) => string;
};

/** To the page before and the page after; nothing where all is on one page. */
export function Pages({ page, pages, href }: Props) {
  const t = useTranslations("facts");
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={t("pages")}>
      {page > 1 && (
        <LinkButton href={href(page - 1)} tone="secondary" rel="prev" prefetch={false}>
          {t("previous")}
        </LinkButton>
      )}
      <span className="note">{t("pageOf", { page, pages })}</span>
      {page < pages && (
        <LinkButton href={href(page + 1)} tone="secondary" rel="next" prefetch={false}>
          {t("next")}
        </LinkButton>
      )}
    </nav>
  );
}

/** The page that an address asks for: a whole number from 1, at most a million; 1 for anything else. */
export function pageIn(asked: string | string[] | undefined): number {
  return typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}
