import "server-only";
import type { PoolClient, QueryConfig } from "pg";
import { db } from "./db.ts";

/** Runs the last statements of a transaction and commits it; nothing may be asked after it. */
export type Finish = (statements: readonly QueryConfig[]) => Promise<void>;

/**
 * Runs some work in one short transaction on one connection of the pool: all of it is kept, or nothing. What it returns is on
 * disk. A connection on which even the way back failed is thrown away. `begin` may ask for a reading of one moment.
 * Where the pool's connections pipeline, `begin` travels with the work's first statement, and what is given to `finish` with the commit.
 */
export async function inTransaction<Result>(
  work: (client: PoolClient, finish: Finish) => Promise<Result>,
  begin: "begin" | "begin isolation level repeatable read read only" = "begin",
): Promise<Result> {
  const client = await db().pool.connect();
  let lost: Error | undefined;
  let finished = false;
  // Somebody listens to every connection (db.ts), so that its end is not ours; that it is lost, this work must know.
  const onLost = (error: Error) => {
    lost = error;
  };
  client.on("error", onLost);
  const finish: Finish = async (statements) => {
    finished = true;
    await inOrder(
      client,
      [...statements, { text: "commit" }].map((statement) => () => client.query(statement)),
    );
  };
  try {
    const begun = client.query(begin);
    if (!client.pipeline) await begun;
    // Both are awaited whatever becomes of either: nothing of the work may still run when the connection goes back.
    const [outcome, start] = await Promise.allSettled([work(client, finish), begun]);
    if (start.status === "rejected") throw start.reason;
    if (outcome.status === "rejected") throw outcome.reason;
    if (!finished) await client.query("commit");
    return outcome.value;
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

/**
 * Queries that do not need each other's rows, in order: sent together where the connection pipelines, else each after the answer to the one
 * before. PostgreSQL runs them one after the other either way, and after one that fails none that follows in the transaction.
 */
export async function inOrder<Results extends readonly unknown[]>(
  client: PoolClient,
  queries: { readonly [Index in keyof Results]: () => Promise<Results[Index]> },
): Promise<Results> {
  const results: Promise<unknown>[] = [];
  for (const query of queries) {
    const result = query();
    results.push(result);
    if (!client.pipeline) await result;
  }
  return (await Promise.all(results)) as unknown as Results;
}
