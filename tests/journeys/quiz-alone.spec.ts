import { closeNow, joinByLink, makeClass, newcomer, planQuiz, publishDraft } from "./support/classroom.ts";
import { asOwner } from "./support/database.ts";
import { expect, test } from "./support/journey.ts";
import { answerFor, readKeys } from "./support/keys.ts";
import { startQuiz } from "./support/open-quiz.ts";
import { allKept, answerByKeyboard, pressOn, tabTo } from "./support/taking.ts";

test.use({ actionTimeout: 10_000 });

test("an instructor makes a class, plans, swaps, takes out, publishes and closes by keyboard alone", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  const grace = await newcomer(browser, watcher);
  await grace.goto("/classes");
  await pressOn(grace, grace.getByRole("link", { name: "Make a class" }));
  await tabTo(grace, grace.getByLabel("Name of the class"));
  await grace.keyboard.type("By keyboard");
  await tabTo(grace, grace.getByLabel("Time zone"));
  await grace.keyboard.type("Europe/Cop");
  await expect(grace.getByLabel("Time zone")).toHaveValue("Europe/Copenhagen");
  await tabTo(grace, grace.getByLabel("Your name in this class"));
  await grace.keyboard.type("Grace");
  await grace.keyboard.press("Enter");

  await pressOn(grace, grace.getByRole("link", { name: "Make a quiz" }));
  await tabTo(grace, grace.getByLabel("Order", { exact: true }));
  await grace.keyboard.press("Space");
  await tabTo(grace, grace.getByLabel("How many questions"));
  await grace.keyboard.press("ControlOrMeta+a");
  await grace.keyboard.type("5");
  await pressOn(grace, grace.getByRole("button", { name: "See the questions" }));
  await expect(grace.getByRole("heading", { name: "Look through your quiz" })).toBeVisible();
  const drawn = await readKeys(grace);
  expect(drawn).toHaveLength(5);
  expect(drawn.map(({ kind }) => kind)).not.toContain("Order");

  const swap = grace.getByRole("button", { name: "Swap question 2" });
  for (let turn = 0; turn < 2; turn++) {
    const before = (await readKeys(grace))[1];
    await pressOn(grace, swap);
    await expect.poll(async () => (await readKeys(grace))[1]).not.toEqual(before);
    await expect(swap, "who swapped can press again at once").toBeFocused();
  }
  const heading = (place: number) => grace.locator(".key-card h3").nth(place - 1);
  await pressOn(grace, grace.getByRole("button", { name: "Take out question 3" }));
  await expect(grace.getByRole("status").first()).toHaveText("Question 3 is taken out; 4 are left.");
  await expect(heading(3), "what follows holds the focus").toBeFocused();
  expect((await readKeys(grace))[2]).toEqual(drawn[3]);
  await pressOn(grace, grace.getByRole("button", { name: "Take out question 4" }));
  await expect(grace.locator(".key-card")).toHaveCount(3);
  await expect(heading(3), "after the last one, the last that is left").toBeFocused();
  const opens = grace.getByLabel("Opens");
  await tabTo(grace, opens);
  const [year, month, day] = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10).split("-");
  await grace.keyboard.type(`${month}${day}${year}`);
  await expect(opens).toHaveValue(new RegExp(`^${year}-${month}-${day}T`));
  await pressOn(grace, grace.getByRole("button", { name: "Publish" }));
  await pressOn(grace, grace.getByRole("button", { name: "Close now" }));
  await expect(grace.getByText(/^Closed /)).toBeVisible();
  await expect(grace.getByText("The quiz is closed.")).toBeFocused();
});

