import "server-only";
/**
 * Correcting a quiz that was given: first a dry run that says whose marks move, then the same, applied. docs/decisions/019-marking-and-mending.md.
 * A correction changes what answers are marked against, never what was asked or answered; the marks follow, since a score is a fold.
 */
import { canonicalJson } from "../base/canonical.ts";
import { sha256 } from "../base/sha256.ts";
import { type Change, type Correcting, type Correction, corrected, marksAlike } from "../classroom/correction.ts";
import { type Move, movesOf } from "../classroom/moves.ts";
import { isOwn } from "../classroom/own.ts";
import { askedAgain } from "../questions/asked-again.ts";
import type { Question } from "../questions/question.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { audit } from "./audit.ts";
import {
  type CorrectionLine,
  type Corrections,
  correctedSlot,
  correctionLines,
  readCorrections,
} from "./corrections.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { type MarkedPage, markedUnder } from "./results.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What is to be corrected: one question by its hash as it was asked, or whatever the pack says otherwise now. */
export type Wanted = (Change & { readonly asked: string }) | { readonly by: "pack" };

/** A question of a quiz as it was asked, and as it is marked now. */
export type GivenQuestion = {
  readonly hash: string;
  readonly asked: Question;
  readonly question: Question;
  readonly steps: readonly Correction[];
  /** Its places in the quiz, from 1, whatever the variant. */
  readonly places: readonly number[];
};

/** A question of which the pack says otherwise now; null: it is not asked any more, or cannot be compared. */
export type Behind = { readonly given: GivenQuestion; readonly now: Question | null };

export type DryRun = {
  readonly moves: readonly Move[];
  /** What is corrected, as it would be. */
  readonly corrections: readonly {
    readonly given: GivenQuestion;
    readonly by: Correcting;
    readonly question: Question;
  }[];
  /** Names all that the run rests on: another one means that something changed. */
  readonly print: string;
};

export type RemarkPage = {
  readonly assignment: AssignmentDraft;
  readonly questions: readonly GivenQuestion[];
  readonly behind: readonly Behind[];
  readonly made: readonly CorrectionLine[];
};

/** Everything that can be corrected in a published quiz, and what was; null for who does not teach its class. */
export async function readRemark(viewer: Viewer, assignmentId: string): Promise<RemarkPage | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment?.publishedAt) return null;
  const questions = await questionsGiven(assignment, await readCorrections(assignment.id));
  const [behind, made] = await Promise.all([behindOf(assignment, questions), correctionLines(assignment.id)]);
  return { assignment, questions, behind, made };
}

/** What a correction would do; `nothing` when answers are marked so already, `wrong` when it cannot be made. */
export async function dryRun(
  viewer: Viewer,
  assignmentId: string,
  wanted: Wanted,
  lowers: boolean,
  now: Date,
): Promise<({ readonly kind: "run" } & DryRun) | { readonly kind: "nothing" | "wrong" | "not-found" }> {
  const found = await prepare(viewer, assignmentId, wanted, lowers, now);
  return "run" in found ? { kind: "run", ...found.run } : found;
}

/**
 * Applies what was run dry: recorded, and all marks with it, in one transaction. `changed` when anything that the run rests on is otherwise now: nothing is done then.
 * What the answers said of each student's memory is replayed by the worker, which settles the quiz once more.
 */
export async function applyRemark(
  viewer: Viewer,
  assignmentId: string,
  wanted: Wanted,
  how: { readonly lowers: boolean; readonly reason: string; readonly print: string },
  now: Date,
): Promise<{ readonly kind: "applied" | "changed" | "nothing" | "wrong" | "not-found"; readonly moved?: number }> {
  const found = await prepare(viewer, assignmentId, wanted, how.lowers, now);
  if (!("run" in found)) return found;
  const { run, stood, after, assignment } = found;
  if (run.print !== how.print) return { kind: "changed" };
  const hashes = await storeQuestions(run.corrections.map(({ question }) => question));
  const applied = await inTransaction(async (client) => {
    const { rows } = await client.query<Stood>(`${stoodSql} for update of a`, [assignment.id]);
    if (canonicalJson(rows[0]!) !== canonicalJson(stood)) return false;
    const { rows: last } = await client.query<{ number: number }>(
      "select coalesce(max(number), 0)::int as number from correction where assignment_id = $1",
      [assignment.id],
    );
    const lines = run.corrections.map(({ given, by }, index) => {
      return { number: last[0]!.number + index + 1, asked: given.hash, marked: hashes[index], by };
    });
    await client.query(
      `insert into correction (assignment_id, number, asked_hash, marked_hash, by, lowers, reason, made_by, made_at)
       select $1, number, asked, marked, by, $3, $4, $5, $6
         from jsonb_to_recordset($2::jsonb) as t(number smallint, asked text, marked text, by text)`,
      [assignment.id, JSON.stringify(lines), how.lowers, how.reason, viewer.userId, now],
    );
    await client.query(
      `update attempt t set score = n.score from jsonb_to_recordset($2::jsonb) as n(student uuid, number int, score numeric)
        where t.assignment_id = $1 and t.user_id = n.student and t.number = n.number and t.score is not null`,
      [assignment.id, JSON.stringify(scoresOf(after))],
    );
    await client.query("update assignment set remarks = remarks + 1, settled_at = null where id = $1", [assignment.id]);
    const moved = run.moves.filter(({ from, to }) => from !== to);
    await audit(client, viewer, {
      ...{ what: "key-corrected", classId: assignment.classId, assignmentId: assignment.id },
      about: moved.map(({ userId }) => userId),
      changed: {
        correction: [null, [...new Set(lines.map(({ by }) => by))].join(", ")],
        questions: [null, lines.length],
      },
    });
    return true;
  });
  return applied
    ? { kind: "applied", moved: run.moves.filter(({ from, to }) => from !== to).length }
    : { kind: "changed" };
}

