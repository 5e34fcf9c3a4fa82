import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { classAddress, joinByLink, makeClass, newcomer, planQuiz } from "./support/classroom.ts";
import { expect, test } from "./support/journey.ts";
import { pressOn } from "./support/taking.ts";

test.use({ actionTimeout: 10_000 });

test("who teaches lets people in, sorts them, shares the teaching, and copies the class for the next term", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  watcher.allow(/status of 404/);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const bob = await newcomer(browser, watcher);
  const { path, code } = await makeClass(grace, "Group B");
  await planQuiz(grace, path, 3);

  await test.step("Grace lets people in one by one; Ada sees that she waits, and is let in by keyboard", async () => {
    await grace.goto(`${path}/settings`);
    await grace.getByLabel("Let people in one by one").check();
    await grace.getByRole("button", { name: "Save" }).click();
    await expect(grace.getByText("Saved.")).toBeVisible();
    await joinByLink(ada, code, "Ada");
    await expect(ada.getByRole("heading", { name: "Waiting" })).toBeVisible();
    await wellMade(ada, "waiting");
    await grace.goto(`${path}/students`);
    await wellMade(grace, "students-waiting");
    await pressOn(grace, grace.getByRole("button", { name: "Let Ada in" }));
    await expect(grace.getByText("Ada is in the class.")).toBeVisible();
    await ada.reload();
    await expect(ada.getByRole("heading", { name: "Quizzes" })).toBeVisible();
  });

  await test.step("she puts Ada into a section and shows that section alone", async () => {
    await grace.getByLabel("Choose Ada").check();
    await grace.getByLabel("Section of the students ticked").fill("Tuesday");
    await grace.getByRole("button", { name: "Set the section" }).click();
    await grace.getByRole("link", { name: "Tuesday" }).click();
    await expect(grace.getByRole("row", { name: /Ada Tuesday/ })).toBeVisible();
    await wellMade(grace, "students");
    await grace.getByRole("link", { name: "Ada", exact: true }).click();
    await expect(grace.getByRole("button", { name: "Let Ada teach this class" })).toBeVisible();
    await wellMade(grace, "student");
  });

  await test.step("a list is refused with every problem by its line, and invites once it is mended", async () => {
    await grace.goto(`${path}/students`);
    await grace.getByRole("link", { name: "Invite by a list" }).click();
    await grace.getByLabel("Or the lines themselves").fill("Name,E-mail\nEve,eve@\n,x@example.org");
    await grace.getByRole("button", { name: "Invite them" }).click();
    await expect(grace.getByText("Line 2: this is no e-mail address.")).toBeVisible();
    await expect(grace.getByText("Line 3: the name is missing.")).toBeVisible();
    await wellMade(grace, "invite-wrong");
    await grace.getByLabel("Or the lines themselves").fill("Name,E-mail\nEve,eve@example.org\nCarl,");
    await grace.getByRole("button", { name: "Invite them" }).click();
    await expect(grace.getByText("2 people are invited.")).toBeVisible();
    await expect(grace.getByRole("row", { name: /^Eve eve@example.org/ })).toBeVisible();
    await wellMade(grace, "invite");
  });

  await test.step("Bob comes by the second link and teaches, too; Grace alone could not leave", async () => {
    await grace.goto(`${path}/settings`);
    await pressOn(grace, grace.getByRole("button", { name: "Stop teaching this class" }));
    await expect(grace.getByText("The last one who teaches a class cannot leave it.")).toBeVisible();
    await grace.getByRole("button", { name: "Make a link for instructors" }).click();
    const link = grace.getByRole("link", { name: /\/join\?code=/ });
    await bob.goto((await link.getAttribute("href"))!);
    await bob.getByLabel("Your name in this class").fill("Bob");
    await bob.getByRole("button", { name: "Join", exact: true }).click();
    await bob.waitForURL(classAddress);
    await bob.goto(`${path}/settings`);
    await wellMade(bob, "settings");
  });

  await test.step("Bob copies the class a year later, and puts the old one away", async () => {
    await bob.getByLabel("Name of the copy").fill("Group C");
    await bob.getByLabel("First quiz opens on").fill("2031-09-01");
    await bob.getByRole("button", { name: "Copy the class" }).click();
    await bob.waitForURL((url) => classAddress.test(url.href) && !url.href.endsWith(path));
    await expect(bob.getByRole("heading", { name: "Group C" })).toBeVisible();
    await expect(bob.getByText("Draft")).toBeVisible();
    await wellMade(bob, "class");
    await bob.goto(`${path}/settings`);
    await bob.getByRole("button", { name: "Archive the class" }).click();
    await expect(bob.getByRole("button", { name: "Take it out of the archive" })).toBeVisible();
    await bob.goto("/classes");
    await expect(bob.getByRole("heading", { name: "Archive" })).toBeVisible();
    await wellMade(bob, "classes");
  });
});

test("who has no account joins by a name, and comes back with a code on another device", async ({
  page,
  browser,
  watcher,
}) => {
  const { code } = await makeClass(await newcomer(browser, watcher), "Group B");
  await page.goto(`/join?code=${code}`);
  await wellMade(page, "by-name");
  await page.getByLabel("Your name as the instructor sees it").fill("Eve");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Make my return code" }).click();
  const returnCode = await page.getByTestId("return-code").innerText();
  await wellMade(page, "return-code");
  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await other.getByRole("link", { name: "Come back with a return code" }).click();
  await wellMade(other, "come-back");
  await other.getByLabel("Return code").fill(returnCode);
  await other.getByRole("button", { name: "Come back" }).click();
  await expect(other.getByRole("link", { name: "Group B" })).toBeVisible();
});

/** Looks at the page on both papers and in both widths, then goes on at the size at hand. */
async function wellMade(page: Page, _name: string): Promise<void> {
  const size = page.viewportSize();
  await expectAccessibleEverywhere(page);
  if (size) await page.setViewportSize(size);
}
