/** Joining by name alone, and coming back by a code. */
import { beforeEach, expect, test } from "vitest";
import { readClass, roleIn } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { readInstructors, setTeachCode } from "@/lib/server/instructors.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { limits } from "@/lib/server/limit.ts";
import { joinByName, makeReturnCode, returnByCode } from "@/lib/server/return-codes.ts";
import { readRoster } from "@/lib/server/roster.ts";
import { makeGuest, readSession } from "@/lib/server/viewer.ts";
import { aClass, type Cast, setClass } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const here = { now: at(2), address: null };
let cast: Cast;
let code: string;

beforeEach(async () => {
  cast = await aClass(at(0));
  code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  await db().pool.query("delete from rate_limit");
});

async function entered(session: Awaited<ReturnType<typeof readSession>> = null, name = "Eve") {
  const outcome = await joinByName(session, { code, name, studentNumber: null }, at(1));
  if (outcome.kind !== "entered") throw new Error(outcome.kind);
  return outcome.grant;
}

test("a stranger joins by name and comes back to the same place by the code, however it is written", async () => {
  const { viewer } = await entered();
  expect(viewer).toMatchObject({ guest: false, name: "Eve" });
  expect(await roleIn(viewer, cast.classId)).toBe("student");
  const returnCode = (await makeReturnCode(viewer, at(1)))!;
  expect(returnCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  const back = await returnByCode(
    null,
    { code: ` ${returnCode.toLowerCase().replace(/(.{4})/g, "$1-")} `, bring: false },
    here,
  );
  expect(back?.viewer.userId).toBe(viewer.userId);
  expect((await readSession(back?.token, at(3)))?.viewer).toEqual(back?.viewer);
  expect(JSON.stringify(await db().prisma.returnCode.findMany())).not.toContain(returnCode);
});

test("a new code ends the old one", async () => {
  const { viewer } = await entered();
  const [old, fresh] = [await makeReturnCode(viewer, at(1)), await makeReturnCode(viewer, at(2))];
  expect(await returnByCode(null, { code: old!, bring: false }, here)).toBeNull();
  expect((await returnByCode(null, { code: fresh!, bring: false }, here))?.viewer.userId).toBe(viewer.userId);
});

test("a guest who joins keeps what they are, and their old cookie opens nothing", async () => {
  const grant = await makeGuest(at(0));
  const { viewer } = await entered(await readSession(grant.token, at(1)));
  expect(viewer).toMatchObject({ userId: grant.viewer.userId, guest: false });
  expect(await readSession(grant.token, at(2))).toBeNull();
});

test("where people are let in one by one, they wait like everybody", async () => {
  await setClass(cast, { name: "Group B", needsApproval: true });
  const { viewer } = await entered();
  expect(await roleIn(viewer, cast.classId)).toBeNull();
  expect((await readRoster(cast.grace, cast.classId))?.waiting).toMatchObject([{ name: "Eve" }]);
});

test("nobody teaches by name alone, no unknown code makes an account, and whoever is signed in stays who they are", async () => {
  await setTeachCode(cast.grace, cast.classId, true);
  const { teachCode } = (await readInstructors(cast.grace, cast.classId))!;
  const before = await db().prisma.user.count();
  const form = { name: "Eve", studentNumber: null };
  expect(await joinByName(null, { ...form, code: teachCode! }, at(1))).toEqual({ kind: "needs-account" });
  expect(await joinByName(null, { ...form, code: "ZZZZZZZZ" }, at(1))).toEqual({ kind: "not-found" });
  const { token } = await entered();
  expect(await joinByName(await readSession(token, at(2)), { ...form, code }, at(2))).toEqual({ kind: "signed-in" });
  expect(await db().prisma.user.count()).toBe(before + 1);
});

test("who can sign in otherwise, and a guest, have no such code", async () => {
  expect(await makeReturnCode(cast.ada, at(1)), "she has a user name").toBeNull();
  expect(await makeReturnCode((await makeGuest(at(0))).viewer, at(1))).toBeNull();
  expect(await joinClass(cast.ada, { code, name: "Ada" }, at(1))).toMatchObject({ kind: "joined" });
});

test("guessing stops, for the one address that guesses", async () => {
  const { viewer } = await entered();
  const returnCode = (await makeReturnCode(viewer, at(1)))!;
  const from = (address: string, typed: string) =>
    returnByCode(null, { code: typed, bring: false }, { now: at(2), address });
  for (let tries = 0; tries < limits.returnFromAddress.burst; tries++)
    expect(await from("192.0.2.1", "ZZZZ-ZZZZ-ZZZZ")).toBeNull();
  await expect(from("192.0.2.1", returnCode)).rejects.toMatchObject({ status: 429 });
  expect((await from("192.0.2.2", returnCode))?.viewer.userId).toBe(viewer.userId);
});
