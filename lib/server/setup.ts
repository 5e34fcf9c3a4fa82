import "server-only";
/** How an instance gets its first admin: by a token that a start prints, used once. docs/operations.md, Who runs it. */
import { createHash, timingSafeEqual } from "node:crypto";
import { audit } from "./audit.ts";
import { db } from "./db.ts";
import { hit, limits, peek } from "./limit.ts";
import { refuse } from "./refusal.ts";
import { inTransaction } from "./transaction.ts";
import { newToken, type Viewer } from "./viewer.ts";

/** So long a token is good, in milliseconds: a day. */
export const setupMs = 86_400_000;

/** At least so many characters has a token of the operator's own. */
export const setupLeast = 24;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/**
 * Makes the token that makes the first admin (the operator's own, where one is given) and stores its hash in the place of an earlier one; null, and none is stored, when there
 * is an admin. Throws a sentence for a given one that is too short. For the start of the program, as the database's owner.
 */
export async function offerSetup(given: string | undefined, now: Date): Promise<string | null> {
  if (given && given.length < setupLeast)
    throw new Error(`SETUP_TOKEN must be at least ${setupLeast} random characters.`);
  const token = given || newToken();
  const { rows } = await db().pool.query<{ offered: boolean }>(
    `update instance set setup_hash = case when a.there then null else $1 end, setup_until = case when a.there then null else $2::timestamptz end
       from (select exists (select from "user" where admin) as there) a where id = 1 returning not a.there as offered`,
    [hashOf(token).toString("base64url"), new Date(now.getTime() + setupMs)],
  );
  return rows[0]?.offered ? token : null;
}

/** Can somebody become the admin by a token now? Says nothing of the token. */
export async function isSetupOpen(now: Date): Promise<boolean> {
  const { rows } = await db().pool.query("select 1 from instance where id = 1 and setup_until > $1", [now]);
  return rows.length > 0;
}

/**
 * Makes the viewer the admin by the token, once. "wrong": also for one that was used, or is too old, and when there is an admin. Throws a Refusal (429) after many wrong
 * ones.
 */
export async function claimSetup(
  viewer: Viewer,
  token: string,
  now: Date,
): Promise<{ readonly kind: "claimed" } | { readonly kind: "wrong" } | { readonly kind: "needs-account" }> {
  if (viewer.guest) return { kind: "needs-account" };
  const allowance = await peek(limits.setup, "all");
  if (!allowance.ok) refuse(429, "too-many", { retryAfter: allowance.retryAfter });
  const claimed = await inTransaction(async (client) => {
    // Held: of two who have the token one is first.
    const { rows } = await client.query<{ setup_hash: string }>(
      "select setup_hash from instance where id = 1 and setup_until > $1 for update",
      [now],
    );
    const stored = rows[0] && Buffer.from(rows[0].setup_hash, "base64url");
    if (!stored || !timingSafeEqual(stored, hashOf(token.trim()))) return false;
    await client.query("update instance set setup_hash = null, setup_until = null where id = 1");
    const { rowCount } = await client.query(
      `update "user" set admin = true where id = $1 and not guest and disabled_at is null and not exists (select from "user" where admin)`,
      [viewer.userId],
    );
    if (rowCount) await audit(client, viewer, { what: "admin-made", about: [viewer.userId] });
    return rowCount === 1;
  });
  if (claimed) return { kind: "claimed" };
  await hit(limits.setup, "all");
  return { kind: "wrong" };
}
