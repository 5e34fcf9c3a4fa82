/** The case: an undated document, dated by what it tells. Each clue narrows the time in which it can have been written, or does not. */
import { hash32 } from "../base/random.ts";
import type { DayNumber, Fact, HistoricalDate, Source } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import { dateInWords } from "../questions/date-words.ts";
import { kickerOf } from "../questions/form.ts";
import { optionName } from "../questions/noun-phrase.ts";
import type { Receipt } from "../questions/question.ts";
import { receiptsOf } from "../questions/receipt.ts";
import { factSentence } from "../questions/wording.ts";

/** The days on which it can have been written; null where nothing limits it on that side. */
export type Band = { readonly first: DayNumber | null; readonly last: DayNumber | null };

/** What follows from a clue: not before a day, not after one, both, or nothing that was not known already. */
export type Consequence = "not-before" | "not-after" | "both" | "nothing";

/**
 * Something about the document: it `tells` of what happened or began on a date; it `names` as holding something somebody who held it from one day to
 * another; or it is `silent` about what another document dates.
 */
export type Clue = {
  readonly kind: "tells" | "names" | "silent";
  readonly fact: string;
  readonly sentence: string;
  /** Who is named, and as what: "Michael Lollesgaard", "Commander". */
  readonly name: string;
  readonly role: string;
  /** Where the document says so, and where another does; of a silence only where the other does. The document's own date is kept back. */
  readonly receipts: readonly Receipt[];
  /** In words, as exactly as they are known: the date that the clue speaks of, and of a holder also the end. */
  readonly from: string;
  readonly to: string | null;
  readonly answer: Consequence;
  /** What may be answered, in one order for all clues of a kind. */
  readonly choices: readonly Consequence[];
  /** The band when the clue has been read. */
  readonly band: Band;
};

export type Case = {
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly cite: string;
  /** Before any clue: written at the latest when the pack's facts end. */
  readonly start: Band;
  readonly latest: string;
  readonly clues: readonly Clue[];
  /** What the pack's author holds, and by what: "between May 2021 and May 2022", "it names …". */
  readonly dated: string;
  readonly basis: string;
  readonly held: { readonly first: DayNumber; readonly last: DayNumber };
};

/** Clues at the most that have a date, and silences. */
const mostNarrowing = 7;
const mostSilent = 2;

/** The cases of a pack: every document without a date of its own that tells enough to be dated by. */
export function casesOf(facts: Facts, hidden: ReadonlySet<string>, seed: string): Case[] {
  return facts.pack.sources.flatMap((source) => caseOf(facts, source, hidden, seed) ?? []);
}

/** A document's case; null where it has a date, or where fewer than two clues narrow it. */
export function caseOf(facts: Facts, source: Source, hidden: ReadonlySet<string>, seed: string): Case | null {
  if (source.dateBasis === null) return null;
  const shown = facts.pack.facts.filter((fact) => !hidden.has(fact.key) && !fact.negative);
  const told = shown.filter(({ citations }) => citations.some((citation) => citation.source === source.key));
  const draw = (fact: Fact) => hash32(`${seed}\n${source.key} ${fact.key}`);
  const drawn = (list: readonly Fact[]) => list.toSorted((a, b) => draw(a) - draw(b) || (a.key < b.key ? -1 : 1));
  const telling = told.flatMap((fact) => tellingOf(facts, fact, source) ?? []);
  const naming = told.flatMap((fact) => namingOf(facts, fact, source) ?? []);
  const unsaid = shown.filter((fact) => fact.onlyIn !== null && fact.onlyIn !== source.key);
  const silent = drawn(unsaid)
    .flatMap((fact) => silenceOf(facts, fact) ?? [])
    .slice(0, mostSilent);
  const dated = telling.toSorted((a, b) => a.notBefore.first - b.notBefore.first).slice(1 - mostNarrowing);
  const sayings = laidOut([...dated, ...naming.slice(0, 1)], silent, `${seed}\n${source.key}`).filter(
    // A sentence that names the document may name its time with it.
    ({ sentence }) => !sentence.includes(dateInWords(source.date)),
  );
  const clues = withBands(
    sayings.map((saying) => ({ ...saying, receipts: saying.receipts.map((receipt) => keptBack(receipt, source)) })),
    facts.pack.asOf,
  );
  if (clues.filter(({ answer }) => answer !== "nothing").length < 2) return null;
  return {
    source: source.key,
    title: source.title,
    publisher: source.publisher,
    cite: source.cite,
    start: { first: null, last: facts.pack.asOf.last },
    latest: dateInWords(facts.pack.asOf),
    clues,
    dated: dateInWords(source.date),
    basis: source.dateBasis,
    held: { first: source.date.first, last: source.date.last },
  };
}

