import "server-only";
/**
 * Sign-in through one OpenID Connect provider. Auth.js speaks the protocol; who gets in, and the session they get, are
 * ours: the same table and the same cookie as with a password.
 */
import { createHmac } from "node:crypto";
import { Auth, type AuthConfig, raw, skipCSRFCheck } from "@auth/core";
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { enter } from "./accounts.ts";
import { config, type Oidc } from "./config.ts";
import { log } from "./log.ts";
import { readLogin, readName } from "./logins.ts";
import { countAnswers } from "./merge.ts";
import { findByEmail, findBySubject, linkSubject, nameOf, openLinked } from "./oidc-accounts.ts";
import { safePath } from "./origin.ts";
import { sessionCookieName, sessionCookieOptions, tokenIn } from "./session-cookie.ts";
import { newToken, readSession, type Session } from "./viewer.ts";

/** What somebody wanted when they set out: to sign in, to sign in and bring a guest's answers along, or to link. */
export type Intent = "enter" | "bring" | "link";

/** A cookie to be set by whoever answers the request. */
export type CookieToSet = { readonly name: string; readonly value: string; readonly options: CookieOptions };

type CookieOptions = { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean; maxAge?: number; expires?: Date };

const basePath = "/api/auth";
const errorPage = "/sign-in";

/** Where to send the browser to sign in, and the cookies that await its return. `next`: a path, checked by safePath. */
export async function startOidc(
  cookieHeader: string,
  { next, intent }: { readonly next: string; readonly intent: Intent },
): Promise<{ readonly url: string; readonly cookies: readonly CookieToSet[] }> {
  const { appOrigin, oidc } = config();
  if (!oidc) throw new Error("No provider is configured.");
  const request = new Request(`${appOrigin}${basePath}/signin/oidc`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookieHeader },
    body: new URLSearchParams({ callbackUrl: `${appOrigin}${safePath(next)}` }),
  });
  // The wrapper of the action has checked where the form came from; Auth.js's own token is for pages of its own.
  const answer = (await Auth(request, {
    ...authConfig(oidc, adapterFor(oidc, { session: null, intent, now: new Date() })),
    raw,
    skipCSRFCheck,
  })) as unknown as { redirect?: string; cookies?: { name: string; value: string; options: CookieOptions }[] };
  return {
    url: answer.redirect ?? `${errorPage}?error=Configuration`,
    cookies: [
      ...(answer.cookies ?? []),
      { name: intentCookie(), value: intent, options: { ...sessionCookieOptions(), maxAge: 900 } },
    ],
  };
}

