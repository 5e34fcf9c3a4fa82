/** Checks of a set of questions, a session or a bank (question-engine 1.6): what no single question shows. */
import { containsWords } from "../fold.ts";
import type { Question } from "../question.ts";
import { isAboutDocuments, offersAnswers } from "./check.ts";

/** A fault of a set: S1 to S6, and what is so. */
export type SetFinding = { readonly check: 1 | 2 | 3 | 4 | 5 | 6; readonly message: string };

/** Questions in the order in which they are met; those of one session are in one array. */
export type Sessions = readonly (readonly Question[])[];

/** Questions after which an answer may be given away again. */
export const window = 8;

/** Fewer items than these say nothing about a share. */
const fewest = {
  positions: 200,
  positionShare: 100,
  statements: 50,
  lengths: 100,
  session: 10,
  distractors: 40,
} as const;

/** Chi-square with 3 degrees of freedom that is passed by chance once in a hundred times. */
const chiSquareOneInHundred = 11.345;

/**
 * The faults of a set. `choices` tells how many distractors of a question were safe; one that could not do without an entity (no more safe than twice
 * its places) is not held against that entity.
 */
export function setFindingsOf(
  sessions: Sessions,
  choices: (question: Question) => number = () => Number.POSITIVE_INFINITY,
): SetFinding[] {
  // A question met again is no further item: it says nothing new about a habit.
  const all = [...new Map(sessions.flat().map((question) => [question.id, question])).values()];
  return [
    ...positions(all),
    ...sessions.flatMap((session) => givenAway(session)),
    ...sessions.flatMap(sameFact),
    ...shareTrue(all),
    ...longestKeys(all),
    ...sessions.flatMap(sameKey),
    ...sameDistractor(all, choices),
  ];
}

function positions(all: readonly Question[]): SetFinding[] {
  const counts = [0, 0, 0, 0];
  for (const { options } of fourOptions(all)) counts[options.findIndex(({ right }) => right)]!++;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found: SetFinding[] = [];
  const expected = total / 4;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  if (total >= fewest.positions && chiSquare > chiSquareOneInHundred)
    found.push({ check: 1, message: `the key stands at ${counts.join(" / ")}` });
  if (total >= fewest.positionShare && Math.max(...counts) > 0.4 * total)
    found.push({ check: 1, message: `one place holds ${Math.max(...counts)} of ${total} keys` });
  return found;
}

/** S2: the stem or the feedback of one states the key of another within the next eight. Options do not count. */
function givenAway(session: readonly Question[]): SetFinding[] {
  return session.flatMap((question, index) => {
    const before = session.slice(Math.max(0, index - window), index).find((one) => givesAway(one, question));
    return before ? [{ check: 2 as const, message: `“${before.stem}” answers “${question.stem}”` }] : [];
  });
}

/** Does the stem or the feedback of one question contain the key of another? */
export function givesAway(one: Question, other: Question): boolean {
  const said = `${one.stem} ${one.why}`;
  if (other.kind === "true-false" || other.kind === "order" || other.kind === "match" || other.kind === "timeline")
    return said.includes(other.why);
  // A bare small number is in every date.
  if (/^\d{1,2}$/.test(other.answer)) return said.includes(other.why);
  const answers = other.options.filter(({ right }) => right).map(({ text }) => text);
  return (answers.length > 0 ? answers : [other.answer]).every((text) =>
    containsWords(said, text.replace(/^the /i, "")),
  );
}

/** S3 */
function sameFact(session: readonly Question[]): SetFinding[] {
  const seen = new Set<string>();
  const found: SetFinding[] = [];
  for (const { card } of session) {
    if (!card) continue;
    if (seen.has(card.fact)) found.push({ check: 3, message: `${card.fact} is asked twice in a session` });
    seen.add(card.fact);
  }
  return found;
}

/** S4 */
function shareTrue(all: readonly Question[]): SetFinding[] {
  const statements = all.filter(({ kind }) => kind === "true-false");
  const share = statements.filter(({ key }) => key[0] === "t:true").length / statements.length;
  const isBad = statements.length >= fewest.statements && (share < 0.4 || share > 0.6);
  return isBad
    ? [{ check: 4, message: `${Math.round(share * 100)} % of ${statements.length} statements are true` }]
    : [];
}

/** S5 */
function longestKeys(all: readonly Question[]): SetFinding[] {
  const items = fourOptions(all);
  const longest = items.filter(({ options }) => {
    const key = options.find(({ right }) => right)!;
    return options.every((option) => option === key || option.text.length < key.text.length);
  }).length;
  const isBad = items.length >= fewest.lengths && longest > 0.35 * items.length;
  return isBad ? [{ check: 5, message: `the key is the longest in ${longest} of ${items.length}` }] : [];
}

/** S6: one entity is the key of more than a fifth of a session. */
function sameKey(session: readonly Question[]): SetFinding[] {
  if (session.length < fewest.session) return [];
  const counts = new Map<string, number>();
  for (const { key } of session)
    for (const value of new Set(key)) if (value.startsWith("e:")) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > session.length / 5)
    .map(([value, count]) => ({ check: 6, message: `${value} is the key of ${count} in ${session.length}` }));
}

/** S6: one entity is a distractor in more than half of the items that could use others. */
function sameDistractor(all: readonly Question[], choices: (question: Question) => number): SetFinding[] {
  const used = new Map<string, number>();
  const possible = new Map<string, number>();
  for (const question of all) {
    if (!offersAnswers(question)) continue;
    const wrong = question.options.filter(({ right }) => !right);
    const sort = wrong[0]?.value.startsWith("e:") ? `${question.facts.length > 0 ? relationOf(question) : ""}` : null;
    if (sort === null || choices(question) <= 2 * wrong.length) continue;
    possible.set(sort, (possible.get(sort) ?? 0) + 1);
    for (const { value } of wrong) used.set(`${sort} ${value}`, (used.get(`${sort} ${value}`) ?? 0) + 1);
  }
  return [...used].flatMap(([name, count]) => {
    const total = possible.get(name.slice(0, name.lastIndexOf(" ")))!;
    return total >= fewest.distractors && count > total / 2
      ? [{ check: 6 as const, message: `${name} is a distractor in ${count} of ${total}` }]
      : [];
  });
}

/** Items that draw on the same candidates: one form of one topic. */
function relationOf({ form, kicker }: Question): string {
  return `${form} ${kicker}`;
}

/** Items whose options have no order of their own: how exactly a document speaks is always asked from the day to the year. */
function fourOptions(all: readonly Question[]): readonly Question[] {
  return all.filter(
    ({ kind, options }) => kind === "choice" && options.length === 4 && !options.some(isAboutDocuments),
  );
}
