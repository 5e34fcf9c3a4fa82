import "server-only";
import { minutesFor } from "../progress/forecast.ts";
import { cardsOf } from "../questions/cards.ts";
import { type Day, learnerDay, startOfDay } from "../study/day.ts";
import { type AssignmentLine, openAssignments } from "./assignment-lines.ts";
import { introducedSql } from "./cards.ts";
import { db } from "./db.ts";
import { type CardRow, stateOf } from "./event-rows.ts";
import { type ExamLine, myExams } from "./exam.ts";
import { readMedians } from "./medians.ts";
import { factsFor } from "./packs.ts";
import { readSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";

/** A pack that a learner has begun. */
export type BegunPack = {
  readonly key: string;
  readonly title: string;
  readonly due: number;
  /** New cards that may still be met today; 0 when all are met. */
  readonly newLeft: number;
  /** How long what is due will take, in minutes, rounded up. */
  readonly minutes: number;
  readonly lastAt: Date;
};

/** What *Today* shows. */
export type TodayPage = {
  readonly today: Day;
  readonly zone: string;
  readonly due: number;
  readonly minutes: number;
  readonly newLeft: number;
  /** The one studied last first: the one to continue. */
  readonly packs: readonly BegunPack[];
  /** Soonest close first. */
  readonly assignments: readonly AssignmentLine[];
  /** The next first. */
  readonly exams: readonly ExamLine[];
};

/** What waits for a learner today, in all packs. */
export async function readToday(viewer: Viewer, now: Date): Promise<TodayPage> {
  const { learner } = await readSettings(viewer);
  const { zone, rolloverHour, newPerDay } = learner;
  const today = learnerDay(now, zone, rolloverHour);
  const [{ begun, introduced }, medians, assignments, exams] = await Promise.all([
    readBegun(viewer, today, startOfDay(today, zone, rolloverHour)),
    readMedians(viewer.userId, now),
    openAssignments(viewer, now),
    myExams(viewer, now),
  ]);
  const newLeft = Math.max(0, newPerDay - introduced);
  const packs = await Promise.all(
    begun.map(async ({ key, title, met, last_at, due }): Promise<BegunPack> => {
      const facts = await factsFor(key);
      const unmet = facts ? Math.max(0, cardsOf(facts).length - met) : 0;
      const states = due.map(stateOf);
      const minutes = minutesFor(states, medians);
      return { key, title, due: states.length, newLeft: Math.min(newLeft, unmet), minutes, lastAt: new Date(last_at) };
    }),
  );
  const all = begun.flatMap(({ due }) => due.map(stateOf));
  return { today, zone, due: all.length, minutes: minutesFor(all, medians), newLeft, packs, assignments, exams };
}

type BegunRow = {
  readonly key: string;
  readonly title: string;
  readonly met: number;
  readonly last_at: string;
  readonly due: readonly CardRow[];
};

/** Every card of the learner, read once: what is due by pack, and how many were met today. */
async function readBegun(viewer: Viewer, today: Day, since: Date): Promise<{ begun: BegunRow[]; introduced: number }> {
  const { rows } = await db().pool.query<{ begun: BegunRow[]; introduced: number }>({
    name: "recite-begun",
    text: `
      with mine as materialized (select * from card where user_id = $1),
      packs as (
        select p.id as key, p.title, count(*)::int as met, max(c.last_at) as last_at,
               coalesce(json_agg(c) filter (where c.due_day <= $2::date and not c.suspended
                 and (c.buried_until is null or c.buried_until <= $2::date)), '[]') as due
          from mine c join pack p on p.id = c.pack_id where c.reps > 0 group by p.id, p.title)
      select (select coalesce(json_agg(packs order by last_at desc), '[]') from packs) as begun, ${introducedSql} as introduced`,
    values: [viewer.userId, today, since],
  });
  return rows[0]!;
}
