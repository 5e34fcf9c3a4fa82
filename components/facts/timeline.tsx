import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Standing } from "@/lib/progress/coverage.ts";
import { type Pieces, piecesOf, type TimelineGroup, type TimelineRow } from "@/lib/progress/timeline.ts";
import { AsTable } from "../ui/as-table.tsx";
import { factPath } from "./paths.ts";

type Props = {
  /** The pack's key. */
  readonly pack: string;
  readonly groups: readonly TimelineGroup[];
  /** How each fact stands for the viewer; a fact that is absent was never asked. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** What the table is called. */
  readonly caption: string;
  /** Do the names in the picture lead to their facts? Then it is a list, too; otherwise only the table is read aloud. */
  readonly linked?: boolean;
};

/** The dated facts of a pack on one scale, each drawn in the ink of its memory; the same as a table below. */
export function Timeline({ pack, groups, standings, caption, linked = false }: Props) {
  const t = useTranslations("pack");
  if (groups.length === 0) return null;
  const pieces = piecesOf(groups.flatMap((group) => group.rows));
  const standingOf = (row: TimelineRow) => standings.get(row.fact) ?? "never";
  return (
    <figure>
      <div className="timeline" aria-hidden={linked ? undefined : true}>
        <div className="timeline-axis" aria-hidden="true">
          <div className="timeline-track">
            {pieces.ticks.map((tick) => (
              <span key={tick.year} className="timeline-year" style={{ insetInlineStart: `${tick.at}%` }}>
                {tick.year}
              </span>
            ))}
            {pieces.breaks.map((at) => (
              <span key={at} className="timeline-break" style={{ insetInlineStart: `${at}%` }} />
            ))}
          </div>
        </div>
        {groups.map((group) => (
          <div key={group.topic} className="timeline-group">
            <p className="timeline-topic">{group.title}</p>
            {group.rows.map((row) => (
              <Row
                key={row.fact}
                row={row}
                standing={standingOf(row)}
                pieces={pieces}
                href={linked ? factPath(pack, row.fact) : null}
              />
            ))}
          </div>
        ))}
      </div>
      <AsTable
        label={t("asTable")}
        caption={caption}
        columns={[
          { key: "what", title: t("what") },
          { key: "when", title: t("when") },
          { key: "standing", title: t("standing") },
        ]}
        rows={groups.flatMap((group) =>
          group.rows.map((row) => ({
            key: row.fact,
            cells: [
              <Link key={row.fact} href={factPath(pack, row.fact)} prefetch={false} className="link">
                {row.label}
              </Link>,
              row.when,
              t(`ink.${standingOf(row)}`),
            ],
          })),
        )}
      />
    </figure>
  );
}

function Row({
  row,
  standing,
  pieces,
  href,
}: {
  readonly row: TimelineRow;
  readonly standing: Standing;
  readonly pieces: Pieces;
  readonly href: string | null;
}) {
  const from = pieces.place(row.from);
  const to = pieces.place(row.to);
  const side = from > 100 - to ? { insetInlineEnd: `${100 - from}%` } : { insetInlineStart: `${to}%` };
  return (
    <div className="timeline-row">
      <span className="timeline-label">
        {href === null ? (
          row.label
        ) : (
          <Link href={href} prefetch={false} className="link">
            {row.label}
          </Link>
        )}{" "}
        <small>{row.when}</small>
      </span>
      <span className="timeline-track" aria-hidden="true">
        {pieces.ticks.map((tick) => (
          <span key={tick.year} className="timeline-line" style={{ insetInlineStart: `${tick.at}%` }} />
        ))}
        {row.point ? (
          <i className="ink timeline-point" data-ink={standing} style={{ insetInlineStart: `${(from + to) / 2}%` }} />
        ) : (
          <i
            className="ink timeline-bar"
            data-ink={standing}
            data-open={row.open || undefined}
            style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(to - from, 0.8)}%` }}
          />
        )}
        <span className="timeline-when" style={side}>
          {row.when}
        </span>
      </span>
    </div>
  );
}
