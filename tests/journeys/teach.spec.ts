/**
 * Teaching, whole: a quiz in variants for three, one of them with more time, one without a connection, one on a phone; after the
 * close a fact turns out to be wrong and is mended once for everybody. Right to the point wherever marks are told.
 */
import type { Page } from "@playwright/test";
import type { Question } from "@/lib/questions/question.ts";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { closeNow, joinByLink, makeClass, newcomer, publishDraft } from "./support/classroom.ts";
import { publishOwnPack } from "./support/corrected-pack.ts";
import { parseCsv } from "./support/csv.ts";
import { asOwner } from "./support/database.ts";
import { expect, phone, test } from "./support/journey.ts";
import { type Answer, answerFor, type Shown } from "./support/keys.ts";
import { cardsOf, reviewedBy } from "./support/queue.ts";
import { allKept, answerByKeyboard, answerByTouch } from "./support/taking.ts";

test.use({ actionTimeout: 10_000 });

const count = 12;

test("a quiz in three variants is made, taken, corrected and re-marked; gradebook and files are right to the point", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(240_000);
  watcher.allow(/ERR_INTERNET_DISCONNECTED/);
  const pack = await publishOwnPack();
  const grace = await newcomer(browser, watcher);
  const people = {
    Ada: await newcomer(browser, watcher),
    Bo: await newcomer(browser, watcher, { viewport: phone, hasTouch: true }),
    Cleo: await newcomer(browser, watcher),
  };
  const names = Object.keys(people) as (keyof typeof people)[];
  const { path: classPath, code } = await makeClass(grace, "Inorganic");
  for (const name of names) await joinByLink(people[name], code, name);

  const draftPath = await test.step("Grace has a quiz of twelve in a few presses", async () => {
    await grace.getByRole("main").getByRole("link", { name: "Make a quiz" }).first().click();
    await grace.getByRole("link", { name: pack.title }).click();
    await grace.waitForURL(/pack=/);
    // What names mean rests on no list: one of them can be otherwise without anything else being so.
    for (const [field, wanted] of [
      ["kinds", "choice"],
      ["topics", "names"],
    ] as const)
      for (const box of await grace.locator(`[name=${field}]`).all())
        await box.setChecked((await box.getAttribute("value")) === wanted);
    await grace.getByLabel("How many questions").fill(String(count));
    await grace.getByLabel("Variants").selectOption("3 variants, going round the class");
    await grace.getByRole("button", { name: "See the questions" }).click();
    await grace.waitForURL(/\/quizzes\/[0-9a-f-]{36}$/);
    await expect(grace.locator(".key-card")).toHaveCount(count);
    const draftPath = new URL(grace.url()).pathname;
    await grace.getByText("More settings", { exact: true }).click();
    await grace.getByLabel("Minutes for an attempt").fill("30");
    await publishDraft(grace);
    await grace.getByRole("link", { name: "Other terms for Ada" }).click();
    await grace.getByLabel("Time, %").fill("150");
    await grace.getByRole("button", { name: "Save" }).click();
    await expect(grace.getByText("with 45 minutes for an attempt")).toBeVisible();
    return draftPath;
  });
  const id = draftPath.split("/").at(-1)!;
  const quizPath = `/quizzes/${id}`;

  // Who has which variant goes by the order in which they joined.
  const variants = await variantsOf(id);
  expect(variants).toHaveLength(3);
  expect(new Set(variants.map((questions) => questions.map(({ id: each }) => each).join())).size).toBe(3);
  const { fact, place: mended } = factToMend(variants[1]!);
  const isMended = (question: Question) => question.facts.includes(fact);
  /** Bo is wrong by the key and right by what the fact will say; everybody misses one more, which has nothing to do with it. */
  const answers = variants.map((questions, who) => {
    const missed = questions.findIndex((question, place) => !isMended(question) && place >= who);
    return questions.map((question, place) => {
      const isWrong = place === missed || (who === 1 && place === mended);
      return answerFor(shown(question), isWrong ? "wrong" : "right").answer;
    });
  });

  for (const [who, name] of names.entries())
    await test.step(`${name} takes it`, async () => {
      const page = people[name];
      await page.goto(quizPath);
      await expect(page.getByText(`${name === "Ada" ? 45 : 30} minutes from the start`)).toBeVisible();
      await page.getByRole("button", { name: "Start the quiz" }).click();
      for (const [place, question] of variants[who]!.entries()) {
        if (name === "Cleo" && place === 4) await page.context().setOffline(true);
        if (name === "Cleo" && place === 6) await page.context().setOffline(false);
        await give(page, question, answers[who]![place]!);
        if (place < count - 1) await page.getByRole("button", { name: "Next" }).click();
      }
      await allKept(page, count, count);
      await page.getByRole("button", { name: "Hand in" }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
      await expect(page.locator(".taker")).toBeHidden();
    });

  const rowOf = (name: string) => grace.getByRole("row", { name: new RegExp(`^(Other terms for )?${name} `) });
  const told = async (marks: readonly number[]) => {
    await grace.goto(draftPath);
    for (const [who, name] of names.entries())
      await expect(rowOf(name).locator(".sum"), name).toHaveText(String(marks[who]));
    await grace.goto(`${classPath}/gradebook`);
    for (const [who, name] of names.entries())
      await expect(rowOf(name), name).toContainText(`${marks[who]} of ${count}`);
    const rows = parseCsv(await (await grace.request.get(`${draftPath}/results.csv`)).text()).slice(1);
    expect(rows.map((row) => [row[0], row[2], row[3], row[4]])).toEqual(
      names.map((name, who) => [name, "student", String(marks[who]), String(count)]),
    );
    for (const [who, name] of names.entries()) {
      await people[name].goto(quizPath);
      await expect(people[name].getByText(`${marks[who]} of ${count} points`), name).toBeVisible();
    }
  };

  await test.step("after the close everybody is told what they earned", async () => {
    await grace.goto(draftPath);
    await closeNow(grace);
    await expect(grace.getByText("Somebody has until"), "Ada's longer time is waited for").toBeVisible();
    await letPass(id);
    await told([11, 10, 11]);
  });

  await test.step("a fact was wrong: first it is seen whose mark moves, then it is so", async () => {
    const question = variants[1]![mended]!;
    const wanted = question.options.find(({ text }) => text === answers[1]![mended]![0])!;
    await pack.correct(fact, entity(question.key[0]!), entity(wanted.value));
    pack.remove();
    await grace.goto(draftPath);
    await grace.getByRole("link", { name: "Correct and re-mark" }).first().click();
    await grace.waitForURL(/\/corrections$/);
    await expect(grace.getByText("The pack says otherwise now")).toBeVisible();
    await expectAccessibleEverywhere(grace);
    await grace.getByRole("link", { name: "See what would move" }).click();
    await expect(grace.getByText("1 mark moves.")).toBeVisible();
    await expect(rowOf("Bo")).toContainText(/10.*11.*\+1/);
    await expectAccessibleEverywhere(grace);
    await told([11, 10, 11]);
    await grace.goto(`${draftPath}/corrections?by=pack`);
    await grace.getByLabel("Reason").fill("The table was misread.");
    await grace.getByRole("button", { name: "Apply it" }).click();
    await expect(grace.getByText("Applied. 1 mark moved.")).toBeVisible();
    await told([11, 11, 11]);
    await grace.goto(`${draftPath}/corrections?by=pack`);
    await expect(grace.getByText("nothing would change")).toBeVisible();
  });

  await test.step("what was asked is in every queue", async () => {
    for (const [who, name] of names.entries())
      await expect
        .poll(async () => {
          const reviewed = await reviewedBy(name, id);
          return variants[who]!.filter((question) => !cardsOf(question).some((card) => reviewed.has(card)));
        })
        .toEqual([]);
  });
});

