/** What a question asks, worked out from its form, its facts, its stem and its time: a test of values in one world. */
import { apart, readDate } from "./calendar.ts";
import { areKin, folded, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type List, type Pack, type Relation, type Value } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import { boundDay, type Reading } from "./readings.ts";
import {
  type Asked,
  isClosed,
  isOne,
  listsFor,
  otherPlace,
  type Place,
  type Query,
  type Verdict,
  verdict,
} from "./verdict.ts";

export type Sense = {
  /** What stands in the open place. */
  readonly place: Place | "from" | "to";
  readonly relation: Relation;
  readonly fact: Fact;
  readonly test: (value: Value, reading: Reading) => Verdict;
  /** Null where the open place is no place of a plain query. */
  readonly query: Query | null;
};

/** The question as a test. Throws where the question does not say what it asks. */
export function senseOf(pack: Pack, question: Question): Sense {
  const facts = question.facts.map((key) => factOf(pack, key));
  const [fact] = facts as [Fact];
  const relation = pack.relations.find(({ key }) => key === fact.relation)!;
  const place = question.card?.direction ?? placeAsked(pack, facts, question);
  if (place === "from" || place === "to")
    return { place, relation, fact, query: null, test: (value) => boundVerdict(pack, fact, place, value) };
  const query: Query = {
    relation,
    hole: place,
    anchor: fact[otherPlace(place)],
    asked: askedOf(question),
    everBefore: question.form === "Q7" && question.time.kind === "as-of",
    names: pack.sources.filter(({ inStem }) => question.stem.includes(inStem)).map(({ key }) => key),
    alone: null,
  };
  const sense = { place, relation, fact, query };
  switch (question.form) {
    case "Q4":
      return { ...sense, test: (value, reading) => neighbourVerdict(pack, question, facts, value, reading) };
    case "Q5":
      return { ...sense, test: (value, reading) => endVerdict(pack, question, query, value, reading) };
    case "Q14":
      return { ...sense, test: (value) => differenceVerdict(pack, question, fact, value) };
    default:
      return { ...sense, test: (value, reading) => verdictOfAll(pack, query, value, reading) };
  }
}

/** A question without a card: the place of its facts where its keys stand; of a statement, where the members of its list do. */
function placeAsked(pack: Pack, facts: readonly Fact[], question: Question): Place {
  if (question.kind === "true-false") {
    const lists = pack.lists.filter((list) => facts.every(({ key }) => list.facts.includes(key)));
    if (lists.length !== 1) throw new Error(`a statement about ${lists.length} lists`);
    return lists[0]!.members;
  }
  const keys = question.key.map(readValue);
  const places = (["subject", "object"] as const).filter((place) =>
    keys.every((key) => facts.some((fact) => isSame(fact[place], key))),
  );
  if (places.length !== 1) throw new Error(`the keys stand in ${places.length} places of the facts`);
  return places[0]!;
}

function askedOf({ time }: Question): Asked {
  switch (time.kind) {
    case "timeless":
      return time;
    case "on":
      return { kind: "within", days: readDate(time.edtf) };
    case "span":
      return { kind: "within", days: { first: readDate(time.from).first, last: readDate(time.to).last } };
    case "as-of":
      return { kind: "as-of", when: readDate(time.edtf), source: time.source };
  }
}

/** R3: where two sources give different answers to a question that has one, each alone must bear the verdict. */
function verdictOfAll(pack: Pack, query: Query, value: Value, reading: Reading): Verdict {
  const place = otherPlace(query.hole);
  const answers = factsOf(pack, query.relation.key).filter(
    (fact) =>
      !fact.negative && isSame(fact[place], query.anchor) && verdict(pack, query, fact[query.hole], reading) === "T",
  );
  const differ =
    isOne(query, query.hole, answers) && answers.some((fact) => !isSame(fact[query.hole], answers[0]![query.hole]));
  if (!differ) return verdict(pack, query, value, reading);
  const each = pack.sources.map(({ key }) => verdict(pack, { ...query, alone: key }, value, reading));
  return each.every((one) => one === each[0]) ? each[0]! : "U";
}

/** Q10 at an end of a span: the day given, of the one term that the subject has. */
function boundVerdict(pack: Pack, fact: Fact, side: "from" | "to", value: Value): Verdict {
  const bounds = pack.facts
    .filter(
      (one) => one.relation === fact.relation && isSame(one.subject, fact.subject) && isSame(one.object, fact.object),
    )
    .map((one) => one[side]);
  if (value.kind !== "date") return "U";
  if (bounds.some((bound) => bound === "open" || bound === "unknown")) return "U";
  const dates = bounds.filter((bound) => typeof bound !== "string");
  if (dates.every((date) => date.edtf === value.when.edtf)) return "T";
  return dates.every((date) => apart(date, value.when)) ? "F" : "U";
}

