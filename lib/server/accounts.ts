import "server-only";
import type { PoolClient } from "pg";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { readInstance } from "./instance.ts";
import { type Allowance, giveBack, hit, type Limit, limits, peek } from "./limit.ts";
import { type Login, loginText, readLogin, readName } from "./logins.ts";
import { mergeGuest } from "./merge.ts";
import { hashPassword, passwordProblems, verifyPassword } from "./password.ts";
import { refuse } from "./refusal.ts";
import { inTransaction } from "./transaction.ts";
import { beginSession, type Grant, newToken, type Session, type Viewer } from "./viewer.ts";

/** What is wrong with a form, as codes by field. */
export type FieldProblems = Readonly<Record<string, readonly string[]>>;

type Refused = { readonly kind: "refused"; readonly problems: FieldProblems };

/**
 * Opens an account. A guest becomes it and keeps everything; a stranger begins one. The session is a new one either
 * way. All problems at once; "taken" is said openly, as there is no mail to say it in, and counted per address.
 * Throws a Refusal when too many were taken (429) or too many hashes wait (503).
 */
export async function signUp(
  session: Session | null,
  form: { readonly login: string; readonly name: string; readonly password: string },
  { now, address }: { readonly now: Date; readonly address: string | null },
): Promise<{ readonly kind: "signed-up"; readonly grant: Grant } | Refused> {
  if (session && !session.viewer.guest) return refused({ form: ["signed-in"] });
  if (!(await readInstance()).signUpOpen) return refused({ form: ["closed"] });
  const login = readLogin(form.login);
  const name = form.name.trim() === "" ? null : readName(form.name);
  const problems = {
    login: login ? [] : ["invalid"],
    name: form.name.trim() !== "" && name === null ? ["too-long"] : [],
    password: passwordProblems(form.password, [form.login, form.name]),
  };
  if (!login || Object.values(problems).some((codes) => codes.length > 0)) return refused(problems);

  const [limit, from] = signUpLimit(address);
  must(await peek(limit, from));
  const passwordHash = await hashPassword(form.password);
  const user = await openAccount(session?.viewer ?? null, { ...login, name, passwordHash }, now);
  if (user === "taken") {
    must(await hit(limit, from));
    return refused({ login: ["taken"] });
  }
  if (user === "signed-in") return refused({ form: ["signed-in"] });
  return { kind: "signed-up", grant: await beginSession(user, now) };
}

/** What an account is made of, besides what a guest has done already. */
export type NewAccount = Partial<{ readonly email: string | null; readonly username: string | null }> & {
  readonly name: string | null;
  readonly passwordHash: string | null;
  readonly emailVerified?: Date | null;
};

/**
 * Makes a guest an account, which ends the guest's sessions (whoever copied the cookie does not come along), or a stranger a new one. "signed-in": this guest became an
 * account in another tab.
 */
export async function openAccount(
  viewer: Viewer | null,
  account: NewAccount,
  now: Date,
): Promise<{ readonly id: string; readonly guest: boolean; readonly name: string | null } | "taken" | "signed-in"> {
  try {
    const id = await inTransaction((client) => makeAccount(client, viewer, account, now));
    return id === null ? "signed-in" : { id, guest: false, name: account.name };
  } catch (error) {
    // unique_violation: the name or address is somebody's.
    if ((error as { code?: string }).code === "23505") return "taken";
    throw error;
  }
}

/** The same in a transaction of the caller's; the account's id, or null for a guest that is none any more. */
export async function makeAccount(
  client: PoolClient,
  viewer: Viewer | null,
  { name, passwordHash, email = null, username = null, emailVerified = null }: NewAccount,
  now: Date,
): Promise<string | null> {
  const values = [name, passwordHash, email, username, emailVerified];
  const id = viewer?.guest ? viewer.userId : newId(now);
  const { rowCount } = viewer?.guest
    ? await client.query(
        `update "user" set name = $2, password_hash = $3, email = $4, username = $5, email_verified = $6, guest = false
          where id = $1 and guest and merged_into is null`,
        [id, ...values],
      )
    : await client.query(
        `insert into "user" (id, name, password_hash, email, username, email_verified, guest, created_at)
         values ($1, $2, $3, $4, $5, $6, false, $7)`,
        [id, ...values, now],
      );
  if (!rowCount) return null;
  await client.query("delete from session where user_id = $1", [id]);
  await audit(client, { userId: id }, { what: "account-made", about: [id] });
  return id;
}

/**
 * Signs in with a new session. `bring`: what was answered here as a guest goes into the account, which the person was
 * asked. "wrong" is the same for an unknown name and a wrong password, in words and in time. Throws a Refusal when
 * this account or address failed too often (429) or too many hashes wait (503).
 */
