/** What a true-false statement claims of the open place: read out of the printed sentence with the relation's own frame. */
import { datesIn, readDate } from "./calendar.ts";
import { folded } from "./kin.ts";
import type { Fact, Pack, Relation, Value } from "./pack.ts";

type Hole = "subject" | "object" | "from" | "to";

/** The value claimed; null when the sentence fits no frame or names nothing that the pack knows. */
export function claimOf(pack: Pack, stem: string, fact: Fact, relation: Relation, hole: Hole): Value | null {
  const sentence = shortened(pack, attributed(pack, stem));
  for (const list of pack.lists.filter(({ facts }) => facts.includes(fact.key))) {
    const said = new RegExp(`^(.+) (?:is|are) among ${escaped(shortened(pack, list.gloss))}\\.$`).exec(sentence);
    if (said) return answerIn(pack, said[1]!, fact, relation, hole);
    const only = /^(.+) is the only .+?( (?:that|whose|of|in) .+)\.$/.exec(sentence);
    if (only && shortened(pack, list.gloss).endsWith(only[2]!)) return answerIn(pack, only[1]!, fact, relation, hole);
  }
  const purposes = hole === "from" ? ["fact_from"] : hole === "to" ? ["fact_to"] : ["fact", "fact_open"];
  for (const purpose of purposes) {
    const frame = relation.frames[purpose];
    if (frame === undefined) continue;
    const said = patternOf(pack, frame, fact, hole).exec(sentence);
    if (said) return answerIn(pack, said[1]!, fact, relation, hole);
  }
  return null;
}

/** A sentence without the document that it is said by. */
function attributed(pack: Pack, stem: string): string {
  const said = pack.sources.map(({ inStem }) => `According to ${inStem}, `).find((one) => stem.startsWith(one));
  return said === undefined ? stem : stem.slice(said.length);
}

/** The frame as a pattern: the anchor in any of its forms, the open place caught, times free. */
function patternOf(pack: Pack, frame: string, fact: Fact, hole: Hole): RegExp {
  const isDated = hole === "object" && fact.object.kind === "date";
  const source = frame
    .split(/(\{[^}]+\})/)
    .map((part) => {
      const slot = /^\{(\w+)/.exec(part)?.[1];
      if (slot === undefined) return escaped(shortened(pack, part));
      if (slot === "from" && hole === "from") return "(.+?)";
      if (slot === "to" && hole === "to") return "(.+?)";
      if (slot === "when" && isDated) return "(.+?)";
      if (slot === "s" && hole === "subject") return "(.+?)";
      if (slot === "o" && hole === "object") return "(.+?)";
      if (slot === "s") return formsOf(pack, fact.subject);
      if (slot === "o") return formsOf(pack, fact.object);
      return time;
    })
    .join("");
  // A slot without words takes its comma and blank along.
  const loose = source
    .replaceAll(`${time}, `, `(?:${time}, )?`)
    .replaceAll(`, ${time}`, `(?:, ${time})?`)
    .replaceAll(` ${time}`, `(?: ${time})?`);
  return new RegExp(`^${loose}$`, "i");
}

/** What stands in a slot of time: a phrase that begins with one of the words for times. */
const time = "(?:(?:on|in|from|by|to|up to|since|until|between|throughout|as of|according to) .+?)";

/** All forms in which an anchor may be printed. */
function formsOf(pack: Pack, value: Value): string {
  if (value.kind === "entity") {
    const entity = pack.entities.find(({ key }) => key === value.entity)!;
    const names = [...entity.names, ...(entity.clause === null ? [] : [entity.clause])];
    return `(?:(?:the|a|an) )?(?:${names.map((name) => escaped(shortened(pack, name))).join("|")})`;
  }
  return value.kind === "vague" ? escaped(value.text) : ".+?";
}

/** A printed answer as a value of the kind that stands in the open place. */
function answerIn(pack: Pack, printed: string, fact: Fact, relation: Relation, hole: Hole): Value | null {
  const model: Value = hole === "from" || hole === "to" ? { kind: "date", when: readDate("2000") } : fact[hole];
  if (model.kind === "date") {
    const [edtf, ...more] = datesIn(printed);
    return edtf === undefined || more.length > 0 ? null : { kind: "date", when: readDate(edtf) };
  }
  if (model.kind === "number") return numberIn(printed, model.unit);
  if (model.kind === "vague") return { kind: "vague", text: printed };
  const types = hole === "subject" ? relation.types.subject : relation.types.object;
  const found = pack.entities.filter(
    ({ type, names }) =>
      types.includes(type) && names.some((name) => folded(shortened(pack, name)) === folded(printed)),
  );
  return found.length === 1 ? { kind: "entity", entity: found[0]!.key } : null;
}

const numerals = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

function numberIn(printed: string, unit: string): Value | null {
  const spelled = numerals.findIndex((one) => new RegExp(`\\b${one}\\b`, "i").test(printed));
  const number = /\d[\d,]*(?:\.\d+)?/.exec(printed)?.[0] ?? (spelled < 0 ? undefined : String(spelled));
  if (number === undefined) return null;
  const words: Record<string, string> = {
    "more than": "more_than",
    "less than": "less_than",
    "fewer than": "less_than",
    "at least": "at_least",
    "at most": "at_most",
    about: "about",
  };
  const qualifier = Object.keys(words).find((one) => printed.toLowerCase().includes(one));
  return {
    kind: "number",
    number: Number(number.replaceAll(",", "")),
    qualifier: qualifier === undefined ? "exact" : words[qualifier]!,
    unit,
  };
}

/** Every full name that has a short form replaced by it, so that both forms of a sentence are equal. */
export function shortened(pack: Pack, text: string): string {
  // How an undated document was dated stands in brackets behind its first mention only.
  let short = text.replaceAll(/ \(between [^)]*\)/g, "");
  for (const { name, short: form } of pack.entities)
    if (form !== null) for (const one of [`the ${name}`, name, `the ${form}`]) short = short.replaceAll(one, form);
  return short;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
