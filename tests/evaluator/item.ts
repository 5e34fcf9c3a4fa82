/** What any question must hold besides truth: options that denote different things, words that are those of the value, times, citations, names. */
import { datesIn, readDate } from "./calendar.ts";
import { citationFaults } from "./cited.ts";
import { areApart, entityOf, folded, named } from "./kin.ts";
import { measureFaults, nearFaults } from "./measure.ts";
import { factOf, type Pack, type Value } from "./pack.ts";
import { type Option, type Question, readValue } from "./question.ts";

/** Every fault, one sentence each. */
export function itemFaults(pack: Pack, question: Question): string[] {
  return [
    ...keyFaults(question),
    ...overlapFaults(pack, question),
    ...wordFaults(pack, question),
    ...dateFaults(pack, question),
    ...citationFaults(pack, question),
    ...acceptFaults(pack, question),
    ...qualifierFaults(pack, question),
    ...gapFaults(pack, question),
    ...nearFaults(pack, question),
    ...measureFaults(pack, question),
  ];
}

/** The flags of the options and the key say the same; there are two wrong ones at least. */
function keyFaults({ kind, form, key, options, contrast }: Question): string[] {
  const faults: string[] = [];
  if (key.length === 0) faults.push("no key");
  if (new Set(key).size !== key.length) faults.push("a key twice");
  if (options.length === 0) return faults;
  const right = options.filter((option) => option.right).map(({ value }) => value);
  if ([...right].sort().join() !== [...key].sort().join()) faults.push(`options mark ${right}, the key is ${key}`);
  if (form === "Q6" || ["true-false", "match", "timeline"].includes(kind)) return faults;
  if (options.length - right.length < (contrast ? 1 : 2)) faults.push("fewer than two wrong options");
  return faults;
}

/** Checks 17 and 18: no two options are the same thing, or part, whole or other name of one another. */
function overlapFaults(pack: Pack, question: Question): string[] {
  const options = valued(question);
  const faults: string[] = [];
  for (const [at, a] of options.entries())
    for (const b of options.slice(at + 1)) {
      if (!areApart(pack, readValue(a.value), readValue(b.value))) faults.push(`${a.value} and ${b.value} overlap`);
      if (folded(a.text) === folded(b.text)) faults.push(`two options say ${a.text}`);
    }
  return faults;
}

/** What an option prints is the value that it stands for. */
function wordFaults(pack: Pack, question: Question): string[] {
  return [...valued(question), ...(question.prompts ?? [])]
    .filter(({ text, value }) => !isPrinted(pack, text, readValue(value)))
    .map(({ text, value }) => `${text} is not ${value}`);
}

/** The options that stand for a value: not "true", and not the gap before the first of a row. */
function valued({ options }: Question): readonly Option[] {
  return options.filter(({ value }) => !value.startsWith("t:"));
}

function isPrinted(pack: Pack, text: string, value: Value): boolean {
  switch (value.kind) {
    case "entity":
      return named(pack, text).some(({ key }) => key === value.entity);
    case "date":
      return datesIn(text).join() === value.when.edtf;
    case "number":
      return hasNumber(text, value.number) && hasQualifier(text, value.qualifier);
    case "vague":
      return folded(text) === folded(value.text);
    case "limit":
      return isSaidOf(pack, text, value);
  }
}

const exactness: Readonly<Record<string, RegExp>> = {
  day: /day/,
  month: /month/,
  year: /year/,
  between: /between|stretch/,
};

/** "Both", the words for a document, or the exactness; how the words for a share of a set are put is the engine's. */
function isSaidOf(pack: Pack, text: string, { limit, of }: Extract<Value, { kind: "limit" }>): boolean {
  if (limit === "completeness") return true;
  if (limit === "precision") return exactness[of]?.test(text.toLowerCase()) ?? true;
  const named = pack.sources.filter(({ within }) => folded(text) === folded(`${within} alone`));
  return of === "both" ? /both/i.test(text) : named.length === 1 && named[0]!.key === of;
}

/** Checks 3 and 5: stem and sentences print no date beyond the as-of, and none that neither the pack nor the question has. */
function dateFaults(pack: Pack, question: Question): string[] {
  const { stem, time, why, whyNot, options } = question;
  const faults: string[] = [];
  for (const edtf of datesIn(stem))
    if (readDate(edtf).first > pack.asOf.last) faults.push(`the stem names ${edtf}, after the pack's as-of`);
  // Where the stem names an event, the sentence about it may date it instead.
  const dated = question.form === "Q11" ? `${stem} ${why}` : stem;
  if (time.kind === "on" && !datesIn(dated).includes(time.edtf)) faults.push(`the stem does not say ${time.edtf}`);
  const { temporal } = pack.relations.find(({ key }) => key === factOf(pack, question.facts[0]!).relation)!;
  if (time.kind === "as-of" && temporal) {
    const source = pack.sources.find(({ key }) => key === time.source);
    if (!(source && stem.includes(source.inStem)) && !datesIn(stem).includes(time.edtf))
      faults.push(`the stem does not say as of when (${time.edtf})`);
  }
  const made = options.filter(({ synthetic }) => synthetic).flatMap(({ text }) => datesIn(text));
  const known = new Set([...knownDates(pack), ...made]);
  for (const text of [why, ...whyNot])
    for (const edtf of datesIn(text)) if (!known.has(edtf)) faults.push(`no source gives ${edtf}, said in: ${text}`);
  for (const { text, value } of options)
    if (value.startsWith("d:"))
      for (const edtf of datesIn(text)) if (`d:${edtf}` !== value) faults.push(`${text} is not ${value}`);
  return faults;
}

