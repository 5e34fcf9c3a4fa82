/** Given names and surnames of the people in a table, so that a surname alone may be the answer. */

/** Words that begin with a capital, initials and abbreviations among them; no "of", no "&". */
const personal = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** "Thos. Harding" in its two parts; null for a name of another form. */
export function partsOfName(name: string): { readonly given: string; readonly surname: string } | null {
  if (!personal.test(name)) return null;
  const at = name.lastIndexOf(" ");
  return { given: name.slice(0, at), surname: name.slice(at + 1) };
}

/** The first of these names that has not the two parts; null when all have. Of one sort of people all have a surname or none (check 19). */
export function oddName(names: readonly string[]): string | null {
  return names.find((name) => partsOfName(name) === null) ?? null;
}

/** "Priory of the Holy Well" stands with an article within a sentence; people ("Hugh of Lincoln") and titles do not. */
export function takesArticle(name: string): boolean {
  return /^\p{Lu}\p{L}+ of (?:the )?\p{Lu}/u.test(name);
}
