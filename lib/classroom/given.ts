/** What a class wrote or put in order, gathered for its instructor: where there is nothing to choose, the answers themselves tell most. */
import { mark } from "../questions/mark.ts";
import type { Kind, MarkNote, Question, Response } from "../questions/question.ts";
import { responseText } from "./results.ts";

/** One answer as it was written, with all who gave it. */
export type Given = {
  readonly text: string;
  /** Of an order: the right place of each thing, from 1, as they were put; null for what was written. */
  readonly places: readonly number[] | null;
  /** 0..1 */
  readonly fraction: number;
  /** What the marking remarked; how much of an order is right, the fraction says. */
  readonly notes: readonly Remark[];
  /** The name that was written for the right one, when it is a known one. */
  readonly mistakenFor: string | null;
  readonly students: readonly string[];
};

type Remark = Exclude<MarkNote, "longest-run">;

/** Kinds whose answers are written or arranged; of the others the options count who chose them. */
const isWritten: readonly Kind[] = ["typed", "cloze", "number", "date", "order", "match"];

/** The different answers to a question, the most frequent first, then the better; null for a kind whose options are chosen. */
export function givenTo(
  question: Question,
  answers: readonly { readonly student: string; readonly response: Response | null }[],
): Given[] | null {
  if (!isWritten.includes(question.kind)) return null;
  const byText = new Map<string, { response: Response; students: string[] }>();
  for (const { student, response } of answers) {
    if (!response || response.kind === "dont-know") continue;
    const text = responseText(question, response).trim();
    const same = byText.get(text);
    if (same) same.students.push(student);
    else byText.set(text, { response, students: [student] });
  }
  return [...byText]
    .map(([text, { response, students }]): Given => {
      const marked = mark(question, response, { second: true });
      // Nothing is asked again in a quiz; see `mark`.
      if (marked.kind !== "marked") throw new Error("A response was neither marked nor refused.");
      const { fraction, mistakenFor } = marked;
      const notes = marked.notes.filter((note): note is Remark => note !== "longest-run");
      const other = question.near.find((near) => near.value === mistakenFor)?.text ?? null;
      const places = response.kind === "order" ? response.values.map((value) => question.key.indexOf(value) + 1) : null;
      return { text, places, fraction, notes, mistakenFor: other, students };
    })
    .sort((a, b) => b.students.length - a.students.length || b.fraction - a.fraction || (a.text < b.text ? -1 : 1));
}
