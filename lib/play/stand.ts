/** Standing on a day: who surely holds what, who may, what has happened and what has not. Never more than the facts say. */
import { dayNumber, daysInMonth, fromDayNumber } from "../base/day.ts";
import type { DayNumber } from "../facts/fact.ts";
import { certaintyAt } from "../facts/time.ts";
import type { Board, BoardEvent, BoardHolder, BoardLine, BoardSeat } from "./board.ts";

/**
 * Why it is not known of a day whether something held: `end`, it begins or ends on a day that may be this one; `later`, the last document that
 * says so was written before; `unsaid`, nothing is said of this day at all.
 */
export type Doubtful = "end" | "later" | "unsaid";

/**
 * Of a holder also: only acting, one of rivals, or `beside` such a one, which puts the holder in full in doubt too (reading R7); `differ` where the
 * documents name several of whom one only can have held it.
 */
export type HolderDoubt = Doubtful | "acting" | "rival" | "beside" | "differ";

/** A seat on a day. */
export type SeatStand = {
  readonly seat: BoardSeat;
  /** Holders of whom it is sure; more than one where it was held jointly. */
  readonly sure: readonly BoardHolder[];
  /** Who may have held it: of a handover day both, and whoever was acting or claimed it. */
  readonly perhaps: readonly { readonly holder: BoardHolder; readonly why: HolderDoubt }[];
  /** Is it known that nobody held it? Only where every holder is said to be in the pack. */
  readonly nobody: boolean;
};

/** Something that happened, seen from a day: before it, on that very day, on a day that may be this or a later one, after it. */
export type EventStand = "past" | "today" | "perhaps" | "ahead";

export type Stand = {
  readonly day: DayNumber;
  /** Seats of which anything can be said on this day. */
  readonly seats: readonly SeatStand[];
  readonly sure: readonly BoardLine[];
  readonly perhaps: readonly { readonly line: BoardLine; readonly why: Doubtful }[];
  readonly events: Readonly<Record<EventStand, readonly BoardEvent[]>>;
};

/** What is so on a day of the board. */
export function standOn(board: Board, day: DayNumber): Stand {
  const events: Record<EventStand, BoardEvent[]> = { past: [], today: [], perhaps: [], ahead: [] };
  for (const event of board.events) events[eventOn(event, day)].push(event);
  const sure: BoardLine[] = [];
  const perhaps: { line: BoardLine; why: Doubtful }[] = [];
  for (const line of board.lines) {
    const certainty = holdsOn(line, day);
    if (certainty === "sure") sure.push(line);
    else if (certainty === "maybe") perhaps.push({ line, why: doubtOn(line, day) });
  }
  const seats = board.seats.map((seat) => seatOn(seat, day));
  return {
    day,
    seats: seats.filter((seat) => seat.nobody || seat.sure.length > 0 || seat.perhaps.length > 0),
    sure,
    perhaps,
    events,
  };
}

/** The nearest day before or after on which something changes; null where there is none. */
export function changeBeside(board: Board, day: DayNumber, step: -1 | 1): DayNumber | null {
  return (step > 0 ? board.changes.find((each) => each > day) : board.changes.findLast((each) => each < day)) ?? null;
}

/** The day, moved into the board where it lies outside. */
export function dayOn({ days }: Board, day: DayNumber): DayNumber {
  return Math.max(days.first, Math.min(days.last, day));
}

function seatOn(seat: BoardSeat, day: DayNumber): SeatStand {
  const sure: BoardHolder[] = [];
  const perhaps: { holder: BoardHolder; why: HolderDoubt }[] = [];
  for (const holder of seat.holders) {
    const certainty = holdsOn(holder, day);
    if (certainty === "no") continue;
    // Acting or claiming is not holding, however well it is dated.
    if (holder.capacity === "acting" || holder.capacity === "rival") perhaps.push({ holder, why: holder.capacity });
    else if (certainty === "sure") sure.push(holder);
    else perhaps.push({ holder, why: doubtOn(holder, day) });
  }
  if (perhaps.some(({ holder: { capacity } }) => capacity === "acting" || capacity === "rival"))
    perhaps.unshift(...sure.splice(0).map((holder) => ({ holder, why: "beside" as const })));
  else if (sure.length > 1 && sure.some(({ capacity }) => capacity !== "joint"))
    perhaps.unshift(...sure.splice(0).map((holder) => ({ holder, why: "differ" as const })));
  const isCovered = seat.complete !== null && seat.complete.first <= day && day <= seat.complete.last;
  return { seat, sure, perhaps, nobody: isCovered && sure.length === 0 && perhaps.length === 0 };
}

function holdsOn({ sure, possible }: BoardLine, day: DayNumber) {
  return certaintyAt({ sure, possible }, { first: day, last: day });
}

function doubtOn({ ends, asOf }: BoardLine, day: DayNumber): Doubtful {
  if (ends.some(({ first, last }) => first <= day && day <= last)) return "end";
  return asOf && ends.length > 0 && day > asOf.days.first ? "later" : "unsaid";
}

function eventOn({ days: { first, last } }: BoardEvent, day: DayNumber): EventStand {
  if (last < day) return "past";
  if (first > day) return "ahead";
  return first === last ? "today" : "perhaps";
}

/** So many months later (or earlier) on the same day of the month, or on its last day where it is shorter. */
export function monthsFrom(day: DayNumber, months: number): DayNumber {
  const { year, month, day: date } = fromDayNumber(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1];
  return dayNumber(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}
