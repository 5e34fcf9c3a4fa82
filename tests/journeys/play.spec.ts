/** Every way of playing, used by mouse, by keyboard and on a phone; each by day and night without a violation of axe. */
import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { expect, phone, test } from "./support/journey.ts";
import { pack } from "./support/study.ts";

const play = `/packs/${pack}/play`;

test("a pack offers the ways that its facts license, and no others", async ({ page }) => {
  await page.goto(`/packs/${pack}`);
  await page.getByRole("link", { name: "Ways to play" }).click();
  const ways = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(ways).toHaveText([
    "Stand on a day",
    "Chain",
    "Near twins",
    "A minute on the timeline",
    "Case: date the document",
  ]);
  await expectAccessibleEverywhere(page);
  await page.goto("/packs/chemical-elements/play");
  await expect(ways).toHaveText(["Near twins"]);
  for (const way of ["day", "chain", "minute", "case"]) {
    await page.goto(`/packs/chemical-elements/play/${way}`);
    await expect(page.getByText("This pack has nothing for this way of playing.")).toBeVisible();
  }
});

test.describe("standing on a day", () => {
  const holder = (page: Page) => page.locator(".seat-name");

  test("a handover day is both holders', a day later it is sure; by keys, buttons and a written date", async ({
    page,
  }) => {
    await page.goto(`${play}/day?day=2021-05-06`);
    const range = page.getByRole("slider", { name: "Day" });
    await expect(holder(page)).toHaveText(["Per Olsen or Michael Lollesgaard", "Denmark or Denmark"]);
    await expect(range).toHaveAttribute("aria-valuetext", "6 May 2021");
    await range.focus();
    await page.keyboard.press("ArrowRight");
    await expect(holder(page)).toHaveText(["Michael Lollesgaard", "Denmark"]);
    await page.keyboard.press("PageDown");
    await expect(range).toHaveAttribute("aria-valuetext", "7 April 2021");
    await expect(holder(page)).toHaveText(["Per Olsen", "Denmark"]);
    await page.getByRole("button", { name: "Change after" }).click();
    await expect(range).toHaveAttribute("aria-valuetext", "6 May 2021");
    await expect(page.getByRole("status").first()).toContainText("Commander: Per Olsen or Michael Lollesgaard.");
    await page.getByLabel("Go to a day").fill("2018-07-15");
    await expect(page.getByText("May have happened by this day")).toBeVisible();
    await expect(page.getByText("Of this day the documents say nothing about any holder.")).toBeVisible();
    await expect(page).toHaveURL(/day=2018-07-15/);
    await page.reload();
    await expect(range).toHaveAttribute("aria-valuetext", "15 July 2018");
    await page.goto("/packs/us-presidents/play/day?day=1812-06-01");
    await expect(holder(page)).toHaveText(["Nobody", "James Madison"]);
  });

  test("dragging moves it, also on a phone, and nothing is sent", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(`${play}/day?day=2020-01-01`);
    const range = page.getByRole("slider", { name: "Day" });
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
    const box = (await range.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.99, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(holder(page).first()).toHaveText(/Agüero Martinez|Schreurs/);
    expect(sent).toEqual([]);
    await expectAccessibleEverywhere(page);
  });
});

test("a chain is filled round by round: by pressing, from the lists by keyboard, by dragging", async ({ page }) => {
  await page.goto(`${play}/chain`);
  const names = page.locator(".chain-names button");
  const empty = page.getByRole("combobox");
  const heading = page.getByRole("heading", { level: 2 });
  await expect(heading).toHaveText("Round 1 of 6");
  await expect(names).toHaveCount(2);
  await expectAccessibleEverywhere(page);

  // Pressed in the one order, then, if that was wrong, in the other.
  await names.first().click();
  await names.first().click();
  await page.getByRole("button", { name: "Check" }).click();
  const next = page.getByRole("button", { name: "Next round" });
  await expect(page.locator(".play-said")).toHaveText(/All right|of 2 right/);
  if (!(await next.isVisible())) {
    await expect(page.locator(".chain-not").first()).toContainText("does not belong there");
    await expectAccessibleEverywhere(page);
    await names.last().click();
    await names.first().click();
    await page.getByRole("button", { name: "Check" }).click();
  }
  await expect(next).toBeFocused();
  await page.keyboard.press("Enter");

  // By keyboard alone, each from its list: what belongs where, the other seats' dates do not tell, so it is known here.
  const order = ["Fortin", "Carignan", "Olsen", "Lollesgaard", "Iannucci", "Martinez", "Schreurs"];
  await expect(heading).toHaveText("Round 2 of 6");
  for (let left = await empty.count(); left > 0; left--) {
    const list = empty.nth(left - 1);
    const place = Number((await list.getAttribute("aria-label"))!.replace("Seat ", ""));
    await list.focus();
    const option = (await list.locator("option").allInnerTexts()).find((text) => text.endsWith(order[place - 1]!))!;
    await list.selectOption(option);
  }
  await page.getByRole("button", { name: "Check" }).press("Enter");
  await next.press("Enter");

  await expect(heading).toHaveText("Round 3 of 6");
  const seat = page.locator('[data-seat][data-is="empty"]').last();
  const place = Number(await seat.getAttribute("data-seat"));
  const name = names.filter({ hasText: order[place]! });
  // The page goes to where the focus goes: what is dragged is held first, and the seat is looked for after.
  await name.hover();
  await page.mouse.down();
  await seat.scrollIntoViewIfNeeded();
  const to = (await seat.boundingBox())!;
  await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect(seat.getByRole("combobox")).not.toHaveValue("");
});

