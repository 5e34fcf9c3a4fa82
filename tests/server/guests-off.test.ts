/** Where only people with an account are to have a log, nobody else comes to have one, and who has one keeps it. */
import { expect, test } from "vitest";
import { POST } from "@/app/api/v1/events/route.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { anAnswer } from "../support/events.ts";
import { guest, signedIn } from "../support/people.ts";

const origin = process.env.APP_ORIGIN ?? "";

/** Sends one answer as the browser of a stranger or of somebody. */
const post = (cookie = "") => {
  const now = new Date();
  const event = anAnswer("", "0".repeat(64), { id: newId(now), at: now.toISOString(), deviceSeq: 1 });
  const headers = { "content-type": "application/json", origin, "sec-fetch-site": "same-origin", cookie };
  const body = JSON.stringify({ events: [event] });
  return POST(new Request(`${origin}/api/v1/events`, { method: "POST", headers, body }));
};
const people = () => db().prisma.user.count();

test("a stranger's answers are refused with the reason and make nobody; a guest from before and an account go on", async () => {
  const [before, lin] = [await guest(new Date()), await signedIn("lin", new Date())];
  await db().prisma.instance.update({ where: { id: 1 }, data: { guests: false } });
  const known = await people();
  const refused = await post();
  expect([refused.status, await refused.json()]).toEqual([401, { error: { code: "account-needed" } }]);
  expect(refused.headers.get("set-cookie")).toBeNull();
  for (const { cookie } of [before, lin]) expect((await post(cookie)).status).toBe(200);
  expect(await people()).toBe(known);
});
