import "server-only";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { coverageOf, type Standing } from "../progress/coverage.ts";
import { learnerDay } from "../study/day.ts";
import { readStanding } from "./cards.ts";
import { readSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";

/** How the viewer knows each of these facts; null for a stranger. */
export type Standings = ReadonlyMap<string, Standing> | null;

/** Reads the viewer's cards of the pack, once. */
export async function readStandings(
  viewer: Viewer | null,
  facts: Facts,
  some: readonly Fact[],
  now: Date,
): Promise<Standings> {
  if (!viewer) return null;
  const { learner, parameters } = await readSettings(viewer);
  const today = learnerDay(now, learner.zone, learner.rolloverHour);
  const { states } = await readStanding(viewer, facts.pack.key, today, learner);
  const keys = some.map(({ key }) => key);
  const wanted = new Set(keys);
  const asked = states.filter(({ card }) => wanted.has(card.fact));
  return new Map(coverageOf(keys, asked, today, parameters).facts.map(({ fact, standing }) => [fact, standing]));
}
