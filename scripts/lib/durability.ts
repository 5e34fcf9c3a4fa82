import { withClient } from "./sql.ts";

/** What a look at the server's settings found; each a sentence. */
export interface DurabilityReport {
  /** Settings under which an acknowledged answer can be lost. */
  readonly unsafe: readonly string[];
  /** What works, but should be changed. */
  readonly advice: readonly string[];
}

/** The first release of each major version without known holes (round of November 2026), as minor versions. */
const floors: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };
const oldestMajor = 15;

/** Settings and the values under which a commit that was acknowledged survives a crash. */
const needed: Readonly<Record<string, readonly string[]>> = {
  fsync: ["on"],
  full_page_writes: ["on"],
  synchronous_commit: ["on", "local", "remote_write", "remote_apply"],
  data_checksums: ["on"],
};

/** Asks the server, as the role the app will use, whether what it acknowledges is kept; throws when it is too old to use. */
export async function checkDurability(url: string): Promise<DurabilityReport> {
  return withClient(url, async (client) => {
    const names = Object.keys(needed);
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name = any($1) or name = 'server_version_num' order by name",
      [names],
    );
    const settings = new Map(rows.map((row) => [row.name, row.setting]));
    const unsafe = names
      .filter((name) => !needed[name]?.includes(settings.get(name) ?? ""))
      .map((name) => `${name} is ${settings.get(name) ?? "unknown"}: an acknowledged answer may be lost or damaged.`);
    return { unsafe, advice: adviceOnVersion(Number(settings.get("server_version_num"))) };
  });
}

/** What to say about a `server_version_num` such as 180004; nothing when it is at or above its floor. */
export function adviceOnVersion(number: number): string[] {
  const [major, minor] = [Math.floor(number / 10_000), number % 10_000];
  if (major < oldestMajor)
    throw new Error(`PostgreSQL ${major}.${minor} is too old; Recite needs ${oldestMajor} or later.`);
  const floor = floors[major];
  if (floor === undefined || minor >= floor) return [];
  return [
    `PostgreSQL ${major}.${minor} lacks security fixes that came with ${major}.${floor} (see docs/operations.md).`,
  ];
}
