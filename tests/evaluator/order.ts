/** Things in an order, and one to be placed among them: every pair is surely before (3.3), and no label shows its place. */
import { datesIn } from "./calendar.ts";
import { isFarBelow } from "./compare.ts";
import { spelled } from "./item.ts";
import { areApart, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type Pack } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import { isClaim } from "./readings.ts";

/** Q6: the key's order is sure for every pair, of 3 to 6 things of one scale. */
export function orderFaults(pack: Pack, question: Question): string[] {
  const facts = question.key.map((key) => factAbout(pack, question, key));
  const faults = [...sequenceFaults(pack, facts), ...labelFaults(question)];
  if (facts.length < 3 || facts.length > 6) faults.push(`${facts.length} things to order`);
  return faults;
}

/** One thing between two neighbours of a row that is itself in order; the row's dates are printed, and the thing's is not. */
export function timelineFaults(pack: Pack, question: Question): string[] {
  const [start, ...anchors] = question.options;
  const [prompt, ...more] = question.prompts ?? [];
  if (start?.value !== "t:start" || !prompt || more.length > 0)
    return ["no one thing to place, or no row to place it in"];
  const placed = factAbout(pack, question, prompt.value);
  const row = anchors.map(({ value }) => factAbout(pack, question, value));
  const at = question.options.findIndex(({ value }) => value === question.key[0]);
  const faults = sequenceFaults(pack, [...row.slice(0, at), placed, ...row.slice(at)]);
  for (const [index, { text, when }] of anchors.entries()) {
    const dates = dateOf(row[index]!);
    if (when === undefined || datesIn(when).join() !== spelled(dates).join())
      faults.push(`${text} is dated ${when}, not ${dates}`);
  }
  for (const { text } of [prompt, ...anchors]) if (/\d{3}/.test(text)) faults.push(`${text} shows when it was`);
  if (datesIn(question.stem).some((edtf) => edtf === dateOf(placed))) faults.push("the stem says when it was");
  return faults;
}

function dateOf({ object, from }: Fact): string {
  if (object.kind === "date") return object.when.edtf;
  return typeof from === "string" ? from : from.edtf;
}

/** The one fact of the question that is about a thing. */
function factAbout(pack: Pack, { facts }: Question, value: string): Fact {
  const found = facts.map((one) => factOf(pack, one)).filter(({ subject }) => isSame(subject, readValue(value)));
  if (found.length !== 1) throw new Error(`${found.length} facts order ${value}`);
  return found[0]!;
}

/** Every pair, in the order given. */
function sequenceFaults(pack: Pack, facts: readonly Fact[]): string[] {
  const faults: string[] = [];
  for (const [at, later] of facts.entries())
    for (const earlier of facts.slice(0, at)) {
      const pairs = termsOf(pack, earlier).flatMap((one) => termsOf(pack, later).map((other) => [one, other] as const));
      for (const [one, other] of pairs)
        if (!isFarBelow(pack, one, other)) faults.push(`${one.key} is not surely before ${other.key}`);
      if (!areApart(pack, earlier.subject, later.subject)) faults.push(`${earlier.key} and ${later.key} may be one`);
    }
  if (new Set(facts.map(({ relation }) => relation)).size !== 1) faults.push("an order across relations");
  if (facts.some(isClaim)) faults.push("an order of those who may not count");
  const isSequence = facts.every(({ object }) => object.kind === "entity");
  if (isSequence && !facts.every(({ object }) => isSame(object, facts[0]!.object)))
    faults.push("an order across anchors");
  const { temporal } = pack.relations.find(({ key }) => key === facts[0]!.relation)!;
  if (!isSequence && temporal && new Set(facts.map(({ asOf }) => asOf?.edtf)).size !== 1)
    faults.push("quantities of different times in one order");
  return faults;
}

/** All that the label of a thing may stand for: somebody who held twice began twice. */
function termsOf(pack: Pack, fact: Fact): Fact[] {
  return factsOf(pack, fact.relation).filter(
    (one) =>
      !one.negative &&
      isSame(one.subject, fact.subject) &&
      (fact.object.kind !== "entity" || isSame(one.object, fact.object)),
  );
}

function labelFaults({ options }: Question): string[] {
  return options.some(({ text }) => /\d/.test(text)) ? ["a label shows its place in the order"] : [];
}
