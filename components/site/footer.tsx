import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Theme } from "./theme-cookie.ts";

type Props = {
  /** Of the instance; null: none. */
  readonly name: string | null;
  readonly theme: Theme;
  readonly chooseTheme: (form: FormData) => Promise<void>;
};

/** The frame's foot: what this is, and light or dark, which works without a script. */
export function SiteFooter({ name, theme, chooseTheme }: Props) {
  const t = useTranslations("common");
  const themes = [
    ["system", t("themeSystem")],
    ["light", t("themeLight")],
    ["dark", t("themeDark")],
  ] as const;
  return (
    <footer className="site-footer">
      <p>
        {name !== null && <strong>{name} · </strong>}
        {t("tagline")}
      </p>
      <form action={chooseTheme} className="flex flex-wrap items-center gap-x-1">
        <span id="theme-label" className="me-2">
          {t("theme")}
        </span>
        {themes.map(([value, text]) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-describedby="theme-label"
            aria-pressed={theme === value}
          >
            {text}
          </button>
        ))}
      </form>
      <Link href="/about" className="link">
        {t("about")}
      </Link>
    </footer>
  );
}
