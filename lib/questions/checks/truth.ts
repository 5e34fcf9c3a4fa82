/** Truth (question-engine 1.1): keys are right and options wrong at every reading, in sets that are complete, with sources that agree. */
import { agree } from "../../facts/agree.ts";
import { overlap, spanOf } from "../../facts/time.ts";
import { entityKey } from "../../facts/value.ts";
import { candidatesFor } from "../candidates.ts";
import { containsWords } from "../fold.ts";
import { drawSeed } from "../kind.ts";
import { mark } from "../mark.ts";
import { namesOfEntity, nearNames } from "../near-names.ts";
import type { Query } from "../query.ts";
import { receiptsOfOption, sentencesOfWhy } from "../receipt.ts";
import { syntheticFor } from "../synthetic.ts";
import { citesWholeSet, isOfWholeSet, isSetDeclared, superlativeOf } from "./asked-set.ts";
import { type Check, type Item, offersAnswers, readValue, rightOptions, wrongOptions } from "./check.ts";

const cited: Check = {
  number: 1,
  severity: "fatal",
  by: "reader",
  fails: "the cited passage does not state or directly entail the key",
  faults(item) {
    const { facts, question } = item;
    const uncited = question.facts.filter((key) => facts.fact(key).citations.length === 0);
    const faults = uncited.map((key) => `${key} is cited from nowhere`);
    for (const { text, receipts } of sentencesOfWhy(question))
      if (receipts.length === 0) faults.push(`“${text}” is cited from nowhere`);
    for (const { value, text, whyNot } of question.options)
      if (whyNot !== null && receiptsOfOption(question, value).length === 0)
        faults.push(`what is said of “${text}” is cited from nowhere`);
    // What is so of a set as a whole no place of single members bears.
    if (isOfWholeSet(item) && !citesWholeSet(item))
      faults.push("a claim over a whole set, whose own place is not cited");
    return faults;
  },
};

const rightOption: Check = {
  number: 2,
  severity: "fatal",
  by: "program",
  fails: "at some reading another option than the key is right",
  faults: (item) => judged(item, "true"),
};

const doubtfulOption: Check = {
  number: 3,
  severity: "fatal",
  by: "program",
  fails:
    "the truth of an option hangs on a bound day, a finer date than the source gives, or what the pack does not say",
  faults: (item) => judged(item, "unknown"),
};

/** What the truth test says of the wrong options and, for `unknown`, also of the right ones, where it should not. */
function judged({ facts, question, query }: Item, verdict: "true" | "unknown"): string[] {
  if (!query) return verdict === "unknown" ? ["its query cannot be proved"] : [];
  const faults: string[] = [];
  const isUnsure = verdict === "unknown";
  const say = (text: string, found: ReturnType<Query["judge"]>) =>
    faults.push(
      found.verdict === "unknown" ? `“${text}”: ${found.reason}, ${found.detail}` : `“${text}” is ${found.verdict}`,
    );
  if (offersAnswers(question) && !query.offered) {
    for (const { value, text } of wrongOptions(question)) {
      const found = readValue(value) && query.judge(readValue(value)!);
      if (found?.verdict === verdict) say(text, found);
    }
    for (const { value, text } of isUnsure ? rightOptions(question) : []) {
      const found = readValue(value) && query.judge(readValue(value)!);
      if (found && found.verdict !== "true") say(text, found);
    }
  }
  if (question.kind === "true-false") {
    const isKey = query.key.some(({ value }) => query.statement(value) === question.stem);
    if (isKey !== (question.key[0] === "t:true")) {
      const claimed = isKey ? null : claimedIn(facts, query, question);
      const found = claimed && query.judge(claimed);
      if (isUnsure ? !found : !!found || isKey)
        faults.push(`“${question.stem}” is marked ${question.key[0]!.slice(2)}`);
    } else if (!isKey) {
      const claimed = claimedIn(facts, query, question);
      if (!claimed) {
        if (isUnsure) faults.push(`“${question.stem}” claims nothing that the pack knows`);
      } else if (query.judge(claimed).verdict === verdict) say(question.stem, query.judge(claimed));
    }
  }
  return faults;
}

