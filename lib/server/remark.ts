import "server-only";
/**
 * Correcting a quiz that was given: first a dry run that says whose marks move, then the same, applied. docs/decisions/019-marking-and-mending.md.
 * A correction changes what answers are marked against, never what was asked or answered; the marks follow, since a score is a fold.
 */
import type { PoolClient } from "pg";
import { canonicalJson } from "../base/canonical.ts";
import { sha256 } from "../base/sha256.ts";
import { type Change, type Correcting, type Correction, corrected, marksAlike } from "../classroom/correction.ts";
import { type Move, markedOf, movesOf } from "../classroom/moves.ts";
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
  /** The variants that have it, by number. */
  readonly variants: readonly number[];
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
  /** Names what was looked at, for whoever applies it: the attempts that were handed in, and all that the run says of them. */
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
 * Applies what was run dry: recorded, and all marks with it, in one transaction. `changed` when anything of what was looked at is otherwise now: nothing is done then.
 * Who handed in since refuses nothing: they are marked by the corrected key; `since`: how many marks moved beyond those that were looked at.
 * What the answers said of each student's memory is replayed by the worker, which settles the quiz once more.
 */
export async function applyRemark(
  viewer: Viewer,
  assignmentId: string,
  wanted: Wanted,
  how: { readonly lowers: boolean; readonly reason: string; readonly print: string },
  now: Date,
): Promise<
  | { readonly kind: "applied"; readonly moved: number; readonly since: number }
  | { readonly kind: "changed" | "nothing" | "wrong" | "not-found" }
> {
  // A mark by hand between reading and writing is read, too; only somebody who marks without a pause is waited for no longer.
  for (let tries = 0; tries < 3; tries++) {
    const found = await prepare(viewer, assignmentId, wanted, how.lowers, now);
    if (!("run" in found)) return found;
    const looked = attemptsIn(how.print);
    if (found.printOf(looked) !== how.print) return { kind: "changed" };
    if (!(await apply(viewer, found, how, now))) continue;
    const moved = movedIn(found.run.moves);
    const known = new Set(movedIn(found.movesOf(looked)).map(({ userId }) => userId));
    return { kind: "applied", moved: moved.length, since: moved.filter(({ userId }) => !known.has(userId)).length };
  }
  return { kind: "changed" };
}

const movedIn = (moves: readonly Move[]) => moves.filter(({ from, to }) => from !== to);

/** False when something was corrected or marked by hand since it was read: nothing is done then. */
async function apply(
  viewer: Viewer,
  { run, remarks, after, assignment }: Prepared,
  how: { readonly lowers: boolean; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const hashes = await storeQuestions(run.corrections.map(({ question }) => question));
  return inTransaction(async (client) => {
    if ((await remarksOf(client, assignment.id, "for update")) !== remarks) return false;
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
    await audit(client, viewer, {
      ...{ what: "key-corrected", classId: assignment.classId, assignmentId: assignment.id },
      about: movedIn(run.moves).map(({ userId }) => userId),
      changed: {
        correction: [null, [...new Set(lines.map(({ by }) => by))].join(", ")],
        questions: [null, lines.length],
      },
    });
    return true;
  });
}

/** How often anything of a quiz was corrected or marked by hand. */
async function remarksOf(client: Pick<PoolClient, "query">, assignmentId: string, lock = ""): Promise<number> {
  const sql = `select remarks from assignment where id = $1 ${lock}`;
  const { rows } = await client.query<{ remarks: number }>(sql, [assignmentId]);
  return rows[0]!.remarks;
}

type Prepared = {
  readonly assignment: AssignmentDraft;
  readonly run: DryRun;
  readonly remarks: number;
  readonly after: MarkedPage;
  /** What moves, and its print, were only these attempts handed in. */
  readonly movesOf: (attempts: ReadonlySet<string>) => Move[];
  readonly printOf: (attempts: ReadonlySet<string>) => string;
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
  const remarks = await remarksOf(db().pool, assignment.id);
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
  const { counts } = assignment.terms;
  const looked = (attempts: ReadonlySet<string>) =>
    movesOf(markedOf(before.students, attempts, counts), markedOf(after.students, attempts, counts));
  const what = corrections.map(({ given: { hash }, by, question }) => [hash, by, question]);
  const printOf = (attempts: ReadonlySet<string>) => {
    // Whoever is called otherwise by now is who they were.
    const moves = looked(attempts).map(({ name: _, ...move }) => move);
    const rests = [first, lowers, what, moves.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))];
    return `${sha256(canonicalJson(rests))}.${packed(attempts)}`;
  };
  const handedIn = before.students.flatMap(({ attempts }) => attempts.filter(({ submittedAt }) => submittedAt));
  const print = printOf(new Set(handedIn.map(({ id }) => id)));
  return { assignment, run: { moves, corrections, print }, remarks, after, movesOf: looked, printOf };
}

/** The ids of attempts, 22 letters each. */
const packed = (attempts: ReadonlySet<string>): string =>
  Buffer.from([...attempts].sort().join("").replaceAll("-", ""), "hex").toString("base64url");

/** The attempts that a print names; of one that nobody was given, whatever: it is never met. */
function attemptsIn(print: string): Set<string> {
  const hex = Buffer.from(print.slice(print.indexOf(".") + 1), "base64url").toString("hex");
  const ids = hex.match(/.{32}/g) ?? [];
  return new Set(ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")));
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
  const { rows } = await db().pool.query<{ hash: string; snapshot: Question; places: number[]; variants: number[] }>(
    `select q.hash, q.snapshot, p.places, p.variants
       from (select question_hash, array_agg(distinct place::int order by place::int) as places,
                    array_agg(distinct variant::int order by variant::int) as variants
               from (select question_hash, variant, row_number() over (partition by variant order by slot) as place
                       from variant_slot where assignment_id = $1) s group by question_hash) p
       join question q on q.hash = p.question_hash
      order by p.places[1], p.variants[1], q.hash`,
    [id],
  );
  return rows.map(({ hash, snapshot, places, variants }) => {
    const { question, corrected } = correctedSlot(snapshot, made.get(hash));
    return { hash, asked: snapshot, question, steps: corrected?.steps ?? [], places, variants };
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
