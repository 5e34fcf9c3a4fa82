/** Which cards a session asks, and in which order: due before new, siblings on another day, nothing given away shortly before. */
import { hash32 } from "../base/random.ts";
import { cardName, isDue, isFree, isNew } from "./card.ts";
import { type Day, daysBetween } from "./day.ts";
import type { CardRef, CardState } from "./event.ts";
import { type Link, reveals } from "./links.ts";

/** What a session is planned from. */
export type Planning = {
  /** Every card of the scope, by `cardName`; a card that is absent here is not asked. */
  readonly links: ReadonlyMap<string, Link>;
  /** The learner's cards, in any order; those that are new, not due or put away are no hindrance. */
  readonly states: readonly CardState[];
  readonly today: Day;
  /** How many cards may still be met for the first time today. */
  readonly newLeft: number;
  /** How many cards the session holds at most. */
  readonly count: number;
};

/** A card of a session, with its state; null for one that is met for the first time. */
export type Planned = { readonly card: CardRef; readonly state: CardState | null };

/** Questions that give another's answer away stand at least so far before it, where the queue allows. */
export const apart = 8;

/** For so many days after its due day a card may be put off in favour of a sibling that was never asked. */
export const yieldsForDays = 3;

/**
 * The cards of a session in the order in which they are asked. Due cards first of all, the most overdue for their interval before the
 * others; new ones between them as far as `count` and `newLeft` leave room, in teaching order, each fact's first direction before
 * any fact's second and what is minor last. Of siblings one a day: the due one, except that where there would be fewer new cards than
 * `newLeft` a direction never asked goes first, for a few days at most: else a card that is due day after day would keep it out for ever.
 */
export function planSession({ links, states, today, newLeft, count }: Planning): Planned[] {
  const known = new Map(states.map((state) => [cardName(state.card), state]));
  const groupOf = (state: CardState) => links.get(cardName(state.card))?.group;
  const taken = new Set(states.filter((state) => !isNew(state) && state.lastDay === today).map(groupOf));

  const due = new Map<string, CardState>();
  for (const state of byOverdueness(states, today)) {
    const group = groupOf(state);
    // A card that was missed today comes back today; its siblings do not.
    if (group === undefined || due.has(group) || (taken.has(group) && state.lastDay !== today)) continue;
    due.set(group, state);
  }
  const fresh = new Map<string, Link>();
  for (const link of teachingOrder(links)) {
    const state = known.get(cardName(link.card));
    if (!fresh.has(link.group) && !taken.has(link.group) && isNew(state) && isFree(state, today))
      fresh.set(link.group, link);
  }
  const contested = [...fresh.keys()].filter((group) => due.has(group));
  const yielding = contested.filter((group) => daysBetween(due.get(group)!.dueDay, today) < yieldsForDays);
  const missing = Math.max(0, newLeft - (fresh.size - contested.length));
  for (const group of yielding.slice(0, missing)) due.delete(group);
  for (const group of due.keys()) fresh.delete(group);

  const old = [...due.values()].slice(0, count).map((state): Planned => ({ card: state.card, state }));
  const room = Math.max(0, Math.min(newLeft, count - old.length));
  const met = [...fresh.values()].slice(0, room).map(({ card }): Planned => ({ card, state: null }));
  return keptApart(between(old, met), links);
}

/** How many cards are due on a day, siblings and all: what the learner is told is waiting. */
export function countDue(states: readonly CardState[], today: Day): number {
  return states.filter((state) => isDue(state, today)).length;
}

/** Due cards, by the time since the last answer over the time that was meant; those of equal standing in an order of the day. */
function byOverdueness(states: readonly CardState[], today: Day): CardState[] {
  const overdue = ({ lastDay, dueDay }: CardState) => daysBetween(lastDay, today) / daysBetween(lastDay, dueDay);
  return states
    .filter((state) => isDue(state, today))
    .map((state) => {
      // Missed within its day: 0 days were meant.
      const rank = state.dueDay <= state.lastDay ? Number.POSITIVE_INFINITY : overdue(state);
      return { state, rank, lot: hash32(`${today} ${cardName(state.card)}`) };
    })
    .sort((a, b) => (a.rank === b.rank ? a.lot - b.lot : b.rank - a.rank))
    .map(({ state }) => state);
}

function teachingOrder(links: ReadonlyMap<string, Link>): Link[] {
  return [...links.values()].sort(
    (a, b) => Number(a.isMinor) - Number(b.isMinor) || a.rank - b.rank || a.place - b.place,
  );
}

/** New cards evenly between due ones, a due one first. */
function between(due: readonly Planned[], fresh: readonly Planned[]): Planned[] {
  const mixed: Planned[] = [];
  let next = 0;
  for (const [index, planned] of due.entries()) {
    mixed.push(planned);
    const soFar = Math.floor(((index + 1) * fresh.length) / due.length);
    while (next < soFar) mixed.push(fresh[next++]!);
  }
  return [...mixed, ...fresh.slice(next)];
}

/** The same cards, each moved back as little as needed for none to be given away by one of the seven before it. */
function keptApart(planned: readonly Planned[], links: ReadonlyMap<string, Link>): Planned[] {
  const rest = planned.map((one) => ({ one, link: links.get(cardName(one.card))! }));
  const ordered: typeof rest = [];
  while (rest.length > 0) {
    const before = ordered.slice(1 - apart);
    const free = rest.findIndex(({ link }) => !before.some((earlier) => reveals(earlier.link, link)));
    ordered.push(...rest.splice(Math.max(0, free), 1));
  }
  return ordered.map(({ one }) => one);
}
