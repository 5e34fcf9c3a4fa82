import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/server/csp.ts";
import { config, proxy } from "@/proxy.ts";

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, init));
const nonceOf = (policy: string | null) => policy?.match(/'nonce-([^']+)'/)?.[1];

describe("a page", () => {
  test("gets a policy with a nonce of 128 bits that is never the same, and Next is told of it", () => {
    const policies = [1, 2, 3].map(() => ask("/sign-in"));
    const nonces = policies.map((response) => nonceOf(response.headers.get("content-security-policy")));
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
    for (const response of policies)
      expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(
        response.headers.get("content-security-policy"),
      );
  });

  test("does not take a nonce that the client sent along", () => {
    const headers = {
      "content-security-policy": "script-src 'nonce-evil'",
      "content-security-policy-report-only": "script-src 'nonce-evil'",
    };
    const response = ask("/sign-in", { headers });
    expect(JSON.stringify([...response.headers])).not.toContain("evil");
  });

  test("is found under its address without the language", () => {
    expect(ask("/sign-in").headers.get("x-middleware-rewrite")).toBe("http://localhost:3000/en/sign-in");
    expect(ask("/en/sign-in").headers.get("location")).toBe("http://localhost:3000/sign-in");
    expect(ask("/sign-in").headers.get("set-cookie")).toBeNull();
  });

  test("forbids the clear once it is served on https, and not before", () => {
    expect(ask("/").headers.get("strict-transport-security")).toBeNull();
    expect(ask("/").headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    process.env.APP_ORIGIN = "https://recite.example";
    try {
      expect(ask("/").headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
      expect(ask("/").headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
    } finally {
      process.env.APP_ORIGIN = "http://localhost:3000";
    }
  });
});

describe("what comes from another site", () => {
  const origin = "http://localhost:3000";
  test.each<[string, string, Record<string, string>, number]>([
    ["a form of ours", "POST", { origin, "sec-fetch-site": "same-origin" }, 200],
    ["a page that is only read", "GET", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 200],
    ["a form of theirs", "POST", { origin: "https://evil.example" }, 403],
    ["a form of theirs in a sandbox", "POST", { origin: "null" }, 403],
    [
      "a form of theirs with our host forged",
      "POST",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      403,
    ],
    ["a malformed origin", "POST", { origin: "http://[" }, 403],
    ["an action of theirs", "POST", { origin: "https://evil.example", "next-action": "abc" }, 403],
    ["another method", "PUT", { origin }, 405],
    ["another method", "DELETE", { origin }, 405],
    ["another method", "OPTIONS", { origin: "https://evil.example" }, 405],
  ])("%s: %s", (_name, method, headers, status) => {
    expect(ask("/sign-in", { method, headers }).status).toBe(status);
  });
});

describe("what passes by the proxy", () => {
  const matcher = new RegExp(`^${config.matcher[0]}$`);
  test.each<[string, boolean]>([
    ["/", true],
    ["/sign-in", true],
    ["/en/study", true],
    ["/apiary", true],
    ["/healthzz", true],
    ["/classes/1/quizzes/2/results.csv", true],
    ["/foo.php", true],
    // Unknown files are answered with the page for unknown addresses, which needs its policy like any page.
    ["/foo.txt", true],
    ["/foo.js", true],
    ["/some/foo.json", true],
    ["/some/icon.svg", true],
    ["/api/v1/events", false],
    ["/_next/static/chunks/a.js", false],
    ["/healthz", false],
    ["/readyz", false],
    ["/icon.svg", false],
    ["/favicon.ico", false],
    ["/sw.js", false],
    ["/manifest.webmanifest", false],
  ])("%s: %s", (path, isPage) => {
    expect(matcher.test(path)).toBe(isPage);
  });
});

describe("the policy", () => {
  const options = { nonce: null, hashes: [], secure: true, development: false, formOrigins: [] };

  test("never allows inline scripts, evaluation or another origin in production", () => {
    for (const policy of [
      contentSecurityPolicy({ ...options, nonce: "abc" }),
      contentSecurityPolicy({ ...options, hashes: ["abc="] }),
    ]) {
      const script = policy.split("; ").find((each) => each.startsWith("script-src"));
      expect(script).not.toMatch(/unsafe|https?:|\*/);
      expect(policy).not.toMatch(/unsafe-eval|http|\*/);
      expect(policy).toContain("require-trusted-types-for 'script'");
      for (const none of ["object-src", "base-uri", "frame-ancestors"]) expect(policy).toContain(`${none} 'none'`);
    }
  });

  test("lets forms lead to the provider where there is one, and nowhere else", () => {
    expect(contentSecurityPolicy(options)).toContain("form-action 'self';");
    expect(contentSecurityPolicy({ ...options, formOrigins: ["https://login.example"] })).toContain(
      "form-action 'self' https://login.example;",
    );
  });

  test("of a page rendered ahead names its scripts by hash and carries no nonce", () => {
    const policy = contentSecurityPolicy({ ...options, hashes: ["aaa=", "bbb="] });
    expect(policy).toContain("script-src 'self' 'sha256-aaa=' 'sha256-bbb=';");
    expect(policy).not.toContain("strict-dynamic");
  });
});
