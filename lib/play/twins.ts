/** Pairs that are easily taken for each other, found by rule: dated to the same day or month, or alike in their words. */
import { fromDayNumber } from "../base/day.ts";
import { hash32 } from "../base/random.ts";
import { isDisputed } from "../facts/capacity.ts";
import type { Fact, HistoricalDate, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf, type ValueKey, valueKey } from "../facts/value.ts";
import { contentWords } from "../questions/fold.ts";
import { askableOf } from "../questions/form.ts";
import type { CardKey, Direction } from "../questions/question.ts";
import { valueWords } from "../questions/wording.ts";

/** In what the two are alike: the day of the year, the month, a word of their names; or the learner took one for the other. */
export type Likeness =
  | { readonly kind: "day" | "month"; readonly date: HistoricalDate }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "confused" };

/** One side of a pair: the card that asks for it and the value that answers. */
export type Side = { readonly card: CardKey; readonly value: ValueKey };

/** Two facts of one relation that are asked for the same hole and have different answers. */
export type Twin = { readonly sides: readonly [Side, Side]; readonly likeness: Likeness };

/** Pairs to choose from at the most: of a large pack a part is enough. */
const mostPairs = 240;

/** Candidate twins of a pack, drawn by the seed, without hidden facts. Whether the two can be told apart by a question is proved when it is put. */
export function twinsOf(facts: Facts, hidden: ReadonlySet<string>, seed: string): Twin[] {
  const usable = facts.pack.facts.filter(
    (fact) => !fact.negative && !isDisputed(fact) && !hidden.has(fact.key) && askableOf(facts, fact) === "yes",
  );
  const pairs = [...Map.groupBy(usable, ({ relation }) => relation).values()].flatMap((group) => [
    ...datedAlike(group),
    ...namedAlike(facts, group, "subject"),
    ...namedAlike(facts, group, "object"),
  ]);
  const draw = (twin: Twin) => hash32(`${seed}\n${pairName(twin)}`);
  const distinct = new Map(pairs.map((twin) => [pairName(twin), twin]));
  return [...distinct.values()]
    .sort((a, b) => draw(a) - draw(b) || (pairName(a) < pairName(b) ? -1 : 1))
    .slice(0, mostPairs);
}

/** One name for a pair, whichever side comes first. */
export function pairName({ sides }: Pick<Twin, "sides">): string {
  return sides
    .map(({ card }) => `${card.fact} ${card.direction}`)
    .sort()
    .join(" | ");
}

/** Facts whose dates fall on one day of the year, else in one month, in different years or on different days: neighbours in time are paired. */
function datedAlike(group: readonly Fact[]): Twin[] {
  const dated = group.flatMap((fact) => {
    const direction: Direction = fact.object.kind === "date" ? "object" : "from";
    const date = dateOf(fact);
    return date ? [{ fact, date, side: sideOf(fact, direction, { kind: "date", date }) }] : [];
  });
  const twins: Twin[] = [];
  for (const kind of ["day", "month"] as const) {
    const named = dated.filter(({ date }) => kind === "month" || date.precision === "day");
    for (const alike of Map.groupBy(named, ({ date }) => calendarName(date, kind)).values()) {
      const row = alike.toSorted((a, b) => a.date.first - b.date.first || (a.fact.key < b.fact.key ? -1 : 1));
      for (const [place, later] of row.entries()) {
        const earlier = row[place - 1];
        if (!earlier || earlier.side.value === later.side.value || earlier.date.precision !== later.date.precision)
          continue;
        // Two that fall on one day are told by that already.
        if (
          kind === "month" &&
          calendarName(earlier.date, "day") === calendarName(later.date, "day") &&
          later.date.precision === "day"
        )
          continue;
        twins.push({ sides: [earlier.side, later.side], likeness: { kind, date: later.date } });
      }
    }
  }
  return twins;
}

function dateOf({ object, from }: Fact): HistoricalDate | null {
  const date = object.kind === "date" ? object.date : from.kind === "date" ? from.date : null;
  return date && (date.precision === "day" || date.precision === "month") ? date : null;
}

function calendarName(date: HistoricalDate, kind: "day" | "month"): string {
  const { month, day } = fromDayNumber(date.first);
  return kind === "day" ? `${month}-${day}` : String(month);
}

/** A word that more than so many of the things have tells none of them from the others. */
const mostSharing = 6;

/** Facts about things of one type whose names share a word that few others have. */
function namedAlike(facts: Facts, group: readonly Fact[], direction: "subject" | "object"): Twin[] {
  const byValue = new Map<string, Fact>();
  for (const fact of group) {
    const entity = direction === "subject" ? fact.subject : entityOf(fact.object);
    // Of several facts about one thing the first stands for it.
    if (entity !== null && !byValue.has(entity)) byValue.set(entity, fact);
  }
  const everywhere = commonWords(facts);
  const sharing = new Map<string, string[]>();
  for (const entity of byValue.keys())
    for (const word of wordsOf(facts, entity).keys())
      if (!everywhere.has(word)) sharing.set(word, [...(sharing.get(word) ?? []), entity]);
  const pairs = new Map<string, string[]>();
  for (const [word, entities] of sharing) {
    if (entities.length < 2 || entities.length > mostSharing) continue;
    for (const [place, one] of entities.entries())
      for (const other of entities.slice(place + 1)) {
        const pair = `${one}\n${other}`;
        pairs.set(pair, [...(pairs.get(pair) ?? []), word]);
      }
  }
  return [...pairs].flatMap(([pair, shared]): Twin[] => {
    const [one, other] = pair.split("\n") as [string, string];
    if (facts.entity(one).type !== facts.entity(other).type || facts.related(one, other)) return [];
    const side = (entity: string) => sideOf(byValue.get(entity)!, direction, { kind: "entity", entity });
    const printed = wordsOf(facts, one);
    const words = shared.map((word) => printed.get(word)!).sort();
    return [{ sides: [side(one), side(other)], likeness: { kind: "words", words } }];
  });
}

/** The content words of a thing's name, folded, each with how it is printed. */
function wordsOf(facts: Facts, entity: string): Map<string, string> {
  const printed = valueWords(facts, { kind: "entity", entity }).split(/[^\p{L}\p{N}]+/u);
  return new Map(printed.flatMap((word) => [...contentWords(word)].map((folded) => [folded, word] as const)));
}

const wordsEverywhere = new WeakMap<Facts, ReadonlySet<string>>();

/** Words that so many of the pack's things have in their names that nobody takes two of them for each other on that account. */
function commonWords(facts: Facts): ReadonlySet<string> {
  let common = wordsEverywhere.get(facts);
  if (!common) {
    const counts = new Map<string, number>();
    for (const { key } of facts.pack.entities)
      for (const word of wordsOf(facts, key).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
    const most = Math.max(mostSharing, facts.pack.entities.length / 20);
    common = new Set([...counts].filter(([, count]) => count > most).map(([word]) => word));
    wordsEverywhere.set(facts, common);
  }
  return common;
}

function sideOf({ key }: Fact, direction: Direction, value: Value): Side {
  return { card: { fact: key, direction }, value: valueKey(value) };
}
