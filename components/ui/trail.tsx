import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = {
  /** From the outermost place to the one above this page. */
  readonly steps: readonly { readonly href: string; readonly title: string }[];
};

/** Above the heading of a page: where one is, and the way back. */
export function Trail({ steps }: Props) {
  const t = useTranslations("common");
  return (
    <nav className="trail" aria-label={t("trail")}>
      {steps.map(({ href, title }, place) => (
        <span key={href}>
          {place > 0 && <span aria-hidden="true">/ </span>}
          <Link href={href} prefetch={false} className="link">
            {title}
          </Link>
        </span>
      ))}
    </nav>
  );
}
