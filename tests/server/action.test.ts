import { createTranslator } from "use-intl/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { db } from "@/lib/server/db.ts";
import { viewerOf } from "@/lib/server/viewer.ts";
import messages from "@/messages/en.json";
import { guest, signedIn } from "../support/people.ts";

/** One request: its headers, and the cookies that go back. */
const request = vi.hoisted(() => ({
  headers: new Headers(),
  set: new Map<string, { value: string; expires?: Date }>(),
}));

vi.mock("next/headers.js", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const found = request.headers
        .get("cookie")
        ?.split("; ")
        .find((part) => part.startsWith(`${name}=`));
      return found ? { name, value: found.slice(name.length + 1) } : undefined;
    },
    set: (name: string, value: string, options: { expires?: Date }) => request.set.set(name, { value, ...options }),
  }),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "account.problems") => createTranslator({ locale: "en", messages, namespace }),
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));

const { action } = await import("@/lib/server/action.ts");
const { openAccount } = await import("@/app/[locale]/(site)/sign-up/actions.ts");
const { enterWithPassword } = await import("@/app/[locale]/(site)/sign-in/actions.ts");
const account = await import("@/app/[locale]/(site)/account/actions.ts");

const now = new Date();
const start = { problems: {}, values: {} };
const ours = { origin: "http://localhost:3000" };
const from = (headers: Record<string, string>) => {
  request.headers = new Headers(headers);
};
const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) data.append(name, each);
  return data;
};
beforeEach(() => from(ours));
afterEach(() => request.set.clear());

/** Where a redirect leads; Next throws it. */
async function destination(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    (state) => new Error(`no redirect: ${JSON.stringify(state)}`),
    (error: unknown) => error,
  );
  const { digest = "", message } = thrown as { digest?: string; message: string };
  if (!digest.startsWith("NEXT_REDIRECT")) throw new Error(message);
  return digest.split(";")[2] ?? "";
}

