/**
 * `npm run pictures`: the pictures of README and docs/tour.md, taken of a running instance (`npm start`, or APP_ORIGIN).
 * Makes three people and a class there, so it is meant for a fresh database of one's own.
 */
import { mkdirSync } from "node:fs";
import { type BrowserContextOptions, chromium, type Locator, type Page } from "@playwright/test";
import { browserOptions } from "./lib/browser.ts";
import { inProject } from "./lib/project.ts";

const origin = process.env.APP_ORIGIN ?? "http://localhost:3000";
const pack = "nato-mission-iraq";
const folder = inProject("docs/pictures");
mkdirSync(folder, { recursive: true });
const tag = Date.now().toString(36);
const browser = await chromium.launch(browserOptions());
const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1.5,
  colorScheme: "light",
};

try {
  const learner = await person("Ada");
  await study(learner, 24);
  await learner.goto(`${origin}/packs/${pack}`);
  await take(learner, "pack", true);
  await learner.goto(`${origin}/progress`);
  await take(learner, "progress", true);

  const grace = await person("Grace");
  await grace.goto(`${origin}/classes/new`);
  await grace.fill("[name=name]", "Security studies, group B");
  await grace.selectOption("[name=zone]", "Europe/Copenhagen");
  await grace.locator("main form button[type=submit]").click();
  const code = await grace.getByTestId("join-code").innerText();
  await grace.goto(`${grace.url()}/quizzes/new`);
  await grace.fill("[name=title]", "Commanders and decisions");
  await grace.locator("main form button[type=submit]").click();
  await grace.locator(".key-card").first().waitFor();
  await take(grace, "draft");
  const keys = await readKeys(grace);
  await grace.fill("[name=opens]", yesterday());
  await grace.getByRole("button", { name: "Publish" }).click();
  await grace.getByRole("button", { name: "Close now" }).waitFor();
  const results = grace.url();
  const quiz = `${origin}/quizzes/${results.split("/").at(-1)}`;
  for (const [index, name] of ["Ada L.", "Bo K.", "Chen W.", "Dina A.", "Emil R."].entries())
    await takeQuiz(name, code, quiz, keys, index);
  await grace.goto(results);
  await grace.getByRole("button", { name: "Close now" }).click();
  await grace.getByRole("button", { name: "Close now" }).waitFor({ state: "detached" });
  await take(grace, "results");
} finally {
  await browser.close();
}

async function take(page: Page, name: string, isWhole = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: isWhole });
  console.log(`docs/pictures/${name}.png`);
}

async function person(name: string): Promise<Page> {
  const page = await (await browser.newContext(desktop)).newPage();
  await page.goto(`${origin}/sign-up`);
  await page.fill("[name=login]", `${name.toLowerCase().replace(/[^a-z]/g, "")}-${tag}`);
  await page.fill("[name=password]", "a few words of my own");
  await page.fill("[name=name]", name);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-up");
  return page;
}

/** Answers so many questions, right or wrong as it comes; pictures the first wrong one that has a strip, light and dark. */
async function study(page: Page, answers: number): Promise<void> {
  await page.goto(`${origin}/study?pack=${pack}`);
  let isTaken = false;
  for (let count = 0; count < answers; count++) {
    const input = page.locator(".options input, form").first();
    if (!(await appears(input))) break;
    const keys = page.locator(".option > kbd");
    await page.keyboard.press((await keys.count()) > 0 ? await keys.nth(count % 2).innerText() : "0");
    const why = page.locator(".why");
    if (!(await appears(why, 1_500))) await page.keyboard.press("Enter");
    await why.waitFor();
    const isWrong = (await why.getAttribute("data-verdict")) === "no";
    if (!isTaken && isWrong && (await page.locator(".why .strip").count()) > 0) {
      isTaken = true;
      await take(page, "study");
      await page.emulateMedia({ colorScheme: "dark" });
      await take(page, "study-dark");
      await page.emulateMedia({ colorScheme: "light" });
    }
    await page.keyboard.press("Space");
    await why.waitFor({ state: "detached" });
  }
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/events"));
  await page.keyboard.press("Escape");
  await saved.catch(() => undefined);
}

/** A wall time a day ago, as date fields write it: whatever the zone, a quiz is open then. */
function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
}

/** Does it come into sight within so many milliseconds? */
async function appears(what: Locator, ms = 5_000): Promise<boolean> {
  return what.waitFor({ timeout: ms }).then(
    () => true,
    () => false,
  );
}

/** What is right in each question of the draft on the screen: texts of options, or what is to be written. */
async function readKeys(page: Page): Promise<string[][]> {
  return page.locator(".key-card").evaluateAll((cards) =>
    cards.map((card) => {
      const written = [...(card.querySelector(".key-answer")?.childNodes ?? [])].slice(1);
      const chosen = [...card.querySelectorAll("[data-right] b")].map((each) => each.textContent ?? "");
      return [...chosen, ...written.map((node) => node.textContent?.trim() ?? "")].filter(Boolean);
    }),
  );
}

/** Somebody takes the quiz: the further down the list, the less they know. */
async function takeQuiz(name: string, code: string, quiz: string, keys: string[][], index: number): Promise<void> {
  const page = await person(name);
  await page.goto(`${origin}/join?code=${code}`);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/classes\/[0-9a-f-]{36}$/);
  await page.goto(quiz);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const places = page.locator(".taker-places button");
  await places.first().waitFor();
  const count = await places.count();
  for (let place = 0; place < count; place++) {
    await places.nth(place).click();
    const options = page.locator(".option input");
    const text = page.locator("form input[type=text]");
    const moves = page.locator(".order-moves button:not([aria-disabled=true])");
    // What is asked in another way is left out, as some leave some out.
    if (!(await appears(options.or(text).or(moves).first(), 1_500))) continue;
    const isKnown = (place * 5 + index * 3) % 7 >= index;
    if ((await options.count()) > 0) {
      for (const text of isKnown ? keys[place]! : []) await page.locator(".option", { hasText: text }).first().click();
      if (!isKnown) await options.nth(place % (await options.count())).check({ force: true });
    } else if ((await text.count()) > 0) await text.first().fill(isKnown ? (keys[place]?.[0] ?? "") : "2018");
    else await moves.nth(index % 2).click();
  }
  await page.locator(".taker-foot").getByRole("button", { name: "Hand in" }).click();
  await page.locator("dialog").getByRole("button", { name: "Hand in" }).click();
  await page.locator(".taker").waitFor({ state: "detached" });
  await page.context().close();
}
