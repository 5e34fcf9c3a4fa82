import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handleAuth, type Intent, startOidc } from "@/lib/server/auth.ts";
import { db } from "@/lib/server/db.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { viewerOf } from "@/lib/server/viewer.ts";
import { anAnswer, questionAbout } from "../support/events.ts";
import { type Claims, type Fault, type Issuer, startIssuer } from "../support/issuer.ts";
import { account, guest, signedIn } from "../support/people.ts";

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
  process.env.AUTH_OIDC_ISSUER = issuer.issuer;
  process.env.AUTH_OIDC_ID = issuer.clientId;
  process.env.AUTH_OIDC_SECRET = issuer.clientSecret;
});
afterAll(() => issuer.stop());
beforeEach(() => issuer.fail(null));

const origin = "http://localhost:3000";
const now = new Date();
const [question = ""] = await storeQuestions([questionAbout("f1")]);

/** A browser's cookies. */
class Jar {
  readonly #cookies = new Map<string, string>();
  constructor(header = "") {
    for (const part of header.split("; ").filter(Boolean)) this.set(part);
  }
  set(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const gone = attributes.some((each) => /^max-age=0$/i.test(each)) || pair.length === at + 1;
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
  get names(): string[] {
    return [...this.#cookies.keys()];
  }
}

/** Sets out, signs in at the provider as `claims`, and comes back. */
async function walk(
  jar: Jar,
  claims: Claims,
  { intent = "enter", next = "/" }: { intent?: Intent; next?: string } = {},
) {
  issuer.be(claims);
  const { url, cookies } = await startOidc(jar.header, { next, intent });
  for (const { name, value } of cookies) jar.set(`${name}=${encodeURIComponent(value)}`);
  const atProvider = await fetch(url, { redirect: "manual" });
  const back = atProvider.headers.get("location") ?? "";
  return { back, response: await comeBack(jar, back) };
}

async function comeBack(jar: Jar, back: string, headers: Record<string, string> = {}) {
  const response = await handleAuth(new Request(back, { headers: { ...headers, cookie: jar.header } }));
  for (const line of response.headers.getSetCookie()) jar.set(line);
  return response;
}

const userOf = async (sub: string) =>
  (
    await db().prisma.account.findFirst({
      where: { providerAccountId: sub, provider: issuer.issuer },
      include: { user: true },
    })
  )?.user;

describe("coming from the provider", () => {
  test("a stranger gets an account, a session with our cookie, and goes where they wanted", async () => {
    const jar = new Jar();
    const { response } = await walk(
      jar,
      { sub: "s-1", email: "Rosa@Example.org", email_verified: true, name: "Rosa" },
      { next: "/classes?x=1" },
    );
    expect(response.headers.get("location")).toBe(`${origin}/classes?x=1`);
    const user = await userOf("s-1");
    expect(user).toMatchObject({ email: "rosa@example.org", name: "Rosa", guest: false, passwordHash: null });
    expect(await viewerOf(jar.header, new Date())).toMatchObject({ userId: user?.id, guest: false });
    expect(jar.names).toEqual(["session"]);
    const stored = await db().prisma.session.findMany({ where: { userId: user?.id ?? "" } });
    for (const { tokenHash } of stored) expect(jar.header).not.toContain(tokenHash);
  });

  test("the same person comes back to the same account, whatever their address is by then", async () => {
    await walk(new Jar(), { sub: "s-2", email: "old@example.org", email_verified: true });
    const jar = new Jar();
    await walk(jar, { sub: "s-2", email: "new@example.org", email_verified: true });
    expect((await viewerOf(jar.header, new Date()))?.userId).toBe((await userOf("s-2"))?.id);
    expect((await userOf("s-2"))?.email).toBe("old@example.org");
  });

  test("a guest becomes the account and keeps what is theirs; the guest's token opens nothing any more", async () => {
    const visitor = await guest(now);
    await recordEvents(visitor.viewer, [anAnswer("oidc-1", question)], now);
    const jar = new Jar(visitor.cookie);
    await walk(jar, { sub: "s-3", name: "Was a guest" }, { intent: "bring" });
    expect((await userOf("s-3"))?.id).toBe(visitor.viewer.userId);
    expect(await viewerOf(jar.header, new Date())).toMatchObject({ userId: visitor.viewer.userId, guest: false });
    expect(await viewerOf(visitor.cookie, new Date())).toBeNull();
  });

  test("answers that are somebody else's stay out of a new account", async () => {
    const visitor = await guest(now);
    await recordEvents(visitor.viewer, [anAnswer("oidc-2", question)], now);
    await walk(new Jar(visitor.cookie), { sub: "s-3b" }, { intent: "enter" });
    const id = (await userOf("s-3b"))?.id ?? "";
    expect(id).not.toBe(visitor.viewer.userId);
    expect(await db().prisma.event.count({ where: { userId: id } })).toBe(0);
  });

  test("a guest who has an account already leaves the guest behind, or brings it along when they said so", async () => {
    await walk(new Jar(), { sub: "s-4" });
    const accountId = (await userOf("s-4"))?.id;
    for (const intent of ["enter", "bring"] as const) {
      const visitor = await guest(now);
      const jar = new Jar(visitor.cookie);
      await walk(jar, { sub: "s-4" }, { intent });
      expect((await viewerOf(jar.header, new Date()))?.userId).toBe(accountId);
      expect(await viewerOf(visitor.cookie, new Date())).toBeNull();
      const left = await db().prisma.user.findUnique({ where: { id: visitor.viewer.userId } });
      expect(left?.mergedInto ?? null).toBe(intent === "bring" ? accountId : null);
    }
  });

  test("an address that belongs to somebody here does not let anyone in as them", async () => {
    const ada = await account("ada", now);
    await db().prisma.user.update({ where: { id: ada.id }, data: { email: "ada@example.org" } });
    const jar = new Jar();
    const { response } = await walk(jar, { sub: "s-5", email: "ada@example.org", email_verified: true });
    expect(response.headers.get("location")).toBe(`${origin}/sign-in?error=OAuthAccountNotLinked`);
    expect(await viewerOf(jar.header, new Date())).toBeNull();
    expect(await userOf("s-5")).toBeUndefined();
  });

  test("an address that the provider has not verified is not kept", async () => {
    for (const email_verified of [false, undefined, "true" as unknown as boolean]) {
      const sub = `s-6-${email_verified}`;
      await walk(new Jar(), {
        sub,
        email: "grace@example.org",
        ...(email_verified === undefined ? {} : { email_verified }),
      });
      expect((await userOf(sub))?.email).toBeNull();
    }
  });

  test("somebody signed in links the provider only if that is what they set out for", async () => {
    const ada = await signedIn("ada", now);
    const jar = new Jar(ada.cookie);
    const { response } = await walk(jar, { sub: "s-7" }, { intent: "link", next: "/account" });
    expect(response.headers.get("location")).toBe(`${origin}/account`);
    expect((await userOf("s-7"))?.id).toBe(ada.viewer.userId);

    // Bob sits down at Ada's browser and signs in as himself.
    await walk(jar, { sub: "s-8" });
    expect((await userOf("s-8"))?.id).not.toBe(ada.viewer.userId);
    expect((await viewerOf(jar.header, new Date()))?.userId).toBe((await userOf("s-8"))?.id);
    expect(await viewerOf(ada.cookie, new Date())).toBeNull();
  });

  test("a provider's account that is linked to somebody else is not linked again", async () => {
    await walk(new Jar(), { sub: "s-9" });
    const owner = (await userOf("s-9"))?.id;
    const jar = new Jar((await signedIn("bob", now)).cookie);
    const { response } = await walk(jar, { sub: "s-9" }, { intent: "link" });
    expect(response.headers.get("location")).toContain("error=OAuthAccountNotLinked");
    expect((await userOf("s-9"))?.id).toBe(owner);
  });
});

describe("what is refused", () => {
  test("nothing, when nothing is wrong", async () => {
    const jar = new Jar();
    await walk(jar, { sub: "f-control" });
    expect(await viewerOf(jar.header, new Date())).not.toBeNull();
  });

  test.each<Fault>(["nonce", "audience", "issuer", "expired"])("a token with the wrong %s", async (fault) => {
    issuer.fail(fault);
    const jar = new Jar();
    const { response } = await walk(jar, { sub: `f-${fault}` });
    expect(response.headers.get("location")).toMatch(/\/sign-in\?error=/);
    expect(await viewerOf(jar.header, new Date())).toBeNull();
    expect(await userOf(`f-${fault}`)).toBeUndefined();
  });

  test("the same return twice", async () => {
    const jar = new Jar();
    const { back } = await walk(jar, { sub: "f-twice" });
    const again = new Jar();
    const response = await comeBack(again, back);
    expect(response.headers.get("location")).toMatch(/\/sign-in\?error=/);
    expect(await viewerOf(again.header, new Date())).toBeNull();
  });

  test("a return that another browser set out for: signing a victim in as the attacker", async () => {
    issuer.be({ sub: "f-attacker" });
    const attacker = new Jar();
    const { url, cookies } = await startOidc("", { next: "/", intent: "enter" });
    for (const { name, value } of cookies) attacker.set(`${name}=${encodeURIComponent(value)}`);
    const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
    const victim = new Jar();
    const response = await comeBack(victim, back);
    expect(response.headers.get("location")).toMatch(/\/sign-in\?error=/);
    expect(await viewerOf(victim.header, new Date())).toBeNull();
  });

  test("another state", async () => {
    const jar = new Jar();
    issuer.be({ sub: "f-state" });
    const { url, cookies } = await startOidc("", { next: "/", intent: "enter" });
    for (const { name, value } of cookies) jar.set(`${name}=${encodeURIComponent(value)}`);
    const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
    back.searchParams.set("state", "another");
    await comeBack(jar, back.href);
    expect(await viewerOf(jar.header, new Date())).toBeNull();
  });
});

test("a forged host changes neither where the provider sends people nor where they end up", async () => {
  const jar = new Jar();
  issuer.be({ sub: "h-1" });
  const { url, cookies } = await startOidc("", { next: "/", intent: "enter" });
  expect(new URL(url).searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/oidc`);
  for (const { name, value } of cookies) jar.set(`${name}=${encodeURIComponent(value)}`);
  const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
  const forged = `http://evil.example${back.pathname}${back.search}`;
  const response = await comeBack(jar, forged, { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
  expect(response.headers.get("location")).toBe(`${origin}/`);
  expect(await viewerOf(jar.header, new Date())).not.toBeNull();
});

test("a forged host does not lead away when something goes wrong either", async () => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  const response = await comeBack(new Jar(), "http://evil.example/api/auth/callback/oidc?code=x&state=y", headers);
  expect(response.headers.get("location")).toMatch(/^http:\/\/localhost:3000\/sign-in\?error=/);
});

test("nothing else under /api/auth answers", async () => {
  for (const path of [
    "session",
    "csrf",
    "providers",
    "signin",
    "signin/oidc",
    "signout",
    "error",
    "callback/other",
    "callback/credentials",
    "_log",
  ])
    for (const method of ["GET", "POST"])
      expect(
        (await handleAuth(new Request(`${origin}/api/auth/${path}`, { method }))).status,
        `${method} ${path}`,
      ).toBe(404);
  expect((await handleAuth(new Request(`${origin}/api/auth/callback/oidc`, { method: "POST" }))).status).toBe(404);
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "setting out for %s ends at the start page",
  async (next) => {
    const { response } = await walk(new Jar(), { sub: "n-1" }, { next });
    expect(response.headers.get("location")).toBe(`${origin}/`);
  },
);
