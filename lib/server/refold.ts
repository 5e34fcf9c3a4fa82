import "server-only";
import type { ClientBase } from "pg";
import { canonicalJson } from "../base/canonical.ts";
import { cardName } from "../study/card.ts";
import type { CardRef, CardState } from "../study/event.ts";
import { fold } from "../study/fold.ts";
import { type DaySum, daysOf } from "./days.ts";
import { lockLearner, readHistory, statementsFor } from "./event-log.ts";
import { type CardRow, stateOf } from "./event-rows.ts";
import type { Settings } from "./settings.ts";
import { inTransaction } from "./transaction.ts";

/**
 * Makes a learner's cards and days anew from the log, or only the cards named. For after a merge, a change of the fold's
 * parameters, or a repair: in daily use the caches follow the log by themselves. Safe while the learner is answering.
 */
export async function refold(userId: string, cards?: readonly CardRef[]): Promise<void> {
  await inTransaction(async (client, finish) => {
    const settings = await lockLearner(client, userId);
    const log = await readHistory(client, userId, cards ? { cards, events: [] } : null);
    const wanted = cards && new Set(cards.map(cardName));
    const states = [...fold(log, settings.parameters)]
      .filter(([name]) => !wanted || wanted.has(name))
      .map(([, state]) => state);
    if (!cards) await client.query("delete from card where user_id = $1", [userId]);
    if (!cards) await client.query("delete from study_day where user_id = $1", [userId]);
    const kept = new Set(states.map((state) => cardName(state.card)));
    const statements = statementsFor(userId, {
      receivedAt: new Date(0),
      events: [],
      states,
      gone: (cards ?? []).filter((card) => !kept.has(cardName(card))),
      days: cards ? [] : daysOf(log),
    });
    await finish(statements);
  });
}

/** How far a learner's caches are from the log; all zero unless something went wrong. */
export type Drift = {
  /** Cards stored that the log does not give, missing ones, and those of another stability, difficulty, rung or due. */
  readonly cards: number;
  readonly days: number;
};

/** Compares what is stored with the fold of the log, bit for bit. The caller sees to it that both are of one moment. */
export async function driftOf(client: ClientBase, userId: string, settings: Settings): Promise<Drift> {
  const log = await readHistory(client, userId, null);
  const cards = await client.query<{ card: CardRow }>("select row_to_json(c) as card from card c where user_id = $1", [
    userId,
  ]);
  const days = await client.query<{ day: DaySum }>(
    `select json_build_object('day', learner_day, 'answers', answers, 'right', "right", 'tookMs', took_ms) as day
       from study_day where user_id = $1 and (answers, "right", took_ms) <> (0, 0, 0)`,
    [userId],
  );
  const folded = [...fold(log, settings.parameters).values()].map(essence);
  const stored = cards.rows.map(({ card }) => essence(stateOf(card)));
  const dayNames = (list: readonly DaySum[]) => list.map((day) => [day.day, day.answers, day.right, day.tookMs].join());
  return {
    cards: distance(stored, folded),
    days: distance(dayNames(days.rows.map(({ day }) => day)), dayNames(daysOf(log))),
  };
}

/** Everything of a card but the name of its cap, which changes with a setting and not with the log. */
const essence = ({ cap: _cap, ...state }: CardState): string => canonicalJson(state);

/** How many stand in one list and not in the other. */
function distance(some: readonly string[], others: readonly string[]): number {
  const [a, b] = [new Set(some), new Set(others)];
  return some.filter((each) => !b.has(each)).length + others.filter((each) => !a.has(each)).length;
}
