/** Whether a refusal has the right reason, as far as that is a matter of the pack and not of its sentences or of drawing options. */
import { before } from "./calendar.ts";
import type { Refusal } from "./command.ts";
import { isFarBelow, placeOf } from "./compare.ts";
import { relationOf } from "./frames.ts";
import { areApart, areKin, isSame } from "./kin.ts";
import { type Bound, type Fact, factOf, factsOf, type Pack } from "./pack.ts";
import { isClaim } from "./readings.ts";

/** What is wrong with a refusal's reason; null where it is right, or where the evaluator has nothing to say on it. */
export function objectionTo(pack: Pack, { form, reason, detail, facts: keys }: Refusal): string | null {
  const facts = keys.map((key) => factOf(pack, key));
  const [fact] = facts;
  if (!fact) return "a refusal about no fact";
  const isRight = checks[reason];
  // Of one option, or of one kind, something else may be the matter than of the question itself.
  const option = /^\S+ with e:([\w-]+)/.exec(detail)?.[1];
  if (option !== undefined && reason === "near_synonym" && hasRole(pack, option, fact)) return null;
  if (detail.startsWith("cloze: ")) return null;
  if (!isRight || isRight(pack, fact, form, facts)) return null;
  return `${form} of ${keys.slice(0, 3)} is refused as ${reason}`;
}

type Check = (pack: Pack, fact: Fact, form: string, facts: readonly Fact[]) => boolean;

const checks: Readonly<Record<string, Check>> = {
  bound_day: (pack, fact) => holdersOf(pack, fact).some(({ from, to }) => isDate(from) || isDate(to)),
  precision: (pack, fact, form) =>
    (form === "Q4" ? holdersOf(pack, fact) : [fact]).some(({ object, from, to }) =>
      [from, to, object.kind === "date" ? object.when : "open"].some(
        (one) => isDate(one as Bound) && (one as { edtf: string }).edtf.length !== 10,
      ),
    ) ||
    (form === "Q4" && hasGap(holdersOf(pack, fact))),
  out_of_scope: (pack, fact) => !isDate(fact.to) || fact.to.last >= pack.asOf.first,
  undated: (pack, fact, form) =>
    form === "Q5" ||
    form === "Q14" ||
    [fact.from, fact.to].some((one) => !isDate(one)) ||
    relationOf(pack, fact).temporal,
  open_list: (pack, fact, form) => {
    if (form === "Q15") return fact.onlyIn === null;
    const isAbout = (key: string | null, value: Fact["subject"]) => value.kind === "entity" && value.entity === key;
    const isAll = pack.lists.some(({ facts, complete }) => complete === "yes" && facts.includes(fact.key));
    const closed = relationOf(pack, fact).closed.some(
      ({ subject, object }) => isAbout(object, fact.object) || isAbout(subject, fact.subject),
    );
    // Of two directions one may be closed and the other open.
    return !isAll || !closed || !["Q8", "Q9"].includes(form);
  },
  not_one_to_one: (pack, { relation }) => {
    const facts = factsOf(pack, relation).filter(({ negative }) => !negative);
    return facts.some((one, at) =>
      facts.slice(at + 1).some((other) => isSame(one.object, other.object) !== isSame(one.subject, other.subject)),
    );
  },
  qualifier: (_pack, _fact, _form, facts) =>
    facts.some(({ object }) => object.kind === "vague" || (object.kind === "number" && object.qualifier !== "exact")),
  tie: (pack, fact, _form, facts) => {
    const group = facts.length > 1 ? facts : holdersOf(pack, fact);
    if (group.length < 3) return true;
    return group.some((one, at) =>
      group.slice(at + 1).some((other) => {
        const [a, b] = [placeOf(one), placeOf(other)];
        const isRepeated = isSame(one.subject, other.subject);
        return isRepeated || !a || !b || !(a.at.last < b.at.first || b.at.last < a.at.first);
      }),
    );
  },
  too_near: (pack, _fact, _form, facts) =>
    facts.some((one, at) =>
      facts.slice(at + 1).some((other) => {
        const [a, b] = [placeOf(one), placeOf(other)];
        const isApart = a !== null && b !== null && (before(a.at, b.at) || before(b.at, a.at));
        return isApart && !isFarBelow(pack, one, other) && !isFarBelow(pack, other, one);
      }),
    ),
  two_keys: (pack, fact, form, facts) => {
    const about = factsOf(pack, fact.relation).filter((one) => !one.negative && one.key !== fact.key);
    if (facts.some(isClaim) || holdersOf(pack, fact).some(({ capacity }) => capacity !== null)) return true;
    if (form === "Q14" || hasKin(pack, fact)) return true;
    return about.some((one) => isSame(one.object, fact.object) || isSame(one.subject, fact.subject));
  },
  contradiction: (pack, fact) =>
    factsOf(pack, fact.relation).some(
      (one) =>
        one.key !== fact.key &&
        ((isSame(one.subject, fact.subject) && areApart(pack, one.object, fact.object)) ||
          (isSame(one.object, fact.object) && areApart(pack, one.subject, fact.subject))),
    ),
  near_synonym: (pack, fact) =>
    hasKin(pack, fact) ||
    pack.relations.some(
      ({ key, nearSynonym }) =>
        nearSynonym.includes(fact.relation) || (key === fact.relation && nearSynonym.length > 0),
    ),
};

/** Another relation says something of the option and of one side of the fact: a learner who knows that would call it right. */
function hasRole(pack: Pack, option: string, { relation, subject, object }: Fact): boolean {
  return pack.facts.some(
    (one) =>
      one.relation !== relation &&
      [one.subject, one.object].some((value) => value.kind === "entity" && areKin(pack, value.entity, option)) &&
      [one.subject, one.object].some((value) => isSame(value, subject) || isSame(value, object)),
  );
}

function isDate(bound: Bound): bound is Exclude<Bound, string> {
  return typeof bound !== "string";
}

function holdersOf(pack: Pack, { relation, object }: Fact): Fact[] {
  return factsOf(pack, relation).filter((one) => !one.negative && isSame(one.object, object));
}

/** Some day between two terms on which nobody held it. */
function hasGap(holders: readonly Fact[]): boolean {
  const terms = holders.toSorted((a, b) => startOf(a) - startOf(b));
  return terms.some(({ to }, at) => at + 1 < terms.length && (!isDate(to) || startOf(terms[at + 1]!) - to.last > 1));
}

function startOf({ from }: Fact): number {
  return isDate(from) ? from.first : -Infinity;
}

/** Something of the fact may be another name, a part or a whole of something else. */
function hasKin(pack: Pack, { subject, object }: Fact): boolean {
  return [subject, object].some(
    (value) =>
      value.kind === "entity" &&
      pack.entities.some(({ key }) => key !== value.entity && areKin(pack, key, value.entity)),
  );
}
