/** The steps of an instructor and of students, through the pages. */
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { desk } from "./journey.ts";
import { signUp } from "./people.ts";
import type { Watcher } from "./watcher.ts";

/** The address of a class, as a page has it. */
export const classAddress = /\/classes\/[0-9a-f-]{36}$/;

/** Somebody with an account and a browser of their own, watched like the journey's. */
export async function newcomer(browser: Browser, watcher: Watcher, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, ...options });
  const page = await context.newPage();
  await signUp(page);
  await watcher.watch(context, new URL(page.url()).origin);
  return page;
}

/** Makes a class and returns its address and code. */
export async function makeClass(page: Page, name: string): Promise<{ readonly path: string; readonly code: string }> {
  await page.goto("/classes/new");
  await page.getByLabel("Name of the class").fill(name);
  await page.getByLabel("Time zone").selectOption("Europe/Copenhagen");
  await page.getByLabel("Your name in this class").fill("Grace");
  await page.getByRole("button", { name: "Make the class" }).click();
  await page.waitForURL(classAddress);
  return { path: new URL(page.url()).pathname, code: (await page.getByTestId("join-code").innerText()).trim() };
}

/** Joins by the link that the instructor shares. */
export async function joinByLink(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`/join?code=${code.replace("-", "")}`);
  await page.getByLabel("Your name as the instructor sees it").fill(name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.waitForURL(classAddress);
}

/** Plans a quiz for a class and returns the address of its draft. */
export async function planQuiz(page: Page, classPath: string, count: number): Promise<string> {
  await page.goto(`${classPath}/quizzes/new`);
  await page.getByLabel("How many questions").fill(String(count));
  await page.getByRole("button", { name: "See the questions" }).click();
  await page.waitForURL(/\/quizzes\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Publishes the draft on the screen, open since yesterday. */
export async function publishDraft(page: Page): Promise<void> {
  await page.getByLabel("Opens").fill(yesterday());
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("link", { name: "Download CSV" })).toBeVisible();
}

/** A wall time a day ago, as date fields write it. */
export function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
}

/** Closes the running quiz on the screen. */
export async function closeNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Close now" }).click();
  await expect(page.getByRole("button", { name: "Close now" })).toBeHidden();
}
