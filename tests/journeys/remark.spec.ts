/** A wrong key is mended once for everybody: looked at dry, applied, and right to the point wherever marks are told. */
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { closeNow, joinByLink, makeClass, newcomer, publishDraft } from "./support/classroom.ts";
import { expect, phone, test } from "./support/journey.ts";
import { answerFor, readKeys } from "./support/keys.ts";
import { allKept, answerByKeyboard, answerByTouch } from "./support/taking.ts";

test("a key is corrected after the close: first dry, then applied, once; gradebook and student tell the same", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const bo = await newcomer(browser, watcher, { viewport: phone, hasTouch: true });
  const { path, code } = await makeClass(grace, "Mended");
  await joinByLink(ada, code, "Ada");
  await joinByLink(bo, code, "Bo");
  await grace.goto(`${path}/quizzes/new`);
  for (const kind of await grace.locator("[name=kinds]").all())
    await kind.setChecked((await kind.getAttribute("value")) === "choice");
  await grace.getByLabel("How many questions").fill("2");
  await grace.getByRole("button", { name: "See the questions" }).click();
  await grace.waitForURL(/\/quizzes\/[0-9a-f-]{36}$/);
  const draftPath = new URL(grace.url()).pathname;
  const questions = await readKeys(grace);
  await publishDraft(grace);
  const quizPath = `/quizzes/${draftPath.split("/").at(-1)}`;

  for (const [page, how] of [
    [ada, ["right", "right"]],
    [bo, ["wrong", "right"]],
  ] as const) {
    await page.goto(quizPath);
    await page.getByRole("button", { name: "Start the quiz" }).click();
    for (const [place, question] of questions.entries()) {
      const { answer } = answerFor(question, how[place]!);
      await (page === bo ? answerByTouch : answerByKeyboard)(page, question, answer);
      await allKept(page, place + 1, 2);
      if (place === 0) await page.getByRole("button", { name: "Next" }).click();
    }
    await page.getByRole("button", { name: "Hand in" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
    await expect(page.locator(".taker")).toBeHidden();
  }

  const row = (name: string) => grace.getByRole("row").filter({ hasText: name });
  await grace.goto(draftPath);
  await closeNow(grace);
  await expect(row("Bo").locator(".sum")).toHaveText("1");
  await grace.getByRole("link", { name: "Correct and re-mark" }).first().click();
  await grace.waitForURL(/\/corrections$/);
  await grace.getByRole("main").getByRole("link", { name: /^1\./ }).click();
  await grace.getByText("All points for everybody").click();
  await grace.getByRole("button", { name: "See what would move" }).click();
  await expect(grace.getByText("1 mark moves.")).toBeVisible();
  await expect(row("Bo")).toContainText(/1.*2/);
  await expectAccessibleEverywhere(grace);
  await grace.goto(draftPath);
  await expect(row("Bo").locator(".sum"), "a dry run changes nothing").toHaveText("1");
  await grace.goBack();
  await grace.getByLabel("Reason").fill("Two answers were possible.");
  await grace.getByRole("button", { name: "Apply it" }).click();
  await expect(grace.getByText("Applied. 1 mark moved.")).toBeVisible();
  await grace.goto(`${path}/gradebook`);
  for (const name of ["Ada", "Bo"]) await expect(row(name)).toContainText("2");
  await bo.goto(quizPath);
  await expect(bo.getByText("2 of 2 points")).toBeVisible();
});
