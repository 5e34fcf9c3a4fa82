/**
 * The independent evaluator of questions: what is wrong with a question, by the specification of the fact model (3.1-3.4) and nothing
 * of the engine. Slow on purpose: every option at every reading against every fact.
 */
import { datesIn, readDate } from "./calendar.ts";
import { claimOf } from "./claim.ts";
import { eventFaults } from "./event.ts";
import { itemFaults } from "./item.ts";
import { areApart, areKin, isSame } from "./kin.ts";
import { unnamed } from "./listed.ts";
import { meant } from "./meant.ts";
import { oddFaults } from "./odd.ts";
import { orderFaults, timelineFaults } from "./order.ts";
import { type Fact, factOf, factsOf, type Pack, type Value } from "./pack.ts";
import { matchFaults } from "./pairs.ts";
import { type Question, readValue } from "./question.ts";
import { readingsOf } from "./readings.ts";
import { type Sense, senseOf } from "./sense.ts";
import { spanFaults } from "./span.ts";
import { isClosed, listsFor, otherPlace } from "./verdict.ts";

/** Every fault of a question, one sentence each; none for a question that holds at every reading. */
export function faultsOf(pack: Pack, question: Question): string[] {
  try {
    return [...itemFaults(pack, question), ...truthFaults(pack, question)];
  } catch (error) {
    return [`not judged: ${(error as Error).message}`];
  }
}

function truthFaults(pack: Pack, question: Question): string[] {
  if (question.kind === "timeline") return timelineFaults(pack, question);
  if (question.kind === "match") return matchFaults(pack, question);
  if (question.form === "Q6") return orderFaults(pack, question);
  if (question.span) return spanFaults(pack, question);
  const sense = senseOf(pack, question);
  const faults = [...timeFaults(pack, question, sense), ...formFaults(pack, question, sense)];
  if (question.kind === "true-false") return [...faults, ...statementFaults(pack, question, sense)];
  if (question.options.length > 0) return [...faults, ...optionFaults(pack, question, sense)];
  return [...faults, ...producedFaults(pack, question, sense)];
}

/** What a form asks of a question besides its truth. */
function formFaults(pack: Pack, question: Question, sense: Sense): string[] {
  switch (question.form) {
    case "Q16":
      return sense.place === "limit" || /\bNOT\b/.test(question.stem) ? [] : ["NOT does not stand in capitals"];
    case "Q8":
      return /\bNOT\b/.test(question.stem) ? [] : ["NOT does not stand in capitals"];
    case "Q9":
      return endFaults(pack, question, sense);
    case "Q11":
      return eventFaults(pack, question, sense);
    case "Q13":
      return oddFaults(pack, question);
    default:
      return [];
  }
}

/** Q9: where spans are counted, and no list says which, the stem says from when to when all are known. */
function endFaults(pack: Pack, { stem, time }: Question, { query, relation }: Sense): string[] {
  const isOfSpans = factsOf(pack, relation.key).some(({ from, to }) => from !== "unknown" || to !== "unknown");
  if (!relation.temporal || !isOfSpans || (query && listsFor(pack, { ...query, names: [] }).length > 0)) return [];
  const said = datesIn(stem);
  const isStated = time.kind === "span" && said.includes(time.from) && said.includes(time.to);
  return isStated ? [] : ["the stem does not give both ends of what is counted"];
}

/** Choice and multi-select: a right option is T, a wrong one F, at every reading and for everything that its words can name. */
function optionFaults(pack: Pack, question: Question, sense: Sense): string[] {
  const faults: string[] = [];
  for (const option of question.options)
    for (const value of meant(pack, option.text, readValue(option.value)))
      faults.push(...verdictFaults(pack, sense, value, option.right ? "T" : "F", option.value));
  const right = question.options.filter((option) => option.right).length;
  // Of several the stem may leave open how many; of a choice there is one.
  const announced = question.choose ?? (question.kind === "multi-select" ? Math.max(right, 1) : 1);
  if (right !== announced) faults.push(`${right} right options where ${announced} are announced`);
  // Of what does not belong (Q8, Q13) the right answer is the one that must be right of nothing alike.
  const isOutside = question.form === "Q8" || question.form === "Q13";
  for (const option of question.options.filter((one) => one.right === isOutside))
    faults.push(
      ...synonymFaults(pack, sense, readValue(option.value)),
      ...formerFaults(pack, sense, readValue(option.value)),
    );
  return faults;
}

/** A statement is right or wrong at every reading, as the key says. */
function statementFaults(pack: Pack, question: Question, sense: Sense): string[] {
  if (sense.place === "count" || sense.place === "limit")
    return ["a statement about a number of things or about documents"];
  const claim = claimOf(pack, question.stem, sense.fact, sense.relation, sense.place);
  if (claim === null) return ["the statement cannot be read"];
  const isRight = question.key[0] === "t:true";
  return [
    ...verdictFaults(pack, sense, claim, isRight ? "T" : "F", JSON.stringify(claim)),
    ...(isRight ? [] : [...synonymFaults(pack, sense, claim), ...formerFaults(pack, sense, claim)]),
  ];
}

