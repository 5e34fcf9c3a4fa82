import "server-only";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import type { Question } from "../questions/question.ts";
import { factSentence } from "../questions/wording.ts";
import { db } from "./db.ts";
import { lastArrivalSql } from "./terms.ts";
import type { Viewer } from "./viewer.ts";

/** What the viewer must not be told yet, because a quiz that they are to take asks for it. */
export type Reserved = {
  /** Keys of the facts that the quiz's questions rest on, and of those whose sentences disprove its false statements. */
  readonly facts: ReadonlySet<string>;
  /** Does anything in this question (its facts, a receipt, the strip) tell one of them? */
  tells(question: Question): boolean;
};

/**
 * The facts of a pack that are asked for by quizzes which are published, in which somebody may still answer (other windows and grace included), and which are
 * given to a class in which the viewer is a student. Nothing for a stranger.
 */
export async function readReserved(viewer: Viewer | null, facts: Facts, now: Date): Promise<Reserved> {
  if (!viewer) return nothing;
  const { rows } = await db().pool.query<{ snapshot: Question }>(
    `select distinct on (q.hash) q.snapshot
       from member m
       join assignment a on a.class_id = m.class_id
       join variant_slot s on s.assignment_id = a.id
       join question q on q.hash = s.question_hash
      where m.user_id = $1 and m.role = 'student' and m.removed_at is null
        and a.published_at is not null and ${lastArrivalSql} >= $3 and a.pack_id = $2`,
    [viewer.userId, facts.pack.key, now],
  );
  if (rows.length === 0) return nothing;
  return reserve(
    rows.map((row) => row.snapshot),
    facts,
  );
}

const nothing: Reserved = { facts: new Set(), tells: () => false };

function reserve(asked: readonly Question[], pack: Facts): Reserved {
  const proofs = [...new Set(asked.flatMap(proofsOf))];
  const own = new Set([
    ...asked.flatMap((question) => question.facts),
    ...proofs.flatMap((sentence) => sayingOf(pack).get(sentence) ?? []),
  ]);
  const beside = [...own].flatMap((key) => besideIn(pack).get(key) ?? []);
  const facts = new Set([...own, ...beside]);
  const sentences = [...proofs, ...beside.flatMap((key) => factSentence(pack, pack.fact(key)) ?? [])];
  // A strip draws other facts beside the one it explains: the key's own span there would give its dates away.
  const spans = new Set(asked.flatMap((question) => keySpans(question)));
  return {
    facts,
    tells: (question) =>
      question.facts.some((fact) => facts.has(fact)) ||
      (question.strip?.spans.some((span) => spans.has(spanName(span))) ?? false) ||
      // What disproves a statement may be another fact in other words than its own sentence.
      sentences.some(
        (sentence) =>
          question.why.includes(sentence) || question.options.some((option) => option.whyNot?.includes(sentence)),
      ),
  };
}

/** The sentences that prove a question's key: its Why; of a statement also what shows that the other verdict is wrong. */
function proofsOf({ form, kind, why, options }: Question): string[] {
  // What an instructor wrote is no sentence of the pack.
  if (form === "own") return [];
  const disproofs = kind === "true-false" ? options.map((option) => option.whyNot ?? "") : [];
  return [why, ...disproofs].filter((sentence) => sentence !== "");
}

type Span = NonNullable<Question["strip"]>["spans"][number];

/** The spans of what is right: of a statement, all but what it says falsely. */
function keySpans({ kind, key, strip }: Question): string[] {
  const isKey = ({ value }: Span) => (kind === "true-false" ? value !== strip?.claimed : key.includes(value));
  return (strip?.spans ?? []).filter(isKey).map(spanName);
}

const spanName = ({ value, from, to }: Span): string => `${value} ${from} ${to}`;

const besides = new WeakMap<Facts, ReadonlyMap<string, readonly string[]>>();

/** For each fact the others that one place gives the same span: the country of a commander tells the dates of the command. Made once for each revision in memory. */
function besideIn(pack: Facts): ReadonlyMap<string, readonly string[]> {
  let beside = besides.get(pack);
  if (!beside) {
    const dated = pack.pack.facts.filter(({ from, to }) => from.kind === "date" && to.kind !== "unknown");
    const edtf = (bound: Fact["from"]) => (bound.kind === "date" ? bound.date.edtf : bound.kind);
    const placeOf = ({ from, to, citations: [first] }: Fact) =>
      `${edtf(from)} ${edtf(to)} ${first?.source} ${first?.locator}`;
    const groups = Map.groupBy(dated, placeOf);
    beside = new Map(
      dated.map((fact) => [
        fact.key,
        groups
          .get(placeOf(fact))!
          .map(({ key }) => key)
          .filter((key) => key !== fact.key),
      ]),
    );
    besides.set(pack, beside);
  }
  return beside;
}

const sayings = new WeakMap<Facts, ReadonlyMap<string, string[]>>();

/** Which facts each sentence of a pack says; made once for each revision in memory. */
function sayingOf(facts: Facts): ReadonlyMap<string, string[]> {
  let saying = sayings.get(facts);
  if (!saying) {
    const made = Map.groupBy(facts.pack.facts, (fact) => factSentence(facts, fact) ?? "");
    saying = new Map([...made].map(([sentence, said]) => [sentence, said.map((fact) => fact.key)]));
    sayings.set(facts, saying);
  }
  return saying;
}
