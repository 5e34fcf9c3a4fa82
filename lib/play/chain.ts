/** The holders of an office one after another, to be filled in again with one more seat empty each round. */
import { shuffled } from "../base/random.ts";
import { isDisputed } from "../facts/capacity.ts";
import type { Fact } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { before, spanOf } from "../facts/time.ts";
import { entityKey, entityOf, type ValueKey } from "../facts/value.ts";
import { askableOf } from "../questions/form.ts";
import { optionName } from "../questions/noun-phrase.ts";
import type { Receipt } from "../questions/question.ts";
import { receiptsOf } from "../questions/receipt.ts";
import { factSentence, valueWords } from "../questions/wording.ts";
import { whenOf } from "./board.ts";

/** A place in a chain with whom it belongs to. */
export type Seat = {
  readonly fact: string;
  readonly holder: ValueKey;
  readonly name: string;
  /** "24 November 2020 to 6 May 2021" */
  readonly when: string;
  readonly sentence: string;
  readonly receipts: readonly Receipt[];
};

/**
 * What lies between a seat and the next: `direct`, the one took over from the other; `vacant`, nobody held it in between; `acting`, only somebody
 * acting or claiming it did; `unknown`, the pack does not say that nobody did, or the dates leave it open.
 */
export type Between = "direct" | "vacant" | "acting" | "unknown";

/** Several holders in a row, each surely after the one before. */
export type Chain = {
  /** Its name in an address: `commanded.nmi.1`. */
  readonly key: string;
  readonly role: string;
  readonly about: string;
  readonly seats: readonly Seat[];
  /** One fewer than seats: what lies after each but the last. */
  readonly between: readonly Between[];
  /** Does the pack say that it has every holder of these times? */
  readonly complete: boolean;
};

/** Fewer than three seats make no row, more than seven are too many to hold in mind at once. */
const fewest = 3;
const most = 7;

/** Every chain of a pack, of the relations whose holders are asked in their order. A stretch that holds a hidden fact is left out as a whole: the row around it would tell who is missing. */
export function chainsOf(facts: Facts, hidden: ReadonlySet<string>): Chain[] {
  return facts.pack.relations
    .filter(({ temporal, subjectsPerObject, frames }) => temporal && subjectsPerObject === "one" && frames.ask_order)
    .flatMap(({ key }) => [...Map.groupBy(facts.factsOfRelation(key), objectKey).values()])
    .flatMap((group) => (entityOf(group[0]!.object) === null ? [] : chainsIn(facts, group, hidden)));
}

/** How many rounds a chain has. The first empties two seats: of a single one it would be known who is missing. */
export function roundsOf({ seats }: Chain): number {
  return seats.length - 1;
}

/** The places that are empty in a round: one more than its number (from 1), those of the round before among them; at most all. Ascending. */
export function emptyIn(chain: Chain, round: number, seed: string): number[] {
  const places = shuffled([...chain.seats.keys()], `${seed}\n${chain.key}`);
  return places.slice(0, Math.max(1, round) + 1).sort((a, b) => a - b);
}

/** The names to be put into the empty places of a round, in an order that tells nothing. A name that belongs twice is there twice. */
export function namesIn(chain: Chain, round: number, seed: string): Pick<Seat, "holder" | "name">[] {
  const seats = emptyIn(chain, round, seed).map((place) => chain.seats[place]!);
  return shuffled(
    seats.map(({ holder, name }) => ({ holder, name })),
    `${seed}\n${round}`,
  );
}

/** Which of the places are filled rightly; a place that is missing in `given` is not. */
export function rightIn(chain: Chain, places: readonly number[], given: ReadonlyMap<number, ValueKey>): number[] {
  return places.filter((place) => given.get(place) === chain.seats[place]?.holder);
}

function chainsIn(facts: Facts, group: readonly Fact[], hidden: ReadonlySet<string>): Chain[] {
  const chains: Chain[] = [];
  for (const stretch of stretchesOf(facts, group))
    for (const part of partsOf(stretch)) {
      if (part.some(({ key }) => hidden.has(key))) continue;
      const chain = chainOf(facts, part, group, chains.length + 1);
      if (chain) chains.push(chain);
    }
  return chains;
}

