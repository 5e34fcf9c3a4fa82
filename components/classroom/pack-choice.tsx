import { useTranslations } from "next-intl";

type Props = {
  readonly packs: readonly { readonly key: string; readonly title: string }[];
  /** The key of the one that is asked about. */
  readonly chosen: string;
};

/** From which pack a quiz is planned: the one that is chosen, and the others by `?pack=`. */
export function PackChoice({ packs, chosen }: Props) {
  const t = useTranslations("quiz");
  return (
    <nav aria-label={t("pack")} className="mt-3 mb-8 flex flex-wrap gap-x-6 gap-y-2">
      {packs.map(({ key, title }) => (
        <a key={key} className="link" href={`?pack=${key}`} aria-current={key === chosen ? "true" : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
