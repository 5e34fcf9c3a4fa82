/** The forms that ask for something else than what stands in one place of a fact: a test of values for each. */
import { readDate } from "./calendar.ts";
import { changeVerdict } from "./change.ts";
import { anchorIn, comparedFacts, mostVerdict, thanVerdict } from "./compare.ts";
import { countVerdict } from "./count.ts";
import { listAsked, membersAsked, purposesIn, sideAsked } from "./frames.ts";
import { completenessVerdict, precisionVerdict, sourceVerdict, unsaidVerdict } from "./limits.ts";
import { memberVerdict } from "./listed.ts";
import { type Fact, factOf, type Pack, type Relation } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import { queryOf, type Sense } from "./sense.ts";
import { isClosed, otherPlace, type Place, type Query, type Verdict, verdictOfAll } from "./verdict.ts";

type Test = Pick<Sense, "place" | "query" | "test">;

/** The test of a question of such a form; null for any other. Throws where its stem is no sentence of the form. */
export function specialTest(pack: Pack, question: Question, fact: Fact, relation: Relation): Test | null {
  const asked = purposesIn(relation.frames, question.stem);
  switch (question.form) {
    case "Q5":
    case "Q10":
      return extremeTest(pack, question, fact, relation);
    case "Q7":
      return listTest(pack, question, ["ask_members", "ask_some_members", "ask_missing", "ask_all"]);
    case "Q8":
      return outsideTest(pack, question, fact, relation, "ask_not_member", true);
    case "Q9":
      return countTest(pack, question, fact, relation);
    case "Q13":
      if (asked.some((purpose) => /_(before|after)$/.test(purpose))) return sideTest(pack, question, fact, relation);
      return outsideTest(pack, question, fact, relation, "ask_odd_one_out", false);
    case "Q14":
      if (!asked.includes("ask_change")) return null;
      return { place: "object", query: null, test: (value) => changeVerdict(pack, question, fact, value) };
    case "Q15": {
      const offered = question.options.map(({ value }) => value.split(":")[1]!);
      return { place: "limit", query: null, test: (value) => sourceVerdict(pack, fact, offered, value) };
    }
    case "Q16":
      return limitTest(pack, question, fact, asked);
    default:
      return null;
  }
}

/** Q8 and Q13: what surely does not belong; of Q8 only where nothing else belongs. */
function outsideTest(
  pack: Pack,
  question: Question,
  fact: Fact,
  relation: Relation,
  purpose: string,
  needsAll: boolean,
): Test {
  const inverted = (given: Verdict, isAll: boolean) => {
    if (given === "T") return "F";
    return given === "F" && (isAll || !needsAll) ? "T" : "U";
  };
  const list = listAsked(pack, question, purpose);
  if (list) {
    const test: Test["test"] = (value) => inverted(memberVerdict(pack, question, list, value), list.complete === "yes");
    return { place: list.members, query: null, test };
  }
  const place = membersAsked(relation, question, purpose);
  if (place === null) throw new Error(`the stem is no ${purpose}`);
  const query = queryOf(pack, question, anchored(pack, question, place) ?? fact, place);
  const isAll = isClosed(pack, { ...query, names: [] });
  return { place, query, test: (value, reading) => inverted(verdictOfAll(pack, query, value, reading), isAll) };
}

