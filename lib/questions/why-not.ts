/** Why a wrong option is wrong: a true sentence of the pack about that very option. */
import type { Fact, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import { dateWithPreposition } from "./date-words.ts";
import type { Query } from "./query.ts";
import { asOne, factSaid, type Said, saying } from "./said.ts";
import { inReceipt, variedSentence } from "./wording.ts";

/**
 * In this order: the form's own contrast; what is true of the option in the same relation; what it is to the very thing that is asked about; which list
 * does not name it; what happened on that date; anything else that the pack says of it; and, for a value made by rule, the key's own fact, which
 * excludes it.
 */
export function whyNot(facts: Facts, query: Query, { value, fact }: Candidate): Said {
  const { relation } = query.key[0]!.fact;
  const same = fact && fact.relation === relation ? sentenceFor(facts, value, fact) : null;
  return (
    query.contrast(value) ??
    same ??
    otherRole(facts, query, value) ??
    query.whyNotListed(value) ??
    (fact ? sentenceFor(facts, value, fact) : null) ??
    anySentence(facts, value) ??
    asOne(query.why)
  );
}

/** The option in another relation to what is asked about: "Finland contributed to the mission as a partner country." */
function otherRole(facts: Facts, { key, slot }: Query, value: Value): Said | null {
  const entity = entityOf(value);
  const own = key[0]!.fact;
  const anchor = slot === "subject" ? entityOf(own.object) : slot === "object" ? own.subject : null;
  if (entity === null || anchor === null) return null;
  const [subject, object] = slot === "subject" ? [entity, anchor] : [anchor, entity];
  for (const { key: relation } of facts.pack.relations) {
    const fact = facts.factsBetween({ subject, relation, object }).find(({ negative }) => !negative);
    const said = fact ? factSaid(facts, fact) : null;
    if (said !== null) return said;
  }
  return null;
}

/** The sentence of the fact that the option was found in; for a date that is an end of its span, the end itself. */
function sentenceFor(facts: Facts, value: Value, fact: Fact): Said | null {
  if (value.kind === "date")
    for (const end of ["from", "to"] as const) {
      const bound = fact[end];
      if (bound.kind !== "date" || bound.date.edtf !== value.date.edtf) continue;
      const said = variedSentence(facts, fact, `fact_${end}`, { when: dateWithPreposition(bound.date) }, inReceipt);
      if (said !== null) return saying(said, [fact]);
    }
  return factSaid(facts, fact);
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
      const said = fact.negative ? null : factSaid(facts, fact);
      if (said !== null) return said;
    }
  return null;
}
