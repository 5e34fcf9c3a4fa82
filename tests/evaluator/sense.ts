/** What a question asks, worked out from its form, its facts, its stem and its time: a test of values in one world. */
import { readDate } from "./calendar.ts";
import { relationOf, sideAsked } from "./frames.ts";
import { isSame } from "./kin.ts";
import { differenceVerdict } from "./listed.ts";
import { type Fact, factOf, type Pack, type Relation, type Value } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import type { Reading } from "./readings.ts";
import { boundVerdict, endVerdict, neighbourVerdict } from "./sequence.ts";
import { specialTest } from "./special.ts";
import { type Asked, otherPlace, type Place, type Query, type Verdict, verdictOfAll } from "./verdict.ts";

/** What stands in the open place: something of a fact, a number of things, or a word about the documents. */
export type Hole = Place | "from" | "to" | "count" | "limit";

export type Sense = {
  readonly place: Hole;
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
  const relation = relationOf(pack, fact);
  const special = specialTest(pack, question, fact, relation);
  if (special) return { relation, fact, ...special };
  const place = question.card?.direction ?? placeAsked(pack, facts, question);
  if (place === "from" || place === "to")
    return { place, relation, fact, query: null, test: (value) => boundVerdict(pack, fact, place, value) };
  const query = queryOf(pack, question, fact, place);
  const sense = { place, relation, fact, query };
  switch (question.form) {
    case "Q4": {
      const side = sideAsked(relation, question, "ask_successor", "ask_predecessor");
      return { ...sense, test: (value, reading) => neighbourVerdict(pack, side, facts, value, reading) };
    }
    case "Q5":
      return { ...sense, test: (value, reading) => endVerdict(pack, question, query, value, reading) };
    case "Q14":
      return { ...sense, test: (value) => differenceVerdict(pack, question, fact, value) };
    default:
      return { ...sense, test: (value, reading) => verdictOfAll(pack, query, value, reading) };
  }
}

/** The plain query of a question about one place of a fact. */
export function queryOf(pack: Pack, question: Question, fact: Fact, hole: Place): Query {
  return {
    relation: relationOf(pack, fact),
    hole,
    anchor: fact[otherPlace(hole)],
    asked: askedOf(question),
    everBefore: ["Q7", "Q8", "Q9", "Q12", "Q13"].includes(question.form) && question.time.kind === "as-of",
    names: pack.sources.filter(({ inStem }) => question.stem.includes(inStem)).map(({ key }) => key),
    alone: null,
  };
}

/** A question without a card: the place of its facts where its keys stand; of a statement, where the members of its list do. */
function placeAsked(pack: Pack, facts: readonly Fact[], question: Question): Place {
  if (question.kind === "true-false") {
    // Of a false one the first fact is that of the member; what disproves it may stand elsewhere.
    const lists = pack.lists.filter((list) => list.facts.includes(facts[0]!.key));
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
