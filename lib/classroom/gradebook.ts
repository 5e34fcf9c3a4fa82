/** Students by quizzes: how it stands with each, and which score is the mark. */
import { totalOf } from "./score.ts";

/** `missed`: never begun, and the time for it is over. */
export type Status = "not-started" | "missed" | "in-progress" | "handed-in" | "late";

/** How it stands with one student and one quiz; `over`: nothing can be begun any more, `late` is that of the attempt that counts. */
export function statusOf(
  attempts: readonly { readonly submittedAt: Date | null }[],
  { over, late }: { readonly over: boolean; readonly late: boolean },
): Status {
  if (attempts.length === 0) return over ? "missed" : "not-started";
  if (attempts.some(({ submittedAt }) => submittedAt === null)) return "in-progress";
  return late ? "late" : "handed-in";
}

/** One thing that was set in the place of a counted score; null takes back what was set before. */
export type SetScore = { readonly number: number; readonly score: number | null };

/** What was set last; null when nothing is set, or that was taken back. */
export function lastSet<Each extends SetScore>(history: readonly Each[]): (Each & { readonly score: number }) | null {
  const last = history.reduce<Each | null>((a, b) => (a && a.number > b.number ? a : b), null);
  return last && last.score !== null ? { ...last, score: last.score } : null;
}

/** The mark: what was set, else what is counted; null while there is neither. */
export function markOf(counted: number | null, set: { readonly score: number } | null): number | null {
  return set?.score ?? counted;
}

/** The sum of a student's marks, of how many points; a quiz that was missed counts with nothing of its points. Null while there is no mark. */
export function sumOfMarks(
  cells: readonly { readonly status: Status; readonly mark: number | null; readonly scoreMax: number }[],
): { readonly points: number; readonly of: number } | null {
  const counting = cells.filter(({ mark, status }) => mark !== null || status === "missed");
  if (!counting.some(({ mark }) => mark !== null)) return null;
  return { points: totalOf(counting.map(({ mark }) => mark ?? 0)), of: totalOf(counting.map((each) => each.scoreMax)) };
}
