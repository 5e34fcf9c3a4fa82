import { beforeAll, expect, test } from "vitest";
import type { Response } from "@/lib/questions/question.ts";
import { readBundle } from "@/lib/server/bundle.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { cardName } from "@/lib/study/card.ts";
import { driftAt } from "../support/drift.ts";
import { anAnswer } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const pack = "nato-mission-iraq";
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

test("practice of dates reaches spans at both ends, no fact of them a second time by its beginning", async () => {
  const options = { pack, mode: "practice", kinds: ["date"], count: 100 } as const;
  const { cards, composites } = (await readBundle(null, options, at(1)))!;
  const spans = composites.filter(({ question }) => question.span);
  expect(spans.length).toBeGreaterThan(2);
  const begun = new Set(cards.filter(({ card }) => card.direction === "from").map(({ card }) => card.fact));
  for (const { question } of spans) {
    expect(question.kind).toBe("date");
    expect(question.parts.map(({ direction }) => direction)).toEqual(["from", "to"]);
    expect(begun).not.toContain(question.facts[0]);
  }
});

test("the end that was wrong comes back, the other is not touched", async () => {
  const ada = await viewerNamed("ada", at(1));
  const options = { pack, mode: "practice", kinds: ["date"], count: 100 } as const;
  const { cards, composites } = (await readBundle(ada, options, at(1)))!;
  const met = (fact: string) => cards.find(({ card }) => card.fact === fact && card.direction === "to");
  const { hash, question } = composites.find(({ question: { span, facts } }) => span && met(facts[0]!))!;
  const end = met(question.facts[0]!)!;
  const [from, to] = question.answer.split(" to ") as [string, string];
  const give = async (kept: string, response: Response, seq: number) => {
    const answer = anAnswer(`answer-${seq}`, kept, { at: at(1, seq).toISOString(), deviceSeq: seq, response });
    const { results, cards: after } = await recordEvents(ada, [answer], at(1, 20));
    expect(results[0]).toMatchObject({ status: "accepted" });
    return after.map(({ card, lastRating }) => [cardName(card), lastRating]);
  };
  const name = cardName(end.card);
  expect(await give(end.questions[0]!.hash, { kind: "date", text: to }, 10)).toEqual([[name, "good"]]);
  expect(await give(hash, { kind: "date", text: from, to: "1 January 1950" }, 11)).toEqual([[name, "again"]]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});
