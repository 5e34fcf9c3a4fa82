import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { sessionCookie, sessionCookieName, tokenIn } from "@/lib/server/session-cookie.ts";
import {
  beginSession,
  endSession,
  hashToken,
  makeGuest,
  newToken,
  readSession,
  touchSession,
  viewerOf,
} from "@/lib/server/viewer.ts";
import { account } from "../support/people.ts";

const now = new Date("2026-11-21T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("a session's token opens it, and the table holds only the token's hash", async () => {
  const ada = await account("ada", now);
  const grant = await beginSession(ada, now);
  expect((await readSession(grant.token, now))?.viewer).toEqual({ userId: ada.id, guest: false, name: "ada" });
  const stored = await db().prisma.session.findMany({ where: { userId: ada.id } });
  expect(stored.map((row) => row.tokenHash)).toEqual([hashToken(grant.token)]);
  expect(JSON.stringify(stored)).not.toContain(grant.token);
});

test("the stored hash is no token, and neither is anything of another shape", async () => {
  const grant = await makeGuest(now);
  for (const token of [
    hashToken(grant.token),
    "",
    undefined,
    `${grant.token}=`,
    `${grant.token.slice(0, 42)}`,
    "'",
    "a".repeat(43),
  ])
    expect(await readSession(token, now)).toBeNull();
});

test.each([
  { who: "account" as const, idle: 14, absolute: 90 },
  { who: "guest" as const, idle: 400, absolute: null },
])("a session of a $who ends after $idle days without use", async ({ who, idle, absolute }) => {
  const grant = who === "guest" ? await makeGuest(now) : await beginSession(await account("grace", now), now);
  expect(await readSession(grant.token, later(idle - 0.001))).not.toBeNull();
  expect(await readSession(grant.token, later(idle))).toBeNull();

  // In use every week it lasts until its absolute end; a guest's has none, as there would be no way back.
  for (let day = 7; day < 500; day += 7) {
    const session = await readSession(grant.token, later(day));
    if (absolute !== null && day >= absolute) expect(session).toBeNull();
    else {
      expect(session, `day ${day}`).not.toBeNull();
      if (session) await touchSession(session, later(day));
    }
  }
});

test("being seen is written at most every five minutes, and only a guest's cookie is sent anew", async () => {
  const guest = await makeGuest(now);
  const session = await readSession(guest.token, now);
  if (!session) throw new Error("no session");
  expect(await touchSession(session, new Date(now.getTime() + 299_999))).toBeNull();
  const fiveMinutes = new Date(now.getTime() + 300_000);
  expect(await touchSession(session, fiveMinutes)).toEqual(new Date(fiveMinutes.getTime() + 400 * 86_400_000));
  // A second request that read the session before the first wrote changes nothing.
  expect(await touchSession(session, fiveMinutes)).toBeNull();

  const ada = await beginSession(await account("lin", now), now);
  const hers = await readSession(ada.token, now);
  expect(hers && (await touchSession(hers, fiveMinutes))).toBeNull();
  expect((await readSession(ada.token, fiveMinutes))?.lastSeenAt).toEqual(fiveMinutes);
});

test("a session that was ended is ended for every copy of its cookie", async () => {
  const grant = await makeGuest(now);
  await endSession({ tokenHash: hashToken(grant.token), viewer: grant.viewer });
  expect(await viewerOf(`session=${grant.token}`, now)).toBeNull();
});

test.each(["account", "guest"])("a session of a %s cannot be touched back to life after its end", async (who) => {
  const grant = who === "guest" ? await makeGuest(now) : await beginSession(await account("bob", now), now);
  const session = await readSession(grant.token, now);
  if (!session) throw new Error("no session");
  await touchSession(session, later(401));
  expect(await readSession(grant.token, later(401))).toBeNull();
});

test("on https the cookie is bound to the host and never sent in the clear; on http it has the plain name", async ({
  onTestFinished,
}) => {
  const until = later(1);
  const http = "session=x; Path=/; Expires=Sun, 22 Nov 2026 12:00:00 GMT; HttpOnly; SameSite=Lax";
  expect(sessionCookie({ token: "x", until })).toBe(http);
  const origin = process.env.APP_ORIGIN;
  onTestFinished(() => {
    process.env.APP_ORIGIN = origin;
  });
  process.env.APP_ORIGIN = "https://recite.example";
  expect(sessionCookieName()).toBe("__Host-session");
  expect(sessionCookie({ token: "x", until })).toBe(`__Host-${http}; Secure`);
  expect(sessionCookie(null)).toContain("Expires=Thu, 01 Jan 1970 00:00:00 GMT");
  // A page on a neighbouring host or on http can set "session", but not "__Host-session".
  expect(tokenIn("session=planted; __Host-session=ours")).toBe("ours");
});

test("tokens are 256 bits of chance", () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});
