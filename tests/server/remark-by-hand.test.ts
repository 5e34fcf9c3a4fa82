/** The right order of things is corrected by hand like any key: first dry, then for everybody, with what students remember. */
import { expect, test } from "vitest";
import { keepAnswer, submitAttempt } from "@/lib/server/attempts.ts";
import { newId } from "@/lib/server/id.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { applyRemark, dryRun, readRemark, type Wanted } from "@/lib/server/remark.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { aClass, aQuiz, begun, ratings } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

test("another order moves the marks that it should, and is what the students' memory goes by; what is no order of these things is refused", async () => {
  const cast = await aClass(at(-60));
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30));
  const orders: readonly (readonly [Viewer, readonly string[]])[] = [
    [cast.ada, ["e:1", "e:2", "e:3"]],
    [cast.bo, ["e:2", "e:1", "e:3"]],
  ];
  for (const [student, values] of orders) {
    const attemptId = await begun(student, quiz, at(5));
    await keepAnswer(student, { attemptId, id: newId(at(6)), slot: 3, response: { kind: "order", values } }, at(6));
    await submitAttempt(student, attemptId, at(7));
  }
  await settleClosed(at(35));
  const { hash: asked } = (await readRemark(cast.grace, quiz))!.questions.find(({ places }) => places[0] === 3)!;
  const wrong: Wanted = { by: "key", asked, given: ["e:2", "e:1"] };
  expect(await dryRun(cast.grace, quiz, wrong, false, at(36))).toEqual({ kind: "wrong" });

  const wanted: Wanted = { by: "key", asked, given: ["e:2", "e:1", "e:3"] };
  const run = await dryRun(cast.grace, quiz, wanted, false, at(36));
  if (run.kind !== "run") throw new Error(run.kind);
  expect(run.moves.map(({ name, from, to }) => [name, from, to])).toEqual([
    ["Ada", 1, 1],
    ["Bo", 0.33, 1],
  ]);
  const how = { lowers: false, reason: "Read the dates again", print: run.print };
  expect(await applyRemark(cast.grace, quiz, wanted, how, at(37))).toMatchObject({ kind: "applied", moved: 1 });
  await settleClosed(at(38));
  expect(await ratings(cast.bo)).toEqual(["f10 good", "f11 good", "f12 good"]);
  expect((await ratings(cast.ada)).every((name) => name.endsWith("again"))).toBe(true);
  expect((await readQuiz(cast.bo, quiz, at(40)))!.results).toMatchObject({ score: 1 });
  expect((await readRemark(cast.grace, quiz))!.made).toMatchObject([{ by: "key", answer: "e:2 → e:1 → e:3" }]);
});
