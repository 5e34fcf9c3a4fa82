/** Reading a pack: from a thing to a fact, to where it is written, to what is asked about it. */
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { pack } from "./support/study.ts";

const olsen = "Per Olsen commanded NMI from 24 November 2020 to 6 May 2021.";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a stranger finds a thing, reads what is said of it, where it is written, and what is asked", async ({
    page,
  }) => {
    await page.goto(`/packs/${pack}`);
    await page.getByRole("link", { name: "Browse the facts" }).click();
    await expect(page).toHaveTitle(/^Facts of NATO Mission Iraq/);
    await page.getByLabel("Name").fill("ölsen");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("status")).toHaveText("One is called so.");
    await page.getByRole("main").getByRole("link", { name: "Per Olsen" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Per Olsen");
    await expect(page).toHaveTitle(/^Per Olsen · NATO Mission Iraq/);
    const line = page.getByRole("listitem").filter({ hasText: olsen }).last();
    await expect(line.locator(".citations")).toContainText("updated 27 May 2024");
    await expect(line.locator(".citations")).toContainText("row 3");
    await line.getByRole("link", { name: `More: ${olsen}` }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(olsen);
    const panel = (name: string) => page.locator(".panel").filter({ has: page.getByRole("heading", { name }) });
    await expect(panel("When it holds").getByRole("definition").first()).toHaveText(
      "24 November 2020 given to the day",
    );
    await expect(panel("Where it is written")).toContainText("NMI commanders in chronological order, row 3");
    await expect(panel("Where it is written")).toContainText("27 May 2024");
    const asked = panel("What is asked about it");
    const question = asked
      .getByRole("listitem")
      .filter({ hasText: "On which date did Lieutenant General Per Olsen take" });
    await expect(question).toContainText("24 November 2020");
    for (const kind of ["Choice", "Date", "Flashcard"]) await expect(question).toContainText(kind);
    await expect(page.getByRole("contentinfo").or(page.locator(".edition")).first()).toContainText("revision 1");
  });

  test("a name in a sentence leads to its thing, whose facts come in parts", async ({ page }) => {
    await page.goto(`/packs/${pack}/facts/commanded-olsen`);
    await page.getByRole("heading", { level: 1 }).getByRole("link", { name: "NMI" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("NATO Mission Iraq (NMI)");
    const facts = page.locator(".fact-sentence");
    const first = await facts.allTextContents();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("Page 2 of")).toBeVisible();
    const second = await facts.allTextContents();
    expect(second.filter((sentence) => first.includes(sentence))).toEqual([]);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByText("Page 1 of")).toBeVisible();
    expect(await facts.allTextContents()).toEqual(first);
  });

  test("things are found by their kind, and what is not there is said so", async ({ page }) => {
    await page.goto(`/packs/${pack}/facts`);
    await page.getByLabel("Kind of thing").selectOption({ label: "People (8)" });
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("status")).toHaveText("8 are called so.");
    await page.getByLabel("Name").fill("nobody at all");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("status")).toHaveText("Nothing in this pack is called so.");
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(page.getByRole("link", { name: "NATO Mission Iraq (NMI)", exact: true })).toBeVisible();
  });
});

test("the timeline draws every dated fact, leads to each, and has a table behind it", async ({ page }) => {
  await page.goto(`/packs/${pack}/timeline`);
  const drawn = await page.locator(".timeline-label").allTextContents();
  await page.getByText("As a table").click();
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(drawn.length + 1);
  await page.getByLabel("Topic").selectOption({ label: "Command and commanders" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator(".timeline-topic")).toHaveText(["Command and commanders"]);
  await page.locator(".timeline-label").getByRole("link", { name: "Per Olsen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(olsen);
});

// The index, a thing and a fact are among the pages that tests/journeys/pages.spec.ts goes through.
test("long, drawn and empty pages of facts are accessible by day and night, on a phone and on a desk", async ({
  page,
}) => {
  test.setTimeout(240_000);
  for (const path of ["entities/nmi", "timeline", "facts?q=nothing+at+all"])
    await test.step(path, async () => {
      await page.goto(`/packs/${pack}/${path}`);
      await expectAccessibleEverywhere(page);
    });
});

test("what there is not is said to be not there", async ({ page, watcher }) => {
  watcher.allow(/status of 404/);
  for (const path of ["facts/no-such-fact", "entities/no-such-thing", "facts/constructor", "entities/__proto__"]) {
    expect((await page.goto(`/packs/${pack}/${path}`))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  }
  for (const path of ["facts", "timeline", "facts/commanded-olsen", "entities/nmi"])
    expect((await page.goto(`/packs/no-such-pack/${path}`))?.status(), path).toBe(404);
});
