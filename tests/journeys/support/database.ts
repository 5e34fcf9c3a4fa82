import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { openCluster } from "../../../scripts/lib/cluster.ts";
import { withClient } from "../../../scripts/lib/sql.ts";

/**
 * Runs something in the database of the app under test as the owner of its tables: the embedded one of `JOURNEY_DATA_DIR`,
 * or that of `JOURNEY_DATABASE_URL`. For what no page can do: planting, looking behind, letting time pass.
 */
export async function asOwner<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(await ownerUrl(), run);
}

/** The address of that database for its owner. */
export async function ownerUrl(): Promise<string> {
  return process.env.JOURNEY_DATABASE_URL ?? embedded(process.env.JOURNEY_DATA_DIR);
}

async function embedded(home: string | undefined): Promise<string> {
  if (!home) throw new Error("Set JOURNEY_DATA_DIR to the DATA_DIR of the app under test.");
  const { dataDir, passwords } = await openCluster(home, () => {});
  // Its fifth line is the folder of the socket.
  const socket = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[4] ?? "";
  return `postgresql://recite_owner:${passwords.recite_owner}@localhost/recite?host=${encodeURIComponent(socket)}&port=5432`;
}
