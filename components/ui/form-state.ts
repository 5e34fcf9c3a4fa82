/** What a form shows again after it was refused: the problems of each field, and what had been typed. */
export type FormState = { readonly problems: Readonly<Record<string, readonly string[]>>; readonly values: Readonly<Record<string, string>> };

/** A server action of a form, as `useActionState` calls it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
