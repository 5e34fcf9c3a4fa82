import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import {
  classAddress,
  closeNow,
  joinByLink,
  makeClass,
  newcomer,
  planQuiz,
  publishDraft,
} from "./support/classroom.ts";
import { parseCsv } from "./support/csv.ts";
import { expect, phone, test } from "./support/journey.ts";
import { answerFor, type Given, type How, readKeys, type Shown, sumOf, toldInFile } from "./support/keys.ts";
import { storedQuestions } from "./support/plant.ts";
import { cardsOf, reviewedBy } from "./support/queue.ts";
import { allKept, answerByKeyboard, answerByTouch, pressOn } from "./support/taking.ts";

test.use({ actionTimeout: 10_000 });

const everyKind = [
  ...["Choice", "Several of many", "True or false", "Typed name", "Gap", "Number", "Date"],
  ...["Order", "Match", "Timeline"],
];
const kindsOf = (questions: readonly Shown[]) => new Set(questions.map(({ kind }) => kind));
const adaDoes: How[] = [
  "right",
  "right",
  "part",
  "wrong",
  "right",
  "part",
  "right",
  "right",
  "wrong",
  "right",
  "right",
  "part",
];
const boDoes: How[] = [
  "wrong",
  "right",
  "right",
  "part",
  "right",
  "blank",
  "wrong",
  "right",
  "part",
  "wrong",
  "right",
  "right",
];