test("near twins are asked both ways and then stand side by side; the answers are kept", async ({ page }) => {
  await page.goto(`${play}/twins`);
  const option = page.locator(".played label.option");
  const card = page.locator(".contrast-card");
  const proceed = page.getByRole("button", { name: /^Continue/ });
  await expect(option).toHaveCount(2);
  await expectAccessibleEverywhere(page);
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/v1/events"));
  for (let cards = 0; cards < 1; ) {
    if (await card.isVisible()) {
      cards++;
      await expect(card.locator("cite")).not.toHaveCount(0);
      await expectAccessibleEverywhere(page);
    } else {
      await page.keyboard.press(await option.first().locator("kbd").innerText());
      await expect(page.getByRole("region", { name: "Why", exact: true })).toBeVisible();
    }
    await proceed.click();
    await expect(option.or(card).first()).toBeVisible();
  }
  expect((await saved).ok()).toBe(true);
});

test("whoever took one for the other twice is offered their contrast, reads it, and is asked", async ({ page }) => {
  test.setTimeout(120_000);
  const contrast = `${play}/twins?card=commanded-olsen.subject&given=e:lollesgaard`;
  const card = page.locator(".contrast-card");
  const proceed = page.getByRole("button", { name: /^Continue/ });
  const stem = page.locator(".played .stem");
  const why = page.getByRole("region", { name: "Why", exact: true });
  await page.goto(contrast);
  await expect(card.getByRole("heading")).toHaveText(["Per Olsen", "Michael Lollesgaard"]);
  await expectAccessibleEverywhere(page);
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/v1/events"));
  for (let answers = 0; answers < 4; ) {
    if (await card.isVisible()) {
      const names = () => card.getByRole("heading").allInnerTexts();
      const shown = await names();
      await proceed.click();
      await expect.poll(names).not.toEqual(shown);
      continue;
    }
    await expect(stem).toBeVisible();
    // Always wrong: each of the two is taken for the other.
    await page.locator(".played label.option").first().click();
    if ((await why.getAttribute("data-verdict")) === "right") {
      await page.getByRole("button", { name: /^Continue/ }).click();
      answers++;
      continue;
    }
    answers++;
    await proceed.click();
  }
  await saved;
});

test("a minute on the timeline can be played without its clock, and with it; what was missed is told", async ({
  page,
}) => {
  await page.goto(`${play}/minute`);
  await expectAccessibleEverywhere(page);
  await page.getByRole("button", { name: "Start without a clock" }).click();
  const gap = page.locator(".line-gap");
  await expect(gap.first()).toBeVisible();
  await expect(page.getByText("No clock")).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByRole("button", { name: "Switch the clock on" }).click();
  const clock = page.getByRole("progressbar");
  await expect(clock).toHaveAttribute("aria-valuenow", /5\d|60/);
  const proceed = page.getByRole("button", { name: /^Continue/ });
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/v1/events"));
  for (let tries = 0; tries < 12 && !(await proceed.isVisible()); tries++) {
    await page.keyboard.press("1");
    await page.waitForTimeout(150);
  }
  await expect(proceed).toBeVisible();
  await expect(page.getByText("The clock stands.")).toBeVisible();
  const stood = await clock.getAttribute("aria-valuenow");
  await page.waitForTimeout(2_500);
  expect(await clock.getAttribute("aria-valuenow")).toBe(stood);
  await expectAccessibleEverywhere(page);
  await saved;
  await proceed.click();
  await page.getByRole("button", { name: "Finish here" }).click();
  await expect(page.getByRole("heading", { name: /in their place/ })).toBeFocused();
  await expectAccessibleEverywhere(page);
});

test("the undated document is dated clue by clue, by keyboard; silence proves nothing; nothing is sent", async ({
  page,
}) => {
  await page.goto(`${play}/case`);
  const sent: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
  const clue = page.locator(".case-clue");
  const verdict = clue.locator(".why h3");
  const heading = page.getByRole("heading", { level: 2 });
  await expect(heading).toHaveText("Clue 1 of 6");
  await expectAccessibleEverywhere(page);
  for (let number = 1; number <= 6; number++) {
    await expect(heading).toHaveText(`Clue ${number} of 6`);
    const isSilent = (await clue.innerText()).includes("says nothing of this");
    const isEarlier = /October\s2018/.test(await clue.innerText());
    const isNamed = (await clue.innerText()).includes("The document names");
    await page.keyboard.press(isNamed || isSilent || isEarlier ? "3" : "1");
    await expect(verdict).toHaveText("Right");
    if (isSilent) await expect(clue.getByText("Nothing follows from silence")).toBeVisible();
    if (isNamed) await expectAccessibleEverywhere(page);
    await page.keyboard.press("Enter");
  }
  await expect(heading).toHaveText("6 of 6 clues read rightly");
  await expect(page.getByText("not before 6 May 2021, no later than 10 May 2022")).toBeVisible();
  await expect(clue.getByText(/it names Lieutenant General Lollesgaard/)).toBeVisible();
  await expectAccessibleEverywhere(page);
  expect(sent).toEqual([]);
});
