import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ConfusedPair } from "@/lib/play/confused.ts";

type Props = {
  readonly pack: string;
  readonly pairs: readonly (ConfusedPair & { readonly names: readonly [string, string] })[];
};

/** Pairs that a learner takes for each other, each with the way to its contrast. */
export function ConfusedPairs({ pack, pairs }: Props) {
  const t = useTranslations("play.confused");
  return (
    <ul className="confused">
      {pairs.map(({ names: [one, other], values, card, times }) => (
        <li key={values.join()}>
          <span>
            <b>{one}</b> ↔ <b>{other}</b>
          </span>
          <em>{t("times", { count: times })}</em>
          <Link
            href={`/packs/${pack}/play/twins?${new URLSearchParams({ card: `${card.fact}.${card.direction}`, given: values[1] })}`}
            className="link"
            aria-label={`${t("contrast")}: ${t("pair", { one, other })}`}
          >
            {t("contrast")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
