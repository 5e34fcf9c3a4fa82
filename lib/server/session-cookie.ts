import "server-only";
/** The session's cookie, apart from what it opens: the proxy, which runs before everything, loads this and no database. */
import { config } from "./config.ts";

/** The session cookie's name: `__Host-session` on https, where browsers bind it to this host; `session` on http. */
export function sessionCookieName(): string {
  return config().secure ? "__Host-session" : "session";
}

/** The attributes of the session cookie, besides its end. */
export function sessionCookieOptions(): { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean } {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: config().secure };
}

/** The Set-Cookie line for a session's token; null takes the cookie away. */
export function sessionCookie(grant: { readonly token: string; readonly until: Date } | null): string {
  const { secure } = sessionCookieOptions();
  const value = `${sessionCookieName()}=${grant?.token ?? ""}`;
  const end = (grant?.until ?? new Date(0)).toUTCString();
  return `${value}; Path=/; Expires=${end}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The session token of a Cookie header. */
export function tokenIn(cookieHeader: string | null): string | undefined {
  const prefix = `${sessionCookieName()}=`;
  return cookieHeader
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}
