/** People with a password, made by the door that everybody uses. */
import { signIn, signUp } from "@/lib/server/accounts.ts";
import { type Grant, readSession, type Session } from "@/lib/server/viewer.ts";

export const now = new Date("2026-11-21T12:00:00Z");

/** That instant, from an address that nobody knows. */
export const at = { now, address: null };

/** Everybody's password. */
export const password = "heron lantern quartz";

/** The session of a token as of now; throws where there is none. */
export async function sessionOf(token: string): Promise<Session> {
  const session = await readSession(token, now);
  if (!session) throw new Error("no session");
  return session;
}

/** Signs up, as a stranger or out of a guest's session; throws what is refused. */
export async function newAccount(login: string, session: Session | null = null): Promise<Grant> {
  const result = await signUp(session, { login, name: "", password }, at);
  if (result.kind !== "signed-up") throw new Error(JSON.stringify(result.problems));
  return result.grant;
}

/** Tries to sign in. */
export const tryIn = (login: string, tried = password, session: Session | null = null, bring = false) =>
  signIn(session, { login, password: tried, bring }, at);
