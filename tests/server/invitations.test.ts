/** A class is invited by a list: all of it or nothing, each by a code of their own. */
import { beforeEach, expect, test } from "vitest";
import { myClasses, readClass, roleIn } from "@/lib/server/classes.ts";
import { invite, readInvitations, rosterCsv, uninvite } from "@/lib/server/invitations.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { readRoster, removeStudent } from "@/lib/server/roster.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, type Cast, setClass } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let eve: Viewer;

beforeEach(async () => {
  cast = await aClass(at(0));
  eve = await viewerNamed("eve", at(0));
});

const list = "Name;E-mail;Student number\nEve E.;eve@example.org;0042\n\n'=Mal;;7\n";
const send = (viewer = cast.grace, classId = cast.classId, text = list) =>
  invite(viewer, { classId, list: text }, at(1));
const expected = async () => (await readInvitations(cast.grace, cast.classId))!;

test("a list with problems invites nobody and names every problem with its line", async () => {
  const text = 'Name,E-mail,Student number\nEve,eve@,42\n,x@example.org,42\n"Two\nlines",x@example.org,,,more\n';
  expect(await send(cast.grace, cast.classId, text)).toEqual({
    kind: "wrong",
    wrong: [
      { line: 2, code: "email-bad" },
      { line: 3, code: "name-missing" },
      { line: 3, code: "studentnumber-twice" },
      { line: 5, code: "too-many-cells" },
      { line: 5, code: "email-twice" },
    ],
  });
  expect(await send(cast.grace, cast.classId, 'Name\n"Eve')).toMatchObject({ wrong: [{ code: "bad-quotes" }] });
  expect(await send(cast.grace, cast.classId, " \n")).toMatchObject({ wrong: [{ code: "nobody" }] });
  expect(await expected()).toEqual([]);
});

test("of the same list twice at once, one is taken and the other hears that its numbers are", async () => {
  const outcomes = await Promise.all([send(), send()]);
  expect(outcomes.map((each) => each.kind).sort()).toEqual(["invited", "wrong"]);
  expect(await expected()).toHaveLength(2);
});

test("an invitation lets one person in, once, under the name on the list, past the waiting line", async () => {
  await setClass(cast, { name: "Group B", needsApproval: true });
  await send();
  const { code } = (await expected()).find((each) => each.name === "Eve E.")!;
  expect(await classByCode(code)).toMatchObject({ id: cast.classId, invited: "Eve E.", teaches: false });
  const carl = await viewerNamed("carl", at(0));
  const outcomes = await Promise.all([eve, carl].map((each) => joinClass(each, { code, name: "Whoever" }, at(2))));
  expect(outcomes.map((each) => each.kind).sort()).toEqual(["joined", "not-found"]);
  expect((await readRoster(cast.grace, cast.classId))?.students).toContainEqual(
    expect.objectContaining({ name: "Eve E.", studentNumber: "0042" }),
  );
  expect((await expected()).map((each) => each.name)).toEqual(["=Mal"]);
  expect(await classByCode(code)).toBeNull();
});

test("who is in the class or was removed uses no invitation up; one that was taken back opens nothing", async () => {
  await send();
  const { code } = (await expected())[0]!;
  expect(await joinClass(cast.ada, { code, name: "Ada" }, at(2))).toMatchObject({ kind: "joined" });
  await removeStudent(cast.grace, cast.classId, cast.bo.userId, at(2));
  expect(await joinClass(cast.bo, { code, name: "Bo" }, at(2))).toEqual({ kind: "not-found" });
  expect(await expected()).toHaveLength(2);
  expect(await uninvite(cast.grace, cast.classId, code)).toBe("=Mal");
  expect(await joinClass(eve, { code, name: "Eve" }, at(3))).toEqual({ kind: "not-found" });
});

test("the roster as a file has everybody, and nothing that a spreadsheet computes", async () => {
  await send();
  const text = (await rosterCsv(cast.grace, cast.classId))!;
  const lines = text.split("\r\n");
  expect(lines[0]).toBe('"Name","E-mail","Student number","Section","Status","Link"');
  expect(lines[1]).toBe('"Ada",,,,"in the class",');
  expect(text).toContain('"\'=Mal",,"7",,"invited","http');
  expect(text).toContain('"Eve E.","eve@example.org","0042"');
});

test("strangers, students and those who teach elsewhere invite nobody and see no invitation", async () => {
  await send();
  const before = await expected();
  const elsewhere = (await myClasses(cast.bob))[0]!.id;
  for (const other of [eve, cast.ada, cast.bob]) {
    expect(await send(other)).toEqual({ kind: "not-found" });
    expect(await readInvitations(other, cast.classId)).toBeNull();
    expect(await rosterCsv(other, cast.classId)).toBeNull();
    expect(await uninvite(other, cast.classId, before[0]!.code)).toBeNull();
    expect(await uninvite(other, elsewhere, before[0]!.code)).toBeNull();
  }
  expect(await expected()).toEqual(before);
  expect(await roleIn(eve, cast.classId)).toBeNull();
  expect(JSON.stringify(await readClass(cast.ada, cast.classId))).not.toContain(before[0]!.code);
});
