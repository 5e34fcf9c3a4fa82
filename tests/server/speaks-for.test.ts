import { expect, test } from "vitest";
import { POST } from "@/app/api/v1/events/route.ts";
import { db } from "@/lib/server/db.ts";
import { mergeGuest } from "@/lib/server/merge.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { makeGuest } from "@/lib/server/viewer.ts";
import { anAnswer, questionAbout } from "../support/events.ts";
import { signedIn } from "../support/people.ts";

const [question = ""] = await storeQuestions([questionAbout("f1")]);

/** Posts one answer as a browser with this session (none: a stranger) that kept it for `learner`. */
async function post(token: string | null, name: string, learner?: string) {
  const response = await POST(
    new Request("http://localhost:3000/api/v1/events", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        ...(token ? { cookie: `session=${token}` } : {}),
      },
      body: JSON.stringify({ events: [anAnswer(name, question)], ...(learner ? { learner } : {}) }),
    }),
  );
  return {
    status: response.status,
    learner: response.headers.get("x-learner"),
    cookie: response.headers.get("set-cookie"),
  };
}

test("a queue is taken from the learner it was kept for, and from nobody else", async () => {
  const ada = await signedIn("ada", new Date());
  const bob = await signedIn("bob", new Date());
  expect(await post(ada.token, "mine", ada.viewer.userId)).toMatchObject({ status: 200, learner: ada.viewer.userId });
  expect(await post(bob.token, "hers", ada.viewer.userId)).toMatchObject({ status: 409, learner: null });
  const { rows } = await db().pool.query("select user_id from event");
  expect(rows).toEqual([{ user_id: ada.viewer.userId }]);
});

test("after the session has ended a queue waits: it makes no new guest", async () => {
  const ada = await signedIn("ada", new Date());
  expect(await post(null, "later", ada.viewer.userId)).toMatchObject({ status: 409, cookie: null });
});

test("a stranger learns with the first answer who they are now", async () => {
  const { status, learner, cookie } = await post(null, "first");
  expect(status).toBe(200);
  expect(learner).toMatch(/^[0-9a-f-]{36}$/);
  expect(cookie).toContain("HttpOnly");
});

test("what a guest left behind goes along to the account that they were merged into", async () => {
  const guest = await makeGuest(new Date());
  const ada = await signedIn("ada", new Date());
  await post(guest.token, "as a guest", guest.viewer.userId);
  await mergeGuest(guest.viewer.userId, ada.viewer.userId);
  expect(await post(ada.token, "left behind", guest.viewer.userId)).toMatchObject({
    status: 200,
    learner: ada.viewer.userId,
  });
});
