import Link from "next/link";
import { useTranslations } from "next-intl";
import { Place } from "./place.tsx";

/** Who is asking, as far as the header shows it. */
export type HeaderViewer = { readonly name: string | null; readonly guest: boolean };

/** The frame's head: a way past it, the places, and who is asking (null before the first answer). */
export function SiteHeader({ viewer }: { readonly viewer: HeaderViewer | null }) {
  const t = useTranslations("common");
  const known = viewer !== null && !viewer.guest;
  return (
    <header className="site-header">
      <a href="#content" className="skip">
        {t("skip")}
      </a>
      <Link href="/" className="site-mark">
        {t("name")}
      </Link>
      <nav aria-label={t("places")} className="site-places">
        <Place href="/">{t("today")}</Place>
        <Place href="/packs">{t("packs")}</Place>
        <Place href="/progress">{t("progress")}</Place>
        <Place href="/classes">{t("classes")}</Place>
      </nav>
      <Link href={known ? "/account" : "/sign-in"} className="site-account">
        {known ? (viewer.name ?? t("account")) : t("signIn")}
      </Link>
    </header>
  );
}
