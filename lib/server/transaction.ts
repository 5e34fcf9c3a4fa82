import "server-only";
import type { ClientBase } from "pg";
import { db } from "./db.ts";

/**
 * Runs some work in one short transaction on one connection of the pool: all of it is kept, or nothing. What it returns is on
 * disk. A connection on which even the way back failed is thrown away. `begin` may ask for a reading of one moment.
 */
export async function inTransaction<Result>(
  work: (client: ClientBase) => Promise<Result>,
  begin: "begin" | "begin isolation level repeatable read read only" = "begin",
): Promise<Result> {
  const client = await db().pool.connect();
  let lost: Error | undefined;
  // The pool listens only to idle connections: without this the database's end in the middle of our work would be ours too.
  const onLost = (error: Error) => {
    lost = error;
  };
  client.on("error", onLost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      lost ??= failure;
    });
    // What the driver says of a connection that is gone has many words; one code tells the caller to try again.
    throw lost ? Object.assign(new Error("The connection was lost.", { cause: error }), { code: "08006" }) : error;
  } finally {
    client.off("error", onLost);
    client.release(lost);
  }
}
