/** Holds the facts of a pack against a document: is every date, figure and name of a fact written where the fact is cited? */
import type { Entity, Fact, HistoricalDate, Pack } from "../facts/fact.ts";
import { labelsOf, plainName } from "../facts/names.ts";
import { monthNames } from "../questions/date-words.ts";
import { countInWords } from "../questions/number-words.ts";
import { type Passage, type Passages, passage, passagesOf } from "./passages.ts";

/** Something of a fact that the document does not say in these words at any place that is cited for it. */
export type Missing = {
  readonly fact: string;
  readonly locator: string;
  readonly what: "date" | "number" | "name";
  readonly words: string;
  /** Is it written somewhere else in the document? */
  readonly elsewhere: boolean;
  /** Was the place of every locator found? Otherwise the whole document was searched. */
  readonly placed: boolean;
  /** Is the fact cited from another document too, which may be the one that says it? */
  readonly shared: boolean;
};

/** How many citations of the source were looked at, all that was not found, and the places that the document does not have, each with what is cited from it: facts, `list …`, `closed of …`. */
export type Verified = {
  readonly citations: number;
  readonly missing: readonly Missing[];
  readonly unplaced: readonly { readonly locator: string; readonly facts: readonly string[] }[];
};

/** Looks for everything that the facts cited from a source say; `document` is its text. */
export function verifyFacts(pack: Pack, source: string, document: string): Verified {
  const entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
  const cited = pack.facts.flatMap((fact) =>
    fact.citations.filter((citation) => citation.source === source).map(({ locator }) => ({ fact, locator })),
  );
  const passages: Passages = passagesOf(
    document,
    cited.map(({ locator }) => locator),
  );
  const whole = passage(document);
  const missing = [...Map.groupBy(cited, ({ fact }) => fact)].flatMap(([fact, places]) => {
    const found = places.map(({ locator }) => passages(locator));
    const common = {
      fact: fact.key,
      locator: places.map(({ locator }) => locator).join("; "),
      placed: found.every(({ isWhole }) => !isWhole),
      shared: fact.citations.length > places.length,
    };
    return claimsOf(fact, entities).flatMap((claim): Missing[] =>
      found.some((each) => holds(each, claim))
        ? []
        : [{ ...common, what: claim.what, words: wordsOf(claim), elsewhere: holds(whole, claim) }],
    );
  });
  const nowhere = Map.groupBy(
    cited.filter(({ locator }) => passages(locator).isWhole),
    ({ locator }) => locator,
  );
  const others = citedBeside(pack, source);
  const besides = passagesOf(
    document,
    others.map(({ locator }) => locator),
  );
  const unplaced = [
    ...[...nowhere].map(([locator, all]) => ({ locator, facts: all.map(({ fact }) => fact.key) })),
    ...others.flatMap(({ locator, by }) => (besides(locator).isWhole ? [{ locator, facts: [by] }] : [])),
  ];
  return { citations: cited.length + others.length, missing, unplaced };
}

/** What else cites the source: lists, and what is declared closed. */
function citedBeside({ lists, relations }: Pack, source: string): { readonly locator: string; readonly by: string }[] {
  return [
    ...lists.flatMap(({ key, citations }) => citations.map((citation) => ({ citation, by: `list ${key}` }))),
    ...relations.flatMap(({ key, closed }) => closed.map(({ citation }) => ({ citation, by: `closed of ${key}` }))),
  ].flatMap(({ citation, by }) => (citation.source === source ? [{ locator: citation.locator, by }] : []));
}

/** A spelling in parts, each of which must be there: a day and its year may stand apart, as in “6 to 10 May 2021”. */
type Spelling = readonly string[];
type Claim = {
  readonly what: Missing["what"];
  readonly spellings: readonly Spelling[];
  /** Of a figure: what it is worth, however it is written. */
  readonly number?: number;
};

function holds({ words, numbers }: Passage, { spellings, number }: Claim): boolean {
  if (number !== undefined && numbers.has(number)) return true;
  return spellings.some((spelling) => spelling.every((part) => words.includes(` ${plainName(part)} `)));
}

function wordsOf({ spellings, number }: Claim): string {
  return number === undefined ? spellings[0]!.join(" … ") : String(number);
}

function claimsOf(fact: Fact, entities: ReadonlyMap<string, Entity>): Claim[] {
  const claims: Claim[] = [nameOf(entities.get(fact.subject)!)].flat();
  const { object } = fact;
  if (object.kind === "entity") claims.push(...nameOf(entities.get(object.entity)!));
  if (object.kind === "vague") claims.push({ what: "name", spellings: [[object.text]] });
  if (object.kind === "date") claims.push(...dateOf(object.date));
  if (object.kind === "number") {
    const number = Math.abs(object.number);
    claims.push({ what: "number", spellings: [[spelled(number)]], number });
  }
  for (const bound of [fact.from, fact.to]) if (bound.kind === "date") claims.push(...dateOf(bound.date));
  return claims;
}

const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** "thirty", "twenty-one", as documents spell small counts. */
function spelled(number: number): string {
  const ten = tens[Math.floor(number / 10) - 2];
  if (!Number.isInteger(number) || ten === undefined) return countInWords(number);
  return number % 10 === 0 ? ten : `${ten} ${countInWords(number % 10)}`;
}

/** An event is told in a clause of the pack's own words, so it has no name that a document could hold. */
function nameOf(entity: Entity): Claim[] {
  if (entity.clause !== null) return [];
  const whole = entity.name.replace(/\s*\([^()]*\)$/, "");
  return [{ what: "name", spellings: [[whole], ...labelsOf(entity).map((label) => [label])] }];
}

/** A date in the spellings of documents; an inferred stretch is in none. */
function dateOf(date: HistoricalDate): Claim[] {
  if (date.precision === "between") return [];
  const [year = "", month, day] = date.edtf.replace(/^-?0*/, "").split("-");
  if (month === undefined) return [{ what: "date", spellings: [[year]] }];
  const name = monthNames[Number(month) - 1]!;
  const names = [name, name.slice(0, 3)];
  if (day === undefined)
    return [{ what: "date", spellings: [...names.map((each) => [`${each} ${year}`]), [date.edtf], [name, year]] }];
  const figure = String(Number(day));
  return [
    {
      what: "date",
      spellings: [
        ...names.flatMap((each) => [[`${figure} ${each} ${year}`], [`${each} ${figure} ${year}`]]),
        [date.edtf],
        [`${figure} ${Number(month)} ${year}`],
        [`${day} ${month} ${year}`],
        ...names.flatMap((each) => [
          [`${figure} ${each}`, year],
          [`${each} ${figure}`, year],
        ]),
      ],
    },
  ];
}
