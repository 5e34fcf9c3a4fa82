/** Several who teach one class: by a second code, or made of a student; there is always one. */
import { beforeEach, describe, expect, test } from "vitest";
import { saveAccommodation } from "@/lib/server/accommodations.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { myClasses, readClass, roleIn } from "@/lib/server/classes.ts";
import { promote, readInstructors, removeInstructor, setTeachCode } from "@/lib/server/instructors.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { removeStudent } from "@/lib/server/roster.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let eve: Viewer;

beforeEach(async () => {
  cast = await aClass(at(0));
  eve = await viewerNamed("eve", at(0));
});

async function teachCode(): Promise<string> {
  await setTeachCode(cast.grace, cast.classId, true);
  return (await readInstructors(cast.grace, cast.classId))!.teachCode!;
}

const names = async () =>
  (await readInstructors(cast.grace, cast.classId))?.instructors.map((each) => each.name).sort();

describe("the second code", () => {
  test("makes whoever joins by it an instructor, a student of the class too", async () => {
    const code = await teachCode();
    expect(await classByCode(code)).toMatchObject({ id: cast.classId, teaches: true });
    expect(await joinClass(eve, { code, name: "Eve" }, at(1))).toMatchObject({ kind: "joined" });
    expect(await joinClass(cast.ada, { code, name: "Ada" }, at(1))).toMatchObject({ kind: "joined" });
    expect(await names()).toEqual(["Ada", "Eve", "Grace"]);
    expect((await readClass(eve, cast.classId))?.joinCode).not.toBeNull();
  });

  test("is not the code of students, opens nothing once it is closed or renewed, and is told to no student", async () => {
    const code = await teachCode();
    const joinCode = (await readClass(cast.grace, cast.classId))!.joinCode!;
    expect(await classByCode(joinCode)).toMatchObject({ teaches: false });
    const fresh = await teachCode();
    expect(await joinClass(eve, { code, name: "Eve" }, at(1))).toEqual({ kind: "not-found" });
    await setTeachCode(cast.grace, cast.classId, false);
    expect(await joinClass(eve, { code: fresh, name: "Eve" }, at(1))).toEqual({ kind: "not-found" });
    expect(JSON.stringify(await readClass(cast.ada, cast.classId))).not.toContain(fresh);
  });

  test("is closed when somebody stops teaching, who else would come back by it", async () => {
    const code = await teachCode();
    await joinClass(eve, { code, name: "Eve" }, at(1));
    expect(await removeInstructor(cast.grace, cast.classId, eve.userId, at(2))).toEqual({
      kind: "removed",
      name: "Eve",
    });
    expect(await roleIn(eve, cast.classId)).toBeNull();
    expect(await joinClass(eve, { code, name: "Eve" }, at(3))).toEqual({ kind: "not-found" });
    // Sent a new one, they may.
    expect(await joinClass(eve, { code: await teachCode(), name: "Eve" }, at(4))).toMatchObject({ kind: "joined" });
    expect(await roleIn(eve, cast.classId)).toBe("instructor");
  });
});

test("whoever has begun a quiz stays a student, by either way", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(0));
  await begun(cast.ada, quiz, at(1));
  expect(await promote(cast.grace, cast.classId, cast.ada.userId, at(2))).toEqual({ kind: "has-results", name: "Ada" });
  await joinClass(cast.ada, { code: await teachCode(), name: "Ada" }, at(2));
  expect(await roleIn(cast.ada, cast.classId)).toBe("student");
});

test("who is made an instructor is not waited for in the window they had", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(0));
  const own = { timePercent: 100, opensWall: null, dueWall: null, closesWall: "2026-05-04T14:00", moreAttempts: 0 };
  await saveAccommodation(cast.grace, { ...own, assignmentId: quiz, userId: cast.bo.userId, version: 0 }, at(1));
  const until = async () => (await readAssignment(cast.grace, quiz))?.terms.accommodatedUntil;
  expect(await until()).toEqual(new Date("2026-05-04T12:00:00Z"));
  expect(await promote(cast.grace, cast.classId, cast.bo.userId, at(2))).toEqual({ kind: "promoted", name: "Bo" });
  expect(await until()).toBeNull();
});

describe("the last one", () => {
  test("cannot leave", async () => {
    expect(await removeInstructor(cast.grace, cast.classId, cast.grace.userId, at(2))).toEqual({ kind: "last" });
    expect(await roleIn(cast.grace, cast.classId)).toBe("instructor");
  });

  test("is always there, also when two leave at once or remove each other", async () => {
    for (const crossed of [false, true]) {
      const fresh = await aClass(at(0));
      await promote(fresh.grace, fresh.classId, fresh.ada.userId, at(1));
      const [first, second] = crossed ? [fresh.ada, fresh.grace] : [fresh.grace, fresh.ada];
      const outcomes = await Promise.all([
        removeInstructor(fresh.grace, fresh.classId, first!.userId, at(2)),
        removeInstructor(fresh.ada, fresh.classId, second!.userId, at(2)),
      ]);
      expect(outcomes.filter((each) => each.kind === "removed")).toHaveLength(1);
      const roles = await Promise.all([fresh.grace, fresh.ada].map((each) => roleIn(each, fresh.classId)));
      expect(roles.filter((role) => role === "instructor")).toHaveLength(1);
    }
  });
});

test("strangers, students and those who teach elsewhere change nothing about who teaches", async () => {
  await promote(cast.grace, cast.classId, cast.bo.userId, at(1));
  await removeStudent(cast.grace, cast.classId, eve.userId, at(1));
  const code = await teachCode();
  const before = await readInstructors(cast.grace, cast.classId);
  for (const other of [eve, cast.ada, cast.bob]) {
    expect(await readInstructors(other, cast.classId)).toBeNull();
    expect(await setTeachCode(other, cast.classId, false)).toBe(false);
    expect(await promote(other, cast.classId, cast.ada.userId, at(2))).toEqual({ kind: "not-found" });
    for (const userId of [cast.grace.userId, cast.bo.userId, other.userId])
      expect(await removeInstructor(other, cast.classId, userId, at(2))).toEqual({ kind: "not-found" });
  }
  // Nor by naming a class of one's own.
  const elsewhere = (await myClasses(cast.bob))[0]!.id;
  expect(await promote(cast.bob, elsewhere, cast.ada.userId, at(2))).toEqual({ kind: "not-found" });
  expect(await removeInstructor(cast.bob, elsewhere, cast.grace.userId, at(2))).toEqual({ kind: "not-found" });
  expect(await removeInstructor(cast.grace, "x", "y", at(2))).toEqual({ kind: "not-found" });
  expect(await readInstructors(cast.grace, cast.classId)).toEqual(before);
  expect(before?.teachCode).toBe(code);
});
