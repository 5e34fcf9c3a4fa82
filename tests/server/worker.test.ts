/** The worker as a process of its own, killed in the middle of its work and begun anew. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { readClass } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, answerChoice, aQuiz, begun } from "../support/quiz.ts";

const students = 40;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("killed while it hands in and settles, the next two at once finish it, and everything is there once", async () => {
  const cast = await aClass(ago(200));
  const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  const quiz = await aQuiz(cast, { opensAt: ago(120), closesAt: ago(1) }, ago(150), { limitMinutes: 60 });
  await Promise.all(
    Array.from({ length: students }, async (_, index) => {
      const student = await viewerNamed(`student ${index}`, ago(190));
      await joinClass(student, { code, name: "Student" }, ago(180));
      const attempt = await begun(student, quiz, ago(110));
      await answerChoice(student, attempt, index % 2 ? "e:fortin" : "e:olsen", ago(100));
    }),
  );
  const count = async (sql: string) => Number((await db().pool.query<{ count: string }>(sql, [quiz])).rows[0]!.count);
  const scored = () => count("select count(*) from attempt where assignment_id = $1 and score is not null");

  const first = work();
  await until(async () => (await scored()) >= 3);
  first.kill("SIGKILL");
  await ended(first);
  expect(await scored(), "it was killed in the middle").toBeLessThan(students);

  const next = [work(), work()];
  await until(
    async () => (await count("select count(*) from assignment where id = $1 and settled_at is not null")) === 1,
  );
  for (const each of next) each.kill("SIGTERM");
  await Promise.all(next.map(ended));

  const inQuiz = "join attempt t on t.user_id = s.user_id and t.id = s.attempt_id where t.assignment_id = $1";
  expect(await count(`select count(*) from step s ${inQuiz} and s.kind = 'submit'`)).toBe(students);
  expect(await count("select count(*) from attempt where assignment_id = $1 and submitted_by = 'deadline'")).toBe(
    students,
  );
  expect(await scored()).toBe(students);
  expect(
    await count(
      `select count(*) from event e where exists (select from attempt t where t.user_id = e.user_id and t.assignment_id = $1)`,
    ),
  ).toBe(students);
  expect((await checkInvariants()).filter(({ name, broken }) => broken > 0 && !name.startsWith("settings"))).toEqual(
    [],
  );
}, 60_000);

/** A worker on the database of this file. */
function work(): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "scripts/worker.ts"], {
    stdio: "ignore",
    env: process.env,
  });
}

/** Resolves when a process has ended, in whatever way: one of two may not even have begun. */
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", () => resolve()),
  );

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waits = 0; waits < 4_000; waits++) {
    if (await isSo()) return;
    await sleep(10);
  }
  throw new Error("It did not come to that.");
}
