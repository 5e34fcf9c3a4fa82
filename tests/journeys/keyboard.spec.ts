import type { Locator, Page } from "@playwright/test";
import type { Question } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, phone, test } from "./support/journey.ts";
import {
  type Answer,
  answerRightly,
  bundleOf,
  give,
  goOn,
  kinds,
  onScreen,
  pack,
  placeOf,
  rightAnswer,
  sameWords,
  screen,
  study,
  tap,
  writtenIn,
  wrongAnswer,
} from "./support/study.ts";
import { chooseByKeyboard } from "./support/taking.ts";

test.describe("by keyboard alone", () => {
  test("a stranger answers on the home page, studies, practises every kind, and reads the summaries", async ({
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
    await tabTo(page, page.getByRole("button", { name: "Begin" }));
    const practice = await bundleOf(page, () => page.keyboard.press("Enter"));
    const met = new Set<string>();
    const count = practice.cards.length + practice.composites.length;
    for (let each = 0; each < count; each++) met.add(await stepByKeys(page, practice));
    expect([...met].sort()).toEqual(Object.keys(kinds).sort());
    await expect(page.getByRole("heading", { name: `${count} of ${count} right` })).toBeFocused();
  });

  for (const [kind, name] of Object.entries(kinds))
    test(`${kind} is practised: right, wrong, taken back, put right; accessible and with the focus in its place all along`, async ({
      page,
    }) => {
      test.setTimeout(90_000);
      await page.goto(`/packs/${pack}/practice`);
      await tabTo(page, page.getByRole("checkbox", { name, exact: true }));
      await page.keyboard.press("Space");
      await tabTo(page, page.getByRole("button", { name: "Begin" }));
      const bundle = await bundleOf(page, () => page.keyboard.press("Enter"));
      const { verdict, proceed, iWasRight } = screen(page);

      const first = await onScreen(page, bundle);
      expect(first.question.kind).toBe(kind);
      await expectAsked(page, first.question);
      await expectAccessible(page);
      await stepByKeys(page, bundle, () => expectAccessible(page));

      const { question } = await onScreen(page, bundle);
      await expectAsked(page, question);
      await giveByKeys(page, question, wrongAnswer(question));
      if (kind === "flashcard") {
        // Rated again, it is gone from the screen; taken back, it is there with its front.
        await expect(screen(page).stem).not.toHaveText(sameWords(question.stem));
        await page.keyboard.press("u");
        await expectAsked(page, question);
        await giveByKeys(page, question, rightAnswer(question));
        await expect(screen(page).stem).not.toHaveText(sameWords(question.stem));
      } else {
        await expect(verdict).toHaveText(kind === "multi-select" || kind === "order" ? /^(No|Part right)$/ : "No");
        await expect(proceed).toBeFocused();
        await expectVisibleFocus(page);
        await expectAccessible(page);
        await page.keyboard.press("u");
        await expectAsked(page, question);
        await giveByKeys(page, question, wrongAnswer(question));
        await tabTo(page, iWasRight);
        await page.keyboard.press("Enter");
        await expect(verdict).toHaveText("Right");
        await expect(proceed).toBeFocused();
        await expectVisibleFocus(page);
        await page.keyboard.press("Space");
        await expect(proceed).toBeHidden();
      }
      await putAwayByKeys(page, bundle);
      await leaveField(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("heading", { name: "2 of 2 right" })).toBeFocused();
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
    // What is missed comes back after five others: with the tenth answer the session ends before it does.
    await answerRightly(page, bundle, 4, tap);
    const { question } = await onScreen(page, bundle);
    await give(page, question, wrongAnswer(question), tap);
    await expect(verdict).toHaveText("No");
    await goOn(page, tap);
    await answerRightly(page, bundle, 5, tap);
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

/** Answers the question on the screen rightly and goes on; gives its kind. `look` is done while its Why is on the screen. */
async function stepByKeys(page: Page, bundle: Bundle, look = async () => {}): Promise<string> {
  const { verdict, proceed, stem } = screen(page);
  const { question } = await onScreen(page, bundle);
  await giveByKeys(page, question, rightAnswer(question), look);
  if (question.kind === "flashcard") {
    await expect(stem).not.toHaveText(sameWords(question.stem));
    return question.kind;
  }
  await expect(verdict).toHaveText("Right");
  await expect(proceed).toBeFocused();
  await expectVisibleFocus(page);
  await look();
  await page.keyboard.press("Enter");
  await expect(proceed).toBeHidden();
  return question.kind;
}

/** The question waits for its answer: its words are on the screen, and the focus is at them, or in the empty field to write into. */
async function expectAsked(page: Page, question: Question): Promise<void> {
  const { stem, form, why } = screen(page);
  await expect(stem).toHaveText(sameWords(question.stem));
  await expect(why).toBeHidden();
  if (!isWritten(question)) return expect(stem).toBeFocused();
  await expect(form.getByRole("textbox")).toBeFocused();
  await expect(form.getByRole("textbox")).toHaveValue("");
  await expectVisibleFocus(page);
}

/** Buries the card on the screen by the panel under More, and takes that back; what owns no card has no such panel. */
async function putAwayByKeys(page: Page, bundle: Bundle): Promise<void> {
  const { more, stem } = screen(page);
  const { question, card } = await onScreen(page, bundle);
  if (!card) return expect(more).toBeHidden();
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Suspend" }));
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Bury until tomorrow" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Buried until tomorrow.")).toBeVisible();
  await expect(stem).not.toHaveText(sameWords(question.stem));
  await tabTo(page, screen(page).undo);
  await page.keyboard.press("Enter");
  await expectAsked(page, question);
}

/** Gives an answer without touching the mouse; `turned` is done while the back of a flashcard is up. */
async function giveByKeys(page: Page, question: Question, answer: Answer, turned = async () => {}): Promise<void> {
  const { form, citation } = screen(page);
  const keys = await form.locator(".option > kbd").allInnerTexts();
  const keyOf = (value: string) => keys[question.options.findIndex((option) => option.value === value)]!;
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
      await tabTo(page, page.getByRole("button", { name: /^Answer/ }));
      return page.keyboard.press("Enter");
    case "match":
      for (const [place, value] of answer.values.entries()) {
        const { text } = question.options.find((option) => option.value === value)!;
        await tabTo(page, form.getByRole("combobox").nth(place));
        await chooseByKeyboard(page, form.getByRole("combobox").nth(place), text);
      }
      await tabTo(page, page.getByRole("button", { name: /^Answer/ }));
      return page.keyboard.press("Enter");
    case "timeline":
      return page.keyboard.press(String(question.options.findIndex(({ value }) => value === answer.values[0]) + 1));
    case "flashcard":
      await page.keyboard.press("Space");
      await expect(citation).toBeVisible();
      await turned();
      return page.keyboard.press(answer.isRight ? "2" : "1");
    default:
      for (const [place, text] of writtenIn(question, answer).entries()) {
        await expect(form.getByRole("textbox").nth(place)).toBeFocused();
        await page.keyboard.type(text);
        // From the first field of a span enter goes to the second.
        await page.keyboard.press("Enter");
      }
      return;
  }
}

/** Is the answer written into a field, which has the focus then? */
function isWritten({ kind }: Question): boolean {
  return kind === "typed" || kind === "cloze" || kind === "number" || kind === "date";
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
async function leaveField(page: Page): Promise<void> {
  const { form, end } = screen(page);
  if ((await form.getByRole("textbox").count()) > 0) await tabTo(page, end);
}
