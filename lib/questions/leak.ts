/** Does the stem give the key away? Rubric checks 8 and 9 (question-engine 1.2). */
import { containsWords, contentWords } from "./fold.ts";

/** A content word that every one of several right options has and no wrong one (check 11); null when there is none. */
export function sharedByKeys(keys: readonly string[], distractors: readonly string[]): string | null {
  const [first, ...others] = keys.map(contentWords);
  if (!first || others.length === 0) return null;
  const isShared = (word: string) =>
    others.every((words) => words.has(word)) && !distractors.some((text) => contentWords(text).has(word));
  return [...first].find(isShared) ?? null;
}

/**
 * The first thing in the stem that tells the key, in words for a refusal; null when nothing does.
 * A word that half of the distractors have too tells nothing; without distractors (typed, flashcard) only the whole key counts.
 */
export function leakOf(
  stem: string,
  key: { readonly text: string; readonly names: readonly string[]; readonly adjective: string | null },
  distractors: readonly string[],
): string | null {
  for (const name of [key.text, ...key.names]) if (containsWords(stem, name)) return `the stem contains “${name}”`;
  if (key.adjective !== null && containsWords(stem, key.adjective)) return `the stem contains “${key.adjective}”`;
  if (distractors.length === 0) return null;
  const stemWords = contentWords(stem);
  for (const word of contentWords(key.text)) {
    if (!stemWords.has(word)) continue;
    const shared = distractors.filter((text) => contentWords(text).has(word)).length;
    if (shared * 2 < distractors.length) return `the word “${word}” is in the stem and the key`;
  }
  return null;
}
