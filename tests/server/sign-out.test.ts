import { expect, test } from "vitest";
import { POST } from "@/app/api/v1/sign-out/route.ts";
import { beginSession, viewerOf } from "@/lib/server/viewer.ts";
import { guest, signedIn } from "../support/people.ts";

const origin = process.env.APP_ORIGIN ?? "";
const now = new Date();

/** The form of the account page, sent by a browser with this cookie. */
const leave = (cookie: string, query = "", headers: Record<string, string> = {}) =>
  POST(
    new Request(`${origin}/api/v1/sign-out${query}`, {
      method: "POST",
      headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded", ...headers },
      body: "",
    }),
  );

test("signing out ends the session, takes the cookie, and has the browser drop its copies of pages", async () => {
  const { cookie } = await signedIn("ada", now);
  const response = await leave(cookie);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^session=; Path=\/; Expires=Thu, 01 Jan 1970/),
  ]);
  // What waits to be sent is kept: only the browser knows whether anything does.
  expect(response.headers.get("clear-site-data")).toBe('"cache"');
  expect(await viewerOf(cookie, now)).toBeNull();
});

test("what the browser keeps goes, too, once it says that no answer waits in it", async () => {
  const { cookie } = await signedIn("ada", now);
  expect((await leave(cookie, "?waiting=nothing")).headers.get("clear-site-data")).toBe('"cache", "storage"');
});

test("everywhere is everywhere, and one is one", async () => {
  const { cookie, viewer } = await signedIn("ada", now);
  const again = async () => {
    const { token } = await beginSession({ id: viewer.userId, guest: false, name: "ada" }, now);
    return `session=${token}`;
  };
  const [second, third] = [await again(), await again()];
  await leave(second);
  expect([await viewerOf(cookie, now), await viewerOf(third, now)]).toEqual([viewer, viewer]);
  await leave(third, "?everywhere=yes");
  expect([await viewerOf(cookie, now), await viewerOf(third, now)]).toEqual([null, null]);
});

test("a guest, who could not come back, stays; a stranger is sent on; another site may not sign anyone out", async () => {
  const { cookie } = await guest(now);
  const response = await leave(cookie, "?waiting=nothing");
  expect(response.headers.get("clear-site-data")).toBeNull();
  expect(await viewerOf(cookie, now)).not.toBeNull();
  expect((await leave("", "")).status).toBe(303);
  const ada = await signedIn("ada", now);
  expect((await leave(ada.cookie, "", { origin: "https://evil.example" })).status).toBe(403);
  expect(await viewerOf(ada.cookie, now)).not.toBeNull();
});