test("one instructor, two students, a quiz of twelve: results and CSV right to the point, its facts in both queues", async ({
  browser,
  watcher,
  request: stranger,
}) => {
  test.setTimeout(300_000);
  watcher.allow(/ERR_INTERNET_DISCONNECTED/);
  const grace = await newcomer(browser, watcher);
  const ada = await newcomer(browser, watcher);
  const bo = await newcomer(browser, watcher, { viewport: phone, hasTouch: true });
  const outsider = await newcomer(browser, watcher);

  const { path: classPath, code } = await makeClass(grace, "Security studies, group B");
  await joinByLink(ada, code, "Ada");
  await test.step("Bo joins by the code that was read to him", async () => {
    await bo.goto("/join");
    await wellMade(bo);
    await bo.getByLabel("Code").fill("0000 0000");
    await bo.getByRole("button", { name: "Find the class" }).tap();
    await expect(bo.getByText("No class has this code.")).toBeVisible();
    await bo.getByLabel("Code").fill(code.toLowerCase().replace("-", " "));
    await bo.getByRole("button", { name: "Find the class" }).tap();
    await bo.getByLabel("Your name as the instructor sees it").fill("Bo");
    await wellMade(bo);
    await bo.getByRole("button", { name: "Join", exact: true }).tap();
    await bo.waitForURL(classAddress);
    await wellMade(bo);
  });

  const { questions, draftPath } = await test.step("Grace plans, swaps two and publishes", async () => {
    await grace.goto(classPath);
    await wellMade(grace);
    await grace.goto(`${classPath}/quizzes/new`);
    await wellMade(grace);
    let draftPath = await planQuiz(grace, classPath, 12);
    let drawn = await readKeys(grace);
    // Of one quiz in fifty the seed asks of so few events in so many ways that one of the ten kinds finds none that is free.
    for (let again = 0; again < 4 && kindsOf(drawn).size < everyKind.length; again++) {
      draftPath = await planQuiz(grace, classPath, 12);
      drawn = await readKeys(grace);
    }
    expect(drawn).toHaveLength(12);
    expect(kindsOf(drawn)).toEqual(new Set(everyKind));
    for (const question of drawn) expectProof(question);
    await wellMade(grace);
    for (const place of [3, 8, 8]) {
      const before = (await readKeys(grace))[place - 1];
      await grace.getByRole("button", { name: `Swap question ${place}`, exact: true }).click();
      await expect.poll(async () => (await readKeys(grace))[place - 1]).not.toEqual(before);
    }
    const questions = await readKeys(grace);
    const kept = (question: Shown, index: number) => index === 2 || index === 7 || question.why === drawn[index]?.why;
    expect(questions.every(kept)).toBe(true);
    for (const student of [ada, bo]) await expectMissing(student.request, [quizOf(draftPath), draftPath]);
    await publishDraft(grace);
    await wellMade(grace);
    return { questions, draftPath };
  });
  const quizPath = quizOf(draftPath);
  const file = `${draftPath}/results.csv`;
  const adas = questions.map((question, index) => answerFor(question, adaDoes[index] ?? "right"));
  const bos = questions.map((question, index) => answerFor(question, boDoes[index] ?? "right"));

  await test.step("Ada takes it by keyboard alone and hands in", async () => {
    await ada.goto(quizPath);
    await wellMade(ada);
    await pressOn(ada, ada.getByRole("button", { name: "Start the quiz" }));
    for (const [index, question] of questions.entries()) {
      await expect(ada.locator("h1")).toHaveText(question.stem);
      await answerByKeyboard(ada, question, adas[index]?.answer ?? null);
      if (index < 11) await pressOn(ada, ada.getByRole("button", { name: "Next" }));
    }
    await allKept(ada, 12);
    await pressOn(ada, ada.locator(".taker-foot").getByRole("button", { name: "Hand in" }));
    await pressOn(ada, ada.getByRole("dialog").getByRole("button", { name: "Hand in" }));
    await expect(ada.getByText("Handed in. Results and sources are shown here after the close")).toBeVisible();
    await wellMade(ada);
  });

  await test.step("Bo takes it by thumb, loses the line, comes back, reloads, leaves one blank and does not hand in", async () => {
    await bo.goto(quizPath);
    await bo.getByRole("button", { name: "Start the quiz" }).tap();
    const looked = new Set<string>();
    for (const [index, question] of questions.entries()) {
      await expect(bo.locator("h1")).toHaveText(question.stem);
      if (index === 3) await bo.context().setOffline(true);
      await answerByTouch(bo, question, bos[index]?.answer ?? null);
      if (index === 4) {
        await expect(bo.getByText("Not kept yet; trying again.")).toBeVisible();
        await bo.context().setOffline(false);
        await allKept(bo, 5);
      }
      if (index === 7) {
        await allKept(bo, 7);
        await bo.reload();
        await allKept(bo, 7);
        await bo.getByRole("button", { name: "Question 8" }).tap();
        await expect(bo.locator("h1")).toHaveText(question.stem);
      }
      const shape =
        question.order.length + question.pairs.length > 0
          ? question.kind
          : question.options.length > 0
            ? "options"
            : "text";
      if (index > 4 && !looked.has(shape)) await wellMade(bo);
      if (index > 4) looked.add(shape);
      if (index < 11) await bo.getByRole("button", { name: "Next" }).tap();
    }
    await allKept(bo, 11);
  });

  await test.step("before the close nobody but Grace sees results", async () => {
    await expect(ada.locator(".review")).toHaveCount(0);
    for (const student of [ada, bo])
      await expectMissing(student.request, [draftPath, file, `${classPath}/quizzes/new`]);
    await expectNotTheirs(outsider.request, stranger, [classPath, quizPath, draftPath, file]);
  });

  const csv = async () => parseCsv(await (await grace.request.get(file)).text());
  await test.step("the quiz closes; results and CSV are right to the point", async () => {
    await grace.goto(draftPath);
    await closeNow(grace);
    await expect.poll(async () => (await csv())[2]?.[2], { timeout: 20_000 }).toBe("deadline");
    const [head, ...rows] = await csv();
    expect(head).toHaveLength(5 + 3 * 12);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["Ada", expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/), "student", String(totalOf(adas)), "12"],
      ["Bo", expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/), "deadline", String(totalOf(bos)), "12"],
    ]);
    for (const [row, given] of [
      [rows[0], adas],
      [rows[1], bos],
    ] as const)
      for (const [index, { answer, points }] of given.entries()) {
        const stem = questions[index]?.stem;
        const told = toldInFile(questions[index]!, answer ?? null);
        expect(head?.[5 + 3 * index]).toBe(`${index + 1}. ${stem}`);
        expect([row?.[5 + 3 * index], row?.[7 + 3 * index]], stem).toEqual([told, String(points)]);
      }
    await grace.reload();
    await wellMade(grace);
    for (const [name, given] of [
      ["Ada", adas],
      ["Bo at the close", bos],
    ] as const) {
      const row = grace.getByRole("row", { name });
      expect(await row.locator("[data-mark] .hidden-text").allTextContents()).toEqual(given.map(signOf));
      await expect(row.locator(".sum")).toHaveText(String(totalOf(given)));
    }
    for (const [index, question] of questions.entries()) {
      const card = grace.locator(".key-card").nth(index);
      for (const answer of [adas[index]?.answer, bos[index]?.answer])
        if (question.options.length === 0 && answer)
          await expect(card.locator(".key-given"), question.stem).toContainText(toldInFile(question, answer));
    }
  });

  await test.step("both students see their points and every Why", async () => {
    for (const [student, given] of [
      [ada, adas],
      [bo, bos],
    ] as const) {
      await student.goto(quizPath);
      await expect(student.getByText(`${totalOf(given)} of 12 points`)).toBeVisible();
      const reviews = student.locator("main li.panel");
      await expect(reviews).toHaveCount(12);
      for (const [index, { why, options, order }] of questions.entries()) {
        await expect(reviews.nth(index)).toContainText(why);
        const wrote = options.length === 0 && order.length === 0 ? given[index]?.answer?.[0] : undefined;
        // The two ends of a span have a row each.
        for (const part of wrote?.split(" to ") ?? [])
          await expect(reviews.nth(index).locator("[data-answered]")).toContainText(part);
      }
    }
    await wellMade(bo);
    await expectNotTheirs(outsider.request, stranger, [classPath, quizPath, draftPath, file]);
  });

  await test.step("the facts of the quiz are in both queues", async () => {
    const id = draftPath.split("/").at(-1) ?? "";
    const asked = await storedQuestions(id);
    for (const [student, name, given] of [
      [ada, "Ada", adas],
      [bo, "Bo", bos],
    ] as const) {
      const reviewed = await reviewedBy(name, id);
      const answered = asked.filter((_, index) => given[index]?.answer);
      const whole = asked.filter((question, index) => answered.includes(question) && given[index]?.points === 1);
      expect([...reviewed].filter((card) => !answered.some((question) => cardsOf(question).includes(card)))).toEqual(
        [],
      );
      expect(whole.flatMap(cardsOf).filter((card) => !reviewed.has(card))).toEqual([]);
      expect(answered.filter((question) => !cardsOf(question).some((card) => reviewed.has(card)))).toEqual([]);
      await student.goto("/");
      await expect(student.getByRole("link", { name: /Continue|Study NATO Mission Iraq/ }).first()).toBeVisible();
    }
  });
});

