/** Suggestions for a word that was probably mistyped. */
import { editDistance } from "../questions/mark/distance.ts";

/** "did you mean …?" with the nearest of the known words at most two slips away (one for words under five letters), or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let nearest: string | null = null;
  let least = word.length < 5 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate, least - 1);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest === null ? "" : ` Did you mean ${nearest}?`;
}