/** Lets the time pass that students with more of it, and slow lines, have after the close. */
async function letPass(assignmentId: string): Promise<void> {
  const sql =
    "update assignment set closes_at = closes_at - interval '5 minutes', accommodated_until = null where id = $1";
  await asOwner((client) => client.query(sql, [assignmentId]));
}

/** The questions of every variant, as they are stored and shown. */
function variantsOf(assignmentId: string): Promise<Question[][]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ questions: Question[] }>(
      `select jsonb_agg(q.snapshot order by s.position, s.slot) as questions from variant_slot s
         join question q on q.hash = s.question_hash where s.assignment_id = $1 group by s.variant order by s.variant`,
      [assignmentId],
    );
    return rows.map(({ questions }) => questions);
  });
}

/** A question with options of which another could have been the key, had its fact another object. */
function factToMend(questions: readonly Question[]): { readonly fact: string; readonly place: number } {
  const place = questions.findIndex(
    ({ kind, card, key, facts }) =>
      kind === "choice" && card?.direction === "object" && facts.length === 1 && key[0]?.startsWith("e:"),
  );
  const fact = questions[place]?.card?.fact;
  if (!fact) throw new Error("No question of this variant asks for what can be corrected.");
  return { fact, place };
}

const entity = (value: string) => value.slice(2);

/** What a screen shows of it, and its key: nothing else is needed to answer. */
function shown(question: Question): Shown {
  const isWritten = question.kind === "typed";
  return {
    ...question,
    options: isWritten ? [] : question.options.map(({ text, right }) => ({ text, right })),
    order: [],
    pairs: [],
    citations: [],
  };
}

async function give(page: Page, question: Question, answer: Answer): Promise<void> {
  await expect(page.locator("h1")).toHaveText(question.stem);
  const isPhone = page.viewportSize()?.width === phone.width;
  await (isPhone ? answerByTouch : answerByKeyboard)(page, shown(question), answer);
}
