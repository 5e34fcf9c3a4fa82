import "server-only";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { isZone, readSettings, settingColumns } from "./settings.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What a learner may choose. */
export type Choice = {
  /** IANA name. */
  readonly zone: string;
  /** 0..23 */
  readonly rolloverHour: number;
  /** 0..200 */
  readonly newPerDay: number;
  /** 0.7..0.97 */
  readonly desiredRetention: number;
  readonly caps: boolean;
  readonly fourButtons: boolean;
};

/** Keeps what a learner chose, guests too; all problems at once, as codes by field. What was decided stays decided. */
export async function saveSettings(
  viewer: Viewer,
  choice: Choice,
): Promise<
  | { readonly kind: "saved" }
  | { readonly kind: "refused"; readonly problems: Readonly<Record<string, readonly string[]>> }
> {
  const { zone, rolloverHour, newPerDay, desiredRetention, caps, fourButtons } = choice;
  const within = (value: number, least: number, most: number) => value >= least && value <= most;
  const wrong = {
    zone: !isZone(zone) && "unknown-zone",
    rolloverHour: !(Number.isInteger(rolloverHour) && within(rolloverHour, 0, 23)) && "out-of-range",
    newPerDay: !(Number.isInteger(newPerDay) && within(newPerDay, 0, 200)) && "out-of-range",
    desiredRetention: !within(desiredRetention, 0.7, 0.97) && "out-of-range",
  };
  const problems = Object.entries(wrong).flatMap(([field, code]) => (code ? [[field, [code]] as const] : []));
  if (problems.length > 0) return { kind: "refused", problems: Object.fromEntries(problems) };
  const data = { zone, rolloverHour, newPerDay, desiredRetention, caps, fourButtons };
  const { userId } = viewer;
  await inTransaction(async (client) => {
    const { rows } = await client.query<Choice>(
      `select zone, rollover_hour as "rolloverHour", new_per_day as "newPerDay", desired_retention as "desiredRetention",
              caps, four_buttons as "fourButtons" from setting where user_id = $1 for update`,
      [userId],
    );
    await client.query(
      `insert into setting (user_id, ${settingColumns}) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (user_id) do update set (${settingColumns}) = row ($2, $3, $4, $5, $6, $7)`,
      [userId, zone, rolloverHour, newPerDay, desiredRetention, caps, fourButtons],
    );
    const changed = changes({ ...rows[0] }, data);
    await audit(client, viewer, { what: "settings-changed", about: [userId], changed });
  });
  return { kind: "saved" };
}

/** What is in force for a learner, and whether they chose it or it is the default. */
export async function readChoice(viewer: Viewer): Promise<{ readonly choice: Choice; readonly isChosen: boolean }> {
  const [{ learner, parameters }, chosen] = await Promise.all([
    readSettings(viewer),
    db().prisma.setting.count({ where: { userId: viewer.userId } }),
  ]);
  const { desiredRetention, caps } = parameters;
  return { choice: { ...learner, desiredRetention, caps }, isChosen: chosen > 0 };
}
