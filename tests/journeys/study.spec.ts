import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { startLauncher } from "@/tests/support/launcher.ts";
import { expect, test } from "./support/journey.ts";
import { signIn, signUp } from "./support/people.ts";
import { answerRightly, bundleOf, give, goOn, onScreen, screen, wrongAnswer } from "./support/study.ts";
import type { Watcher } from "./support/watcher.ts";

test("a stranger answers, studies ten, and finds the same progress after a restart, with an account, and in another browser", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(600_000);
  await using own = await ownApp();
  const somewhere = () => browserAt(own.origin, browser.newContext({ baseURL: own.origin }), watcher);
  const here = await somewhere();
  const page = await here.newPage();

  await page.goto("/");
  const { stem, form, proceed, verdict, end } = screen(page);
  await expect(stem).toBeVisible();
  const sent = page.waitForRequest((request) => request.url().endsWith("/api/v1/events"));
  await form.locator("label").first().click();
  await expect(verdict).toHaveText(/Right|No/);
  // The page was drawn without knowing where its reader is: the first answer is of their day, not of the server's.
  expect((await sent).postDataJSON().events[0].zone).toMatch(/^Asia\/(Kathmandu|Katmandu)$/);
  const bundle = await bundleOf(page, () => proceed.click());

  // What is missed comes back after five others: with the tenth answer the session is over before it does.
  await answerRightly(page, bundle, 4);
  const missed = await onScreen(page, bundle);
  await give(page, missed.question, wrongAnswer(missed.question));
  await expect(verdict).toHaveText("No");
  await goOn(page);
  await answerRightly(page, bundle, 5);
  await end.click();
  await expect(page.getByRole("heading", { name: "9 of 10 right" })).toBeVisible();
  await expect(page.getByText("new facts met").locator("..")).toHaveText(/^10/);

  await page.getByRole("link", { name: "Recite" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/due today/);
  await expect.poll(() => progressOf(page)).toContain("11 answers");
  const progress = await progressOf(page);

  await leave(page);
  await own.stop();
  await own.start();
  expect(await progressOf(page)).toBe(progress);

  const person = await signUp(page);
  expect(await progressOf(page)).toBe(progress);

  const elsewhere = await (await somewhere()).newPage();
  await signIn(elsewhere, person);
  expect(await progressOf(elsewhere)).toBe(progress);
  await leave(page);
  await leave(elsewhere);
});

/** A page that is left open would ask for others while nobody answers. */
async function leave(page: Page): Promise<void> {
  await page.goto("about:blank");
}

/** All that the progress page says. */
async function progressOf(page: Page): Promise<string> {
  await page.goto("/progress");
  await expect(page.getByRole("heading", { name: "You know" })).toBeVisible();
  return (await page.getByRole("main").innerText()).replaceAll(/\s+/gu, " ");
}

async function browserAt(origin: string, made: Promise<BrowserContext>, watcher: Watcher): Promise<BrowserContext> {
  const context = await made;
  await watcher.watch(context, origin);
  return context;
}

/** The app as `npm start` runs it, on data of its own, to be stopped and started again. */
async function ownApp() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "recite-journey-"));
  // The user that runs the database in place of root must pass through to it.
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  let launcher = startLauncher({ port, dataDir });
  const stop = () => launcher.stop();
  await launcher.ready();
  return {
    origin: `http://localhost:${port}`,
    stop,
    start: () => {
      launcher = startLauncher({ port, dataDir });
      return launcher.ready();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === "object" && address ? address.port : 0;
}