/** The wrong value that a false statement claims, found among those that can stand in the key's place. */
function claimedIn(facts: Item["facts"], query: Query, question: Item["question"]) {
  const wish = { kind: question.kind, seed: question.seed, target: 0.5, options: 4, confusions: {} } as const;
  const own = query.key[0]!;
  const seed = drawSeed(query, wish);
  const found = [...candidatesFor(facts, query, {}, seed), ...syntheticFor(facts, query, seed)].find(
    ({ value }) => query.statement(value) === question.stem,
  );
  if (found) return found.value;
  if (own.value.kind !== "entity") return null;
  const entity = facts
    .entitiesOfType(facts.entity(own.value.entity).type)
    .find(({ key }) => query.statement({ kind: "entity", entity: key }) === question.stem);
  return entity ? ({ kind: "entity", entity: entity.key } as const) : null;
}

const openSet: Check = {
  number: 6,
  severity: "fatal",
  by: "program",
  fails: "a negative, count or superlative is asked of a set that is not declared complete for what the stem states",
  faults(item) {
    const word = superlativeOf(item);
    return word !== null && !isSetDeclared(item) ? [`“${word}” of a set that nothing declares complete`] : [];
  },
};

const contradiction: Check = {
  number: 7,
  severity: "fatal",
  by: "program",
  fails: "sources contradict each other on what is asked, and the stem names none",
  faults({ facts, question, query }) {
    const faults: string[] = [];
    for (const key of question.facts) {
      const fact = facts.fact(key);
      // What only disproves a statement is told by its document in the Why.
      const text = query && !query.facts.includes(fact) ? question.why : question.stem;
      const relation = facts.relation(fact.relation);
      if (relation.objectsPerSubject !== "one" || fact.negative) continue;
      const span = spanOf(fact, relation).sure;
      for (const other of facts.factsOf({ subject: fact.subject, relation: fact.relation }).slice(0, 64)) {
        if (other === fact || other.negative || agree(fact.object, other.object, facts.related)) continue;
        const sources = [fact, other].map(({ citations }) => citations.map(({ source }) => source).join());
        if (sources[0] === sources[1] || !overlap(span, spanOf(other, relation).sure)) continue;
        const names = fact.citations.some(({ source }) => containsWords(text, facts.source(source).inStem));
        if (!names) faults.push(`${key}, but ${other.key}`);
      }
    }
    return faults;
  },
};

/** So many names that resemble the key's are tried, and so many others. */
const [nearTried, fewTried] = [8, 3];

const typedNames: Check = {
  number: 38,
  severity: "fatal",
  by: "program",
  fails: "an accepted name of the key is rejected, or another entity's is accepted",
  faults({ facts, question }) {
    if (question.kind !== "typed" && question.kind !== "cloze") {
      if (question.kind !== "date" && question.kind !== "number") return [];
      const refused = question.accepts.filter((text) => !isRight(question, text));
      return refused.map((text) => `“${text}” is rejected`);
    }
    const faults: string[] = [];
    const own = readValue(question.key[0]!);
    if (own?.kind !== "entity") return [`no name: ${question.key[0]}`];
    const { type } = facts.entity(own.entity);
    // A surname that two persons bear is asked again, and is no name of either.
    const names = namesOfEntity(facts.entity(own.entity));
    for (const text of question.kind === "cloze" ? names.slice(0, 1) : names)
      if (facts.named(text).filter((key) => facts.entity(key).type === type).length <= 1 && !isRight(question, text))
        faults.push(`“${text}” is rejected`);
    for (const text of question.accepts) if (!isRight(question, text)) faults.push(`“${text}” is listed, and rejected`);
    // A gap is filled by typing: what holds of the typed question holds of it.
    if (question.kind === "cloze") return faults;
    const near = nearNames(facts, facts.entity(own.entity), question.accepts);
    const some = facts
      .entitiesOfType(type)
      .slice(0, fewTried)
      .map(({ key, name }) => ({ value: entityKey(key), text: name }));
    for (const { value, text } of [...near.slice(0, nearTried), ...some])
      if (!question.key.includes(value) && isRight(question, text) && !sharesName(facts, own.entity, text))
        faults.push(`“${text}” is accepted`);
    return faults;
  },
};

/** A label of both is no other's name; the kind asks back, or accepts it of either. */
function sharesName(facts: Item["facts"], entity: string, text: string): boolean {
  return facts.named(text).includes(entity);
}

function isRight(question: Item["question"], text: string): boolean {
  const kind = question.kind === "cloze" ? "typed" : question.kind;
  const found = mark(question, { kind: kind as "typed" | "date" | "number", text });
  return found.kind === "marked" && found.fraction === 1;
}

export const truth: readonly Check[] = [cited, rightOption, doubtfulOption, openSet, contradiction, typedNames];
