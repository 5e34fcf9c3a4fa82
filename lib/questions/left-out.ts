/** Why there are too few wrong answers, in words for an author. */
import type { Dropped, Guard } from "./guards.ts";
import { countInWords } from "./number-words.ts";

/** What each guard rail leaves out. */
const leftOut: Readonly<Record<Guard, string>> = {
  G1: "of another type",
  G2: "not proved wrong",
  G3: "a part, a whole or another name of the answer",
  G4: "that reads like the answer or names two things",
  G5: "in another form or unit, or less exact",
  G6: "ruled out at sight (too far off, or not there at the time)",
  G7: "that is in the same fact the other way round",
  G8: "that may be right in a nearly equal sense",
  G9: "named in the question",
  G10: "much longer or shorter than the answer",
};

/** "one is surely wrong, and two are needed; left out: 3 not proved wrong, 1 named in the question". */
export function tooFew(found: number, needed: number, dropped: readonly Pick<Dropped, "guard">[]): string {
  const counts = new Map<Guard, number>();
  for (const { guard } of dropped) counts.set(guard, (counts.get(guard) ?? 0) + 1);
  const log = [...counts].sort(([, a], [, b]) => b - a).map(([guard, count]) => `${count} ${leftOut[guard]}`);
  const are = (count: number) => (count === 1 ? "is" : "are");
  const words = `${found === 0 ? "nothing" : countInWords(found)} ${are(found || 1)} surely wrong, and ${countInWords(needed)} ${are(needed)} needed`;
  return log.length > 0 ? `${words}; left out: ${log.join(", ")}` : words;
}
