import "server-only";
import { type ConfusedPair, confusedPairs, type Meeting, twinOf } from "../play/confused.ts";
import { contrastOf } from "../play/contrast.ts";
import type { Response } from "../questions/question.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { readQuestions } from "./questions-by-hash.ts";
import { readReserved } from "./reserved.ts";
import type { Viewer } from "./viewer.ts";

/** A pair that a learner takes for each other, as it is named on a page. */
export type ConfusedLine = ConfusedPair & { readonly names: readonly [string, string] };

/** Answers looked at: of a pair the last ten of each member count, and nobody studies so many pairs at once. */
const answersRead = 500;

/** The pairs of a pack that the learner confuses, by their last answers; without what an open quiz asks for, or the pack no longer has. */
export async function readConfused(viewer: Viewer | null, packKey: string, now: Date): Promise<ConfusedLine[]> {
  const facts = viewer && (await factsFor(packKey));
  if (!facts) return [];
  const [meetings, reserved] = await Promise.all([readMeetings(viewer, packKey), readReserved(viewer, facts, now)]);
  return confusedPairs(meetings).flatMap((pair): ConfusedLine[] => {
    const twin = twinOf(facts, pair);
    if (!twin || twin.sides.some(({ card }) => reserved.facts.has(card.fact))) return [];
    const contrast = contrastOf(facts, twin, "0", (question) => !reserved.tells(question));
    if (!contrast) return [];
    const [one, other] = contrast.card.sides;
    return [{ ...pair, names: [one.name, other.name] }];
  });
}

/** The learner's last answers to questions of a pack, oldest first; without those that were taken back or said to have been right. */
async function readMeetings(viewer: Viewer, packKey: string): Promise<Meeting[]> {
  const { rows } = await db().pool.query<{ hash: string; response: Response }>({
    name: "recite-meetings",
    text: `
      with lately as (
        select e.id, e.question_hash, e.response, e.at, e.device_id, e.device_seq from event e
         where e.user_id = $1 and e.kind = 'answer'
         order by e.at desc, e.device_id desc, e.device_seq desc, e.id desc limit ${answersRead})
      select l.question_hash as hash, l.response from lately l
       where exists (select 1 from question q where q.hash = l.question_hash and q.pack_id = $2)
         and not exists (
           select 1 from event later where later.user_id = $1 and later.kind <> 'answer' and later.context->>'target' = l.id::text)
       order by l.at, l.device_id, l.device_seq, l.id`,
    values: [viewer.userId, packKey],
  });
  const questions = await readQuestions([...new Set(rows.map(({ hash }) => hash))]);
  return rows.flatMap(({ hash, response }) => {
    const question = questions.get(hash);
    return question ? [{ question, response }] : [];
  });
}
