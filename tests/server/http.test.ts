import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { db } from "@/lib/server/db.ts";
import { route } from "@/lib/server/http.ts";
import { Refusal } from "@/lib/server/refusal.ts";
import { viewerOf } from "@/lib/server/viewer.ts";
import { guest, signedIn } from "../support/people.ts";

const now = new Date();
const origin = "http://localhost:3000";

const ran = vi.fn(async (_body: unknown) => ({ done: true }));
afterEach(() => {
  ran.mockClear();
});

const write = route({
  method: "POST",
  path: "/api/v1/things/[thing]",
  who: "anyone",
  body: z.strictObject({ word: z.string().max(20) }),
  maxBytes: 200,
  run: async ({ body }) => ran(body),
});

const post = (headers: Record<string, string>, body: BodyInit = JSON.stringify({ word: "x" })) =>
  new Request(`${origin}/api/v1/things/1`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
const json = { "content-type": "application/json" };

describe("a request that changes something", async () => {
  const { cookie } = await signedIn("ada", now);
  const other = { ...json, cookie };

  test.each<[string, Record<string, string>, number]>([
    ["from our own page", { ...other, origin, "sec-fetch-site": "same-origin" }, 200],
    ["from our own page in a browser that sends no Sec-Fetch", { ...other, origin }, 200],
    [
      "from our own page under another name of this machine",
      { ...other, origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" },
      200,
    ],
    ["from elsewhere", { ...other, origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    ["from elsewhere, without Sec-Fetch", { ...other, origin: "https://evil.example" }, 403],
    [
      "from elsewhere, without a cookie (signing the victim in as someone else)",
      { ...json, origin: "https://evil.example" },
      403,
    ],
    ["from a neighbouring port", { ...other, origin: "http://localhost:3001", "sec-fetch-site": "same-site" }, 403],
    ["from our name on another scheme", { ...other, origin: "https://localhost:3000" }, 403],
    ["from our name with something after it", { ...other, origin: "http://localhost:3000.evil.example" }, 403],
    ["from a sandboxed frame", { ...other, origin: "null" }, 403],
    [
      "from a sandboxed frame that claims our origin in Sec-Fetch only half",
      { ...other, origin: "null", "sec-fetch-site": "cross-site" },
      403,
    ],
    ["typed into the address bar", { ...other, "sec-fetch-site": "none" }, 403],
    ["from nowhere, with a cookie", other, 403],
    ["from nowhere, without a cookie", json, 200],
    [
      "from elsewhere, with our host forged",
      {
        ...other,
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        host: "evil.example",
      },
      403,
    ],
  ])("%s", async (_name, headers, status) => {
    const response = await write(post(headers));
    expect(response.status).toBe(status);
    expect(ran).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json, text/plain",
    "application/jsonp",
    "text/plain; application/json",
    "",
  ])("as %o is refused: any page of the web can send that", async (type) => {
    const response = await write(post({ cookie, origin, ...(type ? { "content-type": type } : {}) }));
    expect(response.status).toBe(415);
    expect(ran).not.toHaveBeenCalled();
  });
});

describe("a body", () => {
  const from = { ...json, origin };

  test.each<[string, string, number]>([
    ["of the right shape", '{"word":"x"}', 200],
    ["with a field nobody asked for", '{"word":"x","userId":"7"}', 400],
    ["with a prototype", '{"word":"x","__proto__":{"role":"admin"}}', 400],
    ["with the wrong type", '{"word":7}', 400],
    ["that is no object", "[]", 400],
    ["that is null", "null", 400],
    ["that is no JSON", '{"word":', 400],
    ["that is empty", "", 400],
    ["that is too large", JSON.stringify({ word: "x".repeat(300) }), 413],
  ])("%s", async (_name, body, status) => {
    expect((await write(post(from, body))).status).toBe(status);
    expect(ran).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
  });

  test("that is not UTF-8 is refused", async () => {
    expect((await write(post(from, Buffer.from([0x22, 0xff, 0x22])))).status).toBe(400);
  });

  test("that never ends is cut off at the limit, whatever length was announced", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (stream) => {
        sent += 100;
        stream.enqueue(new Uint8Array(100).fill(0x20));
      },
    });
    expect((await write(post(from, endless))).status).toBe(413);
    expect(sent).toBeLessThan(1000);
  });

  test("that was refused is not repeated in the answer", async () => {
    const text = await (await write(post(from, '{"word":7,"secret-canary":"secret-canary"}'))).text();
    expect(text).toContain('"path":"word"');
    expect(text.replace(/"code":"[a-z_]+"/g, "")).not.toContain("canary");
  });

  test("needs a schema that lists its fields", () => {
    const body = z.object({ word: z.string() });
    expect(() => route({ method: "POST", path: "/x", who: "anyone", body, run: async () => null })).toThrow(
      /strictObject/,
    );
  });
});

describe("an answer", () => {
  const asks = (run: () => Promise<unknown>) =>
    route({ method: "GET", path: "/api/v1/x", who: "anyone", run })(new Request(`${origin}/api/v1/x`));

  test("is kept by no cache and is no page", async () => {
    const { headers } = await asks(async () => ({}));
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("may be a file, which keeps its own type", async () => {
    const response = await asks(async () => new Response("a,b", { headers: { "content-type": "text/csv" } }));
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/csv", "a,b"]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test.each<[string, () => unknown, number, string | null]>([
    ["a refusal", () => new Refusal(429, "too-many", { retryAfter: 30 }), 429, "30"],
    ["no connection", () => Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), 503, "2"],
    ["a full pool", () => new Error("timeout exceeded when trying to connect"), 503, "2"],
    ["the database stopping", () => Object.assign(new Error("x"), { code: "57P01" }), 503, "2"],
    ["a mistake of ours", () => new TypeError("canary"), 500, null],
    ["something thrown that is no error", () => "canary", 500, null],
  ])("to %s", async (_name, thrown, status, retryAfter) => {
    const response = await asks(async () => {
      throw thrown();
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([status, retryAfter]);
    expect(await response.text()).not.toContain("canary");
  });

  test("to a query that runs too long is to try again", async () => {
    const response = await asks(async () => {
      const client = await db().pool.connect();
      try {
        await client.query("set statement_timeout = 20");
        await client.query("select pg_sleep(1)");
      } finally {
        client.release(true);
      }
    });
    expect(response.status).toBe(503);
  });
});

describe("a log line", () => {
  test("names the route and not its values, and nothing of what was sent", async ({ onTestFinished }) => {
    process.env.LOG_LEVEL = "info";
    onTestFinished(() => {
      delete process.env.LOG_LEVEL;
    });
    const lines: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((line) => Boolean(lines.push(String(line))));
    const { cookie, viewer, token } = await signedIn("canary", now);
    const fail = route({
      method: "POST",
      path: "/api/v1/things/[thing]",
      who: "viewer",
      body: z.strictObject({ word: z.string() }),
      run: async ({ body }) => {
        throw new Error(`failed on ${body.word}\n{"level":"forged"}`);
      },
    });
    const request = new Request(`${origin}/api/v1/things/canary-7?code=canary`, {
      method: "POST",
      headers: { ...json, origin, cookie },
      body: JSON.stringify({ word: "canary" }),
    });
    expect((await fail(request)).status).toBe(500);
    vi.restoreAllMocks();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "error", route: "/api/v1/things/[thing]", error: "Error" },
      { level: "info", status: 500, method: "POST", uid: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    for (const secret of ["canary", "forged", token, viewer.userId]) expect(lines.join("")).not.toContain(secret);
  });
});

describe("who may call", () => {
  const asks = (who: "anyone" | "viewer" | "account") =>
    route({ method: "GET", path: "/x", who, run: async ({ viewer }) => viewer?.userId ?? null });
  const as = (cookie?: string) => new Request(`${origin}/x`, { headers: cookie ? { cookie } : {} });

  test("a stranger, a guest and an account are told apart", async () => {
    const [visitor, ada] = [await guest(now), await signedIn("ada", now)];
    const statuses = async (cookie?: string) =>
      Promise.all((["anyone", "viewer", "account"] as const).map(async (who) => (await asks(who)(as(cookie))).status));
    expect(await statuses()).toEqual([200, 401, 401]);
    expect(await statuses(visitor.cookie)).toEqual([200, 200, 401]);
    expect(await statuses(ada.cookie)).toEqual([200, 200, 200]);
    expect(await (await asks("viewer")(as(ada.cookie))).json()).toBe(ada.viewer.userId);
  });

  test("a stranger becomes a guest only where the route asks for it, once, with a cookie that opens the session", async () => {
    const before = await db().prisma.user.count();
    expect((await asks("anyone")(as())).headers.get("set-cookie")).toBeNull();
    expect(await db().prisma.user.count()).toBe(before);

    const answer = route({
      method: "POST",
      path: "/x",
      who: "anyone",
      run: async ({ ensureViewer }) => [(await ensureViewer()).userId, (await ensureViewer()).userId],
    });
    const response = await answer(new Request(`${origin}/x`, { method: "POST", headers: { origin } }));
    const [first, second] = await response.json();
    expect(first).toBe(second);
    expect(await db().prisma.user.count()).toBe(before + 1);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect((await viewerOf(cookie.split(";")[0] ?? "", new Date()))?.userId).toBe(first);
  });

  test("a cookie that was planted is not adopted: the guest gets a token of our own", async () => {
    const planted = "A".repeat(43);
    const answer = route({
      method: "POST",
      path: "/x",
      who: "anyone",
      run: async ({ ensureViewer }) => ensureViewer(),
    });
    const response = await answer(
      new Request(`${origin}/x`, { method: "POST", headers: { origin, cookie: `session=${planted}` } }),
    );
    expect(response.headers.get("set-cookie")).toMatch(/^session=/);
    expect(response.headers.get("set-cookie")).not.toContain(planted);
    expect(await viewerOf(`session=${planted}`, new Date())).toBeNull();
  });
});
