import type { Locator, Page } from "@playwright/test";
import type { Question } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { expect, phone, test } from "./support/journey.ts";
import {
  type Answer,
  answerRightly,
  bundleOf,
  give,
  goOn,
  onScreen,
  placeOf,
  rightAnswer,
  sameWords,
  screen,
  study,
  tap,
  wrongAnswer,
} from "./support/study.ts";

/** Kinds of a practice that are answered in ways of their own. */
const variety = ["Flashcard", "Date", "Order"];

test.describe("by keyboard alone", () => {
  test("a stranger answers on the home page, studies, practises ten of several kinds, and reads the summary", async ({
    page,
  }) => {
    await page.goto("/");
    const { stem, form, verdict, proceed } = screen(page);
    await expect(form).toBeVisible();
    await tabTo(page, form.getByRole("radio").first());
    await page.keyboard.press("1");
    await expect(verdict).toHaveText(/Right|No/);
    await expect(proceed).toBeFocused();
    await expectVisibleFocus(page);
    const session = await bundleOf(page, () => page.keyboard.press("Space"));

    for (const isRight of [true, false]) {
      const { question } = await onScreen(page, session);
      await expect(isWritten(question) ? form.getByRole("textbox") : stem).toBeFocused();
      await giveByKeys(page, question, isRight ? rightAnswer(question) : wrongAnswer(question));
      await expect(verdict).toHaveText(isRight ? "Right" : "No");
      await expect(proceed).toBeFocused();
      await page.keyboard.press("Space");
      await expect(proceed).toBeHidden();
    }
    const { question: third } = await onScreen(page, session);
    await giveByKeys(page, third, wrongAnswer(third));
    await expect(verdict).toHaveText("No");
    await page.keyboard.press("u");
    await expect(verdict).toBeHidden();
    await expect(stem).toHaveText(sameWords(third.stem));
    await giveByKeys(page, third, rightAnswer(third));
    await expect(verdict).toHaveText("Right");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "2 of 3 right" })).toBeFocused();

    await follow(page, page.getByRole("link", { name: "To the pack" }));
    await follow(page, page.getByRole("main").getByRole("link", { name: "Practise" }));
    for (const name of variety) {
      await tabTo(page, page.getByRole("checkbox", { name, exact: true }));
      await page.keyboard.press("Space");
    }
    await tabTo(page, page.getByRole("button", { name: "Begin" }));
    const practice = await bundleOf(page, () => page.keyboard.press("Enter"));
    const kinds = new Set<string>();
    for (let each = 0; each < 10; each++) kinds.add(await stepByKeys(page, practice));
    expect(kinds).toContain("order");
    await blurField(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: /^(\d+) of \1 right$/ })).toBeFocused();
  });

  test("names, numbers and several of many are given, too", async ({ page }) => {
    for (const kind of ["multi-select", "typed", "number"]) await stepByKeys(page, await study(page, [kind]));
  });
});

test.describe("by thumb on a phone", () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });

  test("a stranger answers on the home page, studies ten, misses one, and reads the summary", async ({ page }) => {
    await page.goto("/");
    const { form, verdict, proceed, end } = screen(page);
    await form.locator("label").first().tap();
    await expect(verdict).toHaveText(/Right|No/);
    const bundle = await bundleOf(page, () => proceed.tap());
    await answerRightly(page, bundle, 9, tap);
    const { question } = await onScreen(page, bundle);
    await give(page, question, wrongAnswer(question), tap);
    await expect(verdict).toHaveText("No");
    await goOn(page, tap);
    await end.tap();
    await expect(page.getByRole("heading", { name: "9 of 10 right" })).toBeVisible();
  });

  test("things are put in order, marked and turned", async ({ page }) => {
    for (const kind of ["order", "multi-select", "flashcard", "typed"]) {
      const bundle = await study(page, [kind]);
      await answerRightly(page, bundle, 2, tap);
    }
  });
});

/** Answers the question on the screen rightly and goes on; gives its kind. */
async function stepByKeys(page: Page, bundle: Bundle): Promise<string> {
  const { verdict, proceed } = screen(page);
  const { question } = await onScreen(page, bundle);
  await giveByKeys(page, question, rightAnswer(question));
  if (question.kind === "flashcard") return question.kind;
  await expect(verdict).toHaveText("Right");
  await expect(proceed).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(proceed).toBeHidden();
  return question.kind;
}

/** Gives an answer without touching the mouse. */
async function giveByKeys(page: Page, question: Question, answer: Answer): Promise<void> {
  const { form, citation } = screen(page);
  const keyOf = (value: string) => String(question.options.findIndex((option) => option.value === value) + 1);
  switch (question.kind) {
    case "choice":
    case "true-false":
      return page.keyboard.press(keyOf(answer.values[0]!));
    case "multi-select":
      for (const value of answer.values) await page.keyboard.press(keyOf(value));
      return page.keyboard.press("Enter");
    case "order":
      for (const [place, value] of answer.values.entries()) {
        const { text } = question.options.find((option) => option.value === value)!;
        const grip = form.getByRole("button", { name: `${text}, ` });
        if ((await placeOf(form, text)) > place) await tabTo(page, grip);
        while ((await placeOf(form, text)) > place) await page.keyboard.press("ArrowUp");
      }
      await tabTo(page, page.getByRole("button", { name: "Answer" }));
      return page.keyboard.press("Enter");
    case "flashcard":
      await page.keyboard.press("Space");
      await expect(citation).toBeVisible();
      return page.keyboard.press(answer.isRight ? "2" : "1");
    default:
      await expect(form.getByRole("textbox")).toBeFocused();
      await page.keyboard.type(answer.text);
      return page.keyboard.press("Enter");
  }
}

/** Is the answer written into a field, which has the focus then? */
function isWritten({ kind }: Question): boolean {
  return kind === "typed" || kind === "number" || kind === "date";
}

/** Goes to a link by tabulator and follows it. */
async function follow(page: Page, link: Locator): Promise<void> {
  const before = page.url();
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(before);
}

/** Presses the tabulator until the focus is there; on the way it is always to be seen where it is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let each = 0; each < 80 && !(await isThere()); each++) {
    await page.keyboard.press("Tab");
    await expectVisibleFocus(page);
  }
  await expect(target).toBeFocused();
}

/** What has the focus is drawn so: an outline at it, or at the label around it; not hidden below something else. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    // Past the last thing of the page the focus is in the browser's own bar.
    if (!focused || focused === document.body) return "elsewhere";
    const drawn = [focused, focused.closest("label")].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    return drawn ? "drawn" : `not drawn at ${focused.outerHTML.slice(0, 200)}`;
  });
  expect(seen).toMatch(/^(drawn|elsewhere)$/);
}

/** Escape ends a session where no text is being written. */
async function blurField(page: Page): Promise<void> {
  const { form, end } = screen(page);
  if ((await form.getByRole("textbox").count()) > 0) await tabTo(page, end);
}
