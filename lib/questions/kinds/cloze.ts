/** A sentence with a gap, to be filled with a name; the first letters of the name are there to help. */
import type { Entity } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { plainName } from "../../facts/names.ts";
import { containsWords } from "../fold.ts";
import { longestStem } from "../frame.ts";
import { type KindRules, kickerBeside, refuseKind } from "../kind.ts";
import { leakOf } from "../leak.ts";
import { nameOfWord } from "../name-words.ts";
import { type NameForm, nounPhrase, raised } from "../noun-phrase.ts";
import { gap } from "../question.ts";
import { namesOf } from "./choice.ts";
import { alsoOf, typed } from "./typed.ts";

export const cloze: KindRules = {
  kind: "cloze",

  put(facts, query, wish) {
    const question = typed.put(facts, query, wish);
    if (question.kind === "refusal") return question;
    const { value } = query.key[0]!;
    // The sentence says "X is among …" where another member would fit as well (check 36).
    if (query.isOfSet)
      return refuseKind(query, { reason: "two_keys", detail: "the sentence would fit each of the set" });
    const whole = value.kind === "entity" ? wholeNamedIn(facts, facts.entity(value.entity)) : null;
    if (whole !== null)
      return refuseKind(query, {
        reason: "two_keys",
        detail: `“${whole}” would fit the gap, of which the key is a body`,
      });
    const sentence = query.statement(value);
    if (sentence === null || value.kind !== "entity")
      return refuseKind(query, { reason: "no_frame", detail: "no sentence has it for a part: see the frame fact" });
    const entity = facts.entity(value.entity);
    const head = headOf(facts, entity);
    const plain = withGap(sentence, entity, head);
    if (plain === null)
      return refuseKind(query, { reason: "no_frame", detail: "the sentence does not print the name" });
    if (afterVerb.test(plain))
      return refuseKind(query, {
        reason: "no_frame",
        detail: "a gap straight after “is” or “named” could be filled with anything: end the frame fact in another way",
      });
    const stem = withSort(facts, plain, entity);
    const leak = leakOf(stem, namesOf(facts, value, stem), []);
    if (leak !== null) return refuseKind(query, { reason: "leak", detail: leak });
    const words = stem.split(" ").length;
    if (words > longestStem)
      return refuseKind(query, { reason: "not_askable", detail: `a sentence of ${words} words` });
    const answer = head === "" ? question.answer : raised(entity.name.slice(0, -head.length));
    const accepts = fitting(question.accepts, entity, head);
    const also = [...question.accepts, question.answer, ...withoutSort(facts, accepts, entity, stem)].filter(
      (text) => !accepts.includes(text) && text !== answer,
    );
    return {
      ...question,
      stem,
      answer,
      accepts,
      near: [...alsoOf(value.entity, also), ...question.near],
      kicker: kickerBeside(facts, query, stem),
      cue: { text: cueOf(withoutArticle(answer)), shown: wish.cue !== "asked" },
    };
  },
};

/**
 * The noun with which all names of the type end, blank and all, so that it stays in the sentence: "in the _____ period". Empty where they have none
 * in common, and where an article would tell one from the others.
 */
function headOf(facts: Facts, { type, article }: Entity): string {
  const end = ` ${facts.type(type).noun[0]}`;
  const all = facts.entitiesOfType(type);
  const isHead = all.every((one) => one.article === article && plainName(one.name).endsWith(end) && !one.plural);
  return isHead ? all[0]!.name.slice(-end.length) : "";
}

/** The accepted names that make a right sentence in the gap; a noun that stands beside it is left off. */
function fitting(accepts: readonly string[], { name, plural }: Entity, head: string): string[] {
  if (head !== "")
    return [...new Set(accepts.filter((text) => text.endsWith(head)).map((text) => text.slice(0, -head.length)))];
  // "Noble gas" and "alkaline earth" are taken for the noble gases and the alkaline earth metals, but the sentence wants their name.
  return accepts.filter(
    (text) => text === name || (!`${name} `.startsWith(`${text} `) && (!plural || /s$/.test(text))),
  );
}

