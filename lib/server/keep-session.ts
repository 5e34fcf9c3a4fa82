import "server-only";
import { cookies } from "next/headers.js";
import { sessionCookieName, sessionCookieOptions } from "./session-cookie.ts";
import type { Grant } from "./viewer.ts";

/** Gives the browser of this action a session's cookie; null takes it away. */
export async function keepSession(grant: Grant | null): Promise<void> {
  const jar = await cookies();
  const expires = grant?.until ?? new Date(0);
  jar.set(sessionCookieName(), grant?.token ?? "", { ...sessionCookieOptions(), expires });
}
