/** What a gap with a hint, pairs, and a place on a line are worth to the cards behind them. question-engine 6.3. */
import { describe, expect, test } from "vitest";
import { atStart, type Question, type Response } from "@/lib/questions/question.ts";
import { cardName } from "@/lib/study/card.ts";
import { decideAnswer } from "@/lib/study/decide.ts";
import { learnerDayOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { respond, start } from "@/lib/study/session.ts";
import { aBundle, aBundleCard, kept } from "@/tests/support/bundle.ts";
import { anOption, aQuestion } from "@/tests/support/question.ts";
import { aCard, anAnswer, aState } from "@/tests/support/study.ts";

const today = "2026-01-05";

/** The ratings that a response gives, by fact; cards are known, and due unless `due` says another day. */
function ratingsOf(question: Question, response: Response, due: Readonly<Record<string, string>> = {}) {
  const answer = anAnswer({ response });
  const cards = question.parts.map(({ fact, direction }) =>
    aState(aCard(fact, direction), { rung: 2, dueDay: due[fact] ?? today }),
  );
  const { reviews } = decideAnswer(answer, question, new Map(cards.map((state) => [cardName(state.card), state])), {
    parameters: defaultParameters,
    medianMs: {},
    learnerDay: learnerDayOf(answer),
    overridden: false,
  });
  return Object.fromEntries(reviews.map(({ card, rating }) => [card.fact, rating]));
}

describe("pairs", () => {
  const question = aQuestion({
    kind: "match",
    form: "Q12",
    card: null,
    prompts: ["p1", "p2", "p3"].map((name) => ({ value: `e:${name}`, text: name })),
    options: [...["v1", "v2", "v3"].map((name) => anOption(`e:${name}`, true)), anOption("e:s", false)],
    key: ["e:v1", "e:v2", "e:v3"],
    parts: ["1", "2", "3"].map((name) => ({ fact: `f0${name}`, direction: "object", value: `e:p${name}` })),
  });
  const matched = (...values: string[]): Response => ({
    kind: "match",
    pairs: values.map((value, index) => ({ prompt: `e:p${index + 1}`, value: `e:${value}` })),
  });

  test("all right: good for those that were due, nothing for the others", () => {
    expect(ratingsOf(question, matched("v1", "v2", "v3"), { f02: "2026-02-01" })).toEqual({ f01: "good", f03: "good" });
  });

  test("some wrong: again for these alone", () => {
    expect(ratingsOf(question, matched("v1", "v3", "v2"))).toEqual({ f02: "again", f03: "again" });
    expect(ratingsOf(question, matched("v1", "v2", "s"))).toEqual({ f03: "again" });
  });

  test("not known: again for all", () => {
    expect(ratingsOf(question, matched())).toEqual({ f01: "again", f02: "again", f03: "again" });
  });
});

describe("a place on a line", () => {
  const question = aQuestion({
    kind: "timeline",
    form: "Q6",
    card: null,
    facts: ["f01", "f02", "f03"],
    prompts: [{ value: "e:launch", text: "The launch" }],
    options: [anOption(atStart, false), anOption("e:a", true), anOption("e:b", false)],
    key: ["e:a"],
    parts: [{ fact: "f01", direction: "object", value: "e:launch" }],
  });

  test("is about what was placed, never about the anchors", () => {
    expect(ratingsOf(question, { kind: "timeline", value: "e:a" })).toEqual({ f01: "good" });
    expect(ratingsOf(question, { kind: "timeline", value: "e:b" })).toEqual({ f01: "again" });
    expect(ratingsOf(question, { kind: "timeline", value: atStart })).toEqual({ f01: "again" });
  });
});

describe("a gap", () => {
  const cloze = { kind: "cloze", cue: { text: "N___ o_ f__", shown: false } } as const;
  const withQuestion = (said: Partial<Question> = {}) =>
    start(
      aBundle([aBundleCard("f01", { rung: 3 }, [kept("f01", "Q3", { ...cloze, ...said })])]),
      "2026-01-05T12:00:00.000Z",
    );
  const right: Response = { kind: "typed", text: "Name of f01" };
  const at = { id: "id-1", at: "2026-01-05T12:00:10.000Z" };

  test("filled after its first letters were asked for was recalled with help", () => {
    const { session, events } = respond(withQuestion(), right, at, 3000, true);
    expect(events).toMatchObject([{ context: { helped: true } }]);
    expect(session.answered?.reviews).toMatchObject([{ rating: "hard" }]);
  });

  test("filled without them is simply right", () => {
    expect(respond(withQuestion(), right, at, 3000).session.answered?.reviews).toMatchObject([{ rating: "good" }]);
  });

  test("a name that fits more than one is asked for again, hint or not", () => {
    const twins = withQuestion({ near: [{ value: "e:other", text: "Name of f01" }] });
    expect(respond(twins, right, at, 3000, true).session.note).toBe("which-one");
  });
});
