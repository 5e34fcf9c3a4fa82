/** What a session came to. */
import { cardName, isNew } from "./card.ts";
import { addDays, type Day } from "./day.ts";
import type { CardState } from "./event.ts";
import type { Session } from "./session.ts";

export type Summary = {
  /** Answers given, those to cards that came back included. */
  readonly answered: number;
  readonly right: number;
  /** Cards met for the first time. */
  readonly met: number;
  /** Cards that were known before and were missed. */
  readonly forgotten: number;
  /** From the start to the last answer. */
  readonly minutes: number;
  /** Of the cards asked, how many are due by tomorrow. */
  readonly dueTomorrow: number;
  /** The first day on which one of them is due; null when none was asked. */
  readonly nextDue: Day | null;
};

/** Sums a session up; `today` is the learner's day. */
export function summaryOf({ log, states, startedAt }: Session, today: Day): Summary {
  const asked = new Map<string, { readonly wasKnown: boolean; readonly wasNew: boolean; missed: boolean }>();
  for (const { reviews, before } of log)
    for (const { card, rating } of reviews) {
      const name = cardName(card);
      const state = before.states.get(name);
      const one = asked.get(name) ?? { wasKnown: (state?.rightInRow ?? 0) > 0, wasNew: isNew(state), missed: false };
      asked.set(name, { ...one, missed: one.missed || rating === "again" });
    }
  const cards = [...asked.values()];
  const dueDays = [...asked.keys()].flatMap((name) => comesBackOn(states.get(name))).sort();
  const last = log.at(-1);
  return {
    answered: log.length,
    right: log.filter((given) => given.overridden || given.mark.fraction === 1).length,
    met: cards.filter((card) => card.wasNew).length,
    forgotten: cards.filter((card) => card.wasKnown && card.missed).length,
    minutes: last ? Math.max(0, Date.parse(last.at) - Date.parse(startedAt)) / 60_000 : 0,
    dueTomorrow: dueDays.filter((day) => day <= addDays(today, 1)).length,
    nextDue: dueDays[0] ?? null,
  };
}

/** The day on which a card is asked again; none while it is suspended, no earlier than it is buried. */
function comesBackOn(state: CardState | undefined): Day[] {
  if (!state || state.suspended) return [];
  return [state.buriedUntil !== null && state.buriedUntil > state.dueDay ? state.buriedUntil : state.dueDay];
}