/** A fact of the anchor that most facts of the question are about: the odd one's own fact is about another. */
function anchored(pack: Pack, { facts }: Question, place: Place): Fact | undefined {
  const all = facts.map((key) => factOf(pack, key));
  const groups = Map.groupBy(all, (fact) => JSON.stringify(fact[otherPlace(place)]));
  return [...groups.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

/** Q7 of a list that has a sentence of its own, whatever its members are members of. */
function listTest(pack: Pack, question: Question, purposes: readonly string[]): Test | null {
  const list = purposes.map((purpose) => listAsked(pack, question, purpose)).find((one) => one !== null);
  const anchors = list?.facts.map((key) => {
    const found = pack.facts.find((fact) => fact.key === key)!;
    return JSON.stringify(list.members === "subject" ? found.object : found.subject);
  });
  if (!list || new Set(anchors).size === 1) return null;
  return { place: list.members, query: null, test: (value) => memberVerdict(pack, question, list, value) };
}

/** Q9, up to the end of the scope that the stem states. */
function countTest(pack: Pack, question: Question, fact: Fact, relation: Relation): Test {
  const list = listAsked(pack, question, "ask_count");
  const hole = list?.members ?? membersAsked(relation, question, "ask_count");
  if (hole === null) throw new Error("the stem counts nothing");
  const { time } = question;
  const plain = queryOf(pack, question, fact, hole);
  const until: Query =
    time.kind === "span"
      ? { ...plain, asked: { kind: "as-of", when: readDate(time.to), source: null }, everBefore: true }
      : plain;
  const query = { ...until, names: [] };
  return {
    place: "count",
    query,
    test: (value, reading) => countVerdict(pack, query, list, value, reading),
  };
}

/** Q5 by quantity and Q10 by date: the first or last, the most or the least, of the options, of a list, or than one other thing. */
function extremeTest(pack: Pack, question: Question, fact: Fact, relation: Relation): Test | null {
  const list = listAsked(pack, question, "ask_largest") ?? listAsked(pack, question, "ask_smallest");
  if (list) {
    const wanted = listAsked(pack, question, "ask_largest") ? "more" : "less";
    if (list.complete !== "yes") throw new Error("the largest of a list that is not complete");
    const set = pack.facts.filter(({ key }) => list.facts.includes(key));
    const test: Test["test"] = (value) =>
      memberVerdict(pack, question, list, value) === "F" ? "F" : mostVerdict(pack, relation, set, wanted, value);
    return { place: "subject", query: null, test };
  }
  const than = sideAsked(relation, question, "ask_more", "ask_less");
  if (than) {
    const anchor = anchorIn(pack, relation, question);
    const wanted = than === "one" ? "more" : "less";
    return { place: "subject", query: null, test: (value) => thanVerdict(pack, relation, anchor, wanted, value) };
  }
  const end = sideAsked(relation, question, "ask_earliest", "ask_latest");
  if (!end || question.options.length === 0) return null;
  const set = comparedFacts(
    pack,
    relation,
    question.options.map(({ value }) => readValue(value)),
    fact,
  );
  const wanted = end === "one" ? "less" : "more";
  return { place: "subject", query: null, test: (value) => mostVerdict(pack, relation, set, wanted, value) };
}

/** Q13 by date: three on one side of an event, one on the other. */
function sideTest(pack: Pack, question: Question, _fact: Fact, relation: Relation): Test {
  const side = sideAsked(relation, question, "ask_odd_one_out_before", "ask_odd_one_out_after");
  if (!side) throw new Error("the stem does not say on which side of the event three of them lie");
  const anchor = anchorIn(pack, relation, question);
  const odd = side === "one" ? "more" : "less";
  return { place: "subject", query: null, test: (value) => thanVerdict(pack, relation, anchor, odd, value) };
}

/** Q16: of a date, a quantity or a list. */
function limitTest(pack: Pack, question: Question, fact: Fact, asked: readonly string[]): Test {
  const completeness = asked.some((purpose) => purpose.startsWith("ask_completeness"));
  const list = listAsked(pack, question, "ask_completeness");
  if (list || completeness) {
    const of = list ?? pack.lists.filter(({ facts }) => question.facts.every((key) => facts.includes(key)))[0] ?? null;
    return { place: "limit", query: null, test: (value) => completenessVerdict(of, value) };
  }
  const unsaid = asked.find((purpose) => purpose.startsWith("ask_unsaid"));
  if (unsaid) {
    const side = unsaid.endsWith("_from") ? "from" : unsaid.endsWith("_to") ? "to" : "object";
    return { place: "subject", query: null, test: (value) => unsaidVerdict(pack, fact, side, value) };
  }
  const precisions = asked.filter((purpose) => purpose.startsWith("ask_precision"));
  if (precisions.length !== 1) throw new Error(`the stem asks for ${precisions.length} precisions`);
  const side = precisions[0]!.endsWith("_from") ? "from" : precisions[0]!.endsWith("_to") ? "to" : "object";
  return { place: "limit", query: null, test: (value) => precisionVerdict(pack, fact, side, value) };
}