/** Answers the provider's redirect back to us, the only thing under /api/auth; everything else is 404. */
export async function handleAuth(request: Request): Promise<Response> {
  const { appOrigin, oidc } = config();
  const { pathname, search } = new URL(request.url);
  if (!oidc || request.method !== "GET" || pathname !== `${basePath}/callback/oidc`) return notFound();
  const cookieHeader = request.headers.get("cookie") ?? "";
  const now = new Date();
  const session = await readSession(tokenIn(cookieHeader), now);
  const visit = { session, intent: intentIn(cookieHeader), now };
  // Made anew on our own origin: Host and X-Forwarded-* are the client's, and decide where Auth.js sends people.
  const pinned = new Request(`${appOrigin}${pathname}${search}`, { headers: { cookie: cookieHeader } });
  const response = await Auth(pinned, authConfig(oidc, adapterFor(oidc, visit)));
  const headers = new Headers(response.headers);
  headers.delete("set-cookie");
  const set = response.headers.getSetCookie().filter((line) => line.startsWith(`${sessionCookieName()}=`));
  // Whatever happened, the way is over: what awaited the return goes, and only the session stays.
  for (const line of [...set, ...gone(cookieHeader, response)]) headers.append("set-cookie", line);
  headers.set("cache-control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}

/** Set-Cookie lines that take away everything of Auth.js's and ours that belongs to one sign-in. */
function gone(cookieHeader: string, response: Response): string[] {
  const names = [...cookieHeader.split(";"), ...response.headers.getSetCookie()]
    .map((each) => each.trim().split("=")[0] ?? "")
    .filter((name) => /^(__Host-|__Secure-)?authjs\.[\w.-]+$/.test(name) || name === intentCookie());
  const { secure } = sessionCookieOptions();
  return [...new Set(names)].map(
    (name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
  );
}

type Visit = { readonly session: Session | null; readonly intent: Intent; readonly now: Date };

/** What Auth.js asks of a database. Its provider "oidc" is stored as the issuer's address. */
function adapterFor({ issuer }: Oidc, { session, intent, now }: Visit): Adapter {
  const viewer = session?.viewer ?? null;
  return {
    // Signed in counts only for somebody who set out to link; otherwise whoever comes back is who signs in.
    getSessionAndUser: async (sessionToken) =>
      viewer && !viewer.guest && intent === "link"
        ? {
            session: { sessionToken, userId: viewer.userId, expires: new Date(now.getTime() + 86_400_000) },
            user: asAdapterUser({ id: viewer.userId, email: null, name: viewer.name }),
          }
        : null,
    getUserByAccount: async ({ providerAccountId }) => {
      const user = await findBySubject({ issuer, subject: providerAccountId });
      return user && asAdapterUser(user);
    },
    getUserByEmail: async (email) => {
      const user = await findByEmail(email);
      return user && asAdapterUser(user);
    },
    createUser: async (user) => {
      const { subject, email, name } = user as AdapterUser & { readonly subject: string };
      // A guest becomes the account unless the answers given here are somebody else's.
      const keeps = viewer?.guest && (intent === "bring" || (await countAnswers(viewer.userId)) === 0);
      const profile = { email: email || null, name: name ?? null };
      return asAdapterUser(await openLinked(keeps ? viewer : null, { issuer, subject }, profile, now));
    },
    linkAccount: async ({ userId, providerAccountId }) => {
      await linkSubject(userId, { issuer, subject: providerAccountId }, now);
    },
    createSession: async ({ sessionToken, userId }) => {
      const isSame = viewer?.userId === userId;
      const user = { id: userId, name: await nameOf(userId) };
      const grant = await enter(session, user, intent === "bring" && !isSame, now, sessionToken);
      return { sessionToken, userId, expires: grant.until };
    },
    updateSession: async () => null,
    getUser: async () => null,
    updateUser: async (user) => asAdapterUser({ id: user.id, email: user.email ?? null, name: user.name ?? null }),
    deleteSession: async () => {},
  };
}

const asAdapterUser = (user: { id: string; email: string | null; name: string | null }): AdapterUser => ({
  id: user.id,
  // Auth.js's type wants an address; it only passes this on.
  email: user.email ?? "",
  emailVerified: null,
  name: user.name,
});

function authConfig({ issuer, clientId, clientSecret, name }: Oidc, adapter: Adapter): AuthConfig {
  const { appOrigin, secure, authSecret } = config();
  return {
    basePath,
    trustHost: true,
    useSecureCookies: secure,
    // A key of its own, so that nothing Auth.js signs is good for anything else of ours.
    secret: createHmac("sha256", authSecret).update("auth.js").digest("base64url"),
    adapter,
    session: { strategy: "database", generateSessionToken: newToken },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: errorPage, error: errorPage },
    callbacks: {
      redirect: ({ url }) => appOrigin + safePath(url.startsWith(`${appOrigin}/`) ? url.slice(appOrigin.length) : url),
    },
    logger: {
      error: (error) => log("warn", { route: "oidc", error: kindOf(error), code: causeOf(error) }),
      warn: (code) => log("warn", { route: "oidc", code }),
      debug: () => {},
    },
    providers: [
      {
        id: "oidc",
        name,
        type: "oidc",
        issuer,
        clientId,
        clientSecret,
        checks: ["pkce", "state", "nonce"],
        profile: (claims) => ({
          id: claims.sub as string,
          subject: claims.sub as string,
          name: readName(String(claims.name ?? claims.preferred_username ?? "")),
          email: verifiedEmail(claims),
        }),
      },
    ],
  };
}

/** An address nobody has verified says nothing about who somebody is, and would keep its owner out. */
function verifiedEmail(claims: { readonly email?: unknown; readonly email_verified?: unknown }): string | null {
  const login = claims.email_verified === true && typeof claims.email === "string" ? readLogin(claims.email) : null;
  return login && "email" in login ? login.email : null;
}

const intentCookie = (): string => (config().secure ? "__Host-sign-in" : "sign-in");

function intentIn(cookieHeader: string): Intent {
  const found = cookieHeader
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${intentCookie()}=`));
  const value = found?.slice(intentCookie().length + 1);
  return value === "bring" || value === "link" ? value : "enter";
}

/** Auth.js's own name for an error; a class's name is lost when it is minified. */
const kindOf = (error: Error): string => (error as { type?: string }).type ?? error.name;

function causeOf(error: Error): string {
  const cause = (error.cause as { err?: unknown } | undefined)?.err;
  return cause instanceof Error ? kindOf(cause) : "none";
}

const notFound = (): Response =>
  Response.json({ error: { code: "not-found" } }, { status: 404, headers: { "cache-control": "no-store" } });
