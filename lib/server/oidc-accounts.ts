import "server-only";
import { makeAccount } from "./accounts.ts";
import { audit } from "./audit.ts";
import { db } from "./db.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** Who a provider says somebody is: its issuer's address and its own name for them, which never changes. */
export type Subject = { readonly issuer: string; readonly subject: string };

/** What a provider vouches for; an address only when the provider has verified it. */
export type Profile = { readonly email: string | null; readonly name: string | null };

type Person = { readonly id: string; readonly email: string | null; readonly name: string | null };

const person = { id: true, email: true, name: true } as const;

/** The account a subject signs in to; null when it is linked to none. */
export async function findBySubject({ issuer, subject }: Subject): Promise<Person | null> {
  const found = await db().prisma.account.findUnique({
    where: { provider_providerAccountId: { provider: issuer, providerAccountId: subject } },
    select: { user: { select: person } },
  });
  return found?.user ?? null;
}

/** Whose address this is. Having one's address is not being them: this only finds out that it is taken. */
export async function findByEmail(email: string): Promise<Person | null> {
  return db().prisma.user.findUnique({ where: { email }, select: person });
}

/**
 * Opens an account that is linked from the first moment: both or neither, or an interruption would leave an account
 * that nobody can enter. A guest becomes it, and loses the sessions it had; anyone else begins one.
 */
export async function openLinked(
  viewer: Viewer | null,
  { issuer, subject }: Subject,
  { email, name }: Profile,
  now: Date,
): Promise<Person> {
  const account = { name, passwordHash: null, ...(email ? { email, emailVerified: now } : {}) };
  return inTransaction(async (client) => {
    const id = await makeAccount(client, viewer, account, now);
    if (id === null) throw new Error("This guest became an account in the meantime.");
    await client.query(link, [issuer, subject, id, now]);
    return { id, email, name };
  });
}

/** Links a subject to somebody who is signed in and asked for it; linked already is fine. */
export async function linkSubject(userId: string, { issuer, subject }: Subject, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query(`${link} on conflict do nothing`, [issuer, subject, userId, now]);
    if (rowCount) await audit(client, { userId }, { what: "account-linked", about: [userId] });
  });
}

const link = "insert into account (provider, provider_account_id, user_id, created_at) values ($1, $2, $3, $4)";

/** The name an account shows. */
export async function nameOf(userId: string): Promise<string | null> {
  return (await db().prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })).name;
}