/** Q4: the holder whose time meets that of the named one, on the same day or the next, in a sequence without gaps in what is known. */
function neighbourVerdict(
  pack: Pack,
  question: Question,
  [asked, named]: readonly Fact[],
  value: Value,
  reading: Reading,
): Verdict {
  const holders = holdersOf(pack, asked!);
  const isClosedSet = pack.relations
    .find(({ key }) => key === asked!.relation)!
    .closed.some(({ object }) => asked!.object.kind === "entity" && object === asked!.object.entity);
  if (!named || !isClosedSet || holders.filter((one) => isSame(one.subject, named.subject)).length !== 1) return "U";
  const next = asksForNext(pack, question, asked!);
  if (next === null) return "U";
  const meets = (one: Fact) => {
    const gap = next
      ? boundDay(one, "from", reading) - boundDay(named, "to", reading)
      : boundDay(named, "from", reading) - boundDay(one, "to", reading);
    return gap === 0 || gap === 1;
  };
  const neighbours = holders.filter((one) => one.key !== named.key && meets(one));
  if (neighbours.some((one) => !isSame(one.subject, value)))
    return neighbours.some((one) => isSame(one.subject, value)) ? "U" : "F";
  return neighbours.length > 0 ? "T" : "U";
}

/** Whether the stem says "after whom" or "before whom"; null when it fits neither frame or both. */
function asksForNext(pack: Pack, { stem }: Question, fact: Fact): boolean | null {
  const frames = pack.relations.find(({ key }) => key === fact.relation)!.frames;
  const fits = (purpose: string) => {
    const pieces = (frames[purpose] ?? "{").split(/\{[^}]+\}/).filter((piece) => /\w/.test(piece));
    return pieces.length > 0 && pieces.every((piece) => stem.includes(piece.trim()));
  };
  const next = fits("ask_successor");
  return next === fits("ask_predecessor") ? null : next;
}

function holdersOf(pack: Pack, { relation, object }: Fact): Fact[] {
  return pack.facts.filter((one) => one.relation === relation && !one.negative && isSame(one.object, object));
}

/** Q5: the earliest or the latest beginning of a closed set, as of the date in the stem. */
function endVerdict(pack: Pack, question: Question, query: Query, value: Value, reading: Reading): Verdict {
  if (query.asked.kind !== "as-of" || query.hole !== "subject" || !isClosed(pack, query)) return "U";
  const first = /\bfirst\b/.test(question.stem);
  if (first === /\b(last|most recent)\b/.test(question.stem)) return "U";
  const holders = holdersOf(pack, factOf(pack, question.facts[0]!));
  const begins = (one: Fact) => boundDay(one, "from", reading) * (first ? 1 : -1);
  const best = Math.min(...holders.map(begins));
  const ends = holders.filter((one) => begins(one) === best);
  if (ends.length !== 1) return "U";
  return isSame(ends[0]!.subject, value) ? "T" : "F";
}

/** Q14: in one document's list and not in the other's, for the value and for everything that it may be another name or a part of (R6). */
function differenceVerdict(pack: Pack, question: Question, fact: Fact, value: Value): Verdict {
  const [these, those] = listsCompared(pack, question, fact);
  const has = (list: List, one: Value) => list.facts.some((key) => isSame(factOf(pack, key)[list.members], one));
  const alike: Value[] =
    value.kind === "entity"
      ? pack.entities
          .filter(({ key }) => areKin(pack, key, value.entity))
          .map(({ key }) => ({ kind: "entity", entity: key }))
      : [value];
  if (has(these, value) && !alike.some((one) => has(those, one))) return "T";
  return alike.some((one) => has(these, one) && !has(those, one)) ? "U" : "F";
}

/** The list of the asked fact and the one it is compared with, both named in the stem, this one first. */
export function listsCompared(pack: Pack, question: Question, fact: Fact): [List, List] {
  const these = pack.lists.find(({ facts }) => facts.includes(fact.key));
  const those = pack.lists.find((one) => these?.compareWith.includes(one.key));
  if (!these || !those) throw new Error("no list to compare with");
  if ([these, those].some(({ complete }) => complete === "no")) throw new Error("a list that is compared is open");
  const at = [these, those].map(({ sources }) =>
    Math.max(
      ...pack.sources.filter(({ key }) => sources.includes(key)).map(({ inStem }) => question.stem.indexOf(inStem)),
    ),
  );
  if (at[0]! < 0 || at[1]! <= at[0]!) throw new Error("the stem does not name both documents, this one first");
  return [these, those];
}

/** The members that "Besides …" leaves: those whose names the stem does not print. */
export function unnamed(pack: Pack, question: Question, query: Query): { left: Value[]; total: number } {
  const members = listsFor(pack, query).flatMap(({ facts, members: place }) =>
    facts.map((key) => factOf(pack, key)[place]),
  );
  const stem = ` ${folded(question.stem)} `;
  const left = members.filter(
    (member) =>
      member.kind !== "entity" ||
      !pack.entities
        .find(({ key }) => key === member.entity)!
        .names.slice(0, 2)
        .some((name) => stem.includes(` ${folded(name)} `)),
  );
  return { left, total: members.length };
}
