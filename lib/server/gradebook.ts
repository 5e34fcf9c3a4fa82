import "server-only";
/** The gradebook of a class: students by quizzes, and what the class knows. */
import { orMade } from "../base/or-made.ts";
import { type Confusion, confusionsOf } from "../classroom/confusions.ts";
import { lastSet, markOf, type Status, statusOf, sumOfMarks } from "../classroom/gradebook.ts";
import { type FactAnswer, factFractions, type Mastery, masteryOf } from "../classroom/mastery.ts";
import { isOfSection, sectionsOf } from "../classroom/sections.ts";
import type { Question } from "../questions/question.ts";
import { factSentence } from "../questions/wording.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { factsFor } from "./packs.ts";
import { type MarkedPage, readMarked, type StudentResult } from "./results.ts";
import { keyOf, readSetScores, type SetScoreLine } from "./set-scores.ts";
import type { Viewer } from "./viewer.ts";

export type GradebookCell = {
  readonly status: Status;
  readonly accommodated: boolean;
  readonly attempts: number;
  /** An answer of what counts is to be marked by hand. */
  readonly waits: boolean;
  readonly scoreMax: number;
  /** By the counting rule of the quiz, of what is handed in; null while nothing is. */
  readonly counted: number | null;
  /** What was set in its place; null when nothing holds. */
  readonly set: SetScoreLine | null;
  /** What holds of both. */
  readonly mark: number | null;
};

export type GradebookStudent = {
  readonly userId: string;
  readonly name: string;
  readonly studentNumber: string | null;
  readonly section: string | null;
  /** One for each quiz. */
  readonly cells: readonly GradebookCell[];
  readonly sum: { readonly points: number; readonly of: number } | null;
};

export type Gradebook = {
  readonly classId: string;
  readonly name: string;
  readonly zone: string;
  /** Of a sample class. */
  readonly simulated: boolean;
  /** Published ones, in the order in which they open. */
  readonly quizzes: readonly {
    readonly id: string;
    readonly title: string;
    readonly scoreMax: number;
    /** Mean of the marks there are; null without any. */
    readonly mean: number | null;
  }[];
  /** The parts of the class, whichever is shown; "" stands for those in none. */
  readonly sections: readonly string[];
  /** Who is in the class now (or in the section asked for), by name. */
  readonly students: readonly GradebookStudent[];
  readonly mastery: {
    readonly facts: readonly (Mastery & { readonly pack: string; readonly fact: string; readonly text: string })[];
    readonly topics: readonly (Mastery & { readonly text: string })[];
  };
  /** What several students take for something else. */
  readonly confusions: readonly Confusion[];
};

/** The gradebook for those who teach the class, of all or of one section ("": those in none); null for everybody else. */
export async function readGradebook(
  viewer: Viewer,
  classId: string,
  now: Date,
  section?: string,
): Promise<Gradebook | null> {
  return (await readGrades(viewer, classId, now, section))?.gradebook ?? null;
}

