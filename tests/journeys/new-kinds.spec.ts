import type { Locator, Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { desk, expect, phone, test } from "./support/journey.ts";
import { give, goOn, onScreen, rightAnswer, screen, study, wrongAnswer } from "./support/study.ts";

const kinds = ["cloze", "match", "timeline"] as const;

test("pairs: what is given twice is said, and what is open is asked for", async ({ page }) => {
  const bundle = await study(page, ["match"]);
  const { form, verdict } = screen(page);
  const { question } = await onScreen(page, bundle);
  const lists = form.getByRole("combobox");
  await lists.nth(0).selectOption(question.key[0]!);
  await page.getByRole("button", { name: /^Answer/ }).click();
  await expect(form.getByRole("status").first()).toHaveText("Each of them needs a partner.");
  await expect(lists.nth(1)).toBeFocused();
  for (const [place, value] of question.key.entries())
    await lists.nth(place).selectOption(place === 1 ? question.key[0]! : value);
  await expect(form.getByRole("status").first()).toContainText("is given twice");
  await page.getByRole("button", { name: /^Answer/ }).click();
  await expect(verdict).toBeHidden();
  await lists.nth(1).selectOption(question.key[1]!);
  await page.getByRole("button", { name: /^Answer/ }).click();
  await expect(verdict).toHaveText("Right");
});

test("pairs are made by dragging, too, and a thing is dragged to its place on the line", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const pairs = await study(page, ["match"]);
  const { form, verdict } = screen(page);
  const match = (await onScreen(page, pairs)).question;
  for (const [place, { value }] of (match.prompts ?? []).entries()) {
    const text = match.options.find((option) => option.value === match.key[place])!.text;
    const chip = form.locator(".match-bank > button").filter({ hasText: text }).first();
    await dragTo(page, chip, form.locator(`[data-prompt="${value}"] label`));
  }
  await page.getByRole("button", { name: /^Answer/ }).click();
  await expect(verdict).toHaveText("Right");

  const line = await study(page, ["timeline"]);
  const { question } = await onScreen(page, line);
  await dragTo(page, form.locator(".line-thing"), form.locator(`[data-gap="${question.key[0]}"]`));
  await expect(verdict).toHaveText("Right");
});

for (const kind of kinds)
  test(`${kind} is accessible and in sight, asked and answered, right and wrong, by day and by night`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(phone);
    const bundle = await study(page, [kind]);
    const { proceed } = screen(page);
    await onScreen(page, bundle);
    await expectAccessibleEverywhere(page);
    for (const answerOf of [rightAnswer, wrongAnswer]) {
      await page.setViewportSize(phone);
      const { question } = await onScreen(page, bundle);
      await give(page, question, answerOf(question));
      await expect(proceed).toBeVisible();
      for (const size of [phone, desk]) {
        await page.setViewportSize(size);
        await expectInSight(page);
      }
      await expectAccessibleEverywhere(page);
      await goOn(page);
    }
  });

/** Verdict and the way on are within the window without scrolling, and so is what was answered. */
async function expectInSight(page: Page): Promise<void> {
  const { verdict, proceed } = screen(page);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator("[data-answered] [data-is]").last()).toBeInViewport();
  await expect(verdict).toBeInViewport({ ratio: 1 });
  await expect(proceed).toBeInViewport({ ratio: 1 });
}

async function dragTo(page: Page, thing: Locator, place: Locator): Promise<void> {
  const middleOf = async (each: Locator) => {
    const { x, y, width, height } = (await each.boundingBox())!;
    return [x + width / 2, y + height / 2] as const;
  };
  await page.mouse.move(...(await middleOf(thing)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(place)), { steps: 5 });
  await page.mouse.up();
}
