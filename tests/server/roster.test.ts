/** Who comes into a class, and who says so: waiting, letting in, turning away, removing, sections. */
import { beforeEach, describe, expect, test } from "vitest";
import { assignmentsOf, openAssignments } from "@/lib/server/assignment-lines.ts";
import { startAttempt } from "@/lib/server/attempts.ts";
import { myClasses, readClass, roleIn, saveClass } from "@/lib/server/classes.ts";
import { joinClass, myWaiting, readWaiting } from "@/lib/server/joining.ts";
import {
  admit,
  letBack,
  readRoster,
  readStudent,
  removeStudent,
  saveStudent,
  setSection,
  turnAway,
} from "@/lib/server/roster.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, aQuiz, type Cast, setClass } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let code: string;
let eve: Viewer;

beforeEach(async () => {
  cast = await aClass(at(0));
  code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  eve = await viewerNamed("eve", at(0));
});

const oneByOne = (needsApproval = true) => setClass(cast, { name: "Group B", needsApproval });
const ask = () => joinClass(eve, { code, name: "Eve", studentNumber: "0042" }, at(1));

describe("a class that lets people in one by one", () => {
  test("has who joins wait: they see that they wait, and nothing of the class is theirs", async () => {
    await oneByOne();
    const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(0));
    const waits = { kind: "waiting", classId: cast.classId };
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([waits, waits, waits]);
    expect(await myWaiting(eve)).toMatchObject([{ classId: cast.classId, name: "Group B", askedAt: at(1) }]);
    expect(await readWaiting(cast.bob, cast.classId)).toBeNull();
    expect(await myClasses(eve)).toEqual([]);
    expect(await roleIn(eve, cast.classId)).toBeNull();
    expect(await readClass(eve, cast.classId)).toBeNull();
    expect(await assignmentsOf(eve, cast.classId, at(2))).toBeNull();
    expect(await openAssignments(eve, at(2))).toEqual([]);
    expect(await startAttempt(eve, quiz, at(2))).toEqual({ kind: "not-found" });
    expect((await readRoster(cast.grace, cast.classId))?.waiting).toMatchObject([
      { userId: eve.userId, name: "Eve", studentNumber: "0042" },
    ]);
  });

  test("lets somebody in with the number they gave, once", async () => {
    await oneByOne();
    await ask();
    const twice = await Promise.all([1, 2].map(() => admit(cast.grace, cast.classId, eve.userId, at(3))));
    expect(twice.filter((each) => each !== null)).toEqual(["Eve"]);
    expect(await roleIn(eve, cast.classId)).toBe("student");
    expect(await myWaiting(eve)).toEqual([]);
    expect(await readStudent(cast.grace, cast.classId, eve.userId)).toMatchObject({
      name: "Eve",
      studentNumber: "0042",
    });
  });

  test("turns somebody away for good, until they are let back", async () => {
    await oneByOne();
    await ask();
    expect(await turnAway(cast.grace, cast.classId, eve.userId, at(3))).toBe("Eve");
    expect(await ask()).toEqual({ kind: "not-found" });
    expect(await readWaiting(eve, cast.classId)).toBeNull();
    expect((await readRoster(cast.grace, cast.classId))?.removed.map((each) => each.name)).toEqual(["Eve"]);
    expect(await letBack(cast.grace, cast.classId, eve.userId, at(4))).toBe("Eve");
    expect(await letBack(cast.grace, cast.classId, eve.userId, at(4))).toBeNull();
    expect(await roleIn(eve, cast.classId)).toBe("student");
  });

  test("keeps who is in already, and whoever waits goes on waiting when it opens again", async () => {
    await oneByOne();
    await ask();
    expect(await joinClass(cast.ada, { code, name: "Ada" }, at(2))).toMatchObject({ kind: "joined" });
    await oneByOne(false);
    expect(await ask()).toMatchObject({ kind: "waiting" });
    expect(await joinClass(await viewerNamed("carl", at(0)), { code, name: "Carl" }, at(2))).toMatchObject({
      kind: "joined",
    });
  });
});

test("students are put into sections, renamed and numbered; the roster names each section once, in order", async () => {
  const { grace, ada, bo, classId } = cast;
  const ticked = [ada.userId, bo.userId, eve.userId, "x"].map((userId) => ({ userId, version: 1 }));
  expect(await setSection(grace, { classId, students: ticked, section: "10" })).toEqual({ kind: "set", count: 2 });
  const said = { classId, userId: ada.userId, version: 2, name: "Ada L.", studentNumber: "=1+1", section: "9" };
  expect(await saveStudent(grace, said)).toEqual({ kind: "saved" });
  const roster = await readRoster(grace, classId);
  expect(roster?.sections).toEqual(["9", "10"]);
  expect(roster?.students).toMatchObject([
    { name: "Ada L.", studentNumber: "=1+1", section: "9" },
    { name: "Bo", studentNumber: null, section: "10" },
  ]);
  const teacher = await saveStudent(grace, { ...said, userId: grace.userId });
  expect(teacher, "who teaches is no student").toEqual({ kind: "not-found" });
  const bo2 = { userId: bo.userId, version: 2 };
  expect(await setSection(grace, { classId, students: [bo2], section: null })).toEqual({ kind: "set", count: 1 });
});

describe("what only those who teach the class may do", () => {
  type Act = (viewer: Viewer, classId: string) => Promise<unknown>;
  const target = () => cast.ada.userId;
  const orNull = (outcome: { kind: string }) => (outcome.kind === "not-found" ? null : outcome);
  const acts: Record<string, Act> = {
    "read the roster": (viewer, classId) => readRoster(viewer, classId),
    "read a student": (viewer, classId) => readStudent(viewer, classId, target()),
    "let somebody in": (viewer, classId) => admit(viewer, classId, eve.userId, at(3)),
    "turn somebody away": (viewer, classId) => turnAway(viewer, classId, eve.userId, at(3)),
    "remove a student": (viewer, classId) => removeStudent(viewer, classId, target(), at(3)),
    "let a student back": (viewer, classId) => letBack(viewer, classId, cast.bo.userId, at(3)),
    "set a section": (viewer, classId) =>
      setSection(viewer, { classId, students: [{ userId: target(), version: 1 }], section: "A" }).then(orNull),
    "change a student": (viewer, classId) =>
      saveStudent(viewer, {
        ...{ classId, userId: target(), version: 1, name: "X", studentNumber: null, section: null },
      }).then(orNull),
    "change the class": (viewer, classId) =>
      saveClass(viewer, { classId, version: 2, name: "X", needsApproval: false }).then(orNull),
  };

  test.each(Object.entries(acts))("%s", async (_name, act) => {
    await oneByOne();
    await ask();
    await removeStudent(cast.grace, cast.classId, cast.bo.userId, at(2));
    const before = await readRoster(cast.grace, cast.classId);
    const stranger = await viewerNamed("stranger", at(0));
    for (const other of [stranger, cast.ada, cast.bob, eve, cast.bo]) expect(await act(other, cast.classId)).toBeNull();
    expect(await act(cast.grace, "not-an-id")).toBeNull();
    expect(await act(cast.grace, "00000000-0000-7000-8000-000000000000")).toBeNull();
    // Who teaches elsewhere reaches nobody here by naming the own class either.
    const elsewhere = (await myClasses(cast.bob))[0]!.id;
    await act(cast.bob, elsewhere);
    expect(await readRoster(cast.grace, cast.classId)).toEqual(before);
    expect(await act(cast.grace, cast.classId), "control: who teaches it may").not.toBeNull();
  });
});
