import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { joinByLink, makeClass, newcomer, planQuiz, yesterday } from "./support/classroom.ts";
import { expect, phone, test } from "./support/journey.ts";
import { answerFor, readKeys } from "./support/keys.ts";
import { allKept, answerByKeyboard, pressOn } from "./support/taking.ts";

test.use({ actionTimeout: 10_000 });

test("a quiz with a limit, a password, two attempts and late work: other terms for one, another device for the other", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  watcher.allow(/status of 403/);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const bo = await newcomer(browser, watcher, { viewport: phone, hasTouch: true });
  const { path, code } = await makeClass(grace, "On terms");
  await joinByLink(ada, code, "Ada");
  await joinByLink(bo, code, "Bo");
  const draftPath = await planQuiz(grace, path, 3);
  const questions = await readKeys(grace);
  const quizPath = `/quizzes/${draftPath.split("/").at(-1)}`;

  await test.step("Grace says when and how, and is told what cannot be", async () => {
    await grace.getByLabel("Opens").fill(yesterday());
    await grace.getByLabel("Due").fill(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 16));
    await grace.getByText("More settings", { exact: true }).click();
    await grace.getByLabel("Minutes for an attempt").fill("30");
    await grace.getByLabel("Attempts", { exact: true }).selectOption("2");
    await grace.getByLabel("Taken off when late").fill("10");
    await grace.getByLabel("Password").fill("quiet owl");
    await grace.getByLabel("Points", { exact: true }).selectOption("at once");
    await grace.getByLabel("Right answers").selectOption("at once");
    await wellMade(grace, "publish");
    await grace.getByRole("button", { name: "Publish" }).click();
    await expect(grace.getByText("It must lie after the opening and not after the close.")).toBeVisible();
    await expect(grace.getByLabel("Minutes for an attempt"), "what was filled in stays").toHaveValue("30");
    await grace.getByLabel("Due").fill(new Date(Date.now() - 3_600_000).toISOString().slice(0, 16));
    await grace.getByRole("button", { name: "Publish" }).click();
    await expect(grace.getByRole("link", { name: "Download CSV" })).toBeVisible();
  });

  await test.step("Bo has time and a half, given from his row", async () => {
    await pressOn(grace, grace.getByRole("link", { name: "Other terms for Bo" }));
    await grace.getByLabel("Time, %").fill("150");
    await grace.getByRole("button", { name: "Save" }).click();
    await expect(grace.getByText("with 45 minutes for an attempt")).toBeVisible();
    await wellMade(grace, "accommodation");
    await grace.getByRole("navigation", { name: "Where you are" }).getByRole("link").last().click();
    await expect(grace.getByRole("row", { name: "Bo not started, other terms" })).toBeVisible();
    await wellMade(grace, "results");
    await bo.goto(quizPath);
    await expect(bo.getByText("45 minutes from the start")).toBeVisible();
    await wellMade(bo, "start");
  });

  await test.step("Ada starts with the password, checks an answer, flags one, and goes on with another device", async () => {
    await ada.goto(quizPath);
    await expect(ada.getByText("Attempt 1 of 2.")).toBeVisible();
    await ada.getByLabel("Password").fill("quiet own");
    await ada.keyboard.press("Enter");
    await expect(ada.getByText("This is not the password of the quiz.")).toBeVisible();
    await expect(ada.getByLabel("Password")).toBeFocused();
    await ada.getByLabel("Password").fill("quiet owl");
    await ada.keyboard.press("Enter");
    await expect(ada.getByText(/^(29|30) min left$/)).toBeVisible();
    await answerByKeyboard(ada, questions[0]!, answerFor(questions[0]!, "right").answer);
    await allKept(ada, 1, 3);
    await wellMade(ada, "taking");
    await pressOn(ada, ada.getByRole("button", { name: "Hide the time" }));
    await expect(ada.getByText("min left")).toBeHidden();
    await pressOn(ada, ada.getByRole("button", { name: "Check this answer" }));
    await expect(ada.getByText("This answer is final.")).toBeVisible();
    await wellMade(ada, "checked");
    await pressOn(ada, ada.getByRole("button", { name: "Next" }));
    const flagged = ada.waitForResponse(/\/flags$/);
    await pressOn(ada, ada.getByRole("button", { name: "Flag", exact: true }));
    await flagged;

    const other = await browser.newContext({ viewport: phone, storageState: await ada.context().storageState() });
    const device = await other.newPage();
    await device.goto(new URL(quizPath, ada.url()).href);
    await expect(device.getByText("This answer is final.")).toBeVisible();
    await expect(device.getByRole("button", { name: "Question 1, final" })).toBeVisible();
    await expect(device.getByRole("button", { name: "Question 2, open flagged" })).toBeVisible();
    await device.getByRole("button", { name: "Hand in" }).first().click();
    await device.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
    await expect(device.getByText("0.9 of 3 points")).toBeVisible();
    await expect(device.getByText("Handed in late: 10 % of the points are taken off.")).toBeVisible();
    await expect(device.getByText("Attempt 2 of 2.")).toBeVisible();
    await wellMade(device, "review");
    await other.close();
  });

  await test.step("the results tell it, and the settings can still be changed", async () => {
    await grace.goto(draftPath);
    await expect(grace.getByRole("row", { name: "Ada late" }).locator(".sum")).toHaveText("0.9");
    await grace.getByRole("link", { name: "Settings" }).click();
    await grace.getByText("More settings", { exact: true }).click();
    await expect(grace.getByLabel("Password")).toHaveValue("quiet owl");
    await grace.getByLabel("Minutes for an attempt").fill("");
    await grace.getByLabel("Which attempt counts").selectOption("the average of all");
    await grace.getByRole("button", { name: "Save" }).click();
    await expect(grace.getByText("Saved.")).toBeVisible();
    await expect(grace.getByLabel("Which attempt counts").locator("option:checked")).toHaveText("the average of all");
    await wellMade(grace, "settings");
    await bo.reload();
    await expect(bo.getByText("The average of all attempts counts.")).toBeVisible();
    await expect(bo.getByText("minutes from the start")).toBeHidden();
  });
});

/** Looks at the page on both papers and in both widths, then goes on at the size at hand. */
async function wellMade(page: Page, _name: string): Promise<void> {
  const size = page.viewportSize();
  await expectAccessibleEverywhere(page);
  if (size) await page.setViewportSize(size);
}
