/** How far a thing has come, as a thin line; `value` of `max`, named for readers of text. */
export function Track({
  value,
  max,
  label,
  className = "",
}: {
  readonly value: number;
  readonly max: number;
  readonly label: string;
  readonly className?: string;
}) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      className={`track ${className}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
