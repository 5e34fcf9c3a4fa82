/** The relation and the facts of a table that says who held what from when to when. */
import type { Held, KeyOf } from "./table-columns.ts";
import { areOneAtATime } from "./table-spans.ts";
import { meansPeople, pluralOf, raised } from "./table-words.ts";

/** The relation of who held what, with spans. */
export function heldRelation(held: Held, key: string) {
  const { holder, held: thing, spans } = held;
  const noun = /^(?:name|person|people|who|holder)$/i.test(holder.noun) ? "holder" : holder.noun;
  const isPerson =
    noun === "holder" ||
    meansPeople(
      noun,
      spans.map(({ subject }) => subject),
    );
  const isOne = areOneEach(spans, "object");
  // "Who was head keeper of …", but "became the capital of …".
  const role = isPerson ? noun : isOne ? `the ${noun}` : `one of the ${pluralOf(noun)}`;
  return {
    key,
    subject: [holder.type],
    object: [thing.type],
    temporal: true,
    ...(areOneEach(spans, "subject") ? { objects_per_subject: "one" } : {}),
    ...(isOne ? { subjects_per_object: "one" } : {}),
    noun: [noun, pluralOf(noun)],
    kickers: { default: raised(noun) },
    frames: {
      fact: `{s} was ${role} of {o} {when}.`,
      fact_open: `{s} became ${role} of {o} {from} and still was {as_of}.`,
      fact_from: `{s} became ${role} of {o} {from}.`,
      fact_to: `{s} ceased to be ${role} of {o} {to}.`,
      ask_subject_on: isPerson ? `Who was ${role} of {o} {on}?` : `Which ${noun} was that of {o} {on}?`,
      ask_from: `{wh_date} did {s} become ${role} of {o}?`,
      ask_to: `{wh_date} did {s} cease to be ${role} of {o}?`,
      ask_span: `{wh_span} was {s} ${role} of {o}?`,
      ask_successor: isPerson
        ? `Who became ${role} of {o} directly after {s}?`
        : `Which ${noun} was that of {o} directly after {s}?`,
      ask_predecessor: isPerson
        ? `Who was ${role} of {o} directly before {s}?`
        : `Which ${noun} was that of {o} directly before {s}?`,
      ask_order: `Put these ${pluralOf(noun)} of {o} in the order in which they began, earliest first.`,
      ask_place: `In the order of the ${pluralOf(noun)} of {o}, earliest first, where {s:does|do} {s} belong?`,
    },
  };
}

/** Does each thing at that end have one at the other end at a time, as far as the dates say? */
function areOneEach(spans: Held["spans"], end: "subject" | "object"): boolean {
  return [...Map.groupBy(spans, (span) => span[end]).values()].every(areOneAtATime);
}

/** A fact for each row of who held what; who held it twice has two. */
export function heldFacts({ holder, held, spans }: Held, relation: string, asOf: string, keyOf: KeyOf) {
  const taken = new Map<string, number>();
  return spans.map(({ row, subject, object, from, to }) => {
    const [s, o] = [keyOf(holder.type, subject), keyOf(held.type, object)];
    const plain = `${relation}-${s}`;
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    return {
      key: count === 1 ? plain : `${plain}-${count}`,
      s,
      r: relation,
      o,
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      ...(to === "open" ? { as_of: asOf } : {}),
      topic: relation,
      cite: [{ source: "s1", at: `row ${row}` }],
    };
  });
}