/** What a clue says of the time of writing, before it is asked what was known already. */
type Saying = Pick<Clue, "kind" | "fact" | "sentence" | "name" | "role" | "receipts"> & {
  readonly notBefore: HistoricalDate;
  readonly notAfter: HistoricalDate | null;
};

/** A document that reports what happened was not written before it: at the earliest on the first day that the date can mean. */
function tellingOf(facts: Facts, fact: Fact, source: Source): Saying | null {
  const date = fact.object.kind === "date" ? fact.object.date : null;
  // What came after the time that the author holds cannot be told by it: one of the two dates is doubtful, and no clue.
  return date && date.first <= source.date.first ? sayingOf(facts, fact, "tells", date, null) : null;
}

/**
 * A document that names somebody as holding something was written while they held it. That it names them so, and not as one of the past, is known only
 * where its author dates it by that very holder: from the first day of the one to the last of the other.
 */
function namingOf(facts: Facts, fact: Fact, source: Source): Saying | null {
  const { from, to } = fact;
  if (entityOf(fact.object) === null || from.kind !== "date" || to.kind !== "date") return null;
  if (from.date.first !== source.date.first || to.date.last !== source.date.last) return null;
  return sayingOf(facts, fact, "names", from.date, to.date);
}

/** From what a document does not say, nothing follows. */
function silenceOf(facts: Facts, fact: Fact): Saying | null {
  return fact.object.kind === "date" ? sayingOf(facts, fact, "silent", fact.object.date, null) : null;
}

function sayingOf(
  facts: Facts,
  fact: Fact,
  kind: Clue["kind"],
  notBefore: HistoricalDate,
  notAfter: HistoricalDate | null,
): Saying | null {
  const sentence = factSentence(facts, fact);
  if (sentence === null) return null;
  const name = optionName(facts.entity(fact.subject));
  const role = kickerOf(facts, fact, "fact");
  return { kind, fact: fact.key, sentence, name, role, receipts: receiptsOf(facts, [fact.key]), notBefore, notAfter };
}

/** A citation of the document itself would give away what is asked. */
function keptBack(receipt: Receipt, { key }: Source): Receipt {
  return receipt.source === key ? { ...receipt, dated: "undated" } : receipt;
}

/** What narrows in the order of time, but now and then a later clue before an earlier one, which then is idle; the idle ones between, by the seed. */
function laidOut(narrowing: readonly Saying[], idle: readonly Saying[], seed: string): Saying[] {
  const order = [...narrowing];
  // The third before the second: then it is asked whether an earlier happening still says anything.
  if (order.length > 3) order.splice(1, 2, order[2]!, order[1]!);
  for (const [place, saying] of idle.entries()) {
    const at = 1 + (hash32(`${seed}\n${saying.fact}`) % Math.max(1, order.length - 1));
    order.splice(Math.min(at + place, order.length - 1), 0, saying);
  }
  return order;
}

function withBands(sayings: readonly Saying[], latest: HistoricalDate): Clue[] {
  let band: Band = { first: null, last: latest.last };
  return sayings.map((saying): Clue => {
    const { notBefore, notAfter, ...said } = saying;
    const after = said.kind === "silent" ? band : narrowed(band, notBefore, notAfter);
    const answer = consequence(band, after);
    band = after;
    return {
      ...said,
      from: dateInWords(notBefore),
      to: notAfter && dateInWords(notAfter),
      answer,
      choices: notAfter ? ["not-before", "not-after", "both", "nothing"] : ["not-before", "not-after", "nothing"],
      band,
    };
  });
}

/** The band within which both the old limits and the new ones hold. */
export function narrowed(band: Band, notBefore: HistoricalDate, notAfter: HistoricalDate | null): Band {
  const first = band.first === null || notBefore.first > band.first ? notBefore.first : band.first;
  const last = notAfter && (band.last === null || notAfter.last < band.last) ? notAfter.last : band.last;
  return { first, last };
}

/** In which way a band is narrower than another that holds it. */
export function consequence(before: Band, after: Band): Consequence {
  const isLater = after.first !== before.first;
  const isEarlier = after.last !== before.last;
  if (isLater && isEarlier) return "both";
  return isLater ? "not-before" : isEarlier ? "not-after" : "nothing";
}