/** Holders in full that surely follow one another; a joint holder, an undated one or a tie ends a stretch, for there the order is not sure. */
function stretchesOf(facts: Facts, group: readonly Fact[]): Fact[][] {
  const holders = group
    .filter((fact) => !fact.negative && !isDisputed(fact))
    .sort((a, b) => (firstDay(a) === firstDay(b) ? (a.key < b.key ? -1 : 1) : firstDay(a) - firstDay(b)));
  const contested = contestedIn(facts, holders);
  const stretches: Fact[][] = [[]];
  for (const fact of holders) {
    const isUsable =
      fact.from.kind === "date" && fact.capacity === null && !contested.has(fact) && askableOf(facts, fact) !== "no";
    const last = stretches.at(-1)!.at(-1);
    if (!isUsable || (last && !isAfter(last, fact))) stretches.push([]);
    if (isUsable) stretches.at(-1)!.push(fact);
  }
  return stretches.filter(({ length }) => length >= fewest);
}

/** Holders, in the order of their beginning, who surely held it while another did: the documents differ, and the place is nobody's. */
function contestedIn(facts: Facts, holders: readonly Fact[]): Set<Fact> {
  const contested = new Set<Fact>();
  let longest: { readonly fact: Fact; readonly last: number } | null = null;
  for (const fact of holders) {
    const { sure } = spanOf(fact, facts.relation(fact.relation));
    if (sure.first > sure.last) continue;
    if (longest && sure.first <= longest.last) contested.add(fact).add(longest.fact);
    if (!longest || sure.last > longest.last) longest = { fact, last: sure.last };
  }
  return contested;
}

const firstDay = ({ from }: Fact): number => (from.kind === "date" ? from.date.first : Number.NEGATIVE_INFINITY);

/** Did the later one begin after the earlier began, and not before it ended? */
function isAfter(earlier: Fact, later: Fact): boolean {
  if (earlier.from.kind !== "date" || later.from.kind !== "date") return false;
  if (!before(earlier.from.date, later.from.date)) return false;
  return earlier.to.kind !== "date" || earlier.to.date.first <= later.from.date.last;
}

/** A long row in parts of about the same length. */
function partsOf(row: readonly Fact[]): Fact[][] {
  const count = Math.ceil(row.length / most);
  return Array.from({ length: count }, (_, part) =>
    row.slice(Math.floor((part * row.length) / count), Math.floor(((part + 1) * row.length) / count)),
  ).filter(({ length }) => length >= fewest);
}

function chainOf(facts: Facts, row: readonly Fact[], group: readonly Fact[], number: number): Chain | null {
  const first = row[0]!;
  const relation = facts.relation(first.relation);
  const seats = row.map((fact): Seat | null => {
    const sentence = factSentence(facts, fact);
    return sentence === null
      ? null
      : {
          fact: fact.key,
          holder: entityKey(fact.subject),
          name: optionName(facts.entity(fact.subject)),
          when: whenOf(fact),
          sentence,
          receipts: receiptsOf(facts, [fact.key]),
        };
  });
  if (seats.includes(null)) return null;
  const closure = relation.closed.find(({ object, asOf }) => object === objectKey(first) && asOf !== null);
  const complete = closure !== undefined && (closure.from === null || closure.from.first <= firstDay(first));
  return {
    key: `${first.relation}.${objectKey(first)}.${number}`,
    role: relation.kickers.default ?? relation.noun?.[0] ?? relation.key,
    about: valueWords(facts, first.object),
    seats: seats.filter((seat) => seat !== null),
    between: row.slice(1).map((later, index) => betweenOf(row[index]!, later, group, complete)),
    complete,
  };
}

function betweenOf(earlier: Fact, later: Fact, group: readonly Fact[], complete: boolean): Between {
  if (!complete || earlier.to.kind !== "date" || later.from.kind !== "date") return "unknown";
  const [end, start] = [earlier.to.date, later.from.date];
  const claims = group.some(
    (fact) =>
      !fact.negative &&
      isDisputed(fact) &&
      (fact.to.kind !== "date" || fact.to.date.last >= end.first) &&
      firstDay(fact) <= start.last,
  );
  if (claims) return "acting";
  if (start.first - end.last > 1) return "vacant";
  // A month is a month: within it there may have been days without anybody.
  return start.first >= end.first && start.last - end.first <= 1 ? "direct" : "unknown";
}
