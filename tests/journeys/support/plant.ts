/** Plants words in the stored questions of a quiz, where only somebody who may see the key would find them. */
import { hashQuestion } from "@/lib/questions/hash.ts";
import type { Question } from "@/lib/questions/question.ts";
import { asOwner } from "./database.ts";

/** The questions of an assignment as they are stored, in order. */
export function storedQuestions(assignmentId: string): Promise<Question[]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ snapshot: Question }>(
      `select q.snapshot from variant_slot s join question q on q.hash = s.question_hash where s.assignment_id = $1 order by s.slot`,
      [assignmentId],
    );
    return rows.map((row) => row.snapshot);
  });
}

/** Puts other snapshots in the places of a quiz, in order, past every page and rule; returns their hashes. */
export function replaceQuestions(assignmentId: string, questions: readonly Question[]): Promise<string[]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ slot: number }>(
      "select slot from variant_slot where assignment_id = $1 order by slot",
      [assignmentId],
    );
    const hashes = questions.map(hashQuestion);
    for (const [index, question] of questions.entries()) {
      await client.query("insert into question (hash, pack_id, snapshot) values ($1, $2, $3) on conflict do nothing", [
        ...[hashes[index], question.pack, JSON.stringify(question)],
      ]);
      await client.query("update variant_slot set question_hash = $3 where assignment_id = $1 and slot = $2", [
        ...[assignmentId, rows[index]?.slot, hashes[index]],
      ]);
    }
    return hashes;
  });
}

/** The question with a word in everything that tells its key; what is shown before the answer stays as it is. */
export function planted(question: Question, word: string): Question {
  const { kind, options, citations, strip } = question;
  return {
    ...question,
    // An order is shown by its key's values: one more would be one that has no text.
    key: kind === "order" ? question.key : [...question.key, `x:${word}-key`],
    options: options.map((option) => ({ ...option, whyNot: option.right ? null : `${option.whyNot} ${word}-whynot` })),
    answer: `${question.answer} ${word}-answer`,
    accepts: [...question.accepts, `${word}-accepts`],
    near: [...question.near, { value: `x:${word}`, text: `${word}-near` }],
    titles: [...question.titles, `${word}-titles`],
    why: `${question.why} ${word}-why`,
    citations: citations.map((each) => ({ ...each, locator: `${each.locator} ${word}-locator` })),
    strip: strip && { ...strip, spans: strip.spans.map((span) => ({ ...span, label: `${span.label} ${word}-strip` })) },
    seed: `${word}-seed`,
  };
}

/** The question as a careless server would give it: a word that only the key holds, printed with the stem. */
export function leaking(question: Question, word: string): Question {
  return { ...question, stem: `${question.stem} (${word}-leak)` };
}
