/** What a quiz left in the queues of its students, as it is stored. */
import type { Question } from "@/lib/questions/question.ts";
import { asOwner } from "./database.ts";

/** The cards that a question feeds: its own, or of what rests on several facts at once (an order, several of a list) those of its parts. */
export const cardsOf = ({ card, parts }: Question) =>
  (card ? [card] : parts).map(({ fact, direction }) => `${fact} ${direction}`);

/** The cards that a student of a quiz has reviewed, as they are stored. */
export function reviewedBy(student: string, assignmentId: string): Promise<Set<string>> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.fact_key || ' ' || c.direction as name from assignment a
         join member m on m.class_id = a.class_id and m.name = $2 join card c on c.user_id = m.user_id
        where a.id = $1 and c.reps > 0`,
      [assignmentId, student],
    );
    return new Set(rows.map((row) => row.name));
  });
}
