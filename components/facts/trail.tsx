import { useTranslations } from "next-intl";
import { Trail } from "../ui/trail.tsx";

type Props = { readonly pack: { readonly key: string; readonly title: string } };

/** Above the heading of a page of facts: where one is in the pack. */
export function FactsTrail({ pack }: Props) {
  const t = useTranslations("facts");
  const path = `/packs/${pack.key}`;
  return (
    <Trail
      steps={[
        { href: path, title: pack.title },
        { href: `${path}/facts`, title: t("title") },
      ]}
    />
  );
}
