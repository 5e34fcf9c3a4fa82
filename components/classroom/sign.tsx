import { useTranslations } from "next-intl";

/** ● right, ◐ part right, ○ not right, – left blank (null); each with its words for those who do not see it. */
export function Sign({ fraction }: { readonly fraction: number | null }) {
  const t = useTranslations("results");
  const state = fraction === null ? "blank" : fraction >= 1 ? "right" : fraction > 0 ? "part" : "wrong";
  return (
    <span data-mark={state}>
      <span aria-hidden="true">{{ right: "●", part: "◐", wrong: "○", blank: "–" }[state]}</span>
      <span className="hidden-text">{t(state)}</span>
    </span>
  );
}
