import { useFormatter, useTranslations } from "next-intl";
import type { Strip, StripSpan, ValueKey } from "@/lib/questions/question.ts";
import { StripAxis } from "./strip-axis.tsx";
import { type Bar, packed, placeLabel, placeOf, type Scale, scaleOf } from "./strip-layout.ts";

type Props = {
  readonly strip: Strip;
  /** The right values; everything else that is drawn was chosen. */
  readonly right: readonly ValueKey[];
  /** The values of a numbered list beside, in its order: the picture then says only the numbers, and takes little room. */
  readonly numbers?: readonly ValueKey[] | null;
};

/**
 * Why, as a picture: the span of the right answer above that of the chosen one, and the day asked.
 * Drawn in lanes of one span each, so that labels cannot collide; listeners get the same as a list.
 */
export function TimelineStrip({ strip, right, numbers = null }: Props) {
  const t = useTranslations("question");
  const when = useWhen();
  const days = strip.spans
    .flatMap((span) => [span.from, span.to])
    .concat(strip.asked ? [strip.asked.from, strip.asked.to] : []);
  const known = days.filter((day) => day !== null);
  if (known.length === 0) return null;
  const scale = scaleOf(known);
  // The right ones first, an order in its order; then what was chosen instead.
  const list = numbers ?? right;
  const rank = (span: StripSpan) => (list.includes(span.value) ? list.indexOf(span.value) : list.length);
  const spans = strip.spans.toSorted((a, b) => rank(a) - rank(b));
  const bars = numbers
    ? atOnePlace(spans, right).map((here) => barOf(here[0]!, here.map((span) => rank(span) + 1).join(", "), scale))
    : spans.map((span) => barOf(span, span.label, scale));
  const asked = strip.asked && { from: placeOf(strip.asked.from, scale), to: placeOf(strip.asked.to, scale) };
  return (
    <figure className="strip" data-numbers={numbers ? "" : undefined}>
      <div aria-hidden="true" className="strip-picture">
        {asked && (
          <div
            className="strip-asked"
            style={{
              insetInlineStart: `${asked.from}%`,
              inlineSize: asked.to - asked.from < 0.5 ? 0 : `${asked.to - asked.from}%`,
            }}
          />
        )}
        {(numbers ? packed(bars) : bars.map((bar) => [bar])).map((lane) => (
          <div key={lane[0]?.span.value} className="strip-lane" data-label={lane[0]?.label.side}>
            {lane.map((bar) => (
              <Drawn key={bar.span.value} bar={bar} right={right.includes(bar.span.value)} />
            ))}
          </div>
        ))}
        <StripAxis scale={scale} most={5} monthOf={when} />
      </div>
      <figcaption className="hidden-text">
        <ul>
          {spans.map((span) => (
            <li key={span.value}>
              {t(`span.${kindOf(span)}`, {
                what: span.label,
                from: span.from === null ? "" : when(span.from),
                to: span.to === null ? "" : when(span.to),
              })}
            </li>
          ))}
          {strip.asked && <li>{t("asked", { when: when(strip.asked.from) })}</li>}
        </ul>
      </figcaption>
    </figure>
  );
}

/** In per cent of the width: a point that is known to a longer stretch is drawn as that stretch. */
const widestDot = 5;

/** A span as it is drawn: where it lies, and where its name stands. */
type SpanBar = Bar & { readonly span: StripSpan };

/** Spans that would cover one another: of the same days, and all of them right or none. */
function atOnePlace(spans: readonly StripSpan[], right: readonly ValueKey[]): StripSpan[][] {
  const places = new Map<string, StripSpan[]>();
  for (const span of spans) {
    const place = [span.from, span.to, span.open, span.point, right.includes(span.value)].join();
    places.set(place, [...(places.get(place) ?? []), span]);
  }
  return [...places.values()];
}

function barOf(span: StripSpan, name: string, scale: Scale): SpanBar {
  const from = span.from === null ? 0 : placeOf(span.from, scale);
  const to = span.to === null || span.open ? 100 : placeOf(span.to, scale);
  const middle = (from + to) / 2;
  return {
    span,
    name,
    from,
    to,
    label: placeLabel(
      name,
      span.point ? { from: Math.min(from, middle - 2), to: Math.max(to, middle + 2) } : { from, to },
    ),
  };
}

function Drawn({ bar, right }: { readonly bar: SpanBar; readonly right: boolean }) {
  const { span, name, from, to, label } = bar;
  return (
    <>
      <span
        className="strip-name"
        data-ends={label.ends || undefined}
        style={label.ends ? { insetInlineEnd: `${100 - label.at}%` } : { insetInlineStart: `${label.at}%` }}
      >
        {name}
      </span>
      {span.point ? (
        // A month or a year is as wide as it is: somewhere in it lies the day.
        <i
          className="strip-point"
          data-right={right}
          data-stretch={to - from > widestDot || undefined}
          style={{ insetInlineStart: `${(from + to) / 2}%`, inlineSize: `max(0.9375rem, ${to - from}%)` }}
        />
      ) : (
        <i
          className="strip-span"
          data-right={right}
          data-from={span.from === null ? "unknown" : undefined}
          data-to={span.to === null || span.open ? "unknown" : undefined}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(to - from, 0.8)}%` }}
        />
      )}
    </>
  );
}

/** Which sentence tells a span: what is not known is not said. */
function kindOf(span: StripSpan): "point" | "both" | "from" | "to" | "none" {
  if (span.point) return "point";
  if (span.from === null) return span.to === null ? "none" : "to";
  return span.to === null || span.open ? "from" : "both";
}

/** Days as month and year: never more exact than the least exact source; the sentences beside the picture have the rest. */
function useWhen(): (day: number) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(day * 86_400_000), { month: "short", year: "numeric", timeZone: "UTC" });
}
