import { useTranslations } from "next-intl";
import type { Standing } from "@/lib/progress/coverage.ts";

/** How many facts of something are known, fading, never asked. */
export type InkCounts = { readonly known: number; readonly fading: number; readonly never: number };

const standings: readonly Standing[] = ["known", "fading", "never"];

/** What the three inks mean. */
export function InkKey() {
  const t = useTranslations("pack");
  return (
    <ul className="ink-key">
      {standings.map((standing) => (
        <li key={standing}>
          <i className="ink" data-ink={standing} aria-hidden="true" /> {t(`ink.${standing}`)}
        </li>
      ))}
    </ul>
  );
}

/** A bar of three inks, as long as the whole is known; its figures stand beside it as text. */
export function InkBar({ counts }: { readonly counts: InkCounts }) {
  return (
    <span className="ink-bar" aria-hidden="true">
      {standings
        .filter((standing) => counts[standing] > 0)
        .map((standing) => (
          <i key={standing} className="ink" data-ink={standing} style={{ flexGrow: counts[standing] }} />
        ))}
    </span>
  );
}
