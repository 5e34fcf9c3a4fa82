/** The relation and the facts of a table that says who held what from when to when. */
import { slugOf } from "./cells.ts";
import type { Held, KeyOf } from "./columns.ts";
import { areOneAtATime } from "./spans.ts";
import { isOffice, isUnnamed, meansPeople, pluralOf, raised, roleIn } from "./words.ts";

/** What the holders are: what "warden of" says at the head of what was held, else the header of their own column. */
export function roleOf({ holder, held }: Held): { readonly key: string; readonly noun: string } {
  const role = roleIn(held.noun);
  if (role !== null) return { key: slugOf(role) || holder.type, noun: role };
  return isUnnamed(holder.noun) ? { key: "holder", noun: "holder" } : { key: holder.type, noun: holder.noun };
}

/** Are the things that were held offices, whose names one bears: "Warden of the Low Marsh"? */
function areOffices({ holder, held, spans }: Held): boolean {
  if (isOffice(held.noun)) return true;
  return spans.every(({ object }) => isNamedFor(object, holder.noun));
}

/** "Warden of the Low Marsh" is named for a warden. */
function isNamedFor(office: string, noun: string): boolean {
  return office.toLowerCase().startsWith(`${noun.toLowerCase()} of `);
}

/** The relation of who held what, with spans. */
export function heldRelation(held: Held, key: string) {
  const { holder, held: thing, spans } = held;
  const { noun } = roleOf(held);
  const names = spans.map(({ subject }) => subject);
  const areTitles = areOffices(held);
  const isPerson = areTitles || isUnnamed(holder.noun) || meansPeople(noun, names);
  const isOne = areOneEach(spans, "object");
  // "Who was head keeper of …", but "became the capital of …"; who holds an office is what its name says.
  const role = isPerson ? noun : isOne ? `the ${noun}` : `one of the ${pluralOf(noun)}`;
  const it = areTitles ? "{o}" : `${role} of {o}`;
  return {
    key,
    subject: [holder.type],
    object: [thing.type],
    temporal: true,
    ...(areOneEach(spans, "subject") ? { objects_per_subject: "one" } : {}),
    ...(isOne ? { subjects_per_object: "one" } : {}),
    // "The holders of the office of Warden of the Low Marsh were …".
    noun:
      areTitles && !spans.every(({ object }) => isNamedFor(object, noun))
        ? ["holder of the office", "holders of the office"]
        : [noun, pluralOf(noun)],
    kickers: { default: raised(noun) },
    frames: {
      fact: `{s} was ${it} {when}.`,
      fact_open: `{s} became ${it} {from} and still was {as_of}.`,
      fact_from: `{s} became ${it} {from}.`,
      fact_to: `{s} ceased to be ${it} {to}.`,
      ask_subject_on: isPerson ? `Who was ${it} {on}?` : `Which ${noun} was that of {o} {on}?`,
      ask_from: `{wh_date} did {s} become ${it}?`,
      ask_to: `{wh_date} did {s} cease to be ${it}?`,
      ask_span: `{wh_span} was {s} ${it}?`,
      ask_successor: isPerson
        ? `Who became ${it} directly after {s}?`
        : `Which ${noun} was that of {o} directly after {s}?`,
      ask_predecessor: isPerson
        ? `Who was ${it} directly before {s}?`
        : `Which ${noun} was that of {o} directly before {s}?`,
      ask_order: areTitles
        ? "Put these people in the order in which they became {o}, earliest first."
        : `Put these ${pluralOf(noun)} of {o} in the order in which they began, earliest first.`,
      ask_place: areTitles
        ? "In the order of becoming {o}, earliest first, where {s:does|do} {s} belong?"
        : `In the order of the ${pluralOf(noun)} of {o}, earliest first, where {s:does|do} {s} belong?`,
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
