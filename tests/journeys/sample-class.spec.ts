import { expectAccessibleEverywhere } from "./support/axe.ts";
import { newcomer } from "./support/classroom.ts";
import { expect, test } from "./support/journey.ts";

test.use({ actionTimeout: 10_000 });

test("a sample class: opened, told to be simulated on every page, its gradebook full, and gone when it is deleted", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  const grace = await newcomer(browser, watcher);
  await grace.goto("/classes");
  await grace.getByRole("button", { name: "Open a sample class" }).click();
  await expect(grace.getByText("All learners are done.")).toBeVisible({ timeout: 60_000 });
  const home = new URL(grace.url()).pathname;
  const band = grace.getByRole("note").filter({ hasText: "Everybody in this class is simulated" });
  await grace.getByText("Delete the sample class").click();
  await expectAccessibleEverywhere(grace);
  for (const page of ["gradebook", "students", "settings"]) {
    await grace.goto(`${home}/${page}`);
    await expect(band).toBeVisible();
  }
  await grace.goto(`${home}/gradebook`);
  await expect(grace.getByRole("row", { name: /^Simulated learner \d\d/ })).toHaveCount(24);
  const file = await grace.request.get(`${home}/gradebook/students.csv`);
  expect(file.headers()["content-disposition"]).toContain("simulated-");

  await grace.goto(home);
  await grace.getByText("Delete the sample class").click();
  await grace.getByRole("button", { name: "Yes, delete it" }).click();
  await expect(grace.getByRole("button", { name: "Open a sample class" })).toBeVisible();
  const gone = await grace.request.get(`${home}/gradebook/students.csv`);
  expect(gone.status()).toBe(404);
});
