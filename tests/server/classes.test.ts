import { beforeAll, describe, expect, test } from "vitest";
import { createClass, myClasses, readClass, renewCode, roleIn } from "@/lib/server/classes.ts";
import { tryCode } from "@/lib/server/join-limit.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { readRoster, removeStudent } from "@/lib/server/roster.ts";
import { systemViewer, type Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, type Cast } from "../support/quiz.ts";

const now = new Date("2026-05-04T10:00:00Z");
let cast: Cast;

beforeAll(async () => {
  cast = await aClass(now);
});

test("whoever makes a class teaches it, and nobody else does", async () => {
  expect(await roleIn(cast.grace, cast.classId)).toBe("instructor");
  expect(await roleIn(cast.ada, cast.classId)).toBe("student");
  expect(await roleIn(cast.bob, cast.classId)).toBeNull();
  expect(await roleIn(cast.grace, "not-an-id")).toBeNull();
});

test("the roster and the code are for those who teach; a stranger finds no class", async () => {
  expect((await readRoster(cast.grace, cast.classId))?.students.map((each) => each.name)).toEqual(["Ada", "Bo"]);
  expect(await readClass(cast.ada, cast.classId)).toMatchObject({
    ...{ joinCode: null, students: null, waiting: null, name: "Group B" },
  });
  expect(await readRoster(cast.ada, cast.classId)).toBeNull();
  expect(await readClass(cast.bob, cast.classId)).toBeNull();
});

test("a guest makes no class and joins none", async () => {
  const guest = systemViewer("a test", { id: cast.ada.userId, guest: true });
  expect(await createClass(guest, { name: "x", zone: "UTC", instructor: "x" }, now)).toEqual({ kind: "needs-account" });
  expect(await joinClass(guest, { code: "00000000", name: "x" }, now)).toEqual({ kind: "needs-account" });
});

describe("joining", () => {
  test("twice is joining once, under the first name, and the instructor stays one", async () => {
    const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
    expect(await joinClass(cast.ada, { code: code.toLowerCase(), name: "Another" }, now)).toEqual({
      kind: "joined",
      classId: cast.classId,
    });
    expect(await joinClass(cast.grace, { code, name: "Grace" }, now)).toEqual({
      kind: "joined",
      classId: cast.classId,
    });
    expect(await roleIn(cast.grace, cast.classId)).toBe("instructor");
    expect((await readClass(cast.grace, cast.classId))?.students).toBe(2);
    expect(await myClasses(cast.ada)).toMatchObject([{ name: "Group B", role: "student", students: 2 }]);
  });

  test("by an old code opens nothing once there is a new one", async () => {
    const old = (await readClass(cast.grace, cast.classId))!.joinCode!;
    expect(await renewCode(cast.ada, cast.classId)).toBeNull();
    const fresh = await renewCode(cast.grace, cast.classId);
    expect(fresh).not.toBe(old);
    expect(await joinClass(cast.bob, { code: old, name: "Bob" }, now)).toEqual({ kind: "not-found" });
  });

  test("is over for somebody who was removed", async () => {
    const eve = await viewerNamed("eve", now);
    const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
    await joinClass(eve, { code, name: "Eve" }, now);
    expect(await removeStudent(cast.ada, cast.classId, eve.userId, now)).toBeNull();
    expect(await removeStudent(cast.bob, cast.classId, eve.userId, now)).toBeNull();
    expect(await removeStudent(cast.grace, cast.classId, eve.userId, now)).toEqual({ name: "Eve" });
    expect(await joinClass(eve, { code, name: "Eve" }, now)).toEqual({ kind: "not-found" });
    expect(await readClass(eve, cast.classId)).toBeNull();
  });

  test("by guessing stops after ten failures, and only for the one who guesses", async () => {
    const mallory = await viewerNamed("mallory", now);
    const guess = (viewer: Viewer) => tryCode(viewer, new Headers(), () => classByCode("ZZZZ-ZZZZ"));
    // One after the other and all at once: what is counted only afterwards would let all of these through.
    const outcomes = [...(await Promise.all(Array.from({ length: 40 }, () => guess(mallory)))), await guess(mallory)];
    expect(outcomes.filter(({ kind }) => kind === "tried")).toHaveLength(10);
    expect((await guess(cast.ada)).kind).toBe("tried");
  });
});
