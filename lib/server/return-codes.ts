import "server-only";
/** Joining by name alone, and coming back by a code: for those without an address or a password. */
import { randomBytes } from "node:crypto";
import { codeFromBytes, parseCode, returnCodeLength } from "../classroom/code.ts";
import { enter, openAccount } from "./accounts.ts";
import { audit } from "./audit.ts";
import { db } from "./db.ts";
import { classByCode, joinClass } from "./joining.ts";
import { hit, limits, peek } from "./limit.ts";
import { refuse } from "./refusal.ts";
import { inTransaction } from "./transaction.ts";
import { beginSession, type Grant, hashToken, type Session, type Viewer } from "./viewer.ts";

/**
 * Makes an account of a name and joins a class by its code or an invitation; a guest becomes it and keeps everything. Whoever is to teach needs an account
 * that they can sign in to. For strangers and guests: "signed-in" for everybody else.
 */
export async function joinByName(
  session: Session | null,
  form: { readonly code: string; readonly name: string; readonly studentNumber: string | null },
  now: Date,
): Promise<
  | { kind: "entered"; grant: Grant; classId: string }
  | { kind: "not-found" }
  | { kind: "needs-account" }
  | { kind: "signed-in" }
> {
  if (session && !session.viewer.guest) return { kind: "signed-in" };
  const found = await classByCode(form.code);
  if (!found) return { kind: "not-found" };
  if (found.teaches) return { kind: "needs-account" };
  const name = found.invited ?? form.name;
  const user = await openAccount(session?.viewer ?? null, { name, passwordHash: null }, now);
  if (user === "taken" || user === "signed-in") return { kind: "signed-in" };
  const grant = await beginSession(user, now);
  const joined = await joinClass(grant.viewer, { ...form, name }, now);
  return joined.kind === "joined" || joined.kind === "waiting"
    ? { kind: "entered", grant, classId: joined.classId }
    : { kind: "not-found" };
}

/** May the viewer come back by a code? Those who joined by name alone: no guest, and nobody with another way to sign in. */
export async function mayHaveReturnCode(viewer: Viewer): Promise<boolean> {
  const none = { guest: false, email: null, username: null, passwordHash: null, accounts: { none: {} } };
  return (await db().prisma.user.count({ where: { id: viewer.userId, ...none } })) === 1;
}

/** A new code by which the viewer comes back; an older one opens nothing from now on. It is told once and stored as a hash. Null for whoever may have none. */
export async function makeReturnCode(viewer: Viewer, now: Date): Promise<string | null> {
  if (!(await mayHaveReturnCode(viewer))) return null;
  const code = `${codeFromBytes(randomBytes(8))}${codeFromBytes(randomBytes(8))}`.slice(0, returnCodeLength);
  await inTransaction(async (client) => {
    await client.query(
      `insert into return_code (user_id, hash, made_at) values ($1, $2, $3)
       on conflict (user_id) do update set hash = excluded.hash, made_at = excluded.made_at`,
      [viewer.userId, hashToken(code), now],
    );
    await audit(client, viewer, { what: "return-code-made", about: [viewer.userId] });
  });
  return code;
}

/**
 * Comes back by a code, with a new session. `bring`: what was answered here as a guest goes into the account. Null when no account has this code. Throws a Refusal (429)
 * after too many wrong ones.
 */
export async function returnByCode(
  session: Session | null,
  form: { readonly code: string; readonly bring: boolean },
  { now, address }: { readonly now: Date; readonly address: string | null },
): Promise<Grant | null> {
  const counted = [
    [limits.returnEverywhere, "all"],
    ...(address ? [[limits.returnFromAddress, address] as const] : []),
  ] as const;
  for (const [limit, subject] of counted) {
    const allowance = await peek(limit, subject);
    if (!allowance.ok) refuse(429, "too-many", { retryAfter: allowance.retryAfter });
  }
  const code = parseCode(form.code, returnCodeLength);
  const found =
    code &&
    (await db().prisma.returnCode.findUnique({
      where: { hash: hashToken(code) },
      select: { user: { select: { id: true, name: true } } },
    }));
  if (found) return enter(session, found.user, form.bring, now);
  for (const [limit, subject] of counted) await hit(limit, subject);
  return null;
}
