/** The parts of a class, in order as people count them ("2" before "10"); those in none come last, as "". */
export function sectionsOf(students: readonly { readonly section: string | null }[]): string[] {
  const named = [...new Set(students.flatMap(({ section }) => section ?? []))];
  const isAnybodyOutside = students.some(({ section }) => section === null);
  return [...named.sort((a, b) => a.localeCompare(b, "en", { numeric: true })), ...(isAnybodyOutside ? [""] : [])];
}

/** Is a student of this section? Absent: of any; "": of none. */
export const isOfSection = ({ section }: { readonly section: string | null }, wanted: string | undefined): boolean =>
  wanted === undefined || (section ?? "") === wanted;
