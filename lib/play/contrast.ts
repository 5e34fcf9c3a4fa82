/** Two that are taken for each other, side by side: what is said of each, where the sentences differ, and a question of two options each way. */
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type ValueKey, valueKey } from "../facts/value.ts";
import { monthNames } from "../questions/date-words.ts";
import { isRefusal } from "../questions/form.ts";
import { asksOf, put, queryOf } from "../questions/forms.ts";
import { fillOf } from "../questions/judge.ts";
import type { CardKey, Question, Receipt, Strip } from "../questions/question.ts";
import { receiptsOf } from "../questions/receipt.ts";
import { spanOfValue, stripOf } from "../questions/strip.ts";
import { factSentence, valueWords } from "../questions/wording.ts";
import type { Likeness, Side, Twin } from "./twins.ts";

/** A stretch of a sentence; `own` where the other sentence says something else. */
export type Piece = { readonly text: string; readonly own: boolean };

/** One of the two on the card. */
export type ContrastSide = {
  readonly fact: string;
  readonly name: string;
  readonly sentence: readonly Piece[];
  readonly receipts: readonly Receipt[];
};

/** The card: both facts in the same frame, what differs marked, both spans on one strip. */
export type ContrastCard = {
  readonly name: string;
  readonly likeness: Likeness;
  readonly sides: readonly [ContrastSide, ContrastSide];
  readonly strip: Strip | null;
};

/** A card with its two questions, in the order of its sides. */
export type Contrast = { readonly card: ContrastCard; readonly questions: readonly [Question, Question] };

/**
 * The contrast of a pair; null where one of the two questions cannot be put, because the engine cannot prove that the other value is wrong there,
 * or where a question is refused by `mayAsk`.
 */
export function contrastOf(
  facts: Facts,
  twin: Twin,
  seed: string,
  mayAsk: (question: Question) => boolean = () => true,
): Contrast | null {
  const [one, other] = twin.sides;
  const questions = [twoOptions(facts, one, other.value, seed), twoOptions(facts, other, one.value, seed)] as const;
  const card = cardOf(facts, twin);
  if (!card || !questions[0] || !questions[1] || !questions.every((question) => question && mayAsk(question)))
    return null;
  return { card, questions: [questions[0], questions[1]] };
}

/** A choice between a side's value and another one that is proved wrong; null where there is none. */
export function twoOptions(facts: Facts, { card, value }: Side, wrong: ValueKey, seed: string): Question | null {
  const asks = asksOf(facts, facts.fact(card.fact)).filter(
    (ask) =>
      ask.card?.fact === card.fact &&
      ask.card.direction === card.direction &&
      ask.on === null &&
      ask.kinds.includes("choice"),
  );
  for (const ask of asks) {
    const query = queryOf(facts, ask, seed);
    if (isRefusal(query) || query.key.length !== 1 || valueKey(query.key[0]!.value) !== value) continue;
    const wish = { kind: "choice", seed, target: 0.75, options: 2, confusions: { [wrong]: often } } as const;
    const question = put(facts, query, wish);
    if (isRefusal(question) || question.card === null || question.options.length !== 2) continue;
    if (question.options.some((option) => option.value === wrong)) return question;
  }
  return null;
}

/** As if it had been mixed up twice: then it is the first of the wrong options, and may be the only one. */
const often = 2;

function cardOf(facts: Facts, twin: Twin): ContrastCard | null {
  const [a, b] = twin.sides.map(({ card }) => facts.fact(card.fact)) as [Fact, Fact];
  const [said, saidToo] = [factSentence(facts, a), factSentence(facts, b)];
  if (said === null || saidToo === null || said === saidToo) return null;
  const [left, right] = piecesOf(said, saidToo);
  const side = (fact: Fact, card: CardKey, sentence: readonly Piece[]): ContrastSide => ({
    fact: fact.key,
    name: nameOf(facts, fact, card, twin.likeness),
    sentence,
    receipts: receiptsOf(facts, [fact.key]),
  });
  const [sideA, sideB] = twin.sides;
  return {
    name: `${a.key}~${b.key}`,
    likeness: twin.likeness,
    sides: [side(a, sideA.card, left), side(b, sideB.card, right)],
    strip: stripOf(
      [a, b].map((fact) => spanOfValue(facts, { kind: "entity", entity: fact.subject }, fact)),
      null,
    ),
  };
}

/** What the side is called: of a date the thing that it is the date of, else the value itself. */
function nameOf(facts: Facts, fact: Fact, { direction }: CardKey, { kind }: Likeness): string {
  const slot = direction === "object" && kind !== "day" && kind !== "month" ? "object" : "subject";
  return valueWords(facts, fillOf(fact, slot));
}

/** Two sentences in pieces: words that both have in the same order are common, all others are each one's own. */
export function piecesOf(one: string, other: string): [Piece[], Piece[]] {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  const shared = longestCommon(a, b);
  // Sentences with little in common differ as a whole: nothing in them is worth a mark.
  if (shared.length * 3 < Math.max(a.length, b.length))
    return [[{ text: one, own: false }], [{ text: other, own: false }]];
  return [merged(a, new Set(shared.map(([place]) => place))), merged(b, new Set(shared.map(([, place]) => place)))];
}

/** The words of a sentence, each with the blank behind it; a date is one word. */
function tokensOf(sentence: string): string[] {
  return sentence.match(tokens) ?? [];
}

const tokens = new RegExp(
  `(?:\\d{1,2} )?(?:${monthNames.join("|")}) \\d{1,4}(?: BC)?[^\\s\\p{L}\\d]*\\s*|\\S+\\s*`,
  "gu",
);

/** The longest common run of words, not necessarily side by side, as pairs of places. Sentences are short: the square of their words is little. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/** Neighbouring words of one sort as one piece. */
function merged(words: readonly string[], common: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; own: boolean }[] = [];
  for (const [place, text] of words.entries()) {
    const own = !common.has(place);
    const last = pieces.at(-1);
    if (last && last.own === own) last.text += text;
    else pieces.push({ text, own });
  }
  return pieces;
}
