/**
 * What a part of a mark may be in Moodle, in per cent: a file with any other share is refused there. The spellings are Moodle's own
 * (question bank, "Grade" of an answer; the fixture format/xml error_invalid_grades shows the refusal).
 */
const shares = [
  ...["100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20"],
  ...["16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"],
];

/** A fraction, 0..1, as one of those shares; null where there is none within a thousandth of a per cent. */
export function shareOf(fraction: number): string | null {
  return shares.find((share) => Math.abs(Number(share) - 100 * fraction) < 0.001) ?? null;
}

/** The share that comes nearest to a fraction from below. */
export function shareBelow(fraction: number): string {
  return shares.find((share) => Number(share) <= 100 * fraction + 0.001) ?? "0";
}

/**
 * What ticking each option earns where several are right: all the right ones make a whole, all the wrong ones take a whole away, so ticking
 * everything and ticking nothing earn nothing. Null where the parts are no share (more than ten right).
 */
export function balanced(options: readonly { readonly right: boolean }[]): readonly string[] | null {
  const right = options.filter((option) => option.right).length;
  const gain = shareOf(1 / right);
  const wrong = options.length - right;
  const loss = wrong === 0 ? "0" : (shareOf(1 / wrong) ?? shareBelow(1 / wrong));
  return gain === null ? null : options.map((option) => (option.right ? gain : `-${loss}`));
}

/** A number with at most seven decimals, as many as Moodle keeps, and never with an exponent. */
export const decimal = (number: number): string => number.toFixed(7).replace(/\.?0+$/, "");
