/** Signing in: who gets in, what an answer gives away, and who has to wait. */
import { describe, expect, test } from "vitest";
import { signIn, signUp } from "@/lib/server/accounts.ts";
import { db } from "@/lib/server/db.ts";
import { limits } from "@/lib/server/limit.ts";
import type { Refusal } from "@/lib/server/refusal.ts";
import { readSession, viewerOf } from "@/lib/server/viewer.ts";
import { at, newAccount, now, password, sessionOf, tryIn } from "@/tests/support/accounts.ts";
import { guest } from "@/tests/support/people.ts";

describe("signing in", () => {
  test("with the right password begins a new session; the one brought along is not adopted", async () => {
    await newAccount("in-one");
    const before = await guest(now);
    const result = await tryIn("IN-ONE", password, await sessionOf(before.token));
    if (result.kind !== "signed-in") throw new Error("wrong");
    expect(result.grant.token).not.toBe(before.token);
    expect(await readSession(before.token, now)).toBeNull();
    expect(await viewerOf(`session=${result.grant.token}`, now)).toMatchObject({ guest: false });
  });

  test("an unknown name and a wrong password get the same answer, in the same time", async () => {
    await newAccount("in-two");
    const time = async (login: string) => {
      const started = performance.now();
      expect(await tryIn(login, "not the password")).toEqual({ kind: "wrong" });
      return performance.now() - started;
    };
    await time("warm-up");
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 8; i++) {
      known.push(await time("in-two"));
      unknown.push(await time(`nobody-${i}`));
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
    // Without the dummy hash an unknown name answers at least ten times faster.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
    expect(median(unknown)).toBeLessThan(median(known) * 3);
  });

  test("an account without a password cannot be entered with one, empty or not", async () => {
    const id = (await newAccount("in-three")).viewer.userId;
    await db().prisma.user.update({ where: { id }, data: { passwordHash: null } });
    for (const tried of ["", password, "null"]) expect(await tryIn("in-three", tried)).toEqual({ kind: "wrong" });
  });

  test("é typed on another keyboard is the same password; another case is not", async () => {
    await signUp(null, { login: "in-four", name: "", password: "caf\u00e9 lanterns 9" }, at);
    expect((await tryIn("in-four", "cafe\u0301 lanterns 9")).kind).toBe("signed-in");
    expect((await tryIn("in-four", "CAF\u00c9 lanterns 9")).kind).toBe("wrong");
  });

  test("after ten wrong passwords the account waits; others do not; right ones never count", async () => {
    await newAccount("in-five");
    await newAccount("in-six");
    for (let i = 0; i < 15; i++) expect((await tryIn("in-five")).kind).toBe("signed-in");
    for (let i = 0; i < 10; i++) expect((await tryIn("in-five", "guess")).kind).toBe("wrong");
    const refusal = await tryIn("in-five").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 429, code: "too-many" });
    expect((refusal as Refusal).retryAfter).toBeGreaterThan(30);
    // Spelling the name otherwise does not help.
    await expect(tryIn(" IN-FIVE ", "guess")).rejects.toMatchObject({ status: 429 });
    expect((await tryIn("in-six")).kind).toBe("signed-in");
  });

  test("of 40 guesses at once at most ten are tried", async () => {
    await newAccount("in-seven");
    const results = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => tryIn("in-seven", `guess ${i}`)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  test("an address that fails on many names is stopped, also with a right password", async () => {
    await newAccount("in-eight");
    const from = { now, address: "198.51.100.1" };
    for (let i = 0; i < limits.signInFromAddress.burst; i++)
      await signIn(null, { login: `guess-${i}`, password: "guess", bring: false }, from);
    await expect(signIn(null, { login: "in-eight", password, bring: false }, from)).rejects.toMatchObject({
      status: 429,
    });
    expect((await tryIn("in-eight")).kind).toBe("signed-in");
  });
});
