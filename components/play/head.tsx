import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Trail } from "../ui/trail.tsx";

type Props = {
  readonly pack: { readonly key: string; readonly title: string };
  readonly title: string;
  /** Facts that an open quiz keeps away. */
  readonly withheld?: number;
  /** One sentence on what counts, or on what to do. */
  readonly children?: ReactNode;
};

/** The head of a way of playing: whose facts, what it is, what of it counts. */
export function PlayHead({ pack, title, withheld = 0, children }: Props) {
  const t = useTranslations("play");
  return (
    <header className="play-head">
      <Trail
        steps={[
          { href: `/packs/${pack.key}`, title: pack.title },
          { href: `/packs/${pack.key}/play`, title: t("back") },
        ]}
      />
      <h1>{title}</h1>
      {children && <p className="note">{children}</p>}
      {withheld > 0 && <p className="note">{t("withheld", { count: withheld })}</p>}
    </header>
  );
}
