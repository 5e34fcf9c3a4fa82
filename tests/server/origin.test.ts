import { describe, expect, test } from "vitest";
import { readConfig } from "@/lib/server/config.ts";
import { poolConfig } from "@/lib/server/db.ts";
import { safePath } from "@/lib/server/origin.ts";

describe("where to go on to", () => {
  test.each([
    ["/", "/"],
    ["/study?pack=nmi", "/study?pack=nmi"],
    ["/classes/1#members", "/classes/1#members"],
    ["/a/../b", "/b"],
    ["/join?next=https://evil.example", "/join?next=https://evil.example"],
    ["/caf%C3%A9", "/caf%C3%A9"],
    ["/@evil.example", "/@evil.example"],
    ["/:80", "/:80"],
  ])("%o is a path of ours", (given, expected) => {
    expect(safePath(given, "/fallback")).toBe(expected);
  });

  test.each([
    "",
    "study",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    " /study",
    "/ /evil.example",
    "/x/..//evil.example",
    "/.//evil.example",
    "/./\\evil.example",
    "/x/../\\evil.example",
    "/%2e%2e//evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:evil.example",
    "HTTPS://evil.example",
    "http://localhost:3000.evil.example/",
    "http://localhost:3000@evil.example/",
    "http://localhost:3000/study",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:http://localhost:3000/x",
    "file:///etc/passwd",
    "@evil.example",
    ".evil.example",
    "%2f%2fevil.example",
    "?next=/",
    "#x",
    "/\u0000/evil.example",
    "/\u2028evil",
    "/\ufeff/evil.example",
    "/study\r\nSet-Cookie: x=y",
    `/${"a".repeat(2000)}`,
    null,
    undefined,
    7,
    ["/study"],
    { toString: () => "/study" },
  ])("%o is not", (given) => {
    expect(safePath(given, "/fallback")).toBe("/fallback");
  });

  test("what is accepted always leads to our own origin, however a browser reads it", () => {
    const pieces = ["/", "\\", ".", "..", "evil.example", "@", ":", "%2f", "%5c", "?", "#", "\t", "http:", "x"];
    for (const a of pieces)
      for (const b of pieces)
        for (const c of pieces)
          for (const d of pieces) {
            const path = safePath(`/${a}${b}${c}${d}`, "/");
            if (new URL(path, "http://localhost:3000/sign-in").origin !== "http://localhost:3000")
              throw new Error(`${a}${b}${c}${d} leads away`);
          }
  });
});

describe("the environment", () => {
  const whole = {
    DATABASE_URL: "postgresql://app@localhost/recite",
    AUTH_SECRET: "fJ3!kd92mqlvnz84hd7sbax0qpwoeiru",
    APP_ORIGIN: "https://recite.example",
  };

  test("needs an address of the database and a secret; the rest has defaults", () => {
    expect(readConfig({ ...whole, APP_ORIGIN: undefined, PORT: "4000" })).toMatchObject({
      ok: true,
      config: {
        appOrigin: "http://localhost:4000",
        secure: false,
        databasePoolSize: 10,
        trustedProxyHops: 0,
        oidc: null,
      },
    });
  });

  test("is told everything that is wrong with it at once, never its secrets", () => {
    const read = readConfig({
      APP_ORIGIN: "https://recite.example/path",
      DATABASE_URL: "mysql://canary",
      AUTH_SECRET: "canary",
      TRUSTED_PROXY_HOPS: "-1",
      DATABASE_POOL_SIZE: "many",
      AUTH_OIDC_ID: "canary",
    });
    expect(read.ok).toBe(false);
    const problems = read.ok ? [] : read.problems;
    for (const name of [
      "APP_ORIGIN",
      "DATABASE_URL",
      "AUTH_SECRET",
      "TRUSTED_PROXY_HOPS",
      "DATABASE_POOL_SIZE",
      "AUTH_OIDC_ISSUER",
    ])
      expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
    expect(problems.join()).not.toContain("canary");
  });

  test.each(["a".repeat(64), "secret", "", "0123456701234567012345670123456701234567".slice(0, 31)])(
    "%o is no secret",
    (AUTH_SECRET) => {
      expect(readConfig({ ...whole, AUTH_SECRET }).ok).toBe(false);
    },
  );

  test.each([
    ["https://login.example", true],
    ["https://login.example/realms/school", true],
    ["http://localhost:8080", true],
    ["http://127.0.0.1:8080", true],
    // Whoever sits between would write the tokens.
    ["http://login.example", false],
    ["http://127.0.0.1.evil.example", false],
    ["ftp://login.example", false],
    ["login.example", false],
  ])("%s as provider: %s", (AUTH_OIDC_ISSUER, ok) => {
    expect(readConfig({ ...whole, AUTH_OIDC_ISSUER, AUTH_OIDC_ID: "a", AUTH_OIDC_SECRET: "b" }).ok).toBe(ok);
  });

  test("a pooler gets no start-up settings it would refuse, and never its own flag", () => {
    const direct = poolConfig("postgresql://a@h/d?host=%2Ftmp%2Fx&port=5432", 10);
    expect(direct).toMatchObject({
      ...{ max: 10, statement_timeout: 15_000, connectionTimeoutMillis: 5_000, pipeline: true },
    });
    expect(direct.connectionString).toBe("postgresql://a@h/d?host=%2Ftmp%2Fx&port=5432");
    const pooled = poolConfig("postgresql://a@h:6432/d?pgbouncer=true", 10);
    expect(pooled.connectionString).toBe("postgresql://a@h:6432/d");
    expect(pooled).not.toHaveProperty("statement_timeout");
    expect(pooled).not.toHaveProperty("lock_timeout");
    // Some poolers stop for ever at a second statement that comes before the answer to the first.
    expect(pooled).not.toHaveProperty("pipeline");
  });
});
