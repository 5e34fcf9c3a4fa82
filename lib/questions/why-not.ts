/** Why a wrong option is wrong: a true sentence of the pack about that very option. */
import type { Bound, Fact, Value } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import { factTold } from "./attributed.ts";
import type { Candidate } from "./candidates.ts";
import { dateWithPreposition } from "./date-words.ts";
import type { Query } from "./query.ts";
import { asOne, type Said, saying } from "./said.ts";
import { denyingSentence, inReceipt, variedSentence } from "./wording.ts";

/**
 * In this order: the form's own contrast; what is true of the option in the asked relation, at another time or of another thing; that the list does not
 * name it (both, where another document says it); what it is to the very thing that is asked about, in another relation of the same sort; what happened on that date; the right one beside
 * it, where that excludes it; anything else that the pack says of it; and, for a value made by rule, the key's own fact.
 */
export function whyNot(facts: Facts, query: Query, { value, fact }: Candidate): Said {
  const { relation } = query.key[0]!.fact;
  const isSame = fact?.relation === relation;
  return (
    query.contrast(value) ??
    sameEnd(facts, query, value) ??
    ofAnother(facts, query, value, fact) ??
    (fact && isSame ? sentenceFor(facts, value, fact) : null) ??
    query.whyNotListed(value) ??
    otherRole(facts, query, value) ??
    (fact && value.kind === "date" ? sentenceFor(facts, value, fact) : null) ??
    denied(facts, query, value) ??
    (fact ? sentenceFor(facts, value, fact) : null) ??
    anySentence(facts, value) ??
    asOne(query.why)
  );
}

/** What another document names, and not the one that is asked: both are said, for the one alone would seem to confirm it. */
function ofAnother(facts: Facts, query: Query, value: Value, fact: Fact | null): Said | null {
  const own = query.key[0]!.fact;
  if (!fact || fact.relation !== own.relation) return null;
  const asked = new Set(own.citations.map(({ source }) => source));
  if (fact.citations.some(({ source }) => asked.has(source))) return null;
  const unnamed = query.whyNotListed(value);
  const told = unnamed && sentenceFor(facts, value, fact);
  return told ? asOne([unnamed, told]) : null;
}

/** Holders looked at for one end of a span: those of one thing. */
const mostHolders = 64;

/** Of a date asked as a beginning or an end, whose it was in the same relation to the same thing: "Per Olsen handed over command on 6 May 2021." */
function sameEnd(facts: Facts, { key, slot }: Query, value: Value): Said | null {
  const own = key[0]!.fact;
  if (value.kind !== "date" || (slot !== "from" && slot !== "to")) return null;
  const holders = facts.factsTo({ object: objectKey(own), relation: own.relation }).slice(0, mostHolders);
  const holder = holders.find((fact) => !fact.negative && isAt(fact[slot], value));
  return holder ? endSentence(facts, holder, slot) : null;
}

/** The option in another relation of the same sort to what is asked about: "Mira Vane was a warden of the lighthouse." */
function otherRole(facts: Facts, { key, slot }: Query, value: Value): Said | null {
  const entity = entityOf(value);
  const own = key[0]!.fact;
  const anchor = slot === "subject" ? entityOf(own.object) : slot === "object" ? own.subject : null;
  if (entity === null || anchor === null) return null;
  const [subject, object] = slot === "subject" ? [entity, anchor] : [anchor, entity];
  const asked = facts.relation(own.relation);
  const alike = facts.pack.relations.filter(
    (other) =>
      other.subject.some((type) => asked.subject.includes(type)) &&
      other.object.some((type) => asked.object.includes(type)),
  );
  for (const { key: relation } of alike) {
    const fact = facts.factsBetween({ subject, relation, object }).find(({ negative }) => !negative);
    const said = fact ? factTold(facts, fact) : null;
    if (said !== null) return said;
  }
  return null;
}

/**
 * The key's own fact with the option denied beside it, where the one excludes the other: at all times, or for as long as it holds. Where that is so
 * because all of them are known, the place that says so is evidence, too.
 */
function denied(facts: Facts, { key, slot, isOfSet, told }: Query, value: Value): Said | null {
  const { fact } = key[0]!;
  if (slot === "from" || slot === "to") return deniedEnd(facts, fact, slot, value);
  if (isOfSet) return null;
  const relation = facts.relation(fact.relation);
  const isOne = (slot === "subject" ? relation.subjectsPerObject : relation.objectsPerSubject) === "one";
  if (relation.temporal && !isOne) return null;
  const text = denyingSentence(facts, fact, slot, value);
  const object = entityOf(fact.object);
  const closures = relation.closed.filter((one) =>
    slot === "subject" ? object !== null && one.object === object : one.subject === fact.subject,
  );
  return text === null
    ? null
    : saying(told?.(text) ?? text, [fact], isOne ? [] : closures.map(({ citation }) => citation));
}

/** The same of the beginning or end of a span: "Rosa Dunmore gave up the light in 2004, not in 2006." */
function deniedEnd(facts: Facts, fact: Fact, end: "from" | "to", value: Value): Said | null {
  const bound = fact[end];
  if (value.kind !== "date" || bound.kind !== "date") return null;
  const when = `${dateWithPreposition(bound.date)}, not ${dateWithPreposition(value.date)},`;
  const text = variedSentence(facts, fact, `fact_${end}`, { when }, inReceipt);
  return text === null ? null : saying(text, [fact]);
}

/** The sentence of the fact that the option was found in; for a date that is an end of its span, the end itself. */
function sentenceFor(facts: Facts, value: Value, fact: Fact): Said | null {
  if (value.kind === "date")
    for (const end of ["from", "to"] as const) {
      const said = isAt(fact[end], value) ? endSentence(facts, fact, end) : null;
      if (said !== null) return said;
    }
  return factTold(facts, fact);
}

function isAt(bound: Bound, { date }: Value & { kind: "date" }): boolean {
  return bound.kind === "date" && bound.date.edtf === date.edtf;
}

/** That it began, or ended, and when. */
function endSentence(facts: Facts, fact: Fact, end: "from" | "to"): Said | null {
  const bound = fact[end];
  if (bound.kind !== "date") return null;
  const said = variedSentence(facts, fact, `fact_${end}`, { when: dateWithPreposition(bound.date) }, inReceipt);
  return said === null ? null : saying(said, [fact]);
}

/** The first sentence in which an entity is the subject, else the object. */
function anySentence(facts: Facts, value: Value): Said | null {
  const entity = entityOf(value);
  if (entity === null) return null;
  for (const { key: relation } of facts.pack.relations)
    for (const fact of [
      ...facts.factsOf({ subject: entity, relation }).slice(0, 4),
      ...facts.factsTo({ object: entity, relation }).slice(0, 4),
    ]) {
      const said = fact.negative ? null : factTold(facts, fact);
      if (said !== null) return said;
    }
  return null;
}
