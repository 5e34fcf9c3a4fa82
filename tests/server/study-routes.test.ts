import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/v1/events/route.ts";
import { GET } from "@/app/api/v1/study/route.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { viewerOf } from "@/lib/server/viewer.ts";
import type { Bundle, EventsAnswer } from "@/lib/study/event.ts";
import { anAnswer } from "../support/events.ts";
import { guest } from "../support/people.ts";

const origin = process.env.APP_ORIGIN ?? "";
const pack = "nato-mission-iraq";

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

const get = (query: string, cookie = "") =>
  GET(new Request(`${origin}/api/v1/study?${query}`, { headers: { cookie } }));
const post = (events: readonly unknown[], headers: Record<string, string> = {}) =>
  POST(
    new Request(`${origin}/api/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, "sec-fetch-site": "same-origin", ...headers },
      body: JSON.stringify({ events }),
    }),
  );
const people = async () => (await db().pool.query(`select count(*)::int as n from "user"`)).rows[0].n;

async function firstAnswers(count: number) {
  const bundle = (await (await get(`pack=${pack}&count=${count}`)).json()) as Bundle;
  const now = new Date();
  return bundle.cards.map(({ questions }, index) =>
    anAnswer("", questions[0]!.hash, {
      ...{ id: newId(now), at: now.toISOString(), deviceSeq: index, response: { kind: "dont-know" } },
    }),
  );
}

test("a stranger studies at once; the first answer makes a guest, whose bundle then knows it", async () => {
  const answers = await firstAnswers(5);
  const before = await people();
  const response = await post(answers);
  expect(response.status).toBe(200);
  const answer = (await response.json()) as EventsAnswer;
  expect(answer.results.map(({ status }) => status)).toEqual(Array(5).fill("accepted"));
  expect(await people()).toBe(before + 1);
  const cookie = response.headers.get("set-cookie")!.split(";")[0]!;
  expect(await viewerOf(cookie, new Date())).toMatchObject({ guest: true });
  const bundle = (await (await get(`pack=${pack}`, cookie)).json()) as Bundle;
  expect(bundle.learner).toMatchObject({ guest: true });
  expect(bundle.cards.filter(({ isNew }) => !isNew)).toHaveLength(5);
});

test("rubbish from a stranger is refused event by event and makes nobody", async () => {
  const before = await people();
  const response = await post([{ kind: "answer", id: "x" }, null]);
  expect(response.status).toBe(200);
  expect(((await response.json()) as EventsAnswer).results).toMatchObject([
    { id: "x", status: "refused", reason: "invalid" },
    { status: "refused", reason: "invalid" },
  ]);
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(await people()).toBe(before);
});

test("a batch sent twice, as after a lost answer, is stored once and answered alike", async () => {
  const { cookie, viewer } = await guest(new Date());
  const answers = await firstAnswers(4);
  const [first, second] = [await post(answers, { cookie }), await post(answers, { cookie })];
  const [one, two] = [(await first.json()) as EventsAnswer, (await second.json()) as EventsAnswer];
  expect(two.results).toEqual(one.results.map((result) => ({ ...result, status: "duplicate" })));
  const { rows } = await db().pool.query("select 1 from event where user_id = $1", [viewer.userId]);
  expect(rows).toHaveLength(4);
});

test.each([
  ["another site's request", () => post([{}], { "sec-fetch-site": "cross-site", origin: "https://evil.example" }), 403],
  ["a form", () => post([{}], { "content-type": "text/plain" }), 415],
  ["501 events", () => post(Array(501).fill({})), 400],
  ["no event", () => post([]), 400],
  ["more than a megabyte", () => post([{ text: "x".repeat(1_100_000) }]), 413],
  ["an unknown pack", () => get("pack=no-such-pack"), 404],
  ["no pack", () => get("mode=study"), 400],
  ["a question too much", () => get(`pack=${pack}&count=101`), 400],
  ["an unknown kind", () => get(`pack=${pack}&mode=practice&kinds=telepathy`), 400],
  ["an unknown form", () => get(`pack=${pack}&mode=practice&forms=Q17`), 400],
  ["a field that nobody knows", () => get(`pack=${pack}&admin=1`), 400],
] as const)("%s is refused", async (_what, send, status) => {
  expect((await send()).status).toBe(status);
});

test("practice takes kinds and topics as lists", async () => {
  const response = await get(`pack=${pack}&mode=practice&kinds=choice,true-false&topics=command&count=5`);
  const { cards } = (await response.json()) as Bundle;
  expect(cards.length).toBeGreaterThan(0);
  for (const { questions } of cards)
    for (const { question } of questions) {
      expect(["choice", "true-false"]).toContain(question.kind);
      expect(question.topic).toBe("command");
    }
});
