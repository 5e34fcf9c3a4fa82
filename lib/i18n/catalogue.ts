import english from "../../messages/en.json";

/** All interface strings by language, for the rare screen that is shown when nothing else can be relied on. */
export const catalogue = { en: english } as const;
