import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly state: FormState;
  readonly label: string;
  readonly hint: string;
  /** What an address brought along; "" without. */
  readonly code?: string;
  /** Said beside the field before anything was sent; absent when nothing is wrong. */
  readonly problems?: readonly string[];
};

/** A code as it is read out or copied: capitals, no corrections of a keyboard. */
export function CodeField({ state, label, hint, code, problems }: Props) {
  const field = filled(state, "code", code);
  return (
    <Field
      label={label}
      hint={hint}
      {...field}
      required
      maxLength={20}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      problems={field.problems ?? problems}
    />
  );
}
