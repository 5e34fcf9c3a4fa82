import "server-only";
import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import type pg from "pg";
import { config } from "./config.ts";
import { db } from "./db.ts";

/** At most `burst` at once, and `burst` per `seconds` in the long run; both > 0. */
export type Limit = { readonly name: string; readonly burst: number; readonly seconds: number };

/** The answer of a limit; when refused, the seconds after which trying again can succeed (≥ 1). */
export type Allowance = { readonly ok: true } | { readonly ok: false; readonly retryAfter: number };

/** The limits of accounts. Those per address count failures only: a school sits behind one address (decision 13). */
export const limits = {
  signInOfAccount: { name: "sign-in/account", burst: 10, seconds: 600 },
  signInFromAddress: { name: "sign-in/address", burst: 50, seconds: 600 },
  signUpFromAddress: { name: "sign-up/address", burst: 20, seconds: 3600 },
  // Where no proxy vouches for addresses, everybody counts together.
  signUpFromAnywhere: { name: "sign-up/anywhere", burst: 300, seconds: 3600 },
  passwordOfAccount: { name: "password/account", burst: 10, seconds: 600 },
  joinByAccount: { name: "join/account", burst: 10, seconds: 600 },
  joinFromAddress: { name: "join/address", burst: 30, seconds: 3600 },
  returnFromAddress: { name: "return/address", burst: 30, seconds: 3600 },
  returnEverywhere: { name: "return/everywhere", burst: 1000, seconds: 3600 },
  quizPassword: { name: "quiz-password", burst: 10, seconds: 600 },
  sampleClass: { name: "sample-class", burst: 10, seconds: 3600 },
  setup: { name: "setup", burst: 20, seconds: 3600 },
  joinEverywhere: { name: "join/everywhere", burst: 1000, seconds: 3600 },
} as const satisfies Record<string, Limit>;

// GCRA in one statement: exact however many processes and connections ask at once. `tat`, the theoretical arrival
// time, moves one interval further with each hit and may run at most `burst` intervals ahead of the clock.
const take = `
  insert into rate_limit as r (key, tat) values ($1, clock_timestamp() + $2 * interval '1 second')
  on conflict (key) do update set tat = greatest(r.tat, clock_timestamp()) + $2 * interval '1 second'
  where greatest(r.tat, clock_timestamp()) + ($2 - $3::float8) * interval '1 second' <= clock_timestamp()
  returning tat`;

/** Takes one hit from a subject's limit, or refuses and takes nothing. */
export async function hit(limit: Limit, subject: string, pool: pg.Pool = db().pool): Promise<Allowance> {
  const key = keyOf(limit, subject);
  const interval = limit.seconds / limit.burst;
  const { rowCount } = await pool.query(take, [key, interval, limit.seconds]);
  return rowCount ? { ok: true } : waitFor(pool, key, limit);
}

/** Would a hit be allowed? Takes nothing: for limits that count failures, which are known only afterwards. */
export async function peek(limit: Limit, subject: string, pool: pg.Pool = db().pool): Promise<Allowance> {
  const { rows } = await pool.query<{ full: boolean }>(
    `select tat + ($2 - $3::float8) * interval '1 second' > clock_timestamp() as full from rate_limit where key = $1`,
    [keyOf(limit, subject), limit.seconds / limit.burst, limit.seconds],
  );
  return rows[0]?.full ? waitFor(pool, keyOf(limit, subject), limit) : { ok: true };
}

/** Gives one hit back: what was counted in advance turned out to be no failure. */
export async function giveBack(limit: Limit, subject: string, pool: pg.Pool = db().pool): Promise<void> {
  await pool.query(`update rate_limit set tat = tat - $2 * interval '1 second' where key = $1`, [
    keyOf(limit, subject),
    limit.seconds / limit.burst,
  ]);
}

/** Forgets limits that have run out; returns how many. */
export async function purgeLimits(pool: pg.Pool = db().pool): Promise<number> {
  return (await pool.query("delete from rate_limit where tat < clock_timestamp()")).rowCount ?? 0;
}

async function waitFor(pool: pg.Pool, key: string, limit: Limit): Promise<Allowance> {
  const { rows } = await pool.query<{ wait: number }>(
    `select extract(epoch from tat - clock_timestamp())::float8 + $2 - $3 as wait from rate_limit where key = $1`,
    [key, limit.seconds / limit.burst, limit.seconds],
  );
  return { ok: false, retryAfter: Math.max(1, Math.ceil(rows[0]?.wait ?? 1)) };
}

/** The table holds no address and no name, only what our secret makes of them. */
function keyOf(limit: Limit, subject: string): string {
  return createHmac("sha256", config().authSecret).update(`limit\0${limit.name}\0${subject}`).digest("base64url");
}

/**
 * The block of addresses a request came from: an IPv4 address or the /64 of an IPv6 address. Null when no proxy of ours
 * vouches for it: then X-Forwarded-For is only what the client claims, and limits by address do not apply.
 */
export function addressOf(headers: Headers): string | null {
  const { trustedProxyHops } = config();
  if (trustedProxyHops === 0) return null;
  // Each proxy appends the address it saw, so that the outermost of ours is the n-th from the right.
  const claimed = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return blockOf(claimed.at(-trustedProxyHops) ?? "");
}

function blockOf(address: string): string | null {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(bare)) return bare;
  const withoutPort = bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  if (isIPv4(withoutPort)) return withoutPort;
  if (!isIPv6(bare)) return null;
  const [head = "", tail] = (bare.split("%")[0] ?? "").split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const full =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${full
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
