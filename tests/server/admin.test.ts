/** Who runs the instance: how they come to, what they may, and that there is always one. */
import { beforeEach, describe, expect, test } from "vitest";
import { signIn, signUp } from "@/lib/server/accounts.ts";
import { isAdmin, readUsers, setDisabled } from "@/lib/server/admin.ts";
import { db } from "@/lib/server/db.ts";
import { readInstanceHistory } from "@/lib/server/history.ts";
import { readInstance, saveInstance } from "@/lib/server/instance.ts";
import { claimSetup, isSetupOpen, offerSetup, setupMs } from "@/lib/server/setup.ts";
import { beginSession, makeGuest, readSession } from "@/lib/server/viewer.ts";
import { newAccount, password } from "../support/accounts.ts";
import { anAdmin, aSetupToken } from "../support/admins.ts";
import { account, guest, viewerNamed } from "../support/people.ts";

const now = new Date("2026-11-21T12:00:00Z");
const at = { now, address: null };
const later = (ms: number) => new Date(now.getTime() + ms);

beforeEach(() => db().pool.query(`update "user" set admin = false`));

describe("the token of the start", () => {
  test("makes one person the admin, once, whoever is at it at the same time", async () => {
    const token = (await offerSetup(undefined, now))!;
    const people = await Promise.all(["a", "b", "c"].map((name) => viewerNamed(name, now)));
    const outcomes = await Promise.all(people.map((viewer) => claimSetup(viewer, token, now)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["claimed", "wrong", "wrong"]);
    expect(await claimSetup(people[0]!, token, now)).toEqual({ kind: "wrong" });
    expect((await Promise.all(people.map(isAdmin))).filter(Boolean)).toHaveLength(1);
    expect(await isSetupOpen(now)).toBe(false);
    expect(await offerSetup(undefined, now), "the next start prints none").toBeNull();
  });

  test("is stored as a hash, ends after a day, gives way to the next, and is no guest's", async () => {
    const first = (await offerSetup(undefined, now))!;
    const { rows } = await db().pool.query("select setup_hash from instance");
    expect(rows[0].setup_hash).not.toContain(first);
    const lin = await viewerNamed("lin", now);
    expect(await claimSetup(lin, first, later(setupMs + 1))).toEqual({ kind: "wrong" });
    const second = (await offerSetup("a token of the operator's own", now))!;
    expect(await claimSetup(lin, first, now)).toEqual({ kind: "wrong" });
    expect(await claimSetup((await guest(now)).viewer, second, now)).toEqual({ kind: "needs-account" });
    expect(await claimSetup(lin, ` ${second} `, now)).toEqual({ kind: "claimed" });
    await expect(offerSetup("too short", now)).rejects.toThrow("SETUP_TOKEN");
  });

  test("is guessed twenty times an hour at most, by all together", async () => {
    const token = await aSetupToken();
    await db().pool.query("delete from rate_limit");
    const lin = await viewerNamed("lin", now);
    for (let turn = 0; turn < 20; turn++)
      expect(await claimSetup(lin, `guess ${turn}`, now)).toEqual({ kind: "wrong" });
    await expect(claimSetup(lin, token, now)).rejects.toMatchObject({ status: 429 });
    await db().pool.query("delete from rate_limit");
  });
});

describe("who is shut out", () => {
  test("is signed out at once and everywhere, cannot sign in, and can again when let in", async () => {
    const root = await anAdmin(now);
    const login = `shut-${Date.now()}`;
    const { viewer, token } = await newAccount(login);
    const set = (disabled: boolean) => setDisabled(root, { userId: viewer.userId, disabled }, now);
    expect(await readSession(token, now)).not.toBeNull();
    expect(await set(true)).toMatchObject({ kind: "done" });
    expect(await readSession(token, now)).toBeNull();
    const tryIn = () => signIn(null, { login, password, bring: false }, at);
    await expect(tryIn()).rejects.toMatchObject({ status: 403, code: "disabled" });
    // A session that was being begun in that moment opens nothing.
    const late = await beginSession({ id: viewer.userId, guest: false, name: null }, now);
    expect(await readSession(late.token, now)).toBeNull();
    expect(await signIn(null, { login, password: "not this one, no", bring: false }, at)).toEqual({ kind: "wrong" });
    await set(false);
    expect(await tryIn()).toMatchObject({ kind: "signed-in" });
  });

  test("brings no guest's answers into the account", async () => {
    const root = await anAdmin(now);
    const login = `shut-guest-${Date.now()}`;
    const { viewer } = await newAccount(login);
    await setDisabled(root, { userId: viewer.userId, disabled: true }, now);
    const visitor = await guest(now);
    const session = await readSession(visitor.token, now);
    await expect(signIn(session, { login, password, bring: true }, at)).rejects.toMatchObject({ code: "disabled" });
    expect(await readSession(visitor.token, now)).not.toBeNull();
  });

  test("is never the last admin, also when two shut each other out", async () => {
    const [one, two] = [await anAdmin(now), await anAdmin(now)];
    const [first, second] = await Promise.all([
      setDisabled(one, { userId: two.userId, disabled: true }, now),
      setDisabled(two, { userId: one.userId, disabled: true }, now),
    ]);
    expect([first.kind, second.kind].sort()).toEqual(["done", "not-found"]);
    const left = first.kind === "done" ? one : two;
    expect(await setDisabled(left, { userId: left.userId, disabled: true }, now)).toEqual({ kind: "last" });
    expect(await isAdmin(left)).toBe(true);
  });
});

test("people are found by name and login, newest first, with their browsers and nothing else; guests are nobody", async () => {
  const root = await anAdmin(now);
  const tag = `t${Date.now()}`;
  for (let index = 0; index < 53; index++) await account(`${tag}-${index}`, now);
  await guest(now);
  const first = (await readUsers(root, { words: tag }, now))!;
  expect(first.users).toHaveLength(50);
  const rest = (await readUsers(root, { words: tag, after: first.after }, now))!;
  expect([rest.users.length, rest.after]).toEqual([3, null]);
  expect(new Set([...first.users, ...rest.users].map(({ userId }) => userId)).size).toBe(53);
  expect((await readUsers(root, { words: "%" }, now))!.users, "a sign is no pattern").toEqual([]);
  expect(Object.keys(first.users[0]!).sort()).toEqual(
    ["admin", "disabled", "login", "name", "sessions", "since", "userId"].sort(),
  );
  const person = await account(`${tag}-browsers`, now);
  await beginSession(person, now);
  expect((await readUsers(root, { words: `${tag}-browsers` }, now))!.users).toMatchObject([{ sessions: 1 }]);
  for (const other of [await viewerNamed("lin", now), (await guest(now)).viewer]) {
    expect(await readUsers(other, {}, now)).toBeNull();
    expect(await readInstanceHistory(other)).toBeNull();
  }
});

test("sign-up and guests are closed and opened; of two who change that, one is told", async () => {
  const root = await anAdmin(now);
  const { version } = await readInstance();
  const closed = { name: "Harbour School", signUpOpen: false, guests: false, version };
  const both = await Promise.all([saveInstance(root, closed), saveInstance(root, { ...closed, name: "Other" })]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(["saved", "stale"]);
  expect(await signUp(null, { login: "somebody-new", name: "", password }, at)).toEqual({
    kind: "refused",
    problems: { form: ["closed"] },
  });
  await expect(makeGuest(now)).rejects.toMatchObject({ status: 401 });
  const lin = await viewerNamed("lin", now);
  expect(await saveInstance(lin, { ...closed, version: version + 1 })).toEqual({ kind: "not-found" });
  await saveInstance(root, { name: null, signUpOpen: true, guests: true, version: version + 1 });
  expect(await makeGuest(now)).toMatchObject({ viewer: { guest: true } });
  const history = (await readInstanceHistory(root))!;
  expect(history.lines[0]).toMatchObject({ what: "instance-changed", changed: { signUpOpen: [false, true] } });
});
