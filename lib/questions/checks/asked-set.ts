/** Does the stem ask about a whole set (all, none, the first, how many), and does the pack declare that set complete? */
import { completeAt } from "../../facts/complete.ts";
import { objectKey } from "../../facts/facts.ts";
import { containsWords } from "../fold.ts";
import { closureOf } from "../judge.ts";
import { receiptsOfWhy } from "../receipt.ts";
import type { Item } from "./check.ts";
import { withoutNames } from "./own-names.ts";

/** Forms that ask about a set whatever their words are: first and last, not a member, how many, how far the documents go. */
const ofSets = new Set(["Q5", "Q8", "Q9"]);

const wholeSet =
  /\b(?:not|never|except|only|none|first|last|most recent|latest|earliest|highest|lowest|largest|smallest|longest|shortest|oldest|youngest)\b/gi;

/**
 * The word of the stem that speaks of a whole set; null where there is none. What chooses among the options only ("which of these … first")
 * does not, nor does what every fact of the relation itself says with its citation: when a light "was first lit".
 */
export function superlativeOf({ facts, question, ask }: Item): string | null {
  if (ofSets.has(question.form) && !/_(?:more|less)$/.test(ask.purpose)) return question.form;
  if (question.kind === "order" || question.kind === "timeline" || /\bof these\b/i.test(question.stem)) return null;
  // A statement's "only" is that of the list it rests on, and is looked up below.
  const said = facts.relation(facts.fact(ask.fact).relation).frames.fact ?? "";
  const words = withoutNames(facts, question.stem, wholeSet).match(wholeSet) ?? [];
  return words.find((word) => !isOwnWord(word, said)) ?? null;
}

/** Does a relation's sentence hold the superlative? Its negations and its "only" are held to a list all the same. */
function isOwnWord(word: string, sentence: string): boolean {
  return !/^(?:not|never|except|only|none)$/i.test(word) && containsWords(sentence, word);
}

/** Is there a declaration for each asked fact: a closed relation, or a list that is complete, or complete as the named source names it? */
export function isSetDeclared({ facts, question, ask }: Item): boolean {
  if (ask.list !== null) return isListDeclared(ask.list);
  if (ask.on !== null && facts.pack.lists.some(({ key }) => key === ask.on) && isListDeclared(ask.on)) return true;
  const own = facts.fact(ask.fact);
  return question.facts.every((key) => {
    const fact = facts.fact(key);
    // What somebody outside the set did instead is no part of it.
    if (fact.subject !== own.subject && objectKey(fact) !== objectKey(own)) return true;
    if (closureOf(facts, fact)) return true;
    if (facts.relation(fact.relation).closed.some(({ subject }) => subject === fact.subject)) return true;
    if (facts.listsOf(key).some((list) => isListDeclared(list.key))) return true;
    const time = { kind: "timeless" } as const;
    const anchors = [
      { relation: fact.relation, end: "object", key: objectKey(fact) },
      { relation: fact.relation, end: "subject", key: fact.subject },
    ] as const;
    return anchors.some((anchor) => completeAt(facts, anchor, time) !== null);
  });

  function isListDeclared(key: string): boolean {
    const list = facts.list(key);
    if (list.complete === "yes") return true;
    const source = facts.source(list.citations[0]!.source);
    return list.complete === "as_named" && question.form !== "Q8" && containsWords(question.stem, source.inStem);
  }
}

/** Is the key so of a set as a whole: first or last, the most, not in it, how many, the only one that is missing or that is not among the four? */
export function isOfWholeSet({ question, ask }: Item): boolean {
  if (ofSets.has(question.form)) return !/_(?:more|less)$/.test(ask.purpose);
  return ask.list !== null && (question.form === "Q13" || ask.purpose.includes("missing"));
}

/** Does the Why cite the place where the set is declared: its list's, or that of the relation closed around it? */
export function citesWholeSet({ facts, question, ask }: Item): boolean {
  const first = facts.fact(ask.fact);
  const places =
    ask.list === null
      ? facts
          .relation(first.relation)
          .closed.filter(({ subject, object }) => subject === first.subject || object === objectKey(first))
          .map(({ citation }) => citation)
      : facts.list(ask.list).citations;
  return receiptsOfWhy(question).some((receipt) =>
    places.some(({ source, locator }) => receipt.source === source && receipt.locator === locator),
  );
}
