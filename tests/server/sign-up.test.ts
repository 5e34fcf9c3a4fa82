/** Signing up: what is made, what is refused, and how a guest becomes somebody with an account. */
import { describe, expect, test } from "vitest";
import { signUp } from "@/lib/server/accounts.ts";
import { db } from "@/lib/server/db.ts";
import { limits } from "@/lib/server/limit.ts";
import { beginSession, readSession, viewerOf } from "@/lib/server/viewer.ts";
import { at, newAccount, now, password, sessionOf } from "@/tests/support/accounts.ts";
import { guest } from "@/tests/support/people.ts";

describe("signing up", () => {
  test("makes an account with a hashed password, an address in one spelling, and a session", async () => {
    const result = await signUp(null, { login: " Ada@Example.ORG ", name: " Ada  Lovelace ", password }, at);
    if (result.kind !== "signed-up") throw new Error("refused");
    const user = await db().prisma.user.findUnique({ where: { email: "ada@example.org" } });
    expect(user).toMatchObject({ name: "Ada Lovelace", username: null, guest: false });
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await viewerOf(`session=${result.grant.token}`, now)).toEqual({
      userId: user?.id,
      guest: false,
      name: "Ada Lovelace",
    });
  });

  test("as a guest keeps the guest's identity, and so everything that hangs on it; copies of the guest's cookie die", async () => {
    const visitor = await guest(now);
    const otherTab = await beginSession({ id: visitor.viewer.userId, guest: true, name: null }, now);
    const grant = await newAccount("was-guest", await sessionOf(visitor.token));
    expect(grant.viewer).toMatchObject({ userId: visitor.viewer.userId, guest: false });
    expect(grant.token).not.toBe(visitor.token);
    for (const token of [visitor.token, otherTab.token]) expect(await readSession(token, now)).toBeNull();
  });

  test("twice at once as one guest makes one account", async () => {
    const session = await sessionOf((await guest(now)).token);
    const results = await Promise.all(
      ["tab-one", "tab-two"].map((login) => signUp(session, { login, name: "", password }, at)),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(["refused", "signed-up"]);
    expect(await db().prisma.user.count({ where: { username: { in: ["tab-one", "tab-two"] } } })).toBe(1);
  });

  test("the same name by many at once is given to one", async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => signUp(null, { login: "contested", name: "", password }, at)),
    );
    expect(results.filter(({ kind }) => kind === "signed-up")).toHaveLength(1);
    for (const result of results) if (result.kind === "refused") expect(result.problems).toEqual({ login: ["taken"] });
  });

  test.each(["Taken@Example.org", "ＴＡＫＥＮ@example.org", " taken@example.org"])(
    "%o is taken once taken@example.org is",
    async (login) => {
      await newAccount("taken@example.org").catch(() => {});
      expect(await signUp(null, { login, name: "", password }, at)).toMatchObject({ problems: { login: ["taken"] } });
    },
  );

  test("says everything that is wrong at once", async () => {
    const result = await signUp(null, { login: "a b", name: "x".repeat(81), password: "short" }, at);
    expect(result).toEqual({
      kind: "refused",
      problems: { login: ["invalid"], name: ["too-long"], password: ["too-short"] },
    });
  });

  test("is not for somebody who is signed in", async () => {
    const session = await sessionOf((await newAccount("already")).token);
    expect(await signUp(session, { login: "second", name: "", password }, at)).toMatchObject({ kind: "refused" });
  });

  test("an address that asks for taken names again and again is stopped; a class of 500 behind one address is not", async () => {
    await newAccount("popular");
    const from = { now, address: "203.0.113.1" };
    const burst = limits.signUpFromAddress.burst;
    for (let i = 0; i < burst; i++)
      expect(await signUp(null, { login: "popular", name: "", password }, from)).toMatchObject({ kind: "refused" });
    await expect(signUp(null, { login: "popular", name: "", password }, from)).rejects.toMatchObject({ status: 429 });
    // What succeeds is not counted.
    const school = { now, address: "203.0.113.2" };
    for (let i = 0; i < burst + 5; i++)
      expect((await signUp(null, { login: `pupil-${i}`, name: "", password }, school)).kind).toBe("signed-up");
  });
});

describe("a login", () => {
  test.each<[string, boolean]>([
    ["ada", true],
    ["ada.lovelace", true],
    ["Ægir_2", true],
    ["张伟三", true],
    ["ab", false],
    [".ada", false],
    ["ada.", false],
    ["a".repeat(33), false],
    ["ada lovelace", false],
    ["ada<script>", false],
    ["a@b.co", true],
    ["first.last+tag@sub.example.org", true],
    ["a@localhost", false],
    ["a@example", false],
    ["a@@example.org", false],
    ["a@b@example.org", false],
    ['"a b"@example.org', false],
    ["a@exam ple.org", false],
    ["a@example.org\r\nBcc: b@example.org", false],
    ["а@example.org", false], // Cyrillic а
    ["a@еxample.org", false], // Cyrillic е
    ["a@example.org,b@example.org", false],
    [`${"a".repeat(65)}@example.org`, false],
    [`a@${"b".repeat(250)}.org`, false],
    ["", false],
  ])("%o: %o", async (login, ok) => {
    const result = await signUp(null, { login, name: "", password: "short" }, at);
    expect(result.kind === "refused" && (result.problems.login?.length ?? 0) === 0).toBe(ok);
  });
});
