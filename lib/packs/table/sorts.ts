/** What a column names: how one of its things is called and asked for, and whether it may be another tomorrow. */
import type { Column } from "./columns.ts";
import { headerWords, isHeldForAWhile, isPlural, meansPeople, pluralOf, roleIn } from "./words.ts";

/** Does the column say who holds an office, without from and to? That is so as of the date of the table, and is asked so. */
export function mayChange({ kind, noun, cells }: Column): boolean {
  const isOne = kind === "names" && cells.every(({ names }) => names.length < 2);
  return (
    isOne && isHeldForAWhile(roleIn(noun) ?? noun, roleIn(noun) === null ? cells.flatMap(({ names }) => names) : [])
  );
}

/** The nouns and the asking words of the things that a column names. */
export function sortNamed(noun: string, names: readonly string[] = []): { noun: [string, string]; wh: string } {
  const words = headerWords(noun);
  if (words.sort === "noun" && roleIn(noun) === null) {
    const one = isPlural(noun) ? singularOf(noun) : noun;
    return { noun: [one, pluralOf(noun)], wh: meansPeople(noun, names) ? "Who" : `Which ${one}` };
  }
  const preposition = words.sort === "undergone" ? words.preposition : null;
  if (preposition === "by") return { noun: ["name", "names"], wh: "Who" };
  if (preposition !== null && /^(?:at|in|near|on)$/.test(preposition))
    return { noun: ["place", "places"], wh: "Which place" };
  return { noun: ["thing", "things"], wh: "Which thing" };
}

function singularOf(nouns: string): string {
  const [first = "", ...rest] = nouns.split(" ");
  const isToldOf = rest.length > 0 && headerWords(rest.join(" ")).sort === "undergone";
  const one = (word: string) =>
    word
      .replace(/ies$/i, "y")
      .replace(/(?<=ss|x|z|ch|sh|(?:vir|camp|chor|circ|bon|stat|b)us|gas)es$/i, "")
      .replace(/(?<=[^aisu])s$/i, "");
  return isToldOf ? [one(first), ...rest].join(" ") : nouns.replace(/\S+$/, one);
}
