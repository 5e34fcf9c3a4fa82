/** Where things stand on a timeline: pure geometry, in per cent of the width, so that text keeps its size on a phone. */
import { dayNumber, fromDayNumber } from "@/lib/base/day.ts";
import type { DayNumber } from "@/lib/facts/fact.ts";

/** The stretch of days that a picture shows, first to last. */
export type Scale = { readonly first: DayNumber; readonly last: DayNumber };

/** A mark on the axis: where (0..100), and the year or month that begins there. */
export type Tick = {
  readonly day: DayNumber;
  readonly at: number;
  readonly year: number;
  readonly month: number | null;
};

/**
 * Where a label stands to its bar: beside it, or in a line of its own above it when neither side has room.
 * It begins at `at`, or ends there when `ends` is true.
 */
export type LabelPlace = { readonly side: "after" | "before" | "above"; readonly at: number; readonly ends: boolean };

/** The scale that shows all these days with a little air; at least a quarter of a year wide. */
export function scaleOf(days: readonly DayNumber[]): Scale {
  const first = Math.min(...days);
  const last = Math.max(...days);
  const air = Math.max((last - first) * 0.16, 46 - (last - first) / 2);
  return { first: Math.floor(first - air), last: Math.ceil(last + air) };
}

/** Place of a day on a scale, 0..100; days beyond it stand at its edge. */
export function placeOf(day: DayNumber, scale: Scale): number {
  const share = (day - scale.first) / (scale.last - scale.first);
  return Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100;
}

/** At most `most` marks, at round years, or at months when the scale is short; none so near an edge that its text leaves a picture of 300 px. */
export function ticksOf(scale: Scale, most: number): Tick[] {
  for (const months of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000]) {
    const margin = months < 12 ? 9 : 5;
    const ticks = ticksEvery(months, scale).filter((tick) => tick.at >= margin && tick.at <= 100 - margin);
    if (ticks.length <= most) return ticks;
  }
  return [];
}

function ticksEvery(months: number, scale: Scale): Tick[] {
  const start = fromDayNumber(scale.first);
  const ticks: Tick[] = [];
  let index = Math.floor((start.year * 12 + start.month - 1) / months) * months;
  for (;;) {
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    const day = dayNumber(year, month, 1);
    if (day > scale.last) return ticks;
    if (day >= scale.first) ticks.push({ day, at: placeOf(day, scale), year, month: months < 12 ? month : null });
    index += months;
  }
}

/** Width in per cent that a text takes in a picture of `pixels` width; a guess on the safe side. */
export function widthOf(text: string, pixels: number): number {
  return ((text.length * 6.9 + 14) / pixels) * 100;
}

/** Puts a label beside its bar where there is room even on a phone (300 px), after it rather than before it. */
export function placeLabel(text: string, bar: { readonly from: number; readonly to: number }): LabelPlace {
  const needed = widthOf(text, 300);
  if (100 - bar.to >= needed) return { side: "after", at: bar.to, ends: false };
  if (bar.from >= needed) return { side: "before", at: bar.from, ends: true };
  return bar.from + bar.to > 100
    ? { side: "above", at: Math.min(100, Math.max(bar.to, needed)), ends: true }
    : { side: "above", at: Math.max(0, Math.min(bar.from, 100 - needed)), ends: false };
}

/** A bar from one place to another (0..100), its name, and where that stands. */
export type Bar = {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly label: LabelPlace;
};

/**
 * Bars with short labels in as few lanes as they fit into, first fit, in their order: none touches another or its label.
 * A bar whose label stands above it has a lane to itself.
 */
export function packed<One extends Bar>(bars: readonly One[]): One[][] {
  const lanes: { readonly bars: One[]; free: boolean }[] = [];
  for (const bar of bars) {
    const isAlone = bar.label.side === "above";
    const lane = isAlone
      ? undefined
      : lanes.find((each) => each.free && each.bars.every((other) => !touch(other, bar)));
    if (lane) lane.bars.push(bar);
    else lanes.push({ bars: [bar], free: !isAlone });
  }
  return lanes.map((lane) => lane.bars);
}

function touch(one: Bar, other: Bar): boolean {
  const [a, b] = [extentOf(one), extentOf(other)];
  return a.from < b.to && b.from < a.to;
}

/** The room of a bar with its label, and a hand's breadth. */
function extentOf({ from, to, name, label }: Bar): { readonly from: number; readonly to: number } {
  const figures = Math.max(widthOf(name, 300), widthOf("12", 300));
  return {
    from: from - 2 - (label.side === "before" ? figures : 0),
    to: to + 2 + (label.side === "after" ? figures : 0),
  };
}
