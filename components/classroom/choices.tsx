import type { ReactNode } from "react";
import type { FormState } from "@/components/ui/form-state.ts";

type Props = {
  readonly name: string;
  readonly state: FormState;
  readonly legend: string;
  readonly hint: string;
  /** Are all chosen at first? */
  readonly chosen?: boolean;
  readonly choices: readonly { readonly value: string; readonly text: ReactNode; readonly aside?: string }[];
};

/** Boxes of one name to tick. */
export function Choices({ name, state, legend, hint, chosen = false, choices }: Props) {
  const ticked = state.values[name]?.split(" ");
  const problems = state.problems[name] ?? [];
  const invalid = problems.length > 0 || undefined;
  return (
    <fieldset className="choices" aria-describedby={invalid && `${name}-problems`}>
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      {choices.map(({ value, text, aside }) => (
        <label key={value}>
          <input
            type="checkbox"
            name={name}
            value={value}
            aria-invalid={invalid}
            defaultChecked={ticked?.includes(value) ?? chosen}
          />
          <span>{text}</span>
          {aside && <small>{aside}</small>}
        </label>
      ))}
      {invalid && (
        <ul id={`${name}-problems`} className="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
