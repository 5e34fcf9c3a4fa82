/** Citations: each sentence of a Why and of an option has a place, each place is one of the pack's, and a claim over a set is cited from the set. */
import { datesIn } from "./calendar.ts";
import { folded, isSame } from "./kin.ts";
import { type Citation, type Fact, factOf, type List, type Pack, type Value } from "./pack.ts";
import { type Place, type Question, readValue } from "./question.ts";

export function citationFaults(pack: Pack, question: Question): string[] {
  if (question.citations.length === 0) return ["no citation"];
  return [
    ...placeFaults(pack, question),
    ...sentenceFaults(question),
    ...factFaults(pack, question),
    ...setFaults(pack, question),
  ];
}

/** A place is that of a fact which is told, of its list, of the closure of its relation, or a document that is silent as a whole. */
function placeFaults(pack: Pack, question: Question): string[] {
  const asked = question.facts.map((key) => factOf(pack, key));
  const lists = listsOf(pack, asked);
  const told = pack.facts.filter(
    (fact) =>
      asked.includes(fact) || lists.some(({ facts }) => facts.includes(fact.key)) || isTold(pack, question, fact),
  );
  const places = [...told, ...lists].flatMap(({ cite }) => cite).concat(closuresOf(pack, asked));
  return question.citations
    .filter((place) => !places.some((one) => isAt(place, one)) && !isSilence(pack, question, place))
    .map(({ source, locator }) => `no fact cites ${source}, ${locator}`);
}

/** Is a fact of another thing told beside the asked ones: does it speak of an option, or of what a statement names? */
function isTold(pack: Pack, { options, stem, kind }: Question, { subject, object, from, to }: Fact): boolean {
  const values = options.filter(({ value }) => !value.startsWith("t:")).map(({ value }) => readValue(value));
  const ends = [from, to].flatMap((end) => (typeof end === "string" ? [] : [{ kind: "date", when: end } as const]));
  const own: readonly Value[] = [subject, object, ...ends];
  if (kind !== "true-false") return values.some((value) => own.some((one) => isSame(one, value)));
  return own.some((one) => {
    if (one.kind === "date") return datesIn(stem).includes(one.when.edtf);
    // Whole numbers below ten are spelled in a sentence.
    if (one.kind === "number") return one.number < 10 || stem.replaceAll(",", "").includes(String(one.number));
    if (one.kind !== "entity") return false;
    const { names } = pack.entities.find(({ key }) => key === one.entity)!;
    return names.some((name) => folded(stem).includes(folded(name)));
  });
}

/** Q15: where a document does not say something, that is so of all of it. */
function isSilence(pack: Pack, { form }: Question, { source, locator }: Place): boolean {
  return form === "Q15" && locator === "the whole document" && pack.sources.some(({ key }) => key === source);
}

/** Every sentence of the Why, and what is said of every wrong option, has a place; a place bears one of them. */
function sentenceFaults({ why, ends = [why.length], citations, options, kind }: Question): string[] {
  const faults: string[] = [];
  if (ends.at(-1) !== why.length) faults.push("the sentences are not those of the Why");
  ends.forEach((end, at) => {
    if (!citations.some(({ sentences }) => sentences?.includes(at)))
      faults.push(`no place for “${why.slice(at === 0 ? 0 : ends[at - 1]! + 1, end)}”`);
  });
  for (const { value, right } of options)
    if (!right && !citations.some(({ options: of }) => of?.includes(value)))
      faults.push(`no place for what is said of ${value}`);
  for (const { locator, sentences, options: of } of citations)
    if (!sentences?.length && !of?.length) faults.push(`${locator} bears nothing`);
  return kind === "order" ? faults.filter((fault) => !fault.startsWith("no place for what is said of")) : faults;
}

/** Every fact is cited, by itself or by the place of the whole to which it belongs. */
function factFaults(pack: Pack, { kind, form, facts, key, card, citations, prompts }: Question): string[] {
  // The dates of a row are given with it: only what is placed among them is asked, and cited.
  const isPlaced = (one: string) => prompts?.some(({ value }) => isSame(readValue(value), factOf(pack, one).subject));
  // That something else is not one of a set says nothing of the member that the statement was made of.
  if (kind === "true-false" && key[0] === "t:false" && card === null) return [];
  return (kind === "timeline" ? facts.filter(isPlaced) : facts)
    .filter((one) => {
      const fact = factOf(pack, one);
      const whole = form === "Q8" || form === "Q9" || form === "Q7";
      const places = [
        ...fact.cite,
        ...(whole ? [...listsOf(pack, [fact]).flatMap(({ cite }) => cite), ...closuresOf(pack, [fact])] : []),
      ];
      return !places.some((place) => citations.some((one) => isAt(one, place)));
    })
    .map((one) => `${one} is not cited`);
}

/** What is so of a whole set (the first, the highest, the only one missing, how many, not one of them) is cited from where the whole is written. */
function setFaults(pack: Pack, { form, stem, facts, citations }: Question): string[] {
  const isOfWhole =
    ["Q8", "Q9"].includes(form) ||
    (form === "Q5" &&
      /\b(?:first|last|most recent|highest|lowest|largest|smallest)\b/i.test(stem) &&
      !/\bof these\b/.test(stem)) ||
    (form === "Q7" && /^Besides\b/.test(stem));
  if (!isOfWhole) return [];
  const asked = facts.map((key) => factOf(pack, key));
  const wholes = [...listsOf(pack, asked).flatMap(({ cite }) => cite), ...closuresOf(pack, asked)];
  const why = citations.filter(({ sentences }) => sentences?.length);
  return wholes.some((whole) => why.some((place) => isAt(place, whole)))
    ? []
    : ["a claim over a set, and no place of the whole set"];
}

function listsOf(pack: Pack, asked: readonly Fact[]): readonly List[] {
  const lists = pack.lists.filter((list) => list.facts.some((key) => asked.some((fact) => fact.key === key)));
  const compared = pack.lists.filter(({ key }) => lists.some(({ compareWith }) => compareWith.includes(key)));
  return [...lists, ...compared];
}

function closuresOf(pack: Pack, asked: readonly Fact[]): readonly Citation[] {
  return asked.flatMap(({ relation: key, subject, object }) =>
    pack.relations
      .find((relation) => relation.key === key)!
      .closed.filter((one) =>
        [
          [one.subject, subject],
          [one.object, object],
        ].some(([name, value]) => typeof value === "object" && value?.kind === "entity" && name === value.entity),
      )
      .map(({ cite }) => cite),
  );
}

function isAt({ source, locator }: Place, { source: of, at }: Citation): boolean {
  return source === of && locator === at;
}
