import type { RefObject } from "react";
import { Field } from "./field.tsx";
import { type FormState, filled } from "./form-state.ts";

type Props = {
  readonly state: FormState;
  readonly label: string;
  readonly hint: string;
  readonly zones: readonly string[];
  readonly zone: string;
  readonly selectRef?: RefObject<HTMLSelectElement | null>;
};

/** One of the time zones that the server knows. */
export function ZoneField({ state, label, hint, zones, zone, selectRef }: Props) {
  const { problems, ...field } = filled(state, "zone", zone);
  return (
    <Field
      label={label}
      hint={hint}
      problems={problems}
      control={(props) => (
        <select ref={selectRef} className="input" {...field} {...props}>
          {zones.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
    />
  );
}
