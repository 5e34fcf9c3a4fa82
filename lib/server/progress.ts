import "server-only";
import { type Calendar, calendarOf, type StudiedDay } from "../progress/calendar.ts";
import { type Coverage, coverageOf, type FactStanding } from "../progress/coverage.ts";
import { type Forecast, forecastOf } from "../progress/forecast.ts";
import { factSentence } from "../questions/wording.ts";
import { addDays, type Day, learnerDay } from "../study/day.ts";
import { countDue } from "../study/queue.ts";
import { readStanding } from "./cards.ts";
import { db } from "./db.ts";
import { readMedians } from "./medians.ts";
import { factsFor } from "./packs.ts";
import { readReserved } from "./reserved.ts";
import { readSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";

export { readToday } from "./today.ts";

/** A fact as the coverage of a pack shows it. */
export type FactLine = FactStanding & {
  /** The fact as a true sentence. */
  readonly sentence: string;
};

/** The coverage of one topic. */
export type TopicLine = Omit<Coverage, "facts"> & {
  readonly key: string;
  readonly title: string;
  readonly facts: readonly FactLine[];
};

/** What the progress page shows of a pack. */
export type ProgressPage = {
  readonly pack: { readonly key: string; readonly title: string; readonly revision: string };
  readonly today: Day;
  readonly zone: string;
  /** Cards due today, the backlog included. */
  readonly due: number;
  /** 30 days, today first. */
  readonly forecast: Forecast;
  /** 26 weeks of all that was answered, whatever the pack. */
  readonly calendar: Calendar;
  readonly coverage: Omit<Coverage, "facts">;
  /** In the pack's order; topics without facts are left out. */
  readonly topics: readonly TopicLine[];
  /** Facts of which a card is suspended, in the pack's order. */
  readonly suspended: readonly Pick<FactLine, "fact" | "sentence">[];
  /** Facts left out because an open quiz of the viewer asks for them. */
  readonly withheld: number;
};

/** How far back days are read, for the calendar and for days in a row. */
const daysRead = 1_000;

/**
 * How a learner stands in a pack; null when there is no such pack. Reads cards and days, never reviews, so that it costs the same
 * after a million of them. `weekStart`: 1 is Monday … 7 Sunday.
 */
export async function readProgress(
  viewer: Viewer,
  packKey: string,
  now: Date,
  weekStart = 1,
): Promise<ProgressPage | null> {
  const facts = await factsFor(packKey);
  if (!facts) return null;
  const { learner, parameters } = await readSettings(viewer);
  const today = learnerDay(now, learner.zone, learner.rolloverHour);
  const [{ states }, studied, medians, reserved] = await Promise.all([
    readStanding(viewer, packKey, today, learner),
    readDays(viewer, today),
    readMedians(viewer.userId, now),
    readReserved(viewer, facts, now),
  ]);
  const shown = facts.pack.facts.filter((fact) => !reserved.facts.has(fact.key));
  const keys = new Set(shown.map((fact) => fact.key));
  // Cards of facts that a later revision no longer has are neither asked nor counted.
  const asked = states.filter(({ card }) => keys.has(card.fact));
  const { known, fading, never, facts: standings } = coverageOf([...keys], asked, today, parameters);
  const standingOf = new Map(standings.map((standing) => [standing.fact, standing]));
  const topics = facts.pack.topics.map(({ key, title }): TopicLine => {
    const lines = shown
      .filter((fact) => fact.topic === key)
      .map((fact): FactLine => ({ ...standingOf.get(fact.key)!, sentence: factSentence(facts, fact) ?? fact.key }));
    const count = (standing: FactStanding["standing"]) => lines.filter((line) => line.standing === standing).length;
    return { key, title, facts: lines, known: count("known"), fading: count("fading"), never: count("never") };
  });
  const suspended = new Set(asked.filter((state) => state.suspended).map(({ card }) => card.fact));
  return {
    pack: { key: packKey, title: facts.pack.title, revision: facts.revision },
    today,
    zone: learner.zone,
    due: countDue(asked, today),
    forecast: forecastOf(asked, today, 30, medians),
    calendar: calendarOf(studied, { today, weeks: 26, weekStart }),
    coverage: { known, fading, never },
    topics: topics.filter((topic) => topic.facts.length > 0),
    suspended: topics.flatMap((topic) => topic.facts.filter(({ fact }) => suspended.has(fact))),
    withheld: facts.pack.facts.length - shown.length,
  };
}

async function readDays(viewer: Viewer, today: Day): Promise<StudiedDay[]> {
  const { rows } = await db().pool.query<StudiedDay>({
    name: "recite-days",
    text: `select learner_day::text as day, answers, "right", took_ms::float8 as "tookMs"
             from study_day where user_id = $1 and learner_day > $2::date and answers > 0`,
    values: [viewer.userId, addDays(today, -daysRead)],
  });
  return rows;
}
