import "server-only";
import { db } from "./db.ts";
import { newId } from "./id.ts";
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
  const id = viewer?.guest ? viewer.userId : newId(now);
  const data = { email, name, emailVerified: email ? now : null, guest: false };
  await db().prisma.$transaction(async (tx) => {
    if (viewer?.guest) {
      const { count } = await tx.user.updateMany({ where: { id, guest: true, mergedInto: null }, data });
      if (count === 0) throw new Error("This guest became an account in the meantime.");
      await tx.session.deleteMany({ where: { userId: id } });
    } else await tx.user.create({ data: { id, ...data, createdAt: now }, select: { id: true } });
    await tx.account.create({
      data: { provider: issuer, providerAccountId: subject, userId: id, createdAt: now },
      select: { userId: true },
    });
  });
  return { id, email, name };
}

/** Links a subject to somebody who is signed in and asked for it; linked already is fine. */
export async function linkSubject(userId: string, { issuer, subject }: Subject, now: Date): Promise<void> {
  await db().prisma.account.createMany({
    data: [{ provider: issuer, providerAccountId: subject, userId, createdAt: now }],
    skipDuplicates: true,
  });
}

/** The name an account shows. */
export async function nameOf(userId: string): Promise<string | null> {
  return (await db().prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })).name;
}
