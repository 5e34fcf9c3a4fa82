/** Faults that any printed sentence can have, whatever it is for (question-engine 4.3). */
import { aOrAn } from "../article.ts";
import { monthNames } from "../date-words.ts";

const brought = "; a name with an article brings its own";

/** The faults of a sentence, in words; empty for a good one. */
export function sentenceFaults(sentence: string): string[] {
  const faults: string[] = [];
  if (/[{}]/.test(sentence)) faults.push("a slot is left open");
  if (/ {2}/.test(sentence)) faults.push("two blanks");
  if (/ [,.?!;:]/.test(sentence)) faults.push("a blank before punctuation");
  // A point that ends a name may have another behind it: "Hask & Co., of Brine".
  if (/[,?!;:][,.?!;:]|\.[.!;:]/.test(sentence)) faults.push("punctuation twice");
  if (/^\p{Ll}/u.test(sentence)) faults.push("it begins in lower case");
  const doubled =
    /\b(the|a|an|of|in|on|to|from|by|at|according|as|than) \1\b/i.exec(sentence) ??
    /(?<![\p{L}-])(?!had |that )(\p{Ll}{3,}) \1(?![\p{L}-])/u.exec(sentence);
  if (doubled)
    faults.push(`“${doubled[0]}”: the word stands twice${/^(?:the|an?)$/i.test(doubled[1]!) ? brought : ""}`);
  for (const [phrase, article, word] of sentence.matchAll(/(?<=^|\s)(a|an|A|An) ([\p{L}\p{N}]\S*)/gu))
    if (aOrAn(word!) !== article!.toLowerCase()) faults.push(`“${phrase}” for “${aOrAn(word!)} ${word}”`);
  for (const month of monthNames) {
    const at = sentence.indexOf(month);
    if (at < 0) continue;
    if (sentence.includes(` on ${month}`)) faults.push(`“on ${month}”: no day stands there`);
    const day = new RegExp(`\\bin \\d{1,2} ${month}\\b`).exec(sentence);
    if (day) faults.push(`“${day[0]}” for “${day[0].replace("in", "on")}”`);
  }
  if (/\b\d{1,2}(?:st|nd|rd|th)\b/.test(sentence)) faults.push("an ordinal date");
  if (/\b\d{4}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/.test(sentence)) faults.push("a numeric date");
  return faults;
}
