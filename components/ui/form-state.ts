/** What a form shows again: sentences by field, what had been typed, and what was done when all went well. */
export type FormState = {
  readonly problems: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, string>>;
  readonly done?: string;
};

/** A server action of a form, as `useActionState` calls it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const untouched: FormState = { problems: {}, values: {} };
