import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button.tsx";

/** What is not there, and what is not the viewer's to see: the two are not told apart. */
export default function NotFound() {
  const t = useTranslations("common");
  return (
    <div className="py-12">
      <h1>{t("notFoundTitle")}</h1>
      <p className="lead mt-3 mb-8">{t("notFoundText")}</p>
      <LinkButton href="/" tone="secondary">
        {t("toStart")}
      </LinkButton>
    </div>
  );
}