test("answers that could not be sent outlive a reload, with a connection or without, and count", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  watcher.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const { path, code } = await makeClass(grace, "On a train");
  await joinByLink(ada, code, "Ada");
  const draftPath = await planQuiz(grace, path, 8);
  const questions = await readKeys(grace);
  await publishDraft(grace);
  const quizPath = `/quizzes/${draftPath.split("/").at(-1)}`;
  await ada.goto("/");
  await expect(
    ada.getByRole("link", { name: "Study NATO Mission Iraq" }),
    "a quiz is no reason not to study",
  ).toBeVisible();
  await ada.locator(`a[href="${quizPath}"]`).click();
  const attempt = await startQuiz(ada);
  const status = ada.locator(".taker-foot").getByRole("status");
  const answer = async (place: number) => {
    const question = questions[place - 1]!;
    await ada.getByRole("button", { name: `Question ${place},` }).click();
    await expect(ada.locator("h1")).toHaveText(question.stem);
    await answerByKeyboard(ada, question, answerFor(question, "right").answer);
  };

  await answer(1);
  await allKept(ada, 1, 8);
  await ada.context().setOffline(true);
  for (const place of [2, 3, 4, 5, 6]) await answer(place);
  await expect(status).toHaveText("6 of 8 answered · Not kept yet; trying again. It waits in this browser.");
  await expect(ada.reload(), "there is no page without a connection").rejects.toThrow("ERR_INTERNET_DISCONNECTED");
  // What a page sends on its way out may pass the pretended lack of a connection; not all of it does.
  expect(await slotsKept(attempt)).toBeLessThan(6);
  await ada.context().setOffline(false);
  await ada.goto(quizPath);
  await allKept(ada, 6, 8);
  expect(await slotsKept(attempt)).toBe(6);

  await ada.route("**/api/v1/attempts/**", (route) => route.abort());
  await answer(7);
  await expect(status).toContainText("7 of 8 answered · Not kept yet");
  await ada.reload();
  await expect(status, "what the server does not know is shown again").toContainText("7 of 8 answered");
  await ada.unroute("**/api/v1/attempts/**");
  await allKept(ada, 7, 8);

  // A line that is lost without a word: what is sent is never answered.
  let sent = 0;
  await ada.route("**/api/v1/attempts/**", (route) => (sent++ === 0 ? undefined : route.continue()));
  await answer(8);
  await allKept(ada, 8, 8);
  expect(sent, "sent again").toBeGreaterThan(1);

  await ada.getByRole("button", { name: "Hand in" }).first().click();
  await ada.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(ada.getByText("Handed in.")).toBeVisible();
  await grace.goto(draftPath);
  await closeNow(grace);
  await expect(grace.getByRole("row", { name: "Ada" }).locator(".sum")).toHaveText("8");
});

/** How many questions of an attempt have an answer on the server. */
function slotsKept(attempt: string): Promise<number> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ kept: number }>(
      "select count(distinct slot)::int as kept from step where attempt_id = $1",
      [attempt],
    );
    return rows[0]?.kept ?? 0;
  });
}

test("when the closing time passes, the open page turns to the results by itself, and what comes later is refused", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  watcher.allow(/status of 409/);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const { path, code } = await makeClass(grace, "In a hurry");
  await joinByLink(ada, code, "Ada");
  const draftPath = await planQuiz(grace, path, 2);
  await publishDraft(grace);
  const id = draftPath.split("/").at(-1) ?? "";
  await ada.goto(`/quizzes/${id}`);
  const attempt = await startQuiz(ada);
  await asOwner((client) =>
    client.query("update assignment set closes_at = now() + interval '3 seconds' where id = $1", [id]),
  );
  await ada.reload();
  await expect(ada.getByText("less than a minute left")).toBeVisible();
  await expect(ada.getByText("The quiz has closed; what you answered counts.")).toBeVisible();
  await expect(ada.getByText("0 of 2 points")).toBeVisible({ timeout: 15_000 });
  await expect(ada.getByText("left blank")).toHaveCount(2);
  const late = await ada.evaluate(async (url) => {
    const body = JSON.stringify({ id: crypto.randomUUID(), slot: 1, response: { kind: "dont-know" } });
    return (await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body })).status;
  }, `/api/v1/attempts/${attempt}/answers`);
  expect(late).toBe(409);
  await expect(async () => {
    await grace.reload();
    await expect(grace.getByRole("row", { name: "Ada at the close" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
});
