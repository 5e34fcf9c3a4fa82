import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { signUp } from "./support/people.ts";
import { answerRightly, give, goOn, onScreen, pack, rightAnswer, screen, study, wrongAnswer } from "./support/study.ts";

/** Pages that look the same for everyone, or lead to where one signs in. */
const forStrangers = [
  ...["/", "/packs", `/packs/${pack}`, `/packs/${pack}/practice`, `/study?pack=${pack}`, "/progress"],
  ...[`/packs/${pack}/facts`, `/packs/${pack}/entities/olsen`, `/packs/${pack}/facts/commanded-olsen`],
  ...["/sign-in", "/sign-up", "/account", "/classes", "/classes/new", "/join", "/about", "/no/such/page"],
];
/** Pages that look different for those who have answered something. */
const forGuests = ["/", `/packs/${pack}`, "/progress", "/sign-in", "/sign-up", "/account"];
/** Pages that look different for those with an account. */
const forMembers = ["/", "/progress", "/account", "/classes", "/classes/new", "/join", `/quizzes/new?pack=${pack}`];

test.describe("every page is accessible by day and night, fits a phone, and asks nothing of others:", () => {
  test.beforeEach(({ watcher }) => {
    test.setTimeout(240_000);
    // The page that there is not says so by its status, which the browser reports.
    watcher.allow(/404.*no\/such\/page/);
  });

  test("for a stranger", async ({ page }) => {
    for (const address of forStrangers) await expectWellMade(page, address);
  });

  test("for a guest", async ({ page }) => {
    await beGuest(page);
    for (const address of forGuests) await expectWellMade(page, address);
  });

  test("for somebody with an account", async ({ page }) => {
    await beGuest(page);
    await signUp(page);
    for (const address of forMembers) await expectWellMade(page, address);
  });

  test("in every state of a session", async ({ page }) => {
    const { why, citation, form, more } = screen(page);
    for (const kind of ["choice", "multi-select", "typed", "order", "flashcard"]) {
      const bundle = await study(page, [kind]);
      const first = await onScreen(page, bundle);
      await expectAccessibleEverywhere(page);
      if (kind === "flashcard") {
        await page.getByRole("button", { name: "Turn the card" }).click();
        await expect(citation).toBeVisible();
        await expectAccessibleEverywhere(page);
        continue;
      }
      await give(page, first.question, rightAnswer(first.question));
      await why.getByText("Where it is written").click();
      await expectAccessibleEverywhere(page);
      await goOn(page);
      let second = await onScreen(page, bundle);
      // What rests on several facts has no card of its own to suspend.
      while (kind === "choice" && second.question.card === null) {
        await give(page, second.question, rightAnswer(second.question));
        await goOn(page);
        second = await onScreen(page, bundle);
      }
      await give(page, second.question, wrongAnswer(second.question));
      await expect(citation).toBeVisible();
      await expectAccessibleEverywhere(page);
      // The panel and what follows are the same whatever the kind.
      if (kind !== "choice") continue;
      await more.click();
      await expectAccessibleEverywhere(page);
      await page.getByRole("button", { name: "Suspend" }).click();
      await expectAccessibleEverywhere(page);
    }
    await goToSummary(page);
    await expectAccessibleEverywhere(page);
    await page.getByRole("link", { name: "To the pack" }).click();
    await expect(form).toBeHidden();
    await expectWellMade(page, "/progress");
    await expect(page.getByRole("heading", { name: "Suspended" })).toBeVisible();
  });
});

test("light and dark can be chosen whatever the device says, and stay chosen in a session", async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const device = { light: "dark", dark: "light" } as const;
  const papers = new Set<string>();
  for (const name of ["Light", "Dark"] as const) {
    const theme = name === "Light" ? "light" : "dark";
    await page.emulateMedia({ colorScheme: device[theme] });
    await page.goto("/packs");
    await page.getByRole("contentinfo").getByRole("button", { name }).click();
    await expect(page.getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
    const chosen = await paper();
    papers.add(chosen);
    await expectAccessible(page);
    await onScreen(page, await study(page));
    expect(await paper()).toBe(chosen);
    await expectAccessible(page);
  }
  expect(papers.size).toBe(2);
});

/** A page with its title and heading, accessible and no wider than the window. */
async function expectWellMade(page: Page, address: string): Promise<void> {
  await test.step(address, async () => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/\S/);
    await expectAccessibleEverywhere(page);
  });
}

/** Answers three questions as a guest, one of them wrongly, so that there is something to show; ends when they are saved. */
async function beGuest(page: Page): Promise<void> {
  const bundle = await study(page);
  const { question } = await onScreen(page, bundle);
  await give(page, question, wrongAnswer(question));
  await goOn(page);
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/v1/events"));
  await answerRightly(page, bundle, 2);
  await saved;
  await goToSummary(page);
}

async function goToSummary(page: Page): Promise<void> {
  await screen(page).end.click();
  await expect(page.getByRole("heading", { name: /\d+ of \d+ right|Nothing is due/ })).toBeVisible();
}
