/** What a form shows again: sentences by field, what had been typed, and what was done when all went well. */
export type FormState = {
  readonly problems: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, string>>;
  readonly done?: string;
};

/** The name of a field with what it begins with (what had been typed, else what is stored) and what is wrong with it: `<Field {...filled(state, "title", title)} />`. */
export function filled({ values, problems }: FormState, name: string, stored?: string | number | null) {
  return { name, defaultValue: values[name] ?? stored ?? "", problems: problems[name] };
}

/** A server action of a form, as `useActionState` calls it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const untouched: FormState = { problems: {}, values: {} };
