import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { endSessionLine, readAccount } from "@/lib/server/account-page.ts";
import { changeName, changePassword, signIn, signOutEverywhere, signUp } from "@/lib/server/accounts.ts";
import { db } from "@/lib/server/db.ts";
import { limits } from "@/lib/server/limit.ts";
import type { Refusal } from "@/lib/server/refusal.ts";
import { beginSession, readSession, type Session, viewerOf } from "@/lib/server/viewer.ts";
import { guest } from "../support/people.ts";

const now = new Date("2026-11-21T12:00:00Z");
const at = { now, address: null };
const password = "heron lantern quartz";

async function sessionOf(token: string): Promise<Session> {
  const session = await readSession(token, now);
  if (!session) throw new Error("no session");
  return session;
}

async function newAccount(login: string, session: Session | null = null) {
  const result = await signUp(session, { login, name: "", password }, at);
  if (result.kind !== "signed-up") throw new Error(JSON.stringify(result.problems));
  return result.grant;
}

const tryIn = (login: string, tried = password, session: Session | null = null, bring = false) =>
  signIn(session, { login, password: tried, bring }, at);

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

describe("a session", () => {
  test("everywhere ends with signing out everywhere, here with it", async () => {
    const one = await newAccount("out-one");
    const two = await tryIn("out-one");
    if (two.kind !== "signed-in") throw new Error("wrong");
    expect(await signOutEverywhere(one.viewer)).toBe(2);
    for (const token of [one.token, two.grant.token]) expect(await readSession(token, now)).toBeNull();
  });

  test("is listed to its owner and ended by its line; somebody else's line is not found", async () => {
    const ada = await newAccount("out-two");
    const other = await tryIn("out-two");
    const bob = await newAccount("out-three");
    if (other.kind !== "signed-in") throw new Error("wrong");
    const page = await readAccount(await sessionOf(ada.token), now);
    expect(page?.sessions).toHaveLength(2);
    const line = page?.sessions.find(({ here }) => !here);
    expect(await endSessionLine(bob.viewer, line?.id ?? "")).toBe("not-found");
    for (const id of ["", "%", "________________", "%%%%%%%%%%%%%%%%", "' or 1=1 --"])
      expect(await endSessionLine(ada.viewer, id)).toBe("not-found");
    expect(await endSessionLine(ada.viewer, line?.id ?? "")).toBe("ended");
    expect(await readSession(other.grant.token, now)).toBeNull();
    expect(await readSession(ada.token, now)).not.toBeNull();
  });

  test("dies with the password, but for the one that changed it, which gets a new token", async () => {
    const one = await newAccount("out-four");
    const two = await tryIn("out-four");
    if (two.kind !== "signed-in") throw new Error("wrong");
    const next = "violet granite otter";
    const result = await changePassword(one.viewer, { current: password, next }, now);
    if (result.kind !== "changed") throw new Error(JSON.stringify(result));
    for (const token of [one.token, two.grant.token]) expect(await readSession(token, now)).toBeNull();
    expect(await readSession(result.grant.token, now)).not.toBeNull();
    expect((await tryIn("out-four")).kind).toBe("wrong");
    expect((await tryIn("out-four", next)).kind).toBe("signed-in");
  });
});

describe("the account", () => {
  test("the password is changed only by who knows it, and guessing it is limited", async () => {
    const { viewer } = await newAccount("page-one");
    const next = "violet granite otter";
    for (let i = 0; i < 10; i++)
      expect(await changePassword(viewer, { current: "guess", next }, now)).toMatchObject({
        problems: { current: ["wrong"] },
      });
    await expect(changePassword(viewer, { current: password, next }, now)).rejects.toMatchObject({ status: 429 });
  });

  test("a new password keeps the same rules, with the account's own words", async () => {
    const { viewer } = await newAccount("persephone");
    await changeName(viewer, "Balthazar");
    for (const next of ["short", "persephone2026", "Balthazar!!Balthazar"])
      expect((await changePassword(viewer, { current: password, next }, now)).kind).toBe("refused");
  });

  test("the name is cleaned of what is invisible or turns the text around it", async () => {
    const { viewer } = await newAccount("page-two");
    await changeName(viewer, "  A\u202eda <b>\u0000 \n Lovelace\u200b ");
    const user = () => db().prisma.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    expect((await user()).name).toBe("Ada b Lovelace");
    expect((await changeName(viewer, "x".repeat(81))).kind).toBe("refused");
    await changeName(viewer, "  ");
    expect((await user()).name).toBeNull();
  });

  test("a guest has none", async () => {
    const visitor = await guest(now);
    expect(await readAccount(await sessionOf(visitor.token), now)).toBeNull();
    expect((await changeName(visitor.viewer, "x")).kind).toBe("refused");
    expect((await changePassword(visitor.viewer, { current: "", next: password }, now)).kind).toBe("refused");
  });

  test("shows its owner nothing that opens it", async () => {
    const grant = await newAccount("page-three");
    const text = JSON.stringify(await readAccount(await sessionOf(grant.token), now));
    expect(text).not.toMatch(/argon2|passwordHash/);
    expect(text).not.toContain(grant.token);
    expect(text).not.toContain(createHash("sha256").update(grant.token).digest("base64url"));
  });
});

describe("too many hashes", () => {
  test("a school that signs in at once waits in turn, two at a time; only a flood is told to come back, and nobody is forgotten", async () => {
    vi.resetModules();
    let [running, most, hashed] = [0, 0, 0];
    const verify = async () => {
      most = Math.max(most, ++running);
      await new Promise((settle) => setImmediate(settle));
      running--;
      hashed++;
      return false;
    };
    vi.doMock("@node-rs/argon2", () => ({ verify, hash: verify }));
    try {
      const { verifyPassword } = await import("@/lib/server/password.ts");
      const results = await Promise.allSettled(Array.from({ length: 610 }, () => verifyPassword(null, "x")));
      const refused = results.filter((result) => result.status === "rejected");
      expect([hashed, most]).toEqual([602, 2]);
      expect(refused).toHaveLength(8);
      for (const { reason } of refused)
        expect(reason).toMatchObject({ status: 503, code: "unavailable", retryAfter: 5 });
      // The turns were handed on: it still works afterwards.
      expect(await verifyPassword(null, "x")).toBe(false);
    } finally {
      vi.doUnmock("@node-rs/argon2");
    }
  });
});