/** Where the gap says of what sort the answer is ("_____ (sort of flights)"), its name is right without that noun, too, unless another is called so. */
function withoutSort(facts: Facts, accepts: readonly string[], { type, key }: Entity, stem: string): string[] {
  const noun = facts.type(type).noun[0];
  const end = ` ${noun.split(" ").at(-1)}`;
  if (!stem.includes(`${gap} (${noun})`)) return [];
  const short = accepts.filter((text) => text.endsWith(end)).map((text) => text.slice(0, -end.length));
  return short.filter((text) => [null, key].includes(nameOfWord(facts, plainName(text))));
}

/** "It was _____." could go on with anything. */
const afterVerb = new RegExp(`\\b(?:is|are|was|were|be|been|being|become|became|called|named) ${gap}`);

const forms: readonly NameForm[] = ["titled", "full", "bare", "short"];

/** The sentence with the gap in place of the name, article and all but for its head; null where the name is not in it. */
function withGap(sentence: string, entity: Entity, head: string): string | null {
  if (head !== "") {
    const bare = entity.name.slice(0, -head.length);
    return sentence.includes(entity.name) ? sentence.replaceAll(`${bare}${head}`, `${gap}${head}`) : null;
  }
  for (const form of forms) {
    const phrase = nounPhrase(entity, form);
    for (const printed of [phrase, raised(phrase)]) {
      if (!sentence.includes(printed)) continue;
      const parts = sentence.split(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(printed)}(?![\\p{L}\\p{N}])`, "u"));
      // "An" before a gap would tell how the answer begins.
      if (parts.length > 1) {
        const rest = parts.join(gap).replace(new RegExp(`\\b([Aa])n? (?=${gap})`, "g"), "$1(n) ");
        // The point of "Hask & Co." was the sentence's, too.
        return rest.endsWith(gap) ? `${rest}.` : rest;
      }
    }
  }
  return null;
}

/**
 * "Argon stands in _____ (period) of the periodic table.": the noun of the answer's type beside the gap, where the sentence has not got it and words of
 * another sort would fit. Who did something, and what a word means, is plain.
 */
function withSort(facts: Facts, stem: string, entity: Entity): string {
  const { noun, wh } = facts.type(entity.type);
  const head = noun[0].split(" ").at(-1)!;
  return /^(?:who|what)\b/i.test(wh) || containsWords(stem, head) ? stem : stem.replace(gap, `${gap} (${noun[0]})`);
}

/** The state, place or body that a name holds after "of", or before it as an adjective ("Government of Lyth", "Lythian Prime Minister"); null for a person. */
function wholeNamedIn(facts: Facts, entity: Entity): string | null {
  if (entity.surname !== null) return null;
  const words = plainName(entity.name).split(" ");
  const of = words.lastIndexOf("of");
  const named = [of > 0 ? words.slice(of + 1).join(" ") : "", words.length > 1 ? words[0]! : ""]
    .map((word) => nameOfWord(facts, word))
    .find((key) => key !== null && key !== entity.key && facts.entity(key).type !== entity.type);
  return named ? facts.entity(named).name : null;
}

/** "M______ L__________": the first letter of each word, a line for each other one; of a short answer only the lines. */
function cueOf(answer: string): string {
  const isShort = (answer.match(/[\p{L}\p{N}]/gu) ?? []).length < shortest;
  return answer.replace(/[\p{L}\p{N}]\p{M}*/gu, (letter, at: number) =>
    !isShort && (at === 0 || answer[at - 1] === " ") ? letter : "_",
  );
}

function withoutArticle(answer: string): string {
  return raised(answer.replace(/^(?:the|an?) /i, ""));
}

/** Letters of an answer below which a first letter gives too much away. */
const shortest = 5;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
