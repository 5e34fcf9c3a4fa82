/** Whatever changes something for others is in the audit log, in the same transaction, and the log holds no secret: for every function that the sources have. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "@/lib/server/accounts.ts";
import { type Deed, deeds } from "@/lib/server/audit.ts";
import { db } from "@/lib/server/db.ts";
import messages from "@/messages/en.json";
import { type Act, acts } from "../support/acts.ts";
import { anAdmin } from "../support/admins.ts";
import { ownActs, unnoted } from "../support/own-acts.ts";
import { keyOf, serverFunctions, writers } from "../support/server-sources.ts";
import { stateOf } from "../support/state.ts";
import { aWorld, now, prepareWorlds, type World } from "../support/world.ts";

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL! });
const lastSeq = async () => (await db().pool.query("select coalesce(max(seq), 0) as seq from audit")).rows[0].seq;
const linesAfter = async (seq: string) =>
  (await db().pool.query("select * from audit where seq > $1 order by seq", [seq])).rows;

beforeAll(async () => {
  await owner.connect();
  await prepareWorlds();
});
afterAll(() => owner.end());

type Noted = { readonly deed: Deed; readonly prepare: (world: World) => Promise<() => Promise<unknown>> };

/** Everything that is noted: how it is made ready, and done. */
const noted: Readonly<Record<string, Noted>> = {
  ...Object.fromEntries(
    Object.entries(acts).flatMap(([name, act]) => (act.deed ? [[name, asWhoMay(act, act.deed)]] : [])),
  ),
  ...ownActs,
};

function asWhoMay({ run, before, for: who }: Act, deed: Deed): Noted {
  const prepare = async ({ target, teacher, student }: World) => {
    await before?.(target);
    const viewer = who === "admin" ? await anAdmin(now) : who === "student" ? student : teacher;
    return () => run(viewer, target);
  };
  return { deed, prepare };
}

describe("noted with the change, or not done", () => {
  test.each(Object.entries(noted))("%s", async (name, { deed, prepare }) => {
    const world = await aWorld();
    const act = await prepare(world);
    const [before, seq] = [await stateOf("audit", "question", "rate_limit"), await lastSeq()];
    await owner.query("revoke insert on audit from recite_app");
    await expect(Promise.resolve().then(act)).rejects.toThrow();
    await owner.query("grant insert on audit to recite_app");
    expect(await stateOf("audit", "question", "rate_limit"), "what cannot be noted is not done").toEqual(before);
    await act();
    const lines = await linesAfter(seq);
    expect(lines.map(({ what }) => what)).toContain(deed);
    const line = lines.find(({ what }) => what === deed);
    expect(line.actor, "who did it").not.toBeNull();
    if (name in acts && acts[name]?.for !== "admin" && deed !== "class-copied")
      expect(line.class_id).toBe(world.target.classId);
    for (const each of lines)
      for (const field of Object.keys(each.changed)) expect(Object.keys(messages.history.field)).toContain(field);
    // Passwords, codes, tokens, names and addresses: whatever the test typed of that sort.
    expect(JSON.stringify(lines.map(({ changed }) => changed))).not.toMatch(
      /sesame|heron lantern|Kim|Lina|Oral exam|Fay|Gus|[0-9A-HJKMNP-TV-Z]{8}/,
    );
  });
});

test("every function of lib/server that writes is in the log, or says why not", () => {
  const all = serverFunctions();
  const writing = writers(all);
  // What takes a client runs in its caller's transaction.
  const missing = all.filter(
    (each) =>
      each.exported &&
      writing.has(keyOf(each)) &&
      !each.first.startsWith("client") &&
      !(each.name in noted) &&
      !(each.name in unnoted),
  );
  expect(missing.map(keyOf)).toEqual([]);
  const names = new Set(all.filter((each) => writing.has(keyOf(each))).map(({ name }) => name));
  const gone = [...Object.keys(unnoted), ...Object.keys(noted)].filter((name) => !names.has(name));
  expect(gone, "and nothing is named that does not write").toEqual([]);
});

test("a sign-in that fails is noted with whose it was, and nothing of what was typed", async () => {
  const at = { now: new Date(), address: null };
  const seq = await lastSeq();
  await signIn(null, { login: "nobody-here@example.org", password: "open up please", bring: false }, at);
  const lines = await linesAfter(seq);
  expect(lines).toMatchObject([{ what: "sign-in-failed", actor: null, about: [], changed: {} }]);
});

test("every deed has its words", async () => {
  expect(Object.keys(messages.history.what).sort()).toEqual([...deeds].sort());
});
