/** Instructors who change one quiz at the same time: nothing that was accepted is lost. */
import { expect, test } from "vitest";
import { saveTerms } from "@/lib/server/assignment-terms.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { db } from "@/lib/server/db.ts";
import { aClass, aQuiz } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

test("eight editors at once: each accepted change counts the version up by one and was made to what its editor had read", async () => {
  const cast = await aClass(at(-60));
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { limitMinutes: 1 });
  let accepted = 0;
  let refused = 0;
  const edit = async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { title, opensWall, dueWall, closesWall, password, terms, version } = (await readAssignment(
        cast.grace,
        quiz,
      ))!;
      const { attemptsMax, counts, lateDeduction, graceSeconds, release } = terms;
      const said = {
        title,
        opensWall,
        dueWall,
        closesWall,
        password,
        attemptsMax,
        counts,
        lateDeduction,
        graceSeconds,
        release,
      };
      // Each adds a minute to what it has read: a change that overwrote another's would be missing at the end.
      const limitMinutes = (terms.limitMinutes ?? 0) + 1;
      const { kind } = await saveTerms(cast.grace, { ...said, limitMinutes, assignmentId: quiz, version }, at(1));
      if (kind === "saved") accepted++;
      else refused++;
      expect(["saved", "stale"]).toContain(kind);
    }
  };
  await Promise.all(Array.from({ length: 8 }, edit));
  const { version, terms } = (await readAssignment(cast.grace, quiz))!;
  expect(accepted + refused).toBe(80);
  expect(refused, "they did meet").toBeGreaterThan(0);
  expect(version - 1).toBe(accepted);
  expect(terms.limitMinutes).toBe(1 + accepted);
});

test("control: without the version, of changes made at once some are lost", async () => {
  const cast = await aClass(at(-60));
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { limitMinutes: 1 });
  const { pool } = db();
  const edit = async () => {
    const { rows } = await pool.query<{ limit_minutes: number }>("select limit_minutes from assignment where id = $1", [
      quiz,
    ]);
    await pool.query("update assignment set limit_minutes = $2 where id = $1", [quiz, rows[0]!.limit_minutes + 1]);
  };
  await Promise.all(Array.from({ length: 8 }, edit));
  expect((await readAssignment(cast.grace, quiz))!.terms.limitMinutes).toBeLessThan(9);
});