/** The same with the results that it is made of; null as above. */
export async function readGrades(
  viewer: Viewer,
  classId: string,
  now: Date,
  section?: string,
): Promise<{ readonly gradebook: Gradebook; readonly pages: readonly MarkedPage[] } | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const { prisma } = db();
  const home = await prisma.class.findUnique({
    where: { id: classId },
    select: { name: true, zone: true, simulatedSeed: true },
  });
  if (!home) return null;
  const [everybody, assignments] = await Promise.all([
    prisma.member.findMany({
      where: { classId, role: "student", removedAt: null },
      orderBy: [{ name: "asc" }, { userId: "asc" }],
      select: { userId: true, name: true, studentNumber: true, section: true },
    }),
    prisma.assignment.findMany({
      where: { classId, publishedAt: { not: null } },
      orderBy: [{ opensAt: "asc" }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  const members = everybody.filter((each) => isOfSection(each, section));
  const pages = await readPages(viewer, assignments, now);
  const set = await readSetScores(assignments.map(({ id }) => id));
  const results = pages.map((page) => new Map(page.students.map((each) => [each.userId, each])));
  const students = members.map((member): GradebookStudent => {
    const cells = pages.map((page, index) =>
      cellOf(page, results[index]?.get(member.userId), set.get(keyOf(page.assignment.id, member.userId)) ?? [], now),
    );
    return { ...member, cells, sum: sumOfMarks(cells) };
  });
  const quizzes = pages.map(({ assignment, scoreMax }, index) => {
    const marks = students.flatMap(({ cells }) => cells[index]?.mark ?? []);
    const mean = marks.length > 0 ? marks.reduce((sum, each) => sum + each, 0) / marks.length : null;
    return { id: assignment.id, title: assignment.title, scoreMax, mean };
  });
  const about = { classId, name: home.name, zone: home.zone, simulated: home.simulatedSeed !== null };
  const present = new Set(members.map(({ userId }) => userId));
  const mastery = await readMastery(pages, present);
  const confusions = confusionsOf(answersIn(pages, present));
  return { gradebook: { ...about, sections: sectionsOf(everybody), quizzes, students, mastery, confusions }, pages };
}

/** Two at a time, so that the database reads one while another is marked; no more: a class of 500 has many answers, and the pool has others to serve. */
async function readPages(viewer: Viewer, assignments: readonly { id: string }[], now: Date): Promise<MarkedPage[]> {
  const pages: (MarkedPage | null)[] = [];
  const left = assignments.entries();
  const reader = async () => {
    for (const [index, { id }] of left) pages[index] = await readMarked(viewer, id, now);
  };
  await Promise.all([reader(), reader()]);
  return pages.filter((page) => page !== null);
}

function cellOf(
  page: MarkedPage,
  result: StudentResult | undefined,
  history: readonly SetScoreLine[],
  now: Date,
): GradebookCell {
  const attempts = result?.attempts ?? [];
  const accommodated = result?.accommodated ?? false;
  const over = accommodated ? now > page.endsAt : page.closed;
  const counted = attempts.some(({ submittedAt }) => submittedAt) ? (result?.score ?? null) : null;
  const set = lastSet(history);
  return {
    ...{ accommodated, counted, set, scoreMax: page.scoreMax, attempts: attempts.length },
    status: statusOf(attempts, { over, late: result?.late ?? false }),
    mark: markOf(counted, set),
    waits: set === null && (result?.told?.result.slots.some(({ waits }) => waits) ?? false),
  };
}

/** Every question of every attempt that was handed in by who is in the class. */
function answersIn(pages: readonly MarkedPage[], present: ReadonlySet<string>) {
  return pages
    .flatMap(({ students }) => students.filter(({ userId }) => present.has(userId)))
    .flatMap(({ userId: student, attempts }) =>
      attempts
        .filter(({ submittedAt }) => submittedAt)
        .flatMap(({ slots, result }) =>
          slots.map(({ question }, index) => {
            const given = result.slots[index];
            return { student, question, response: given?.response ?? null, fraction: given?.fraction ?? 0 };
          }),
        ),
    );
}

/** Of what is handed in by who is in the class. */
async function readMastery(pages: readonly MarkedPage[], present: ReadonlySet<string>): Promise<Gradebook["mastery"]> {
  const answers: FactAnswer[] = [];
  const named = new Map<string, { pack: string; fact: string; text: string }>();
  const topics = new Map<string, string>();
  for (const { students, assignment } of pages) {
    const facts = await factsFor(assignment.packId);
    const byKey = new Map(facts?.pack.facts.map((fact) => [fact.key, fact]));
    /** What a fact and its topic are counted under; both are named once. */
    const keysOf = (question: Question, fact: string) => {
      const { pack } = question;
      // A fact that the pack has no more is told by the question that asked it.
      const known = byKey.get(fact);
      const topic = known?.topic ?? question.topic;
      const keys = { fact: `${pack} ${fact}`, topic: `${pack} ${topic}` };
      if (!named.has(keys.fact)) {
        const text = (facts && known && factSentence(facts, known)) ?? question.why;
        named.set(keys.fact, { pack, fact, text });
      }
      topics.set(keys.topic, facts?.pack.topics.find(({ key }) => key === topic)?.title ?? question.kicker);
      return keys;
    };
    const keysOfQuestion = new Map<Question, Map<string, ReturnType<typeof keysOf>>>();
    for (const { userId: student, attempts } of students) {
      if (!present.has(student)) continue;
      for (const { slots, result, submittedAt: at } of attempts) {
        if (!at) continue;
        for (const [index, { question }] of slots.entries()) {
          const given = result.slots[index];
          const keys = orMade(keysOfQuestion, question, () => new Map<string, ReturnType<typeof keysOf>>());
          for (const { fact, fraction } of factFractions(question, given?.response ?? null, given?.fraction ?? 0)) {
            const key = orMade(keys, fact, () => keysOf(question, fact));
            answers.push({ student, fact: key.fact, topic: key.topic, at, fraction });
          }
        }
      }
    }
  }
  const known = masteryOf(answers);
  return {
    facts: known.facts.flatMap((each) => {
      const name = named.get(each.key);
      return name ? [{ ...each, ...name }] : [];
    }),
    topics: known.topics.map((each) => ({ ...each, text: topics.get(each.key) ?? each.key })),
  };
}
