import "server-only";
import { graceMs } from "../classroom/access.ts";
import type { Question } from "../questions/question.ts";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/** What the viewer must not be told yet, because a quiz that they are to take asks for it. */
export type Reserved = {
  /** Keys of the facts that the quiz's questions rest on. */
  readonly facts: ReadonlySet<string>;
  /** Does anything in this question (its facts, a receipt, the strip) tell one of them? */
  tells(question: Question): boolean;
};

/**
 * The facts of a pack that are asked for by quizzes which are published, not closed yet (grace included), and given to a class in which the
 * viewer is a student. Nothing for a stranger.
 */
export async function readReserved(viewer: Viewer | null, packKey: string, now: Date): Promise<Reserved> {
  if (!viewer) return nothing;
  const { rows } = await db().pool.query<{ snapshot: Question }>(
    `select distinct on (q.hash) q.snapshot
       from member m
       join assignment a on a.class_id = m.class_id
       join variant_slot s on s.assignment_id = a.id
       join question q on q.hash = s.question_hash
      where m.user_id = $1 and m.role = 'student' and m.removed_at is null
        and a.published_at is not null and a.closes_at + $4 * interval '1 millisecond' >= $3 and a.pack_id = $2`,
    [viewer.userId, packKey, now, graceMs],
  );
  return rows.length === 0 ? nothing : reserve(rows.map((row) => row.snapshot));
}

const nothing: Reserved = { facts: new Set(), tells: () => false };

function reserve(asked: readonly Question[]): Reserved {
  const facts = new Set(asked.flatMap((question) => question.facts));
  const sentences = [...new Set(asked.map((question) => question.why).filter((why) => why !== ""))];
  // A strip draws other facts beside the one it explains: the key's own span there would give its dates away.
  const spans = new Set(asked.flatMap((question) => keySpans(question)));
  return {
    facts,
    tells: (question) =>
      question.facts.some((fact) => facts.has(fact)) ||
      (question.strip?.spans.some((span) => spans.has(spanName(span))) ?? false) ||
      // Of a statement that is not true, the proof is the sentence of another fact.
      sentences.some(
        (sentence) =>
          question.why.includes(sentence) || question.options.some((option) => option.whyNot?.includes(sentence)),
      ),
  };
}

type Span = NonNullable<Question["strip"]>["spans"][number];

function keySpans(question: Question): string[] {
  return (question.strip?.spans ?? []).filter((span) => question.key.includes(span.value)).map(spanName);
}

const spanName = ({ value, from, to }: Span): string => `${value} ${from} ${to}`;
