import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers.js";
import type { ClientBase } from "pg";
import { cache } from "react";
import { audit } from "./audit.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { refuse } from "./refusal.ts";
import { sessionCookieName, tokenIn } from "./session-cookie.ts";
import { inTransaction } from "./transaction.ts";

declare const minted: unique symbol;

/** Who is asking, as this file has found out; every function of lib/server takes one first. Safe to show to its owner. */
export type Viewer = {
  readonly userId: string;
  /** Has answered something, but not signed up. */
  readonly guest: boolean;
  readonly name: string | null;
  readonly [minted]: true;
};

/** A signed-in browser. Not for the browser: the hash stays on the server. */
export type Session = { readonly viewer: Viewer; readonly tokenHash: string; readonly lastSeenAt: Date };

/** A session just begun or prolonged, and what the browser must keep of it. */
export type Grant = { readonly viewer: Viewer; readonly token: string; readonly until: Date };

const day = 86_400_000;

/** How long a session lasts without being used, and at most. Browsers keep no cookie longer than 400 days. */
const lifetimes = {
  account: { idle: 14 * day, absolute: 90 * day },
  guest: { idle: 400 * day, absolute: 400 * day },
} as const;

/** `last_seen` is written at most this often. */
const seenEvery = 5 * 60_000;

/** Who is looking at this page; null for a stranger. Read once per render, writes nothing. */
export const currentViewer = cache(async (): Promise<Viewer | null> => (await currentSession())?.viewer ?? null);

/** The session of this page or action; null for a stranger. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return readSession(token, new Date());
});

/** Who sent a request, by its Cookie header. */
export async function viewerOf(cookieHeader: string | null, now: Date): Promise<Viewer | null> {
  return (await readSession(tokenIn(cookieHeader), now))?.viewer ?? null;
}

/** The session of a token; null when it is unknown, idle for too long, past its end, of somebody shut out, or no token at all. */
export async function readSession(token: string | undefined, now: Date): Promise<Session | null> {
  if (!token || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const tokenHash = hashToken(token);
  const found = await db().prisma.session.findUnique({
    where: { tokenHash },
    select: {
      idleUntil: true,
      absoluteUntil: true,
      lastSeenAt: true,
      user: { select: { id: true, guest: true, name: true, disabledAt: true, simulated: true } },
    },
  });
  // Somebody simulated has no session; should one be written, it opens nothing.
  if (!found || found.user.simulated || found.idleUntil <= now || found.absoluteUntil <= now || found.user.disabledAt)
    return null;
  return { viewer: mint(found.user), tokenHash, lastSeenAt: found.lastSeenAt };
}

/** Begins a session with a new token: never with one that the browser brought along. `client`: in the transaction that it belongs to. */
export async function beginSession(
  user: { readonly id: string; readonly guest: boolean; readonly name: string | null },
  now: Date,
  token: string = newToken(),
  client: Pick<ClientBase, "query"> = db().pool,
): Promise<Grant> {
  const { idle, absolute } = lifetimes[user.guest ? "guest" : "account"];
  const until = new Date(now.getTime() + absolute);
  await client.query(
    `insert into session (token_hash, user_id, created_at, last_seen_at, idle_until, absolute_until)
     values ($1, $2, $3, $3, $4, $5)`,
    [hashToken(token), user.id, now, new Date(now.getTime() + idle), until],
  );
  return { viewer: mint(user), token, until };
}

/**
 * Notes that a session is in use, at most every five minutes. A guest's end moves along, as there is no way to sign in
 * again: then the cookie has to be sent anew, and this returns its new end. Otherwise null.
 */
export async function touchSession(session: Session, now: Date): Promise<Date | null> {
  if (now.getTime() - session.lastSeenAt.getTime() < seenEvery) return null;
  const { guest } = session.viewer;
  const { idle, absolute } = lifetimes[guest ? "guest" : "account"];
  const until = new Date(now.getTime() + absolute);
  const { count } = await db().prisma.session.updateMany({
    // Guarded, so that of several requests at once one writes, and none revives what has ended.
    where: { tokenHash: session.tokenHash, lastSeenAt: { lte: session.lastSeenAt }, absoluteUntil: { gt: now } },
    data: {
      lastSeenAt: now,
      idleUntil: new Date(now.getTime() + idle),
      ...(guest ? { absoluteUntil: until } : {}),
    },
  });
  return guest && count > 0 ? until : null;
}

/** Ends one session; unknown ones are ended already. */
export async function endSession({ tokenHash, viewer }: Pick<Session, "tokenHash" | "viewer">): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from session where token_hash = $1", [tokenHash]);
    if (rowCount) await audit(client, viewer, { what: "signed-out", about: [viewer.userId] });
  });
}

/** Makes a guest and the session that carries it: at the first answer of a stranger, never before. Throws a Refusal (401) where guests are not let in. */
export async function makeGuest(now: Date): Promise<Grant> {
  const { guests } = await db().prisma.instance.findUniqueOrThrow({ where: { id: 1 }, select: { guests: true } });
  if (!guests) refuse(401, "account-needed");
  const user = await db().prisma.user.create({
    data: { id: newId(now), guest: true, createdAt: now },
    select: { id: true, guest: true, name: true },
  });
  return beginSession(user, now);
}

/** Someone in whose name the server itself acts: seeds, tests, a deadline that passes. `why` is for the reader. */
export function systemViewer(
  why: string,
  user: { readonly id: string; readonly guest?: boolean; readonly name?: string | null },
): Viewer {
  if (!why) throw new Error("Say why the server acts for somebody.");
  return mint({ id: user.id, guest: user.guest ?? false, name: user.name ?? null });
}

/** 256 bits of chance, 43 characters. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token: a stolen table opens no session. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

function mint(user: { readonly id: string; readonly guest: boolean; readonly name: string | null }): Viewer {
  return { userId: user.id, guest: user.guest, name: user.name } as Viewer;
}
