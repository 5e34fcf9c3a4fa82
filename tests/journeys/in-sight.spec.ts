/** After an answer everything that tells why is on one screen, whatever the question: docs and design promise it. */
import type { Locator, Page } from "@playwright/test";
import { desk, expect, phone, test } from "./support/journey.ts";
import {
  contrastOf,
  give,
  goOn,
  type OnScreen,
  onScreen,
  rightAnswer,
  screen,
  study,
  studyWordiest,
  turnIfCard,
  wrongAnswer,
} from "./support/study.ts";

const kinds = ["choice", "true-false", "multi-select", "flashcard", "typed", "number", "date", "order"];
/** So many of the wordiest questions of each kind are measured. */
const wordiest = process.env.RECITE_FULL === "1" ? 6 : 3;

for (const [where, size] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`on ${where} verdict, sentence, contrast, citation and Continue are seen without scrolling`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    // A stranger's first session is the same for everyone: what is measured does not change from run to run.
    const bundle = await study(page);
    for (let each = 0; each < 10; each++) await step(page, await onScreen(page, bundle), each % 2 === 0);
  });

  test(`on ${where} the same holds after a wrong answer to the wordiest questions of every kind`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(size);
    for (const kind of kinds) {
      const bundle = await studyWordiest(page, kind, wordiest);
      const count = bundle.cards.length + bundle.composites.length;
      expect(count, kind).toBe(wordiest);
      for (let each = 0; each < count; each++) await step(page, await onScreen(page, bundle), false);
    }
  });
}

/** Answers the question on the screen, looks whether all is in sight, and goes on. */
async function step(page: Page, { question }: OnScreen, isRight: boolean): Promise<void> {
  const { verdict, fact, why, proceed } = screen(page);
  const citation = why.locator(".citations").first();
  const { kind } = question;
  await test.step(`${kind}: ${question.stem}`, async () => {
    await turnIfCard(page, question);
    if (kind === "flashcard") {
      const good = page.getByRole("button", { name: /^Good/ });
      await expectInSight(page, [verdict, fact, citation], good);
      await good.click();
      return;
    }
    await give(page, question, isRight ? rightAnswer(question) : wrongAnswer(question));
    await expect(proceed).toBeVisible();
    const written = isRight ? why.getByText("Where it is written") : citation;
    // Of several parts a list and a picture say what is so, and the sentences are behind them.
    const isListed =
      (kind === "order" || kind === "multi-select") && (question.strip !== null || question.why.length > 250);
    const sentence = isListed ? page.locator(".review .options") : fact;
    const isContrasted = question.options.some((option) => contrastOf(question, option) !== null);
    const contrast = !isRight && kind === "choice" && isContrasted ? [why.locator(".why-not").first()] : [];
    await expectInSight(page, [verdict, sentence, ...contrast, written], proceed);
    await goOn(page);
  });
}

/** All of them lie within the window, none under the bar with `proceed`; nothing had to be scrolled for it. */
async function expectInSight(page: Page, parts: readonly Locator[], proceed: Locator): Promise<void> {
  const { height } = page.viewportSize()!;
  await expect(proceed).toBeVisible();
  const bar = (await proceed.boundingBox())!;
  expect(bar.y + bar.height, "foot of the bar").toBeLessThanOrEqual(height);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const part of parts) {
    const box = (await part.boundingBox())!;
    expect(box.y, `head of ${part}`).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height, `foot of ${part}`).toBeLessThanOrEqual(bar.y);
  }
}
