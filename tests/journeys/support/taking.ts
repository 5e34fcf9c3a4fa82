/** A student's hands on a quiz: by keyboard alone, or by thumb. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Answer, Shown } from "./keys.ts";

/** Presses Tab until the focus is on it, as somebody without a mouse would. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const element = await wanted.elementHandle();
  for (let presses = 0; presses < 400; presses++) {
    if (await page.evaluate((each) => document.activeElement === each, element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${wanted}`);
}

/** Reaches it by Tab and presses Enter. */
export async function pressOn(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Answers the question on the screen with keys only. */
export async function answerByKeyboard(page: Page, question: Shown, answer: Answer): Promise<void> {
  if (answer === null) return;
  const form = page.locator(".taker form");
  // An input may still be on its way.
  await form.locator("label, .grip").first().waitFor();
  if (question.order.length > 0) {
    for (const text of [...answer].reverse()) {
      await tabTo(page, form.locator("li.option", { hasText: text }).locator(".grip"));
      await page.keyboard.press("Home");
    }
  } else if (question.pairs.length > 0) {
    for (const [place, text] of answer.entries())
      await chooseByKeyboard(page, form.getByRole("combobox").nth(place), text);
  } else if (await form.locator(".line-gap").count()) {
    await page.keyboard.press(String(question.options.findIndex((option) => option.text === answer[0]) + 1));
  } else if (question.options.length > 0) {
    const texts = await form.locator(".option > span").allTextContents();
    const keys = await form.locator(".option > kbd").allTextContents();
    for (const text of answer) await page.keyboard.press(keys[texts.indexOf(text)]!);
  } else {
    for (const [place, text] of (await inFields(form, answer[0]!)).entries()) {
      await tabTo(page, form.getByRole("textbox").nth(place));
      await page.keyboard.type(text);
    }
  }
}

/** Goes through a list with the arrow key to the option of that text. */
export async function chooseByKeyboard(page: Page, list: Locator, text: string): Promise<void> {
  await tabTo(page, list);
  const chosen = () => list.evaluate((each: HTMLSelectElement) => each.selectedOptions[0]?.textContent);
  for (let presses = 0; presses < 20 && (await chosen()) !== text; presses++) await page.keyboard.press("ArrowDown");
  await expect(list.locator("option:checked")).toHaveText(text);
}

/** Answers the question on the screen with a thumb. */
export async function answerByTouch(page: Page, question: Shown, answer: Answer): Promise<void> {
  if (answer === null) return;
  const form = page.locator(".taker form");
  // An input may still be on its way.
  await form.locator("label, .grip").first().waitFor();
  if (question.order.length > 0) {
    for (const text of [...answer].reverse()) {
      const row = form.locator("li.option", { hasText: text });
      const up = row.locator(".order-moves button").first();
      while ((await up.getAttribute("aria-disabled")) !== "true") await up.tap();
    }
  } else if (question.pairs.length > 0) {
    for (const [place, text] of answer.entries())
      await form.getByRole("combobox").nth(place).selectOption({ label: text });
  } else if (await form.locator(".line-gap").count()) {
    const place = question.options.findIndex((option) => option.text === answer[0]);
    await form.locator(".line-gap").nth(place).tap();
  } else if (question.options.length > 0) {
    for (const text of answer)
      await form
        .locator(".option")
        .filter({ has: page.getByText(text, { exact: true }) })
        .tap();
  } else {
    for (const [place, text] of (await inFields(form, answer[0]!)).entries()) {
      await form.getByRole("textbox").nth(place).tap();
      await form.getByRole("textbox").nth(place).fill(text);
    }
  }
}

/** What is written into each field: of a span its two ends. */
async function inFields(form: Locator, text: string): Promise<string[]> {
  return (await form.getByRole("textbox").count()) === 2 ? text.split(" to ") : [text];
}

/** Waits until the page says that everything given is on the server. */
export async function allKept(page: Page, answered: number, of = 12): Promise<void> {
  await expect(page.locator(".taker-foot").getByRole("status")).toHaveText(`${answered} of ${of} answered · Kept`, {
    timeout: 20_000,
  });
}
