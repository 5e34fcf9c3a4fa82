/** A join code is not found by trying: neither by many at once, nor by another page, and what a wrong code is told never says why. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { archiveClass } from "@/lib/server/archive.ts";
import { db } from "@/lib/server/db.ts";
import { setTeachCode } from "@/lib/server/instructors.ts";
import { uninvite } from "@/lib/server/invitations.ts";
import { tryCode } from "@/lib/server/join-limit.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { viewerNamed } from "../support/people.ts";
import { aWorld, now, prepareWorlds } from "../support/world.ts";

beforeAll(prepareWorlds);
const address = (last: number) => new Headers({ "x-forwarded-for": `203.0.113.${last}` });
const triedBy = async (guesses: Promise<{ kind: string }>[]) =>
  (await Promise.all(guesses)).filter(({ kind }) => kind === "tried").length;

describe("guessing stops", () => {
  test("for strangers of one address after thirty, and not for their neighbours", async () => {
    vi.stubEnv("TRUSTED_PROXY_HOPS", "1");
    let tried = 0;
    for (let turn = 0; turn < 40; turn++)
      tried += await triedBy([tryCode(null, address(1), () => classByCode("ZZZZ-ZZZZ"))]);
    expect(tried).toBe(30);
    expect(await triedBy([tryCode(null, address(2), () => classByCode("ZZZZ-ZZZZ"))])).toBe(1);
    await db().pool.query("delete from rate_limit");
  });

  test("for an account after ten, all at once or not; who holds a code is let in however often they try", async () => {
    const { joinCode } = await aWorld();
    await db().pool.query("delete from rate_limit");
    const people = await Promise.all(Array.from({ length: 4 }, (_, index) => viewerNamed(`m${index}`, now)));
    let tried = 0;
    for (const viewer of people)
      tried += await triedBy(
        Array.from({ length: 25 }, () => tryCode(viewer, new Headers(), () => classByCode("ZZZZ-ZZZZ"))),
      );
    expect(tried).toBe(40);
    const lin = await viewerNamed("lin", now);
    for (let turn = 0; turn < 15; turn++)
      expect(await tryCode(lin, new Headers(), () => classByCode(joinCode)), "right ones never count").toMatchObject({
        opened: { name: "Group B" },
      });
    await db().pool.query("delete from rate_limit");
  });

  test("on every page and form alike: a code is looked at in one place", () => {
    const root = path.join(import.meta.dirname, "../../app");
    const looks = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(path.join(root, file), "utf8");
        const calls = [...text.matchAll(/\b(?:classByCode|joinClass|joinByName)\(/g)].length;
        const counted = [...text.matchAll(/tryCode\([^;]*?\b(?:classByCode|joinClass|joinByName)\(/g)].length;
        return calls > counted ? [file] : [];
      });
    expect(looks).toEqual([]);
  });
});

test("a code of nothing, of a class that is put away, a closed one and a used one are told the same", async () => {
  const { target, teacher, joinCode } = await aWorld();
  const { classId, invitation } = target;
  await setTeachCode(teacher, classId, true);
  const { rows } = await db().pool.query("select teach_code from class where id = $1", [classId]);
  await setTeachCode(teacher, classId, false);
  await uninvite(teacher, classId, invitation);
  const lin = await viewerNamed("lin", now);
  const told = (code: string) => joinClass(lin, { code, name: "Lin" }, now);
  const nothing = await told("ZZZZ-ZZZZ");
  for (const code of [rows[0].teach_code, invitation, "not a code at all", ""]) {
    expect(await told(code)).toEqual(nothing);
    expect(await classByCode(code)).toBeNull();
  }
  await archiveClass(teacher, classId, new Date(now.getTime() + 7_200_000));
  expect(await told(joinCode)).toEqual(nothing);
});

test("no form and no body lets fields through that nobody asked for", () => {
  const root = path.join(import.meta.dirname, "../../app");
  const loose = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => {
    if (!/\.tsx?$/.test(file)) return false;
    const text = readFileSync(path.join(root, file), "utf8");
    const receives = /^"use server";|\broute\(\{/m.test(text);
    return receives && /z\.(?:object|looseObject|record|any|unknown)\(|\.(?:passthrough|loose|catchall)\(/.test(text);
  });
  // What a study session sends is checked event by event in lib/server/events.ts.
  expect(loose).toEqual(["api/v1/events/route.ts"]);
});
