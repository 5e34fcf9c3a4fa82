import { useTranslations } from "next-intl";
import type { Band, Case } from "@/lib/play/case.ts";
import { StripAxis } from "../question/strip-axis.tsx";
import { placeOf, scaleOf } from "../question/strip-layout.ts";
import { unbroken } from "../question/unbroken.ts";

type Props = { readonly of: Case; readonly band: Band };

/** What is known of the time of writing, as a band that narrows; and in words, as exactly as the clues are dated. */
export function CaseBand({ of: file, band }: Props) {
  const t = useTranslations("play.case");
  const days = file.clues.flatMap((clue) => [clue.band.first, clue.band.last]).concat(file.start.last);
  const scale = scaleOf(days.filter((day) => day !== null));
  const from = band.first === null ? 0 : placeOf(band.first, scale);
  const to = band.last === null ? 100 : placeOf(band.last, scale);
  return (
    <figure className="case-band">
      <figcaption>
        <span>{t("known")}</span>
        <b role="status">{unbroken(bandWords(file, band, t))}</b>
      </figcaption>
      <div className="case-picture" aria-hidden="true">
        <i
          data-open={band.first === null || undefined}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(to - from, 0.8)}%` }}
        />
        <StripAxis scale={scale} most={6} />
      </div>
    </figure>
  );
}

/** The limits in the words of the clues that set them: a month stays a month. */
function bandWords({ clues, latest }: Case, band: Band, t: ReturnType<typeof useTranslations<"play.case">>): string {
  const setting = (side: "first" | "last") => clues.find((clue) => clue.band[side] === band[side]);
  const setsLast = setting("last");
  const last = setsLast && (setsLast.answer === "not-after" || setsLast.answer === "both") ? setsLast.to : null;
  if (band.first === null) return t("bandNone", { last: last ?? latest });
  return t("band", { first: setting("first")?.from ?? "", last: last ?? latest });
}
