/** What a pack's timeline shows and where: its dated facts by topic, on one scale that leaves out the long empty stretches. */
import { dayNumber, fromDayNumber } from "../base/day.ts";
import type { DayNumber, Entity, Fact, Pack, Relation } from "../facts/fact.ts";
import { headingName } from "../questions/noun-phrase.ts";
import { whenInShort } from "../questions/validity.ts";

/** A fact with its time as a bar or a dot. */
export type TimelineRow = {
  readonly fact: string;
  readonly label: string;
  readonly when: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly point: boolean;
  /** Its end is not known: it ran on when the source was written. */
  readonly open: boolean;
};

/** The rows of one topic, oldest first. */
export type TimelineGroup = { readonly topic: string; readonly title: string; readonly rows: readonly TimelineRow[] };

/** A scale in pieces: within a piece time runs evenly; long stretches in which nothing begins or ends are shortened. */
export type Pieces = {
  readonly place: (day: DayNumber) => number;
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
  /** Where a shortened stretch has its middle, 0..100. */
  readonly breaks: readonly number[];
};

/** The dated facts of a pack by topic; what only a caption says is left to the table of all facts. */
export function timelineOf(pack: Pack): TimelineGroup[] {
  const entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
  const relations = new Map(pack.relations.map((relation) => [relation.key, relation]));
  return pack.topics
    .map(({ key, title }) => ({
      topic: key,
      title,
      rows: pack.facts
        .filter((fact) => fact.topic === key && fact.importance === "normal" && !fact.negative)
        .flatMap((fact) => rowOf(fact, entities, relations) ?? [])
        .sort((a, b) => a.from - b.from || a.to - b.to),
    }))
    .filter((group) => group.rows.length > 0);
}

/** Rows drawn beside other things on a page; all of them are on the page of the timeline. */
const mostRows = 160;

/** The groups with as many of their rows as there is room for beside other things, in order. */
export function firstRows(groups: readonly TimelineGroup[]): TimelineGroup[] {
  let left = mostRows;
  return groups
    .map((group) => {
      const rows = group.rows.slice(0, left);
      left -= rows.length;
      return { ...group, rows };
    })
    .filter((group) => group.rows.length > 0);
}

function rowOf(
  fact: Fact,
  entities: ReadonlyMap<string, Entity>,
  relations: ReadonlyMap<string, Relation>,
): TimelineRow | null {
  const common = { fact: fact.key, label: labelOf(fact, entities, relations), when: whenInShort(fact) ?? "" };
  if (fact.object.kind === "date") {
    const { first, last } = fact.object.date;
    return { ...common, from: first, to: last, point: true, open: false };
  }
  const { from, to, asOf } = fact;
  if (from.kind !== "date") return null;
  const open = to.kind !== "date";
  const last = to.kind === "date" ? to.date.last : (asOf?.last ?? from.date.last);
  return { ...common, from: from.date.first, to: last, point: false, open };
}

/** Who or what the row is about: the one in the role that the relation names (a commander), else what was done (a mission). */
function labelOf(fact: Fact, entities: ReadonlyMap<string, Entity>, relations: ReadonlyMap<string, Relation>): string {
  const isRole = relations.get(fact.relation)?.noun != null;
  const key = fact.object.kind === "entity" && !isRole ? fact.object.entity : fact.subject;
  return headingName(entities.get(key)!);
}

/** Stretches up to so many days are never shortened: a year and a half. */
const never = 548;

/** The scale of these rows. A long stretch between two events counts as at most a twelfth of the whole. */
export function piecesOf(rows: readonly TimelineRow[]): Pieces {
  const instants = [...new Set(rows.flatMap((row) => [row.from, row.to]))].sort((a, b) => a - b);
  const first = instants[0] ?? 0;
  const last = instants.at(-1) ?? 0;
  const most = Math.max((last - first) / 12, never);
  const widths = instants.slice(1).map((day, index) => Math.min(day - instants[index]!, most));
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  const starts = [0];
  for (const width of widths) starts.push(starts.at(-1)! + width);
  const scaled = (width: number) => Math.round((2 + (96 * width) / total) * 100) / 100;
  const place = (day: DayNumber) => {
    const piece = Math.max(
      0,
      instants.findLastIndex((instant) => instant <= day),
    );
    const next = instants[piece + 1];
    if (next === undefined) return scaled(starts[piece] ?? 0);
    return scaled(
      starts[piece]! + (widths[piece]! * (Math.max(day, first) - instants[piece]!)) / (next - instants[piece]!),
    );
  };
  const cuts = widths.flatMap((width, index) => {
    const from = instants[index]!;
    const to = instants[index + 1]!;
    return to - from > most * 1.5 ? [{ from, to, at: scaled(starts[index]! + width / 2) }] : [];
  });
  const isCut = (day: DayNumber) => cuts.some((cut) => day > cut.from + 31 && day < cut.to - 31);
  return { place, ticks: ticksOf({ first, last }, place, isCut), breaks: cuts.map((cut) => cut.at) };
}

/** The years that have room for their name and do not lie in a shortened stretch. */
function ticksOf(
  { first, last }: { readonly first: DayNumber; readonly last: DayNumber },
  place: (day: DayNumber) => number,
  isCut: (day: DayNumber) => boolean,
): Pieces["ticks"] {
  const ticks: { year: number; at: number }[] = [];
  const final = fromDayNumber(last).year;
  for (let year = fromDayNumber(first).year; year <= final; year++) {
    const day = dayNumber(year, 1, 1);
    const at = place(day);
    if (!isCut(day) && (ticks.length === 0 || at - ticks.at(-1)!.at >= 11)) ticks.push({ year, at });
  }
  return ticks;
}