export async function signIn(
  session: Session | null,
  form: { readonly login: string; readonly password: string; readonly bring: boolean },
  { now, address }: { readonly now: Date; readonly address: string | null },
): Promise<{ readonly kind: "signed-in"; readonly grant: Grant } | { readonly kind: "wrong" }> {
  const login = readLogin(form.login);
  const account = loginText(login) || form.login.slice(0, 254);
  if (address) must(await peek(limits.signInFromAddress, address));
  // Counted before the password is tried, or a hundred tries at once would all find room; given back when it is right.
  must(await hit(limits.signInOfAccount, account));
  const user = login ? await findByLogin(login) : null;
  if (!(await verifyPassword(user?.passwordHash ?? null, form.password)) || !user) {
    if (address) await hit(limits.signInFromAddress, address);
    // Also for a name that nobody has, so that the time tells no more than the words; what was typed is not noted.
    const about = user ? [user.id] : [];
    await inTransaction((client) => audit(client, null, { what: "sign-in-failed", about }));
    return { kind: "wrong" };
  }
  await giveBack(limits.signInOfAccount, account);
  return { kind: "signed-in", grant: await enter(session, user, form.bring, now) };
}

/** Ends what this browser was, merges if asked to, and begins the account's session. The way in, whoever vouched; throws a Refusal (403) for somebody shut out. */
export async function enter(
  session: Session | null,
  user: { readonly id: string; readonly name: string | null },
  bring: boolean,
  now: Date,
  token?: string,
): Promise<Grant> {
  await mustBeLetIn(user.id);
  if (session?.viewer.guest && bring) await mergeGuest(session.viewer.userId, user.id, now);
  return inTransaction(async (client) => {
    // Held against being shut out in this very moment.
    await mustBeLetIn(user.id, client);
    if (session) await client.query("delete from session where token_hash = $1", [session.tokenHash]);
    await audit(client, { userId: user.id }, { what: "signed-in", about: [user.id] });
    return beginSession({ id: user.id, guest: false, name: user.name }, now, token, client);
  });
}

async function mustBeLetIn(userId: string, client: Pick<PoolClient, "query"> = db().pool): Promise<void> {
  const { rows } = await client.query<{ out: boolean }>(
    `select disabled_at is not null as out from "user" where id = $1 for share`,
    [userId],
  );
  if (rows[0]?.out) refuse(403, "disabled");
}

/** Ends every session of the viewer, this one too; returns how many there were. */
export async function signOutEverywhere(viewer: Viewer): Promise<number> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from session where user_id = $1", [viewer.userId]);
    const sessions = rowCount ?? 0;
    const line = { what: "signed-out", about: [viewer.userId], changed: changes({}, { sessions }) } as const;
    if (sessions > 0) await audit(client, viewer, line);
    return sessions;
  });
}

/**
 * Changes the password of somebody who knows the old one; ends all sessions and begins a new one here. Throws a Refusal
 * (429) after too many wrong ones.
 */
export async function changePassword(
  viewer: Viewer,
  form: { readonly current: string; readonly next: string },
  now: Date,
): Promise<{ readonly kind: "changed"; readonly grant: Grant } | Refused> {
  const { prisma } = db();
  const user = await prisma.user.findUnique({
    where: { id: viewer.userId, guest: false },
    select: { id: true, name: true, email: true, username: true, passwordHash: true },
  });
  if (!user?.passwordHash) return refused({ form: ["no-password"] });
  must(await hit(limits.passwordOfAccount, user.id));
  if (!(await verifyPassword(user.passwordHash, form.current))) return refused({ current: ["wrong"] });
  await giveBack(limits.passwordOfAccount, user.id);
  const ownWords = [user.name, user.email, user.username].filter((word) => word !== null);
  const problems = passwordProblems(form.next, ownWords);
  if (problems.length > 0) return refused({ next: problems });
  const passwordHash = await hashPassword(form.next);
  return inTransaction(async (client) => {
    // Guarded by the hash that was checked: of two changes at once, one is refused.
    const { rowCount } = await client.query(
      `update "user" set password_hash = $3 where id = $1 and password_hash = $2`,
      [user.id, user.passwordHash, passwordHash],
    );
    if (!rowCount) return refused({ current: ["wrong"] });
    await client.query("delete from session where user_id = $1", [user.id]);
    await audit(client, viewer, { what: "password-changed", about: [user.id] });
    const grant = await beginSession({ id: user.id, guest: false, name: user.name }, now, newToken(), client);
    return { kind: "changed", grant } as const;
  });
}

/** Changes the name that is shown; an empty one is none. */
export async function changeName(viewer: Viewer, typed: string): Promise<{ readonly kind: "changed" } | Refused> {
  const name = typed.trim() === "" ? null : readName(typed);
  if (name === null && typed.trim() !== "") return refused({ name: ["too-long"] });
  return inTransaction(async (client) => {
    const sql = `update "user" set name = $2 where id = $1 and not guest`;
    const { rowCount } = await client.query(sql, [viewer.userId, name]);
    if (!rowCount) return refused({ form: ["no-account"] });
    await audit(client, viewer, { what: "name-changed", about: [viewer.userId] });
    return { kind: "changed" };
  });
}

async function findByLogin(login: Login) {
  return db().prisma.user.findUnique({ where: login, select: { id: true, name: true, passwordHash: true } });
}

/** Without an address that a proxy of ours vouches for, all count together, with room for a school's taken names. */
function signUpLimit(address: string | null): [Limit, string] {
  return address ? [limits.signUpFromAddress, address] : [limits.signUpFromAnywhere, "anywhere"];
}

function must(allowance: Allowance): void {
  if (!allowance.ok) refuse(429, "too-many", { retryAfter: allowance.retryAfter });
}

function refused(problems: FieldProblems): Refused {
  return { kind: "refused", problems };
}
