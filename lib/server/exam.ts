import "server-only";
/** The exam of a class: its day, set by those who teach it, and how ready the class is for it. */
import { type ExamReadiness, examReadiness, type QuizReview } from "../classroom/exam-readiness.ts";
import { wallOfInstant } from "../classroom/wall.ts";
import { factSentence } from "../questions/wording.ts";
import { audit, changes } from "./audit.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export type ExamPage = {
  readonly name: string;
  /** YYYY-MM-DD; null while none is set. */
  readonly examOn: string | null;
  readonly version: number;
  /** Null without a day; "too-few" where it would say something of single students. */
  readonly readiness: (ExamReadiness & { readonly texts: ReadonlyMap<string, string> }) | "too-few" | null;
};

/** The exam of a class for those who teach it; null for everybody else. */
export async function readExam(viewer: Viewer, classId: string): Promise<ExamPage | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const { rows } = await db().pool.query<{ name: string; zone: string; version: number; exam_on: string | null }>(
    "select name, zone, version, exam_on::text from class where id = $1",
    [classId],
  );
  const home = rows[0];
  if (!home) return null;
  const { name, version, exam_on: examOn } = home;
  if (examOn === null) return { name, version, examOn, readiness: null };
  const readiness = examReadiness(await readQuizReviews(classId, home.zone), examOn);
  return {
    ...{ name, version, examOn },
    readiness: readiness === "too-few" ? readiness : { ...readiness, texts: await textsOf(readiness) },
  };
}

/**
 * Sets the day of a class's exam (YYYY-MM-DD of the class's calendar), or takes it back; the version read must still be the one stored.
 * A day that is over is refused.
 */
export async function setExam(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly version: number; readonly examOn: string | null },
  now: Date,
): Promise<{ kind: "saved" } | { kind: "stale"; examOn: string | null } | { kind: "over" } | { kind: "not-found" }> {
  const { classId, version, examOn } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor") return { kind: "not-found" };
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ exam_on: string | null; zone: string; version: number }>(
      "select exam_on::text, zone, version from class where id = $1 for update",
      [classId],
    );
    const stored = rows[0];
    if (!stored) return { kind: "not-found" };
    if (stored.version !== version) return { kind: "stale", examOn: stored.exam_on };
    if (examOn !== null && examOn < wallOfInstant(now, stored.zone).slice(0, 10)) return { kind: "over" };
    await client.query("update class set exam_on = $2, version = version + 1 where id = $1", [classId, examOn]);
    const changed = changes({ examOn: stored.exam_on }, { examOn });
    await audit(client, viewer, { what: "class-changed", classId, changed });
    return { kind: "saved" };
  });
}

/** The day of an exam that lies before somebody. */
export type ExamLine = { readonly classId: string; readonly className: string; readonly examOn: string };

/** Exams of the classes that the viewer is in as a student, today's and later ones, the next first. */
export async function myExams(viewer: Viewer, now: Date): Promise<ExamLine[]> {
  const { rows } = await db().pool.query<ExamLine>(
    `select c.id as "classId", c.name as "className", c.exam_on::text as "examOn"
       from member m join class c on c.id = m.class_id
      where m.user_id = $1 and m.role = 'student' and m.removed_at is null and c.archived_at is null
        and c.exam_on >= ($2::timestamptz at time zone c.zone)::date
      order by c.exam_on, c.name`,
    [viewer.userId, now],
  );
  return rows;
}

/** What the settled quizzes of a class made of the answers of those who are in it: no other review, and nothing that was taken back. */
async function readQuizReviews(classId: string, zone: string): Promise<QuizReview[]> {
  const { rows } = await db().pool.query<QuizReview>(
    `select r.user_id as student, r.pack_id || ' ' || r.fact_key as fact, r.direction, r.rating, (e.at at time zone $2)::date::text as day
       from assignment a
       join attempt t on t.assignment_id = a.id
       join member m on m.class_id = a.class_id and m.user_id = t.user_id and m.role = 'student' and m.removed_at is null
       join event e on e.user_id = t.user_id and e.at between t.started_at and t.submitted_at + interval '10 minutes'
            and e.device_id = t.id and e.kind = 'answer'
       join review r on r.user_id = e.user_id and r.event_id = e.id
      where a.class_id = $1 and a.settled_at is not null
        and not exists (select from event u where u.user_id = e.user_id and u.kind <> 'answer' and u.context->>'target' = e.id::text)
      order by e.at, e.id`,
    [classId, zone],
  );
  return rows;
}

async function textsOf({ facts }: ExamReadiness): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { fact: name } of facts) {
    const [pack = "", key = ""] = name.split(" ");
    const known = await factsFor(pack);
    const fact = known?.pack.facts.find((each) => each.key === key);
    texts.set(name, (known && fact && factSentence(known, fact)) ?? key);
  }
  return texts;
}
