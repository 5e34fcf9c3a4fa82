import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { readKeys } from "./support/keys.ts";
import { somebody } from "./support/people.ts";

const pack = "nato-mission-iraq";

test("a guest plans a quiz, changes it, prints it and takes it away without an account; with one, gives it to a class", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto(`/packs/${pack}`);
  await page.getByRole("link", { name: "Make a quiz" }).click();
  await page.getByLabel("Title").fill("Evening class");
  await page.getByLabel("How many questions").fill("0");
  await page.getByRole("button", { name: "See the questions" }).click();
  await expect(page.getByText("A whole number from 1 to 50.")).toBeVisible();
  await expect(page.getByLabel("How many questions"), "the focus goes to what is to be mended").toBeFocused();
  await expectAccessibleEverywhere(page);
  await page.getByLabel("How many questions").fill("12");
  await page.getByRole("button", { name: "See the questions" }).click();
  await expect(page.getByRole("heading", { name: "Evening class" })).toBeVisible();
  const drawn = await readKeys(page);
  expect(drawn).toHaveLength(12);
  await expectAccessibleEverywhere(page);

  await page.getByRole("button", { name: "Swap question 3" }).click();
  await page.waitForURL(/told=swapped/);
  await expect(page.getByRole("button", { name: "Swap question 3" })).toBeFocused();
  await expect(page.getByText("Another question stands here now.")).toBeVisible();
  const swapped = await readKeys(page);
  const isSame = (place: number) => JSON.stringify(swapped[place]) === JSON.stringify(drawn[place]);
  expect(drawn.map((_, place) => isSame(place))).toEqual(drawn.map((_, place) => place !== 2));
  await page.getByRole("button", { name: "Take out question 12" }).click();
  await page.waitForURL(/told=removed/);
  await expect(page.locator(".key-card")).toHaveCount(11);
  const kept = await readKeys(page);
  expect(kept).toEqual(swapped.slice(0, 11));
  const address = page.url();

  await test.step("as files", async () => {
    const xml = await saved(page, "Moodle XML");
    expect([xml.name, xml.text.match(/<question type="(?!category)/g)?.length]).toEqual([
      ...["Evening-class-variant-1.moodle.xml", 11],
    ]);
    const orders = kept.filter(({ kind }) => kind === "Order").length;
    const gift = await saved(page, "GIFT");
    expect([gift.name, gift.text.match(/^::/gm)?.length]).toEqual(["Evening-class-variant-1.gift.txt", 11 - orders]);
  });

  await test.step("on paper", async () => {
    await page.getByRole("link", { name: "Print" }).click();
    const sheet = (name: string) => page.locator(`[data-sheet=${name}]`);
    for (const name of ["questions", "answers", "key"]) {
      await expect(sheet(name).getByText("Variant 1", { exact: true })).toBeVisible();
      await expect(sheet(name).locator("> ol > li")).toHaveCount(11);
    }
    for (const { stem, why } of kept) {
      await expect(sheet("questions")).toContainText(stem);
      await expect(sheet("key")).toContainText(why);
    }
    await expectAccessibleEverywhere(page);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("heading", { name: "Print" })).toBeHidden();
    expect(await inks(page), "dark ink on paper, whatever the device").toEqual(["rgb(33, 29, 23)", "rgba(0, 0, 0, 0)"]);
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.getByRole("link", { name: "Question sheet" }).click();
    await expect(sheet("key")).toHaveCount(0);
    expect(await page.content(), "a question sheet by itself has no key in it").not.toContain(kept[0]?.why);
  });

  await test.step("to a class, with an account", async () => {
    await page.goto(address);
    await page.getByRole("link", { name: "Open an account" }).click();
    const { login, password } = somebody();
    await page.getByLabel("E-mail or user name").fill(login);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    await page.getByRole("link", { name: "Make a class" }).click();
    await page.getByLabel("Name of the class").fill("Evenings");
    await page.getByLabel("Your name in this class").fill("Grace");
    await page.getByRole("button", { name: "Make the class" }).click();
    await page.waitForURL(/\/quizzes\/new\?/);
    expect(await readKeys(page)).toEqual(kept);
    await page.getByRole("button", { name: "Make a draft of it" }).click();
    await expect(page.getByRole("heading", { name: "Look through your quiz" })).toBeVisible();
    expect((await readKeys(page)).map(({ stem }) => stem)).toEqual(kept.map(({ stem }) => stem));
    await expect(page.getByLabel("Title")).toHaveValue("Evening class");
    expect((await saved(page, "Moodle XML")).text).toContain("Evening class, variant 1");
  });
});

/** The file that a link saves. */
async function saved(page: Page, link: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** The colours of a stem and of what it stands on. */
function inks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const colour = (selector: string, name: "color" | "backgroundColor") =>
      getComputedStyle(document.querySelector(selector)!)[name];
    return [colour(".sheet-stem", "color"), colour("body", "backgroundColor")];
  });
}
