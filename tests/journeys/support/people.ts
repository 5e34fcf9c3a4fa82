import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Somebody with an account. */
export interface Person {
  readonly login: string;
  readonly password: string;
}

/** Somebody whom no other test knows. */
export function somebody(): Person {
  return {
    login: `ada${randomBytes(6).toString("hex")}`,
    password: `five quiet herons ${randomBytes(3).toString("hex")}`,
  };
}

/** Signs up through the page; ends where sign-up leads to. */
export async function signUp(page: Page, person: Person = somebody()): Promise<Person> {
  await page.goto("/sign-up");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-up/);
  await expect(page.getByRole("banner").getByRole("link", { name: "Account" })).toBeVisible();
  return person;
}

/** Signs in through the page; ends where sign-in leads to. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("banner").getByRole("link", { name: "Account" })).toBeVisible();
}

async function fillIn(page: Page, { login, password }: Person): Promise<void> {
  await page.getByLabel("E-mail or user name").fill(login);
  await page.getByLabel("Password").fill(password);
}
