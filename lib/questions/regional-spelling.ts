/** British and American spellings of one word, folded into one, so that neither is a slip of the pen in the other. */

/** A folded word as it is spelled in America; two words that were different stay so, but for such pairs as "metre" and "meter". */
export function americanSpelling(word: string): string {
  return pairs.reduce((spelled, [british, american]) => spelled.replace(british, american), word);
}

const pairs: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{2})our(?!se|[ct])/, "or"],
  [/(?<=\w[bt])re(?=s?$)/, "er"],
  [/(?<=\w[iy])s(?=(?:e[drs]?|ers|ing|ations?)$)/, "z"],
  [/(?<=\w)ence(?=s?$)/, "ense"],
  [/[ao]e(?=\w{3})/, "e"],
  [/^sulph/, "sulf"],
  [/inium$/, "inum"],
  [/(?<=\w{2})(og|am)(?:ue|me)(?=s?$)/, "$1"],
  [/^grey/, "gray"],
  [/(?<=\w{2}l)l(?=(?:ed|ing|[eo]rs?)$)/, ""],
  [/viser(?=s?$)/, "visor"],
];
