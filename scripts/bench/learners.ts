import { createHash } from "node:crypto";
import type { Question } from "../../lib/questions/question.ts";
import { db } from "../../lib/server/db.ts";
import type { StudyEvent } from "../../lib/study/event.ts";

/** Learner number n (from 1) of every measurement; the yardstick's file names the same ones. */
export const learnerId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** The cookie's token of a learner: any 43 characters will do. */
export const tokenOf = (number: number): string => `bench${String(number).padStart(38, "0")}`;

/** Makes learners 1..count, signed in for a day. */
export async function makeLearners(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: learnerId(index + 1),
    token_hash: createHash("sha256")
      .update(tokenOf(index + 1))
      .digest("base64url"),
  }));
  await db().pool.query(
    `with learners as (select * from json_to_recordset($1::json) as t(id uuid, token_hash text)),
     users as (insert into "user" (id, name, guest, created_at) select id, 'learner', false, now() from learners)
     insert into session (token_hash, user_id, created_at, last_seen_at, idle_until, absolute_until)
     select token_hash, id, now(), now(), now() + interval '1 day', now() + interval '1 day' from learners`,
    [JSON.stringify(rows)],
  );
}

/** Choice questions about facts f1..fcount, of the size that real ones have. */
export function plainQuestions(count: number): Question[] {
  return Array.from({ length: count }, (_, index): Question => {
    const name = (which: number) => `e:person-${index}-${which}`;
    const options = [0, 1, 2, 3].map((which) => ({
      ...{ value: name(which), text: `Lieutenant General Number ${which} of ${index}`, right: which === 0 },
      whyNot:
        which === 0 ? null : `Number ${which} commanded it from 24 November 2020 to 6 May 2021, not on the day asked.`,
      synthetic: false,
    }));
    return {
      ...{ v: 1, id: `bench-${index}`, pack: "pack", revision: "0".repeat(64), form: "Q3", kind: "choice" },
      ...{
        card: { fact: `f${index + 1}`, direction: "subject" },
        parts: [],
        facts: [`f${index + 1}`],
        topic: "command",
      },
      ...{
        kicker: "Commander on a date",
        stem: `Who commanded mission ${index} on 1 March 2021?`,
        choose: null,
        options,
      },
      ...{
        key: [name(0)],
        answer: options[0]!.text,
        accepts: [],
        near: [],
        titles: [],
        precision: null,
        qualifier: null,
      },
      ...{ time: { kind: "on", edtf: "2021-03-01" }, closeness: { value: 0.5, label: "medium" } },
      citations: [{ source: "s1", cite: "A document, updated 27 May 2024", locator: "row 3", dated: "27 May 2024" }],
      why: `Number 0 commanded mission ${index} from 6 May 2021 to 10 May 2022.`,
      ...{ strip: null, seed: "0" },
    } as Question;
  });
}

/** Batch number `turn` (from 0) of a learner: so many right answers, each later than all before, to other facts in turn. */
export function batchOf(learner: number, turn: number, hashes: readonly string[], size = 20): StudyEvent[] {
  const now = Date.now();
  return Array.from({ length: size }, (_, index): StudyEvent => {
    const seq = turn * size + index;
    return {
      ...{ kind: "answer", id: eventId(learner, seq, now), deviceId: learnerId(learner), deviceSeq: seq },
      ...{ at: new Date(now - (size - index) * 10).toISOString(), zone: "Europe/Berlin", rolloverHour: 4 },
      question: hashes[(learner * 7 + seq) % hashes.length]!,
      response: { kind: "choice", value: `e:person-${(learner * 7 + seq) % hashes.length}-${seq % 9 === 0 ? 1 : 0}` },
      tookMs: 4_000,
      context: { mode: "study", helped: false, tooEasy: false, attempt: null },
    };
  });
}

/** UUID v7: milliseconds, then which learner and which of their events. */
function eventId(learner: number, seq: number, now: number): string {
  const time = now.toString(16).padStart(12, "0");
  const tail = (learner * 1e9 + seq).toString(16).padStart(15, "0").slice(-15);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(3)}`.slice(0, 36);
}