/** Looks at the page on both papers and in both widths, then goes on at the size at hand. */
async function wellMade(page: Page): Promise<void> {
  const size = page.viewportSize();
  await expectAccessibleEverywhere(page);
  if (size) await page.setViewportSize(size);
}

function expectProof({ stem, why, citations, options, order, pairs, answer }: Shown): void {
  expect(why, stem).not.toBe("");
  expect(citations, stem).not.toEqual([]);
  expect(
    options.some((option) => option.right) || order.length > 1 || pairs.length > 1 || answer !== "",
    `the key of ${stem}`,
  ).toBe(true);
}

const quizOf = (draftPath: string) => `/quizzes/${draftPath.split("/").at(-1)}`;
const totalOf = (given: readonly Given[]) => sumOf(given.map((each) => each.points));

function signOf({ answer, points }: Given): string {
  if (!answer) return "left blank";
  return points === 1 ? "right" : points > 0 ? "part right" : "not right";
}

async function expectMissing(request: APIRequestContext, paths: readonly string[]): Promise<void> {
  for (const path of paths) expect((await request.get(path)).status(), path).toBe(404);
}

/** 404 for an account that has no part in it; a stranger is asked to sign in, whether it exists or not. */
async function expectNotTheirs(
  member: APIRequestContext,
  stranger: APIRequestContext,
  paths: readonly string[],
): Promise<void> {
  await expectMissing(member, paths);
  for (const path of paths.flatMap((each) => [each, each.replace(/[0-9a-f]{12}/g, "0".repeat(12))])) {
    const answer = await stranger.get(path);
    if (path.endsWith(".csv")) expect(answer.status(), path).toBe(401);
    else expect(new URL(answer.url()).pathname, path).toBe("/sign-in");
  }
}
