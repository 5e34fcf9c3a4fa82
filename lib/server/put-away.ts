import "server-only";
import { randomUUID } from "node:crypto";
import { learnerDay } from "../study/day.ts";
import type { CardState, StudyEvent } from "../study/event.ts";
import { readStanding } from "./cards.ts";
import { newId } from "./id.ts";
import { readSettings } from "./settings.ts";
import { recordEvents } from "./study.ts";
import type { Viewer } from "./viewer.ts";

/** Frees every suspended card of a fact, whichever direction it asks; nothing happens when none is suspended. */
export async function bringBack(
  viewer: Viewer,
  { pack, fact }: { readonly pack: string; readonly fact: string },
  now: Date,
): Promise<void> {
  const { learner } = await readSettings(viewer);
  const { zone, rolloverHour } = learner;
  const { states } = await readStanding(viewer, pack, learnerDay(now, zone, rolloverHour), learner);
  // Each page that is sent is a device of its own: it has no count to go on from.
  const deviceId = randomUUID();
  const at = now.toISOString();
  const freed = ({ card }: CardState, deviceSeq: number): StudyEvent => {
    const id = newId(now);
    return { kind: "suspend", id, deviceId, deviceSeq, at, zone, rolloverHour, card, suspended: false };
  };
  const events = states.filter(({ card, suspended }) => suspended && card.fact === fact).map(freed);
  if (events.length > 0) await recordEvents(viewer, events, now);
}
