import { useTranslations } from "next-intl";
import type { Quiz } from "@/lib/interop/item.ts";
import { PrintButton } from "./print-button.tsx";
import { type Sheet, Sheets, sheets } from "./sheets.tsx";

type Props = {
  readonly quiz: Quiz;
  /** One sheet; null for all of them. */
  readonly only: Sheet | null;
  /** The address of this page with one sheet, or with all. */
  readonly href: (sheet: Sheet | null) => string;
  readonly back: { readonly href: string; readonly label: string };
};

/** The sheets of a quiz on the screen as they come out on paper; what is for the screen alone stays there. */
export function PrintPage({ quiz, only, href, back }: Props) {
  const t = useTranslations("sheets");
  return (
    <>
      <div className="sheets-bar">
        <p className="kicker">
          <a href={back.href} className="link">
            {back.label}
          </a>
        </p>
        <h1>{t("title")}</h1>
        <p className="lead mt-2">{t("lead")}</p>
        <nav aria-label={t("which")} className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
          <PrintButton label={t("print")} />
          {[null, ...sheets].map((sheet) => (
            <a
              key={sheet ?? "all"}
              href={href(sheet)}
              className="link"
              aria-current={sheet === only ? "page" : undefined}
            >
              {t(sheet ?? "all")}
            </a>
          ))}
        </nav>
      </div>
      <Sheets quiz={quiz} shown={only ? [only] : sheets} />
    </>
  );
}

/** The sheet that an address asks for; null for all. */
export const sheetIn = (given: unknown): Sheet | null => sheets.find((sheet) => sheet === given) ?? null;
