import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = {
  /** Every section that a student is in; "" stands for none. */
  readonly sections: readonly string[];
  /** The page's own address, with whatever else it shows. */
  readonly here: string;
  /** The one that is shown; absent: all. */
  readonly chosen: string | undefined;
};

/** Chooses one section of a class, by `?section=`; nothing where nobody is in any. */
export function Sections({ sections, here, chosen }: Props) {
  const t = useTranslations("roster");
  if (!sections.some((each) => each !== "")) return null;
  const addressOf = (section: string) =>
    `${here}${here.includes("?") ? "&" : "?"}section=${encodeURIComponent(section)}`;
  return (
    <nav aria-label={t("filter")} className="flex flex-wrap gap-x-4 gap-y-1" data-print="no">
      {[undefined, ...sections].map((each) => (
        <Link
          key={each ?? " "}
          className="link"
          prefetch={false}
          aria-current={each === chosen ? "page" : undefined}
          href={each === undefined ? here : addressOf(each)}
        >
          {each === undefined ? t("all") : each || t("none")}
        </Link>
      ))}
    </nav>
  );
}