/** What a run rests on beside the answers, which are counted: whoever applies it must find the same. */
type Stood = { readonly remarks: number; readonly attempts: number };

const stoodSql = `select a.remarks, (select count(*)::int from attempt t where t.assignment_id = a.id and t.submitted_at is not null) as attempts
  from assignment a where a.id = $1`;

type Prepared = {
  readonly assignment: AssignmentDraft;
  readonly run: DryRun;
  readonly stood: Stood;
  readonly after: MarkedPage;
};

async function prepare(
  viewer: Viewer,
  assignmentId: string,
  wanted: Wanted,
  lowers: boolean,
  now: Date,
): Promise<Prepared | { readonly kind: "nothing" | "wrong" | "not-found" }> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment?.publishedAt) return { kind: "not-found" };
  const { rows } = await db().pool.query<Stood>(stoodSql, [assignment.id]);
  const made = await readCorrections(assignment.id);
  const given = await questionsGiven(assignment, made);
  const proposed = await proposalsOf(assignment, given, wanted);
  if (proposed === null) return { kind: "wrong" };
  const corrections = proposed.filter((each) => !isMade(each, lowers));
  if (corrections.length === 0) return { kind: "nothing" };
  const first = 1 + Math.max(0, ...[...made.values()].flat().map(({ number }) => number));
  const more: Corrections = new Map([
    ...made,
    ...corrections.map(({ given: { hash, steps }, by, question }, index): [string, Correction[]] => {
      return [hash, [...steps, { number: first + index, by, question, lowers, reason: "" }]];
    }),
  ]);
  const [before, after] = [await markedUnder(assignment, made, now), await markedUnder(assignment, more, now)];
  const moves = movesOf(before.students, after.students);
  const stood = rows[0]!;
  const rests = [stood, lowers, corrections.map(({ given: { hash }, by, question }) => [hash, by, question]), moves];
  return { assignment, run: { moves, corrections, print: sha256(canonicalJson(rests)) }, stood, after };
}

type Proposal = DryRun["corrections"][number];

/** Null when the change cannot be made of the question. */
async function proposalsOf(
  assignment: AssignmentDraft,
  given: readonly GivenQuestion[],
  wanted: Wanted,
): Promise<Proposal[] | null> {
  if (wanted.by === "pack")
    return (await behindOf(assignment, given)).flatMap(({ given, now }) =>
      now ? [{ given, by: "pack" as const, question: now }] : [],
    );
  const one = given.find(({ hash }) => hash === wanted.asked);
  const question = one && corrected(one.question, one.asked, wanted);
  return question ? [{ given: one, by: wanted.by, question }] : null;
}

/** Are answers marked so already? What may lower marks is another thing than what may not. */
function isMade({ given: { steps, question: marked }, by, question }: Proposal, lowers: boolean): boolean {
  const last = steps.at(-1);
  if (lowers && last && !last.lowers) return false;
  const special = (one: Correcting | undefined) => (one === "everybody" || one === "dropped" ? one : null);
  return special(last?.by) === special(by) && marksAlike(marked, question);
}

/** Every question of every variant, in the order of its first place. */
async function questionsGiven({ id }: AssignmentDraft, made: Corrections): Promise<GivenQuestion[]> {
  const { rows } = await db().pool.query<{ hash: string; snapshot: Question; places: number[] }>(
    `select q.hash, q.snapshot, p.places
       from (select question_hash, array_agg(distinct place::int order by place::int) as places
               from (select question_hash, row_number() over (partition by variant order by slot) as place
                       from variant_slot where assignment_id = $1) s group by question_hash) p
       join question q on q.hash = p.question_hash
      order by p.places[1], q.hash`,
    [id],
  );
  return rows.map(({ hash, snapshot, places }) => {
    const { question, corrected } = correctedSlot(snapshot, made.get(hash));
    return { hash, asked: snapshot, question, steps: corrected?.steps ?? [], places };
  });
}

/** Questions that were asked of an earlier revision, of which the pack says otherwise now. */
async function behindOf({ packId }: AssignmentDraft, given: readonly GivenQuestion[]): Promise<Behind[]> {
  const facts = await factsFor(packId);
  if (!facts) return [];
  return given.flatMap((one): Behind[] => {
    if (isOwn(one.asked) || one.question.pack !== facts.pack.key || one.question.revision === facts.revision) return [];
    const again = askedAgain(facts, one.asked);
    if (again.kind !== "said") return [{ given: one, now: null }];
    // What an instructor corrected beyond the pack stays, as long as the pack says what it said.
    const isSaid = [one.asked, one.question].some((known) => marksAlike(again.question, known));
    return isSaid ? [] : [{ given: one, now: again.question }];
  });
}

const scoresOf = ({ students }: MarkedPage) =>
  students.flatMap(({ userId: student, attempts }) =>
    attempts.flatMap(({ number, submittedAt, score }) => (submittedAt ? [{ student, number, score }] : [])),
  );
