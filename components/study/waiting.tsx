import { useTranslations } from "next-intl";

/** The shape of what comes, so that nothing jumps when it does. */
export function Waiting() {
  const t = useTranslations("study");
  return (
    <div className="study-main" role="status">
      <p className="hidden-text">{t("loading")}</p>
      <div aria-hidden="true" className="waiting">
        <i className="w-32" />
        <i className="h-8 w-full" />
        <i className="h-8 w-2/3" />
        <i className="mt-6 h-12 w-full" />
        <i className="h-12 w-full" />
        <i className="h-12 w-full" />
      </div>
    </div>
  );
}
