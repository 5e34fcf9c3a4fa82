import { type ComponentProps, type ReactNode, useId } from "react";

/** What a control of a field must carry, so that label, hint and problems are announced with it. */
export type ControlProps = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type Frame = {
  readonly label: ReactNode;
  /** One sentence under the control. */
  readonly hint?: ReactNode;
  /** All that is wrong with the value, as sentences; empty or absent when nothing is. */
  readonly problems?: readonly string[] | undefined;
  /** Another control than an input: `(props) => <select {...props}>…</select>`. */
  readonly control?: (props: ControlProps) => ReactNode;
};

/** A labelled input, its hint and its problems. */
export function Field({
  label,
  hint,
  problems = [],
  control,
  id,
  className = "",
  ...input
}: Frame & ComponentProps<"input">) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, problems.length > 0 && `${own}-problems`].filter(Boolean).join(" ");
  const props: ControlProps = {
    id: own,
    "aria-describedby": described || undefined,
    "aria-invalid": problems.length > 0 ? true : undefined,
  };
  return (
    <div className={`field ${className}`}>
      <label htmlFor={own}>{label}</label>
      {control ? control(props) : <input className="input" {...input} {...props} />}
      {hint && (
        <p id={`${own}-hint`} className="hint">
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <ul id={`${own}-problems`} className="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
