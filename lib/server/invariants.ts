import "server-only";
import { foldSteps } from "../classroom/attempt.ts";
import { markAttempt } from "../classroom/results.ts";
import { afterDeduction } from "../classroom/score.ts";
import { longestClose } from "../classroom/terms.ts";
import { packFromJson, packHash } from "../facts/canonical-pack.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { slotsOf } from "./attempts.ts";
import { db } from "./db.ts";
import { driftOf } from "./refold.ts";
import { readSettings } from "./settings.ts";
import { readStepsOfAssignment } from "./steps.ts";
import { accommodationOfRow, type OwnRow, ownColumns, type TermsRow, termsColumns, termsOfRow } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import { systemViewer } from "./viewer.ts";

/** A law of the stored data, and how often it is broken; 0 is the only good number. */
export type Invariant = { readonly name: string; readonly broken: number };

/**
 * Checks every law of what is stored. Reads the whole log of every learner, so it takes its time on a large database;
 * nothing is locked, and it may run while people study. `seen` hears of each law as soon as it is known.
 */
export async function checkInvariants(seen: (invariant: Invariant) => void = () => {}): Promise<Invariant[]> {
  const found: Invariant[] = [];
  const tell = (name: string, broken: number): void => {
    found.push({ name, broken });
    seen({ name, broken });
  };
  for (const [name, sql] of Object.entries(countedBySql)) {
    const { rows } = await db().pool.query<{ broken: string }>(sql);
    tell(name, Number(rows[0]?.broken));
  }
  const drift = await driftOfAll();
  tell("cards that differ from the fold of their log", drift.cards);
  tell("days that differ from the fold of their log", drift.days);
  tell("attempts whose score differs from the fold of their steps", await wrongScores());
  tell("assignments whose latest close is not that of their accommodations", await wrongCloses());
  tell("questions whose hash is not theirs", await wrongQuestions());
  tell("pack revisions whose hash is not theirs", await wrongRevisions());
  return found;
}

const countedBySql: Readonly<Record<string, string>> = {
  "settings under which an acknowledged answer may be lost": `
    select count(*) as broken from pg_settings
     where (name in ('fsync', 'full_page_writes', 'data_checksums') and setting <> 'on')
        or (name = 'synchronous_commit' and setting = 'off')`,
  "damaged blocks": "select coalesce(sum(checksum_failures), 0) as broken from pg_stat_database",
  "constraints that were never validated": "select count(*) as broken from pg_constraint where not convalidated",
  "indexes that are not valid": "select count(*) as broken from pg_index where not indisvalid",
  "events of a time outside 2000 to their arrival": `
    select count(*) as broken from event where at < '2000-01-01T00:00:00Z' or at > received_at`,
  "counts of a device used twice": `
    select count(*) as broken from (
      select 1 from event group by user_id, device_id, device_seq having count(*) > 1) twice`,
  "reviews without their event": `
    select count(*) as broken from review r
     where not exists (select 1 from event e where e.user_id = r.user_id and e.id = r.event_id)`,
  "answers to questions that are not stored": `
    select count(*) as broken from event e
     where e.question_hash is not null and not exists (select 1 from question q where q.hash = e.question_hash)`,
  "learners that are nobody": `
    select count(*) as broken from (select user_id from event union select user_id from card union
      select user_id from study_day) l where not exists (select 1 from "user" u where u.id = l.user_id)`,
  "packs without their current revision": `
    select count(*) as broken from pack p
     where not exists (select 1 from pack_revision r where r.pack_id = p.id and r.hash = p.current_hash)`,
  "steps after an attempt was handed in": `
    select count(*) as broken from step s join attempt a on a.user_id = s.user_id and a.id = s.attempt_id
     where a.submitted_at is not null and s.kind = 'answer' and s.received_at > a.submitted_at`,
};

/** Learner by learner, each at one moment of their own. */
async function driftOfAll(): Promise<{ cards: number; days: number }> {
  const { rows } = await db().pool.query<{ id: string }>(
    "select user_id as id from event union select user_id from card union select user_id from study_day",
  );
  let [cards, days] = [0, 0];
  for (const { id } of rows) {
    const settings = await readSettings(systemViewer("invariants", { id }));
    const drift = await inTransaction(
      (client) => driftOf(client, id, settings),
      "begin isolation level repeatable read read only",
    );
    cards += drift.cards;
    days += drift.days;
  }
  return { cards, days };
}

async function wrongScores(): Promise<number> {
  const { pool } = db();
  const { rows: assignments } = await pool.query<{ id: string }>(
    "select distinct assignment_id as id from attempt where score is not null",
  );
  let wrong = 0;
  for (const { id } of assignments) {
    const steps = await readStepsOfAssignment(id);
    const { rows } = await pool.query<{ id: string; variant: number; score: string; late_deduction: number }>(
      "select id, variant, score, late_deduction from attempt where assignment_id = $1 and score is not null",
      [id],
    );
    for (const attempt of rows) {
      const slots = await slotsOf(id, attempt.variant);
      const marked = markAttempt(slots, foldSteps(steps.get(attempt.id) ?? []));
      const score = afterDeduction(marked.score, attempt.late_deduction);
      if (score.toFixed(2) !== Number(attempt.score).toFixed(2)) wrong += 1;
    }
  }
  return wrong;
}

/** Whoever was removed from the class is not waited for. */
async function wrongCloses(): Promise<number> {
  const { rows } = await db().pool.query<TermsRow & OwnRow & { id: string }>(
    `select a.id, ${termsColumns}, ${ownColumns} from assignment a
       left join member m on m.class_id = a.class_id and m.removed_at is null
       left join accommodation x on x.assignment_id = a.id and x.user_id = m.user_id
      where a.accommodated_until is not null or x.user_id is not null`,
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].filter((own) => {
    const terms = termsOfRow(own[0]!);
    const accommodations = own.map(accommodationOfRow).filter((each) => each !== null);
    return longestClose(terms, accommodations)?.getTime() !== terms.accommodatedUntil?.getTime();
  }).length;
}

async function wrongQuestions(): Promise<number> {
  let wrong = 0;
  for (let last = ""; ; ) {
    const { rows } = await db().pool.query<{ hash: string; snapshot: Question }>(
      "select hash, snapshot from question where hash > $1 order by hash limit 500",
      [last],
    );
    wrong += rows.filter(({ hash, snapshot }) => hashQuestion(snapshot) !== hash).length;
    const end = rows.at(-1);
    if (!end) return wrong;
    last = end.hash;
  }
}

async function wrongRevisions(): Promise<number> {
  const { rows } = await db().pool.query<{ pack_id: string; hash: string }>("select pack_id, hash from pack_revision");
  let wrong = 0;
  for (const { pack_id, hash } of rows) {
    const { rows: found } = await db().pool.query<{ content: unknown }>(
      "select content from pack_revision where pack_id = $1 and hash = $2",
      [pack_id, hash],
    );
    if (packHash(packFromJson(found[0]?.content)) !== hash) wrong += 1;
  }
  return wrong;
}
