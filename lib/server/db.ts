import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../prisma/generated/client.ts";
import { config } from "./config.ts";
import { log } from "./log.ts";

/** The database of this process: Prisma for reading and plain writes, the pool for single statements on hot paths. */
export type Database = { readonly prisma: PrismaClient; readonly pool: pg.Pool };

// Kept on globalThis: `next dev` loads this module anew at every change, and each pool would keep its connections.
const kept = globalThis as typeof globalThis & { reciteDatabase?: Database & { readonly url: string } };

/** One pool per process, shared by Prisma; connects at the first query. */
export function db(): Database {
  const { databaseUrl, databasePoolSize } = config();
  if (kept.reciteDatabase?.url !== databaseUrl) {
    const previous = kept.reciteDatabase;
    kept.reciteDatabase = { ...openDatabase(databaseUrl, databasePoolSize), url: databaseUrl };
    // Who ended it themselves (a script, between two databases) must not be told that it is ended.
    if (previous && !previous.pool.ending) void previous.pool.end();
  }
  return kept.reciteDatabase;
}

/** A database of one's own: for a script, or a test of what two processes do to each other. Ended by `pool.end()`. */
export function openDatabase(url: string, poolSize: number): Database {
  const pool = new pg.Pool(poolConfig(url, poolSize));
  // Postgres restarting must not end the process: the pool drops the connection and the next query makes another.
  pool.on("error", (error) => log("warn", { message: "idle database connection lost", code: codeOf(error) }));
  // The pool listens to idle connections alone, whoever has one while they have it: in between nobody would, and the process would end.
  pool.on("connect", (client) => client.on("error", () => {}));
  // No statement names: PgBouncer in transaction mode gives each transaction another connection (decision 8).
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/**
 * How connections are made. The limits travel in the start-up message, which PgBouncer refuses unless it is told to
 * ignore them; an address that ends in `?pgbouncer=true` leaves them out, and the role carries them instead.
 */
export function poolConfig(url: string, poolSize: number): pg.PoolConfig {
  const parsed = new URL(url);
  const throughBouncer = parsed.searchParams.get("pgbouncer") === "true";
  parsed.searchParams.delete("pgbouncer");
  return {
    connectionString: parsed.href,
    max: poolSize,
    // pg waits for ever by default; a request that cannot get a connection is better refused and tried again.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: "recite",
    ...(throughBouncer
      ? {}
      : {
          ...{ statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 20_000 },
          // What needs no answer in between goes in one packet (lib/server/transaction.ts). PostgreSQL still runs it in order, and a
          // connection serves one transaction at a time, Prisma's too; not every pooler follows, so through one it is off.
          pipeline: true,
        }),
  };
}

/**
 * Is this error the database's being away, full or busy, so that trying again may help? False for a mistake of ours.
 * Looks through Prisma's wrappers to the driver's code.
 */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; typeof at === "object" && at !== null && depth < 5; depth++) {
    const { code, originalCode, kind, message, meta, cause } = at as Wrapper;
    if ([code, originalCode].some((each) => typeof each === "string" && unavailable.test(each))) return true;
    if (away.test(`${kind} ${message}`)) return true;
    // What the adapter was told is beside the chain of causes, and its own cause is no Error.
    at = meta?.driverAdapterError ?? cause;
  }
  return false;
}

/** What an error or one of its causes may say of itself. */
type Wrapper = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
  readonly cause?: unknown;
};

const away =
  /timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict/i;

// Connection trouble (08, 57P0x), too many connections (53), lock and statement timeouts, deadlock, serialisation.
const unavailable =
  /^(08...|57P0.|53...|55P03|57014|40P01|40001|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|P2034)$/;

function codeOf(error: unknown): string | undefined {
  const { code } = error as Wrapper;
  return typeof code === "string" ? code : undefined;
}
