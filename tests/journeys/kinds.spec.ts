import { expect, test } from "./support/journey.ts";
import {
  answerRightly,
  bundleOf,
  contrastOf,
  give,
  goOn,
  kinds,
  onScreen,
  pack,
  rightAnswer,
  sameWords,
  screen,
  study,
  wrongAnswer,
} from "./support/study.ts";

/** What is typed, turned or pressed once is the same without a mouse, which tests/journeys/keyboard.spec.ts does for every kind. */
const pointed = ["choice", "multi-select", "order", "match", "timeline"];

for (const [kind, name] of Object.entries(kinds).filter(([kind]) => pointed.includes(kind)))
  test(`practice reaches ${kind}: right, wrong, taken back, put right`, async ({ page }) => {
    await page.goto(`/packs/${pack}/practice`);
    await page.getByRole("checkbox", { name, exact: true }).check();
    const bundle = await bundleOf(page, () => page.getByRole("button", { name: "Begin" }).click());
    const { stem, verdict, fact, why, citation, undo, iWasRight, more } = screen(page);
    const first = await onScreen(page, bundle);
    expect(first.question.kind).toBe(kind);

    await give(page, first.question, rightAnswer(first.question));
    if (kind !== "flashcard") {
      await expect(verdict).toHaveText("Right");
      await expect(fact).toHaveText(sameWords(first.question.why));
      await expect(citation).toBeHidden();
      await why.getByText("Where it is written").click();
      await expect(citation).toHaveText(sameWords(first.question.citations[0]!.cite));
      await expect(citation).toBeVisible();
      if (kind === "choice") {
        await more.click();
        const about = page.getByRole("link", { name: "About this fact" });
        await expect(about).toHaveAttribute("href", `/packs/${pack}/facts/${first.question.card!.fact}`);
        await page.keyboard.press("Escape");
      }
      await goOn(page);
    }

    const second = await onScreen(page, bundle);
    await give(page, second.question, wrongAnswer(second.question));
    if (kind === "flashcard") {
      await expect(stem).not.toHaveText(sameWords(second.question.stem));
      await undo.click();
      await expect(stem).toHaveText(sameWords(second.question.stem));
      await give(page, second.question, rightAnswer(second.question));
      await expect(stem).not.toHaveText(sameWords(second.question.stem));
      return;
    }
    await expect(verdict).toHaveText(kind === "multi-select" || kind === "order" ? /^(No|Part right)$/ : "No");
    await expect(fact).toHaveText(sameWords(second.question.why));
    await expect(citation).toBeVisible();
    if (kind === "choice") {
      const contrast = contrastOf(second.question, second.question.options.find((option) => !option.right)!);
      await expect(why.locator(".why-not")).toHaveText(contrast === null ? [] : [sameWords(contrast)]);
    }

    await undo.click();
    await expect(stem).toHaveText(sameWords(second.question.stem));
    await expect(why).toBeHidden();
    await give(page, second.question, wrongAnswer(second.question));
    await iWasRight.click();
    await expect(verdict).toHaveText("Right");
    await goOn(page);
    await expect(page.getByText("2 / ")).toBeHidden();
  });

test("what was missed comes back in the same session, and is asked until it is known", async ({ page }) => {
  const bundle = await study(page, ["choice"]);
  const missed = await onScreen(page, bundle);
  await give(page, missed.question, wrongAnswer(missed.question));
  await goOn(page);
  const between = await answerRightly(page, bundle, 5);
  expect(between.map((each) => each.card)).not.toContain(missed.card);
  const again = await onScreen(page, bundle);
  expect(again.card).toBe(missed.card);
  await give(page, again.question, rightAnswer(again.question));
  await expect(screen(page).verdict).toHaveText("Right");
});

test("without a connection studying goes on, and everything is saved when it is back", async ({ page, watcher }) => {
  watcher.allow(/ERR_INTERNET_DISCONNECTED/);
  const bundle = await study(page, ["choice", "true-false"]);
  await answerRightly(page, bundle, 2);
  await page.context().setOffline(true);
  await answerRightly(page, bundle, 4);
  const unsaved = page.getByText(/answers? not yet saved/);
  await expect(unsaved).toBeVisible();
  await page.context().setOffline(false);
  await expect(unsaved).toBeHidden();
  await page.goto("/progress");
  await expect(page.getByText("6 answers in half a year")).toBeVisible();
});
