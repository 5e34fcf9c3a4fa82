import "server-only";
import type { LearnerSettings, MemoryParameters } from "../study/event.ts";
import { defaultParameters } from "../study/fsrs.ts";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/** What a learner has chosen, with the defaults where they have chosen nothing. */
export type Settings = { readonly learner: LearnerSettings; readonly parameters: MemoryParameters };

/** A row of `setting`. */
export type SettingRow = {
  readonly zone: string;
  readonly rollover_hour: number;
  readonly new_per_day: number;
  readonly desired_retention: number;
  readonly caps: boolean;
  readonly four_buttons: boolean;
};

/** The learner's day ends at 4 in the morning: nobody who is still awake thinks that it is tomorrow. */
export const defaultSettings = { zone: "UTC", rolloverHour: 4, newPerDay: 20, fourButtons: false } as const;

/** The columns of `setting` that `settingsOf` reads. */
export const settingColumns = "zone, rollover_hour, new_per_day, desired_retention, caps, four_buttons";

/** A learner's settings. Until they have chosen a zone it is the browser's, if given, else the one they answered in last. */
export async function readSettings(viewer: Viewer | null, zone?: string): Promise<Settings> {
  if (!viewer) return settingsOf(undefined, zone);
  const { rows } = await db().pool.query<(SettingRow | { zone: null }) & { last_zone: string | null }>({
    name: "recite-settings",
    text: `
      select ${settingColumns}, (select e.zone from event e where e.user_id = u.id order by e.at desc limit 1) as last_zone
        from "user" u left join setting s on s.user_id = u.id where u.id = $1`,
    values: [viewer.userId],
  });
  const row = rows[0];
  return settingsOf(row?.zone ? row : undefined, zone ?? row?.last_zone ?? undefined);
}

/** Settings from their row, or the defaults when there is none. */
export function settingsOf(row: SettingRow | undefined, zone: string = defaultSettings.zone): Settings {
  if (!row)
    return { learner: { ...defaultSettings, zone: isZone(zone) ? zone : "UTC" }, parameters: defaultParameters };
  const { desired_retention: desiredRetention, caps } = row;
  return {
    learner: {
      zone: row.zone,
      rolloverHour: row.rollover_hour,
      newPerDay: row.new_per_day,
      fourButtons: row.four_buttons,
    },
    parameters: { ...defaultParameters, desiredRetention, caps },
  };
}

const zones = new Map<string, boolean>();

/** Is this a time zone that this machine knows? Remembered, because asking costs some 20 µs. */
export function isZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = /^[A-Za-z0-9_+/-]{1,64}$/.test(name) && isKnown(name);
    if (zones.size < 2_000) zones.set(name, known);
  }
  return known;
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
