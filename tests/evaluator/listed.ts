/** What is asked of whole lists: the difference of two documents (Q14) and the member that is left (Q7). */
import { areApart, areKin, folded, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type List, type Pack, type Value } from "./pack.ts";
import type { Question } from "./question.ts";
import { readingsOf } from "./readings.ts";
import { isClosed, listsFor, type Query, type Verdict, verdictOfAll } from "./verdict.ts";

/** Q14: in one document's list and not in the other's, for the value and for everything that it may be another name or a part of (R6). */
export function differenceVerdict(pack: Pack, question: Question, fact: Fact, value: Value): Verdict {
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
  const listed = listsFor(pack, query).flatMap(({ facts, members: place }) =>
    facts.map((key) => factOf(pack, key)[place]),
  );
  const members = listed.length > 0 || !isClosed(pack, query) ? listed : answersOf(pack, query);
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

/** All that surely answer a query, each once. */
function answersOf(pack: Pack, query: Query): Value[] {
  const values = factsOf(pack, query.relation.key).map((fact) => fact[query.hole]);
  const distinct = values.filter((value, at) => values.findIndex((one) => isSame(one, value)) === at);
  return distinct.filter((value) => readingsOf(pack).every((one) => verdictOfAll(pack, query, value, one) === "T"));
}

/** Whether something is a member of a list at the time that the stem states; what may be a member under another name is neither in nor out. */
export function memberVerdict(pack: Pack, question: Question, list: List, value: Value): Verdict {
  const { time, stem } = question;
  const members = list.facts.map((key) => factOf(pack, key)[list.members]);
  const { temporal } = pack.relations.find(({ key }) => key === factOf(pack, list.facts[0]!).relation)!;
  if (temporal && list.asOf !== null && (time.kind !== "as-of" || time.edtf !== list.asOf.edtf)) return "U";
  if (members.some((member) => isSame(member, value))) return "T";
  if (members.some((member) => !areApart(pack, member, value))) return "U";
  const isNamed = pack.sources.some(({ key, inStem }) => list.sources.includes(key) && stem.includes(inStem));
  return list.complete === "yes" || (list.complete === "as_named" && isNamed) ? "F" : "U";
}
