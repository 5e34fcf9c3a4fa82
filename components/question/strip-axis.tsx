import { type Scale, ticksOf } from "./strip-layout.ts";

type Props = {
  readonly scale: Scale;
  /** How many marks at the most. */
  readonly most: number;
  /** The words of a month, where the stretch is so short that months are marked; without them its year stands there. */
  readonly monthOf?: (day: number) => string;
};

/** The axis under a picture of time: marks at round years or months. For the eye alone; the picture's words tell the rest. */
export function StripAxis({ scale, most, monthOf }: Props) {
  return (
    <div className="strip-axis">
      {ticksOf(scale, most).map(({ day, at, year, month }) => (
        <span key={day} style={{ insetInlineStart: `${at}%` }}>
          {month !== null && monthOf ? monthOf(day) : year}
        </span>
      ))}
    </div>
  );
}
