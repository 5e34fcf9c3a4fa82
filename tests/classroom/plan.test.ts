import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawQuestions, type Plan, swapFor } from "@/lib/classroom/plan.ts";
import type { Kind, Question } from "@/lib/questions/question.ts";
import { aQuestion } from "../support/question.ts";

const topics = ["command", "founding", "partners"];
const kinds: readonly Kind[] = ["choice", "typed", "order"];

/** A bank of so many questions; some share a fact, some feed no card. */
const bank = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...topics),
      kind: fc.constantFrom(...kinds),
      fact: fc.nat(30),
      fed: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ topic, kind, fact, fed }, index) =>
      aQuestion({
        id: `q${index}`,
        topic,
        kind,
        facts: [`f${fact}`],
        card: fed ? { fact: `f${fact}`, direction: "subject" } : null,
        stem: `Question ${index}?`,
        answer: `Answer ${index}`,
      }),
    ),
  );
const plan = fc.record({
  topics: fc.subarray(topics),
  kinds: fc.subarray([...kinds], { minLength: 1 }),
  count: fc.integer({ min: 1, max: 20 }),
  seed: fc.string(),
});

const fits = (question: Question, { topics: wanted, kinds: taken }: Plan) =>
  taken.includes(question.kind) && (wanted.length === 0 || wanted.includes(question.topic)) && question.card !== null;

describe("the questions drawn for a plan", () => {
  test("fit it, feed a card, ask no fact twice, and are as many as it asks for where the bank has them", () => {
    fc.assert(
      fc.property(bank, plan, (questions, wanted) => {
        const drawn = drawQuestions(questions, wanted);
        expect(drawn.every((question) => fits(question, wanted))).toBe(true);
        expect(new Set(drawn.map(({ facts }) => facts[0])).size).toBe(drawn.length);
        const most = new Set(questions.filter((question) => fits(question, wanted)).map(({ facts }) => facts[0])).size;
        expect(drawn.length).toBe(Math.min(wanted.count, most));
      }),
    );
  });

  test("are the same for the same seed", () => {
    fc.assert(
      fc.property(bank, plan, (questions, wanted) => {
        const ids = (drawn: readonly Question[]) => drawn.map(({ id }) => id);
        expect(ids(drawQuestions(questions, wanted))).toEqual(ids(drawQuestions(questions, wanted)));
      }),
    );
  });

  test("have one of each kind wherever one of each may stand together, though whatever is drawn first rules out the rest", () => {
    const of = (id: string, kind: Kind, ...facts: string[]) =>
      aQuestion({
        id,
        kind,
        facts,
        card: { fact: facts[0]!, direction: "subject" },
        stem: `${id}?`,
        answer: `A ${id}`,
      });
    // Twelve of each, of which one order and one match leave the timelines what they rest on.
    const few = Array.from({ length: 12 }, (_, index) => [
      of(`o${index}`, "order", index === 7 ? "f2" : "f1", `o${index}`),
      of(`m${index}`, "match", index === 4 ? "f3" : "f2", `m${index}`),
      of(`t${index}`, "timeline", "f1", `t${index}`),
    ]).flat();
    for (let seed = 0; seed < 100; seed++) {
      const drawn = drawQuestions(few, {
        topics: [],
        kinds: ["order", "timeline", "match"],
        count: 3,
        seed: `${seed}`,
      });
      expect(new Set(drawn.map(({ kind }) => kind)).size, `seed ${seed}`).toBe(3);
    }
  });

  test("do not print each other's answers", () => {
    const says = aQuestion({
      id: "a",
      kind: "choice",
      facts: ["f1"],
      stem: "Who followed Per Olsen?",
      answer: "Michael Lollesgaard",
    });
    const asks = aQuestion({
      id: "b",
      kind: "choice",
      facts: ["f2"],
      stem: "Who commanded in January 2021?",
      answer: "Per Olsen",
    });
    expect(drawQuestions([says, asks], { topics: [], kinds: ["choice"], count: 2, seed: "s" })).toHaveLength(1);
  });

  test("are swapped for others that fit beside the rest, and four come before one comes again", () => {
    fc.assert(
      fc.property(bank, plan, (questions, wanted) => {
        const [first, ...others] = drawQuestions(questions, wanted);
        if (!first) return;
        const fitting = questions.filter(
          (each) => fits(each, wanted) && others.every(({ facts }) => facts[0] !== each.facts[0]),
        );
        const seen = [first];
        for (let swaps = 1; swaps < Math.min(fitting.length, 4); swaps++) {
          const next = swapFor(seen.at(-1)!, others, questions, wanted);
          expect(fitting).toContain(next);
          seen.push(next!);
        }
        expect(new Set(seen).size).toBe(seen.length);
      }),
    );
  });
});