/** Typed, date, number and flashcard: the key is T, and everything else of that type in the pack is not. */
function producedFaults(pack: Pack, question: Question, sense: Sense): string[] {
  const keys = question.key.map(readValue);
  const faults = keys.flatMap((key, at) => verdictFaults(pack, sense, key, "T", question.key[at]!));
  const { query } = sense;
  if (question.form === "Q7") {
    const { left, total } = unnamed(pack, question, query!);
    if (total === 0) return [...faults, "no complete list says that nothing else is missing"];
    if (left.length !== 1 || !isSame(left[0]!, keys[0]!)) faults.push(`the stem leaves ${left.length} members unnamed`);
    return faults;
  }
  // What was replaced stands in the stem, and is neither right nor wrong.
  const former = question.form === "Q14" && sense.fact.replaces !== null ? factOf(pack, sense.fact.replaces) : null;
  for (const other of universe(pack, sense).filter((one) => !former || !isSame(one, former.object)))
    if (!keys.some((key) => !areApart(pack, key, other)))
      faults.push(...verdictFaults(pack, sense, other, "F", JSON.stringify(other)));
  if (query && !["Q9", "Q14"].includes(question.form) && !query.relation.one[query.hole] && !isClosed(pack, query))
    faults.push("nothing says that this is the only answer");
  if (question.card !== null && keys.length !== 1) faults.push(`${keys.length} keys where one is asked`);
  return faults;
}

const universes = new WeakMap<Pack, Map<string, readonly Value[]>>();

/** All values that the pack knows for the open place: entities of its types, or the values of the same relation. */
function universe(pack: Pack, { place, relation, fact }: Sense): readonly Value[] {
  if (place === "from" || place === "to" || place === "count" || place === "limit") return [];
  const ofPack = universes.get(pack) ?? new Map<string, readonly Value[]>();
  universes.set(pack, ofPack);
  const name = `${fact.relation} ${place}`;
  const entities = pack.entities.filter(({ type }) => relation.types[place].includes(type));
  const values: readonly Value[] = ofPack.get(name) ?? [
    ...entities.map(({ key }) => ({ kind: "entity", entity: key }) as const),
    ...pack.facts.flatMap((one) => (one.relation === fact.relation && one[place].kind !== "entity" ? one[place] : [])),
  ];
  ofPack.set(name, values);
  return values;
}

function verdictFaults(pack: Pack, { test, query }: Sense, value: Value, wanted: "T" | "F", label: string): string[] {
  // What has no time is the same in every world.
  for (const reading of query?.relation.temporal === false ? readingsOf(pack).slice(0, 1) : readingsOf(pack)) {
    const given = test(value, reading);
    if (given !== wanted) return [`${label} is to be ${wanted} at every reading, and is ${given} at: ${reading.name}`];
  }
  return [];
}

/** What gave way to the answer, or took over from it, is no wrong option: a date of the change that is a little off makes it right. */
function formerFaults(pack: Pack, { place, fact }: Sense, value: Value): string[] {
  if (place !== "subject" && place !== "object") return [];
  const anchor = otherPlace(place);
  return factsOf(pack, fact.relation)
    .filter((one) => isSame(one[anchor], fact[anchor]) && isSame(one[place], value))
    .filter((one) => one.replaces === fact.key || fact.replaces === one.key)
    .map((one) => `the wrong answer follows the right one, or is followed by it (${one.key})`);
}

/** G8 and R6 of the anchor: a wrong answer is no right one for a near synonym, nor for another name of what is asked about. */
function synonymFaults(pack: Pack, { place, relation, fact }: Sense, value: Value): string[] {
  if (place === "from" || place === "to" || place === "count" || place === "limit") return [];
  const near = pack.relations.filter(
    (one) => one.nearSynonym.includes(relation.key) || relation.nearSynonym.includes(one.key),
  );
  const anchor = place === "subject" ? "object" : "subject";
  const isAbout = (one: Fact) => {
    const [a, b] = [one[anchor], fact[anchor]];
    return a.kind === "entity" && b.kind === "entity" ? areKin(pack, a.entity, b.entity) : isSame(a, b);
  };
  const same = (one: Fact) => isSame(one[anchor], fact[anchor]);
  return pack.facts
    .filter((one) => !one.negative && isSame(one[place], value))
    .flatMap((one) => {
      if (near.some(({ key }) => key === one.relation) && isAbout(one))
        return [`the wrong answer is right of the near synonym ${one.relation} (${one.key})`];
      if (one.relation === relation.key && !relation.temporal && isAbout(one) && !same(one))
        return [`the wrong answer is right of another name of the anchor (${one.key})`];
      return [];
    });
}

/** Check 4: what changes over time is asked at a stated time, strictly inside what is known. */
function timeFaults(pack: Pack, question: Question, { relation, query }: Sense): string[] {
  const faults: string[] = [];
  const { time } = question;
  if (query && relation.temporal && time.kind === "timeless" && question.form !== "Q4")
    faults.push("a relation that changes over time is asked without a time");
  if (
    question.form === "Q4" &&
    !relation.closed.some(({ object }) => query?.anchor.kind === "entity" && object === query.anchor.entity)
  )
    faults.push("a neighbour is asked in a sequence that is not closed");
  if (time.kind === "on" || time.kind === "span") {
    if (readDate(time.kind === "on" ? time.edtf : time.to).last > pack.asOf.first)
      faults.push("a day after the pack's as-of is asked");
  }
  if (time.kind === "as-of" && time.source !== null) {
    const source = pack.sources.find(({ key }) => key === time.source);
    if (source?.date.edtf !== time.edtf) faults.push(`${time.source} is not of ${time.edtf}`);
  }
  return faults;
}
