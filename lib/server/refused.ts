import "server-only";
/** What cannot be asked for a draft's plan, with the engine's reasons: looked for only when somebody wants to know. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { isOfPeriod } from "../classroom/candidates.ts";
import { type Plan, quizKinds } from "../classroom/plan.ts";
import type { Facts } from "../facts/facts.ts";
import type { RefusalReason } from "../facts/refusal.ts";
import { refusalsOf } from "../questions/bank.ts";
import type { Form, Kind, Refusal } from "../questions/question.ts";
import { refusalInWords } from "../questions/refusal-words.ts";
import { factSentence } from "../questions/wording.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { factsFor } from "./packs.ts";
import type { Viewer } from "./viewer.ts";

export type RefusedGroup = {
  readonly reason: RefusalReason;
  /** How many there are; `lines` are the first of them. */
  readonly count: number;
  readonly lines: readonly {
    readonly form: Form;
    /** Null: it cannot be asked in any kind. */
    readonly kind: Kind | null;
    /** The fact as a sentence, or its key. */
    readonly text: string;
    /** Without a key or a code of the pack's. */
    readonly detail: string;
  }[];
};

/** Lines shown of one reason. */
const mostLines = 40;
const longestTurnMs = 10;

/** What the plan of a quiz asks for and the pack cannot give, the most frequent reason first; null for who does not teach the class. */
export async function readRefused(
  viewer: Viewer,
  assignmentId: string,
): Promise<{ readonly assignment: AssignmentDraft; readonly groups: readonly RefusedGroup[] } | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  const facts = assignment && (await factsFor(assignment.packId));
  if (!facts) return null;
  // Two sets may be refused in the same words.
  const wanted = new Map<string, Refusal>();
  let since = performance.now();
  for (const refusal of refusalsOf(facts, assignment.plan.seed)) {
    if (isWanted(facts, refusal, assignment.plan)) wanted.set(JSON.stringify(refusal), refusal);
    // A large pack takes seconds: those who are answering a quiz must not wait for it.
    if (performance.now() - since < longestTurnMs) continue;
    await nextTurn();
    since = performance.now();
  }
  const groups = [...Map.groupBy(wanted.values(), ({ reason }) => reason)]
    .map(([reason, own]): RefusedGroup => {
      const lines = own.slice(0, mostLines).map((refusal) => {
        const [first = ""] = refusal.facts;
        const text = factSentence(facts, facts.fact(first)) ?? first;
        return { form: refusal.form, ...refusalInWords(facts, refusal), text };
      });
      return { reason, count: own.length, lines };
    })
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  return { assignment, groups };
}

/** Does the plan ask for it: its topic, form, kind and time? */
function isWanted(facts: Facts, { form, detail, facts: keys }: Refusal, plan: Plan): boolean {
  const [first] = keys;
  if (first === undefined) return false;
  if (plan.topics.length > 0 && !plan.topics.includes(facts.fact(first).topic)) return false;
  if (plan.forms && plan.forms.length > 0 && !plan.forms.includes(form)) return false;
  // "choice: …" is of one kind; what stands without a kind is of the fact itself.
  const kind = /^([a-z-]+)(?::| with )/.exec(detail)?.[1];
  if (kind === "flashcard" || (isKind(kind) && !plan.kinds.some((each) => each === kind))) return false;
  return isOfPeriod(facts, { facts: keys }, plan.period);
}

const isKind = (word: string | undefined): boolean => quizKinds.some((kind) => kind === word);