describe("an action", () => {
  const ran = vi.fn(async (_call: unknown) => ({ done: "done" }));
  const act = action({
    name: "test",
    schema: z.strictObject({ word: z.string().max(5), password: z.string() }),
    keep: ["word"],
    run: ran,
  });
  const whole = { word: "x", password: "canary" };
  beforeEach(() => ran.mockClear());

  test.each<[string, Record<string, string>, boolean]>([
    ["our own page", ours, true],
    ["our own page, as the browser says", { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }, true],
    ["another site", { origin: "https://evil.example" }, false],
    [
      "another site whose forged host matches",
      { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
      false,
    ],
    ["a sandboxed frame", { origin: "null" }, false],
    ["a neighbouring site", { origin: "http://localhost:3000", "sec-fetch-site": "same-site" }, false],
    ["nowhere, with a cookie", { cookie: `session=${"a".repeat(43)}` }, false],
  ])("from %s", async (_name, headers, runs) => {
    from(headers);
    const state = await act(start, form(whole));
    expect(state).toEqual(
      runs ? { problems: {}, values: {}, done: "done" } : { problems: { form: ["cross-site"] }, values: { word: "x" } },
    );
    expect(ran).toHaveBeenCalledTimes(runs ? 1 : 0);
  });

  test.each<[string, Record<string, string | string[]>, string]>([
    ["a field too many", { ...whole, userId: "7" }, "form"],
    ["a field too few", { word: "x" }, "password"],
    ["a field twice", { ...whole, word: ["x", "y"] }, "word"],
    ["a field too long", { ...whole, word: "xxxxxx" }, "word"],
    ["a prototype", { ...whole, __proto__x: "1" }, "form"],
  ])("with %s is refused, and a password is not shown again", async (_name, fields, place) => {
    const state = await act(start, form(fields));
    expect(Object.keys(state.problems)).toEqual([place]);
    expect(JSON.stringify(state)).not.toContain("canary");
    expect(ran).not.toHaveBeenCalled();
  });

  test("with a file in place of a text is refused", async () => {
    const data = form(whole);
    data.set("word", new File(["x"], "x.txt"));
    expect(Object.keys((await act(start, data)).problems)).toEqual(["word"]);
  });

  test("says when to try again, and throws mistakes of ours on without their words", async () => {
    ran.mockRejectedValueOnce(Object.assign(new Error("x"), { code: "ECONNREFUSED" }));
    expect((await act(start, form(whole))).problems).toEqual({ form: ["unavailable:1"] });
    ran.mockRejectedValueOnce(new TypeError("a mistake"));
    await expect(act(start, form(whole))).rejects.toThrow("a mistake");
  });

  test("keeps a guest's cookie alive", async () => {
    const visitor = await guest(new Date(now.getTime() - 86_400_000));
    from({ ...ours, cookie: visitor.cookie });
    await act(start, form(whole));
    expect(request.set.get("session")?.value).toBe(visitor.token);
    expect(request.set.get("session")?.expires?.getTime()).toBeGreaterThan(now.getTime() + 399 * 86_400_000);
  });
});

describe("the forms of accounts", () => {
  const password = "heron lantern quartz";

  test("signing up sets a cookie that opens the account, and goes on only within this site", async () => {
    for (const [login, callbackUrl, to] of [
      ["form-one", "/classes/new?next=quiz", "/classes/new?next=quiz"],
      ["form-two", "//evil.example", "/"],
      ["form-three", "https://evil.example/", "/"],
    ] as const) {
      expect(await destination(openAccount(start, form({ login, name: "", password, callbackUrl })))).toBe(to);
      const token = request.set.get("session")?.value;
      const viewer = await viewerOf(`session=${token}`, new Date());
      expect(await db().prisma.user.findUnique({ where: { id: viewer?.userId ?? "" } })).toMatchObject({
        username: login,
      });
    }
  });

  test.each<Record<string, string>>([
    { guest: "true" },
    { id: "0192f0c1-0000-7000-8000-000000000000" },
    { emailVerified: "2026-01-01" },
    { passwordHash: "x" },
    { mergedInto: "0192f0c1-0000-7000-8000-000000000000" },
    { createdAt: "2000-01-01" },
    { role: "admin" },
  ])("signing up cannot set %o", async (extra) => {
    const before = await db().prisma.user.count();
    const state = await openAccount(start, form({ login: "form-extra", name: "", password, ...extra }));
    expect(Object.keys(state.problems)).toEqual(["form"]);
    expect(await db().prisma.user.count()).toBe(before);
  });

  test("signing in says the same of an unknown name and a wrong password, to the byte", async () => {
    await destination(openAccount(start, form({ login: "form-known", name: "", password })));
    const states = [];
    for (const login of ["form-known", "form-unknown"]) {
      const { values, ...state } = await enterWithPassword(start, form({ login, password: "a wrong password" }));
      expect(values).toEqual({ login, bring: "" });
      states.push(JSON.stringify(state));
    }
    expect(states[0]).toBe(states[1]);
    expect(request.set.size).toBe(1);
  });

  test("settings say everything that is wrong with them, and keep what was typed", async () => {
    const ada = await signedIn("ada", now);
    from({ ...ours, cookie: ada.cookie });
    const typed = { zone: "Mars/Base", rolloverHour: "24", newPerDay: "2e2", desiredRetention: "" };
    const state = await account.saveLearning(start, form(typed));
    expect(state.problems).toEqual({
      zone: ["This zone is not known."],
      rolloverHour: ["An hour from 0 to 23."],
      newPerDay: ["A whole number from 0 to 200."],
      desiredRetention: ["A number from 70 to 97."],
    });
    expect(state.values).toMatchObject(typed);
    const good = {
      zone: "Asia/Kathmandu",
      rolloverHour: "0",
      newPerDay: "200",
      desiredRetention: "97",
      fourButtons: "on",
    };
    expect(await account.saveLearning(start, form(good))).toMatchObject({ done: "saved" });
    expect(await db().prisma.setting.findUnique({ where: { userId: ada.viewer.userId } })).toMatchObject({
      zone: "Asia/Kathmandu",
      rolloverHour: 0,
      newPerDay: 200,
      desiredRetention: 0.97,
      caps: false,
      fourButtons: true,
    });
  });

  test("nobody's forms do nothing", async () => {
    for (const [act, fields] of [
      [account.saveName, { name: "x" }],
      [account.savePassword, { current: "x", next: password }],
      [account.saveLearning, { zone: "UTC", rolloverHour: "4", newPerDay: "20", desiredRetention: "90" }],
      [account.signOutThere, { id: "x" }],
      [account.linkProvider, {}],
    ] as const)
      expect((await act(start, form(fields))).problems).toEqual({
        form: ["You were signed out in the meantime. Sign in again."],
      });
  });
});
