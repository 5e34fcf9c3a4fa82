import { describe, expect, test } from "vitest";
import { db, openDatabase } from "@/lib/server/db.ts";
import { addressOf, giveBack, hit, peek, purgeLimits } from "@/lib/server/limit.ts";

const ten = { name: "test/ten", burst: 10, seconds: 600 };
const allowed = (results: { ok: boolean }[]) => results.filter(({ ok }) => ok).length;

test("of 300 hits at once through two pools exactly the burst is allowed", async ({ onTestFinished }) => {
  const pools = [0, 1].map(() => openDatabase(process.env.DATABASE_URL ?? "", 8).pool);
  onTestFinished(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  });
  const results = await Promise.all(Array.from({ length: 300 }, (_, i) => hit(ten, "parallel", pools[i % 2])));
  expect(allowed(results)).toBe(10);
});

test("a refusal says when the next hit is possible, and takes nothing", async () => {
  for (let i = 0; i < 10; i++) expect(await hit(ten, "again")).toEqual({ ok: true });
  for (let i = 0; i < 3; i++) expect(await hit(ten, "again")).toEqual({ ok: false, retryAfter: 60 });
});

test("after the interval one more is allowed, and after all of them the burst, but no more", async () => {
  const six = { name: "test/six", burst: 6, seconds: 600 };
  const hits = async (count: number) => allowed(await Promise.all(Array.from({ length: count }, () => hit(six, "a"))));
  // Time passes: what lies ahead comes nearer.
  const pass = (seconds: number) =>
    db().pool.query("update rate_limit set tat = tat - $1 * interval '1 second'", [seconds]);
  expect(await hits(10)).toBe(6);
  await pass(101);
  expect(await hits(10)).toBe(1);
  await pass(100_000);
  expect(await hits(10)).toBe(6);
});

test("subjects and limits are counted apart", async () => {
  const one = { name: "test/one", burst: 1, seconds: 600 };
  expect(allowed([await hit(one, "a"), await hit(one, "b"), await hit({ ...one, name: "test/other" }, "a")])).toBe(3);
});

test("what is given back may be taken again; looking takes nothing", async () => {
  const two = { name: "test/two", burst: 2, seconds: 600 };
  for (let i = 0; i < 5; i++) expect(await peek(two, "x")).toEqual({ ok: true });
  for (let i = 0; i < 20; i++) {
    expect(await hit(two, "x")).toEqual({ ok: true });
    await giveBack(two, "x");
  }
  expect(allowed([await hit(two, "x"), await hit(two, "x")])).toBe(2);
  expect(await peek(two, "x")).toMatchObject({ ok: false });
});

test("the table names nobody, and what has run out is removed", async () => {
  await hit({ name: "test/short", burst: 1, seconds: 0.001 }, "ada@example.org");
  await hit({ name: "test/long", burst: 1, seconds: 600 }, "ada@example.org");
  const rows = await db().prisma.rateLimit.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/ada|example|test/);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await purgeLimits()).toBeGreaterThanOrEqual(1);
  const left = await db().prisma.rateLimit.findMany();
  expect(left.length).toBeGreaterThanOrEqual(1);
  for (const { tat } of left) expect(tat.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await peek({ name: "test/long", burst: 1, seconds: 600 }, "ada@example.org")).toMatchObject({ ok: false });
});

describe("the address of a client", () => {
  test.each<[number, string | null, string | null]>([
    // Nobody vouches for the header: it is what the client claims.
    [0, "203.0.113.7", null],
    [1, null, null],
    [1, "203.0.113.7", "203.0.113.7"],
    // The client wrote the left part itself.
    [1, "1.1.1.1, 2.2.2.2, 203.0.113.7", "203.0.113.7"],
    [2, "1.1.1.1, 203.0.113.7, 10.0.0.1", "203.0.113.7"],
    [2, "203.0.113.7", null],
    [1, "203.0.113.7:4711", "203.0.113.7"],
    [1, "::ffff:203.0.113.7", "203.0.113.7"],
    // A household or a phone has a whole /64.
    [1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    [1, "2001:0DB8:0001:0002:bbbb:0:0:2", "2001:db8:1:2::/64"],
    [1, "[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
    [1, "2001:db8::1", "2001:db8:0:0::/64"],
    [1, "fe80::1%eth0", "fe80:0:0:0::/64"],
    [1, "unknown", null],
    [1, "_hidden", null],
    [1, "999.1.1.1", null],
  ])("with %i proxies of ours and X-Forwarded-For %o it is %o", (hops, header, expected) => {
    process.env.TRUSTED_PROXY_HOPS = String(hops);
    try {
      expect(addressOf(new Headers(header === null ? {} : { "x-forwarded-for": header }))).toBe(expected);
    } finally {
      delete process.env.TRUSTED_PROXY_HOPS;
    }
  });
});
