/** Q14 of a fact that follows another: what the former value gave way to. */
import { namedLength } from "./compare.ts";
import { areApart, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type Pack, type Value } from "./pack.ts";
import type { Question } from "./question.ts";
import type { Verdict } from "./verdict.ts";

/** The new value is right where the stem names the former one, of one fact that follows it; the former value is neither right nor wrong. */
export function changeVerdict(pack: Pack, question: Question, fact: Fact, value: Value): Verdict {
  if (fact.replaces === null) return "U";
  const former = factOf(pack, fact.replaces);
  const followers = factsOf(pack, fact.relation).filter(({ replaces }) => replaces === former.key);
  if (followers.length !== 1 || !isSame(former.subject, fact.subject)) return "U";
  if (former.object.kind === "entity" && namedLength(pack, former.object, question.stem) === 0) return "U";
  if (isSame(value, fact.object)) return "T";
  const { one } = pack.relations.find(({ key }) => key === fact.relation)!;
  return one.object && areApart(pack, value, fact.object) && areApart(pack, value, former.object) ? "F" : "U";
}
