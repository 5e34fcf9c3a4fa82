/** How many versions of a quiz there are. */
/** How many versions there are, and what is shuffled in them. */
export type Variety = {
  /** One for all, so many, or one for each student. */
  readonly variants: number | "each";
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
};

/** Everybody has the same, as it was looked through. */
export const oneForAll: Variety = { variants: 1, shuffleQuestions: false, shuffleOptions: false };

export const variantsMax = 500;

/** Of each, so many at least: students who join later have one of their own. */
const fewestOfEach = 30;

/** How many variants a class of so many students has. */
export function countVariants({ variants }: Variety, students: number): number {
  return Math.min(variants === "each" ? Math.max(students, fewestOfEach) : variants, variantsMax);
}

/** What a form offers. */
export const variantsOffered: readonly Variety["variants"][] = [1, 2, 3, 4, 6, 8, 12, "each"];
