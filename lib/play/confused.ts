/** Which two a learner takes for each other, by their own answers (question-engine 6.5). */
import type { Facts } from "../facts/facts.ts";
import { entityOf, type ValueKey, valueKey } from "../facts/value.ts";
import { fillOf } from "../questions/judge.ts";
import { mark } from "../questions/mark.ts";
import type { CardKey, Question, Response } from "../questions/question.ts";
import type { Twin } from "./twins.ts";

/** An answer to a question of a card. */
export type Meeting = { readonly question: Question; readonly response: Response };

/** Two values taken for each other, and the card that was asked when that happened last. */
export type ConfusedPair = {
  readonly values: readonly [ValueKey, ValueKey];
  readonly times: number;
  /** The value of `values[0]` was asked, and `values[1]` was given. */
  readonly card: CardKey;
};

/** So many meetings of a value with the learner count. */
const meetingsCounted = 10;
/** Taken for each other so often, in whatever direction, they are confused; told apart so often in a row, they are not any more. */
const confusedFrom = 2;
const clearedFrom = 3;

/** The pairs that are confused, the most often first; `meetings` in the order of the log, oldest first. */
export function confusedPairs(meetings: readonly Meeting[]): ConfusedPair[] {
  const told = meetings.flatMap((meeting) => toldOf(meeting) ?? []);
  const names = new Map<string, [ValueKey, ValueKey]>();
  for (const { key, given } of told) if (given !== null) names.set([key, given].sort().join("\n"), [key, given]);
  return [...names.values()]
    .flatMap((values) => confusionOf(told, values) ?? [])
    .sort((a, b) => b.times - a.times || (a.values.join() < b.values.join() ? -1 : 1));
}

/** The pair as twins, so that it can be contrasted: the fact that was asked, and one that the other value answers; null where the pack has none. */
export function twinOf(facts: Facts, { values: [asked, given], card }: ConfusedPair): Twin | null {
  const fact = facts.pack.facts.find(({ key }) => key === card.fact);
  if (!fact || card.direction === "from" || card.direction === "to") return null;
  const slot = card.direction;
  if (valueKey(fillOf(fact, slot)) !== asked) return null;
  const entity = given.startsWith("e:") ? given.slice(2) : null;
  const own = facts
    .factsOfRelation(fact.relation)
    .filter((other) => !other.negative && other.key !== fact.key && valueKey(fillOf(other, slot)) === given);
  const beside = slot === "subject" ? fact.object : ({ kind: "entity", entity: fact.subject } as const);
  const sameAnchor = own.find((other) => {
    const anchor = slot === "subject" ? other.object : ({ kind: "entity", entity: other.subject } as const);
    return valueKey(anchor) === valueKey(beside);
  });
  const other = sameAnchor ?? own[0];
  if (!other || (entity !== null && entityOf(fillOf(other, slot)) !== entity)) return null;
  return {
    sides: [
      { card, value: asked },
      { card: { fact: other.key, direction: slot }, value: given },
    ],
    likeness: { kind: "confused" },
  };
}

type Told = {
  readonly card: CardKey;
  readonly key: ValueKey;
  /** What was given instead; null for a right answer, or one that names nothing else. */
  readonly given: ValueKey | null;
  readonly right: boolean;
  /** The values that stood to choose from. */
  readonly offered: readonly ValueKey[];
};

function toldOf({ question, response }: Meeting): Told | null {
  const [key] = question.key;
  if (question.card === null || question.key.length !== 1 || key === undefined || question.kind === "true-false")
    return null;
  const marked = mark(question, response, { second: true });
  if (marked.kind !== "marked") return null;
  const right = marked.fraction === 1;
  const chosen = response.kind === "choice" ? response.value : marked.mistakenFor;
  const given = right || chosen === key ? null : chosen;
  return { card: question.card, key, given, right, offered: question.options.map(({ value }) => value) };
}

function confusionOf(told: readonly Told[], [one, other]: readonly [ValueKey, ValueKey]): ConfusedPair | null {
  const isPartner = ({ key, given }: Told) => (key === one && given === other) || (key === other && given === one);
  const lately = [one, other].flatMap((value) => told.filter(({ key }) => key === value).slice(-meetingsCounted));
  const mixups = told.filter((each) => lately.includes(each) && isPartner(each));
  const last = mixups.at(-1);
  if (!last || mixups.length < confusedFrom) return null;
  let inRow = 0;
  for (const each of told.slice(told.indexOf(last) + 1)) {
    if (each.key !== one && each.key !== other) continue;
    if (!each.offered.includes(each.key === one ? other : one)) continue;
    inRow = each.right ? inRow + 1 : 0;
    if (inRow >= clearedFrom) return null;
  }
  const values = last.key === one ? ([one, other] as const) : ([other, one] as const);
  return { values, times: mixups.length, card: last.card };
}
