/** A span asked at both ends: two fields, each for its own end, each worth half. */
import type { Page } from "@playwright/test";
import type { Question } from "@/lib/questions/question.ts";
import type { Bundle } from "@/lib/study/event.ts";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { bundleOf, goOn, onScreen, screen } from "./support/study.ts";

/** Practice of dates of a pack with many terms of office, of which only the spans are left. */
async function practiseSpans(page: Page): Promise<Bundle> {
  await page.route("**/api/v1/study?*", async (route) => {
    const response = await route.fetch({ maxRetries: 2 });
    const bundle = (await response.json()) as Bundle;
    const composites = bundle.composites.filter(({ question }) => question.span);
    await route.fulfill({ response, json: { ...bundle, cards: [], composites } });
  });
  const query = new URLSearchParams({ pack: "us-presidents", mode: "practice", kinds: "date", count: "100" });
  const bundle = await bundleOf(page, () => page.goto(`/study?${query}`));
  expect(bundle.composites.length).toBeGreaterThan(2);
  return bundle;
}

const endsOf = ({ answer }: Question) => answer.split(" to ") as [string, string];

test("by keyboard: enter leads from the first field to the second, then answers; one wrong end is half", async ({
  page,
}) => {
  const bundle = await practiseSpans(page);
  const { form, verdict, fact, why } = screen(page);
  const [from, to] = [form.getByLabel("From"), form.getByLabel("To")];
  const { question } = await onScreen(page, bundle);
  await expect(from).toBeFocused();
  await page.keyboard.type(endsOf(question)[0]);
  await page.keyboard.press("Enter");
  await expect(to).toBeFocused();
  await expect(form.getByRole("alert")).toBeEmpty();
  await page.keyboard.type(endsOf(question)[1]);
  await page.keyboard.press("Enter");
  await expect(verdict).toHaveText("Right");
  await expect(fact).toHaveText(question.why);
  await goOn(page);

  const second = (await onScreen(page, bundle)).question;
  await page.keyboard.type("1950");
  await page.keyboard.press("Enter");
  await page.keyboard.type(endsOf(second)[1]);
  await page.keyboard.press("Enter");
  await expect(verdict).toHaveText("Part right");
  const rows = page.locator(".span-review > li");
  await expect(rows).toHaveText([
    new RegExp(`^From${nonBreaking(endsOf(second)[0])}yours: 1950$`),
    /your answer, right$/,
  ]);
  await expect(why.locator(".strip")).toBeVisible();
});

test("what is missing or cannot be read is said beside its field, and nothing is marked for it", async ({ page }) => {
  const bundle = await practiseSpans(page);
  const { form, verdict, proceed } = screen(page);
  const [from, to] = [form.getByLabel("From"), form.getByLabel("To")];
  const { question } = await onScreen(page, bundle);
  const alert = form.getByRole("alert");
  const answer = page.getByRole("button", { name: /^Answer/ });
  await answer.click();
  await expect(alert.getByRole("listitem")).toHaveText([/^From: write the date/, /^To: write the date/]);
  await expect(from).toBeFocused();
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expectAccessibleEverywhere(page);

  await from.fill("once upon a time");
  await to.fill(endsOf(question)[1]);
  await answer.click();
  await expect(alert.getByRole("listitem")).toHaveText([/^From: that cannot be read/]);
  await alert.getByRole("link").click();
  await expect(from).toBeFocused();
  await expect(proceed).toBeHidden();
  await from.fill(question.answer);
  await to.fill("");
  await answer.click();
  // Both ends in the first field are an answer, too.
  await expect(verdict).toHaveText("Right");
  await expectAccessibleEverywhere(page);
});

test("a span is accessible while it is asked and when it was wrong, and less exact is asked for once more", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const bundle = await practiseSpans(page);
  const { form, verdict } = screen(page);
  const { question } = await onScreen(page, bundle);
  await expectAccessibleEverywhere(page);
  const [first, last] = endsOf(question);
  await form.getByLabel("From").fill(first);
  await form.getByLabel("To").fill(last.slice(-4));
  const isYear = question.span?.to === "year";
  await page.getByRole("button", { name: /^Answer/ }).click();
  if (!isYear) {
    await expect(page.getByText("Right so far.")).toBeVisible();
    await form.getByLabel("To").fill("1 January 1950");
    await page.getByRole("button", { name: /^Answer/ }).click();
  }
  await expect(verdict).toHaveText(isYear ? "Right" : "Part right");
  await expectAccessibleEverywhere(page);
});

/** A date as it is drawn, with blanks that do not break. */
const nonBreaking = (words: string) => words.replaceAll(" ", "\\s");
