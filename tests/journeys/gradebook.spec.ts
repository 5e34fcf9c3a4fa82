import type { Question, Response } from "@/lib/questions/question.ts";
import { expectAccessibleEverywhere } from "./support/axe.ts";
import { makeClass, newcomer, planQuiz, publishDraft } from "./support/classroom.ts";
import { asOwner } from "./support/database.ts";
import { expect, test } from "./support/journey.ts";

test.use({ actionTimeout: 10_000 });

test("a gradebook: figures of the questions, a score set with its reason, what the class knows, and the files", async ({
  browser,
  watcher,
}) => {
  test.setTimeout(120_000);
  const grace = await newcomer(browser, watcher);
  const { path } = await makeClass(grace, "Graded");
  const draftPath = await planQuiz(grace, path, 5);
  await publishDraft(grace);
  await fill(path.split("/").at(-1)!, draftPath.split("/").at(-1)!, 14);

  await test.step("the results say how the questions did", async () => {
    await grace.goto(draftPath);
    await expect(grace.getByText("14 attempts handed in")).toBeVisible();
    await grace.getByText("How to read these figures").click();
    // Everything that can be unfolded, at once.
    await grace.locator("details").evaluateAll((all) => {
      for (const each of all) each.setAttribute("open", "");
    });
    await expectAccessibleEverywhere(grace);
  });

  await test.step("Grace sets a score and says why; the gradebook and its files have it", async () => {
    await grace.goto(path);
    await grace.getByRole("link", { name: "Gradebook" }).click();
    await expect(grace.getByRole("row", { name: /^Student 01/ })).toContainText("0 of 5");
    await grace.locator("summary", { hasText: "By fact" }).click();
    await expectAccessibleEverywhere(grace);
    await grace.getByRole("link", { name: /^Student 01, / }).click();
    await grace.getByLabel("Another score").fill("9");
    await grace.getByLabel("Reason").fill("Was ill");
    await grace.getByRole("button", { name: "Set the score" }).click();
    await expect(grace.getByText("The quiz is worth 5 points.")).toBeVisible();
    await grace.getByLabel("Another score").fill("4,5");
    await grace.getByLabel("Reason").fill("Was ill");
    await grace.getByRole("button", { name: "Set the score" }).click();
    await expect(grace.getByText("The score is set.")).toBeVisible();
    await expect(grace.getByRole("row", { name: /Was ill/ })).toContainText("4.5");
    await expectAccessibleEverywhere(grace);
    await grace.getByRole("link", { name: "To the gradebook" }).click();
    await expect(grace.getByRole("row", { name: /^Student 01/ })).toContainText("set: Was ill");
    const file = await grace.request.get(`${path}/gradebook/moodle.csv`);
    expect((await file.text()).split("\r\n")[1]).toBe('"n-01","Student 01",4.5');
  });
});

/** Students who took the quiz: who comes later in the alphabet knows more of it. */
async function fill(classId: string, assignmentId: string, students: number): Promise<void> {
  await asOwner(async (client) => {
    const { rows } = await client.query<{ slot: number; snapshot: Question }>(
      `select s.slot, q.snapshot from variant_slot s join question q on q.hash = s.question_hash
        where s.assignment_id = $1 and s.variant = 1 order by s.slot`,
      [assignmentId],
    );
    for (let rank = 0; rank < students; rank++) {
      const ids = await client.query<{ user: string; attempt: string }>(
        "select gen_random_uuid() as user, gen_random_uuid() as attempt",
      );
      const { user, attempt } = ids.rows[0]!;
      const name = `Student ${String(rank + 1).padStart(2, "0")}`;
      await client.query(`insert into "user" (id, username, created_at) values ($1, $2, now() - interval '2 hours')`, [
        user,
        `graded-${user}`,
      ]);
      await client.query(
        `insert into member (class_id, user_id, role, name, student_number, joined_at) values ($1, $2, 'student', $3, $4, now())`,
        [classId, user, name, `n-${name.slice(-2)}`],
      );
      await client.query(
        `insert into attempt (user_id, id, assignment_id, variant, number, started_at, submitted_at, submitted_by)
         values ($1, $2, $3, 1, 1, now() - interval '1 hour', now() - interval '50 minutes', 'student')`,
        [user, attempt, assignmentId],
      );
      for (const [index, { slot, snapshot }] of rows.entries())
        await client.query(
          `insert into step (user_id, attempt_id, id, kind, slot, response, received_at)
           values ($1, $2, gen_random_uuid(), 'answer', $3, $4, now() - interval '1 hour' + $5 * interval '25 seconds')`,
          [
            user,
            attempt,
            slot,
            JSON.stringify(responseTo(snapshot, (rank * 3 + index) % students <= rank && rank > 0)),
            index + 1,
          ],
        );
    }
  });
}

/** A response that is right, or one that is not. */
function responseTo({ kind, key, options, accepts, answer }: Question, right: boolean): Response {
  const wrong = options.find((option) => !key.includes(option.value))?.value ?? "";
  switch (kind) {
    case "choice":
    case "timeline":
      return { kind, value: right ? key[0]! : wrong };
    case "true-false":
      return { kind, value: (key[0] === "t:true") === right ? "t:true" : "t:false" };
    case "multi-select":
      return { kind, values: right ? key : [wrong] };
    case "order":
      return { kind, values: right ? key : key.toReversed() };
    case "typed":
    case "cloze":
      return { kind: "typed", text: right ? (accepts[0] ?? answer) : "Nobody" };
    case "number":
    case "text":
    case "date":
      return { kind, text: right ? answer : "1" };
    case "match":
    case "flashcard":
      return { kind: "dont-know" };
  }
}