const known = new WeakMap<Pack, Set<string>>();

function knownDates(pack: Pack): Set<string> {
  const found = known.get(pack) ?? new Set<string>();
  if (found.size > 0) return found;
  known.set(pack, found);
  for (const fact of pack.facts) {
    for (const bound of [fact.from, fact.to, fact.asOf])
      if (bound !== null && typeof bound !== "string") for (const edtf of spelled(bound.edtf)) found.add(edtf);
    if (fact.object.kind === "date") for (const edtf of spelled(fact.object.when.edtf)) found.add(edtf);
  }
  for (const { inStem, date } of pack.sources) for (const edtf of [...datesIn(inStem), date.edtf]) found.add(edtf);
  for (const { name, clause } of pack.entities) for (const edtf of datesIn(`${name} ${clause ?? ""}`)) found.add(edtf);
  for (const { frames } of pack.relations)
    for (const frame of Object.values(frames)) for (const edtf of datesIn(frame)) found.add(edtf);
  for (const { gloss } of pack.lists) for (const edtf of datesIn(gloss)) found.add(edtf);
  return found;
}

/** A date as it is printed: of a stretch both ends. */
export function spelled(edtf: string): string[] {
  return /^\[(.+)\.\.(.+)\]$/.exec(edtf)?.slice(1) ?? [edtf];
}

/** Check 38: every accepted string names the key, and nothing else of its type. */
function acceptFaults(pack: Pack, { kind, key, accepts }: Question): string[] {
  if (kind !== "typed") return [];
  if (accepts.length === 0) return ["nothing is accepted"];
  const value = readValue(key[0]!);
  if (value.kind !== "entity") return [];
  const { type, names } = entityOf(pack, value.entity);
  const faults: string[] = [];
  for (const accepted of accepts)
    for (const other of named(pack, accepted))
      if (other.type === type && other.key !== value.entity) faults.push(`${accepted} names ${other.key} too`);
  // What two that overlap are both called is not printed as the name of the one; whoever marks knows it.
  const own = names.filter((name) => named(pack, name).every(({ key: other }) => other === value.entity));
  if (!own.every((name) => accepts.some((accepted) => folded(accepted) === folded(name))))
    faults.push("a name of the key is not accepted");
  return faults;
}

/** Check 5: a number is never printed without its qualifier. */
function qualifierFaults(pack: Pack, question: Question): string[] {
  const faults: string[] = [];
  // What is counted stands in no source as a number.
  if (question.form === "Q9") return faults;
  for (const key of question.key.map((one) => (one.startsWith("t:") ? null : readValue(one)))) {
    if (key?.kind !== "number") continue;
    const fact = question.facts.map((one) => factOf(pack, one)).find(({ object }) => object.kind === "number");
    if (fact?.object.kind !== "number") throw new Error("a number without a number");
    if (key.qualifier !== fact.object.qualifier)
      faults.push(`the key says ${key.qualifier}, the source ${fact.object.qualifier}`);
    for (const text of [question.answer, question.why])
      if (!hasQualifier(text, fact.object.qualifier)) faults.push(`the qualifier is lost in: ${text}`);
  }
  return faults;
}

function hasNumber(text: string, number: number): boolean {
  return text.replaceAll(",", "").includes(String(number));
}

function hasQualifier(text: string, qualifier: string): boolean {
  // What is counted is "fewer than", what is measured "less than".
  const said = text.toLowerCase().replaceAll("fewer than", "less than");
  return qualifier === "exact" || said.includes(qualifier.replace("_", " "));
}

/** Cloze: one gap, and letters of a name of the key. */
function gapFaults(pack: Pack, { kind, stem, cue, key }: Question): string[] {
  if (kind !== "cloze") return [];
  const faults: string[] = [];
  if (stem.split("_____").length !== 2) faults.push("not one gap");
  const value = readValue(key[0]!);
  if (cue === undefined || value.kind !== "entity") return faults;
  const letters = new RegExp(`^${cue.text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("_", ".")}$`, "iu");
  // The noun of a name may stand beside the gap: "the _____ Light".
  const beside = /^ (\S+?)[.,?]?(?: |$)/.exec(stem.split("_____")[1] ?? "")?.[1];
  const gaps = (name: string) => [
    name,
    ...(beside && name.endsWith(` ${beside}`) ? [name.slice(0, -beside.length - 1)] : []),
  ];
  if (
    !entityOf(pack, value.entity)
      .names.flatMap(gaps)
      .some((name) => letters.test(name))
  )
    faults.push(`the letters ${cue.text} are not those of ${value.entity}`);
  return faults;
}
