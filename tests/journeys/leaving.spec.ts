import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { signUp } from "./support/people.ts";
import { answerRightly, study } from "./support/study.ts";

test("who signs out leaves nothing in the browser, and can go back to nothing", async ({ page }) => {
  await signUp(page);
  await answerRightly(page, await study(page), 2);
  // A stranger's queue is on every device, an empty one here.
  const hers = (await keptHere(page)).map(({ name }) => name).filter((name) => name !== "recite-new");
  expect(hers).not.toEqual([]);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  const left = async () => (await keptHere(page)).filter(({ name, count }) => count > 0 || hers.includes(name));
  await expect.poll(left).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(/sign-in/);
});

test("an answer that could not be sent outlives signing out, for whoever gave it", async ({ page, watcher }) => {
  // Another's answers, left here on a bad connection: they are not ours to drop.
  watcher.allow(/503/);
  await signUp(page);
  await page.route("**/api/v1/events", (route) => route.fulfill({ status: 503 }));
  await answerRightly(page, await study(page), 1);
  const waiting = await keptHere(page);
  expect(waiting.filter(({ count }) => count > 0)).toHaveLength(1);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect((await keptHere(page)).filter(({ count }) => count > 0)).toEqual(waiting.filter(({ count }) => count > 0));
});

test("an answer whose sending is never answered is sent again", async ({ page }) => {
  test.setTimeout(120_000);
  await signUp(page);
  let sent = 0;
  await page.route("**/api/v1/events", (route) => (sent++ === 0 ? undefined : route.continue()));
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/v1/events"), { timeout: 60_000 });
  await answerRightly(page, await study(page), 1);
  expect((await (await saved).json()).results).toEqual([expect.objectContaining({ status: "accepted" })]);
  await expect.poll(async () => (await keptHere(page)).every(({ count }) => count === 0)).toBe(true);
  expect(sent).toBe(2);
});

test("an unknown file is an unknown page, and whole", async ({ page, watcher }) => {
  watcher.allow(/404.*foo\.(txt|js)/);
  for (const path of ["/foo.txt", "/foo.js"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

/** The databases of ours in this browser, and how many answers wait in each. */
function keptHere(page: Page): Promise<{ name: string; count: number }[]> {
  return page.evaluate(async () => {
    const opened = (name: string) =>
      new Promise<IDBDatabase>((settle, fail) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => settle(request.result);
        request.onerror = () => fail(request.error);
      });
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? "")
      .filter((name) => name.startsWith("recite-"));
    return Promise.all(
      names.map(async (name) => {
        const database = await opened(name);
        const count = await new Promise<number>((settle) => {
          const request = database.transaction("events").objectStore("events").count();
          request.onsuccess = () => settle(request.result);
        });
        database.close();
        return { name, count };
      }),
    );
  });
}
