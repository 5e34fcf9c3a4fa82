/** From stranger to account and back again, by keyboard alone. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { type Person, somebody } from "./support/people.ts";
import { bundleOf, screen } from "./support/study.ts";
import { pressOn, tabTo } from "./support/taking.ts";

test("a stranger answers, signs up from the summary, signs in elsewhere and out again: the same progress, by keyboard alone", async ({
  page,
  browser,
  watcher,
  baseURL,
}) => {
  await page.goto("/");
  const { form, verdict, proceed } = screen(page);
  await tabTo(page, form.getByRole("radio").first());
  await page.keyboard.press("1");
  await expect(verdict).toHaveText(/Right|No/);
  await expect(proceed).toBeFocused();
  await bundleOf(page, () => page.keyboard.press("Space"));
  await expect(form).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  // Too short a password is told where it was typed, and what else was typed is still there.
  await page.goto("/sign-up");
  const person = somebody();
  await enter(page, { ...person, password: "short" });
  const password = page.getByLabel("Password");
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(password).toHaveAccessibleDescription(/12/);
  await expect(page.getByLabel("E-mail or user name")).toHaveValue(person.login);
  await expectAccessible(page);
  await enter(page, person);
  await expect(account(page)).toBeVisible();
  const progress = await progressOf(page);
  expect(progress).toContain("1 answer in half a year; one day in a row");

  const elsewhere = await browser.newContext({ baseURL: baseURL! });
  await watcher.watch(elsewhere, new URL(baseURL!).origin);
  const other = await elsewhere.newPage();
  await other.goto("/");
  await pressOn(other, other.getByRole("banner").getByRole("link", { name: "Sign in" }));
  await expect(other).toHaveURL(/sign-in/);
  await enter(other, person);
  await expect(account(other)).toBeVisible();
  expect(await progressOf(other)).toBe(progress);
  await pressOn(other, account(other));
  await pressOn(other, other.getByRole("button", { name: "Sign out", exact: true }).first());
  await expect(other.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});

/** Fills in login and password, whatever stood there, and sends them. */
async function enter(page: Page, { login, password }: Person): Promise<void> {
  for (const [label, text] of [
    ["E-mail or user name", login],
    ["Password", password],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
}

function account(page: Page) {
  return page.getByRole("banner").getByRole("link", { name: "Account" });
}

/** All that the progress page says, reached by its link. */
async function progressOf(page: Page): Promise<string> {
  await pressOn(page, page.getByRole("banner").getByRole("link", { name: "Progress" }));
  await expect(page.getByRole("heading", { name: "You know" })).toBeVisible();
  return (await page.getByRole("main").innerText()).replaceAll(/\s+/gu, " ");
}
