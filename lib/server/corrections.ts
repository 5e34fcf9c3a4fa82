import "server-only";
/** What was corrected in the questions of a quiz, as it is stored: appended, never changed. */
import { type Correcting, type Correction, keyWords } from "../classroom/correction.ts";
import type { Slot } from "../classroom/results.ts";
import type { Question } from "../questions/question.ts";
import { db } from "./db.ts";
import { readQuestions } from "./questions-by-hash.ts";

/** The corrections of each question of a quiz, by the hash under which it was asked, in order. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>;

/** A correction as JSON, in the shape of lib/classroom; `c` is its row and `m` that of the question which answers are marked against. */
const asJson = `json_build_object('number', c.number, 'by', c.by, 'lowers', c.lowers, 'reason', c.reason, 'question', m.snapshot)`;

/** Those of `variant_slot s`, in order; null without any. */
export const correctionsColumn = `(select json_agg(${asJson} order by c.number) from correction c join question m on m.hash = c.marked_hash
  where c.assignment_id = s.assignment_id and c.asked_hash = s.question_hash)`;

/** All corrections of a quiz; for the server alone. */
export async function readCorrections(assignmentId: string): Promise<Corrections> {
  const { rows } = await db().pool.query<Omit<Correction, "question"> & { asked: string; marked: string }>(
    `select number, by, lowers, reason, asked_hash as asked, marked_hash as marked from correction
      where assignment_id = $1 order by number`,
    [assignmentId],
  );
  const questions = await readQuestions(rows.map(({ marked }) => marked));
  const steps = rows.flatMap(({ asked, marked, ...step }) => {
    const question = questions.get(marked);
    return question ? [{ asked, step: { ...step, question } }] : [];
  });
  return new Map(
    [...Map.groupBy(steps, ({ asked }) => asked)].map(([asked, own]) => [asked, own.map(({ step }) => step)]),
  );
}

/** A question with what was corrected in it, as a place of a quiz holds it. */
export function correctedSlot(
  asked: Question,
  steps: readonly Correction[] | null | undefined,
): Pick<Slot, "question" | "corrected"> {
  const last = steps?.at(-1);
  return steps && last ? { question: last.question, corrected: { asked, steps } } : { question: asked };
}

/** One line of what was corrected in a quiz; `by` the name of who did in the class. */
export type CorrectionLine = {
  readonly number: number;
  readonly askedHash: string;
  readonly stem: string;
  readonly by: Correcting;
  readonly answer: string;
  readonly lowers: boolean;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** What was corrected in a quiz, the last one first; for the server alone. */
export async function correctionLines(assignmentId: string): Promise<CorrectionLine[]> {
  const { rows } = await db().pool.query<Omit<CorrectionLine, "stem" | "answer"> & { marked: string }>(
    `select c.number, c.asked_hash as "askedHash", c.marked_hash as marked, c.by, c.lowers, c.reason,
            coalesce(p.name, '') as "madeBy", c.made_at as "madeAt"
       from correction c
       join assignment a on a.id = c.assignment_id
       left join member p on p.class_id = a.class_id and p.user_id = c.made_by
      where c.assignment_id = $1 order by c.number desc`,
    [assignmentId],
  );
  const questions = await readQuestions(rows.flatMap(({ askedHash, marked }) => [askedHash, marked]));
  return rows.map(({ marked, ...line }) => {
    const [asked, question] = [questions.get(line.askedHash)!, questions.get(marked)!];
    return { ...line, stem: asked.stem, answer: keyWords(question, asked) };
  });
}
