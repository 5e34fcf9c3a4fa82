/** Marked anew while the facts are what they were, every answer of any kind earns what it earned; a second time, too. */
import { expect, test } from "vitest";
import { foldSteps } from "@/lib/classroom/attempt.ts";
import { quizKinds } from "@/lib/classroom/plan.ts";
import { markAttempt, type Slot } from "@/lib/classroom/results.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { askedAgain } from "@/lib/questions/asked-again.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { rightResponse } from "@/lib/questions/right-response.ts";
import { lanternIsles } from "../support/fictional-pack.ts";

const pack = lanternIsles();
const questions = [...questionsOf(indexPack(pack), { seed: "alike", kinds: quizKinds })];
/** Published once more, in other words beside the facts: another revision. */
const later = indexPack({ ...pack, notice: `${pack.notice} Looked through again.` });

/** Right, wrong, half and unreadable. */
function responsesTo(question: Question): Response[] {
  const { kind, options, prompts = [], near, answer } = question;
  const values = options.map(({ value }) => value);
  const turned = [...values.slice(1), ...values.slice(0, 1)];
  const texts = [answer.slice(1), answer.toUpperCase(), "2019", "7", "5/6/2019", ...near.map(({ text }) => text)];
  const others = (): Response[] => {
    switch (kind) {
      case "choice":
      case "timeline":
        return values.map((value) => ({ kind, value }));
      case "true-false":
        return [{ kind, value: "t:false" }];
      case "multi-select":
      case "order":
        return [values, turned, values.slice(0, 2)].map((each) => ({ kind, values: each }));
      case "match":
        return [{ kind, pairs: prompts.map(({ value: prompt }, at) => ({ prompt, value: turned[at]! })) }];
      case "date":
      case "number":
        return texts.map((text) => ({ kind, text }));
      default:
        return texts.map((text) => ({ kind: "typed", text }));
    }
  };
  return [rightResponse(question), { kind: "dont-know" }, ...others()];
}

const earned = (slot: Slot, response: Response): number => {
  const at = new Date(0);
  const answer = { kind: "answer", id: "a", slot: 1, response, receivedAt: at } as const;
  return markAttempt([slot], foldSteps([answer, { kind: "submit", id: "b", receivedAt: at }])).score;
};

test("by the same facts of another revision, once and twice, whether marks may fall or not", () => {
  expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
  let count = 0;
  const others: string[] = [];
  const lost = questions.filter((asked) => askedAgain(later, asked).kind !== "said");
  expect(
    lost.map(({ kind, stem }) => `${kind}: ${stem}`),
    "asked no more",
  ).toEqual([]);
  for (const asked of questions) {
    const again = askedAgain(later, asked);
    if (again.kind !== "said") continue;
    const { question } = again;
    for (const response of responsesTo(asked)) {
      const before = earned({ slot: 1, question: asked, pointsMax: 3 }, response);
      for (const lowers of [true, false]) {
        const step = { by: "pack", question, lowers, reason: "" } as const;
        for (const steps of [[{ ...step, number: 1 }], [1, 2].map((number) => ({ ...step, number }))]) {
          const slot = { slot: 1, question, pointsMax: 3, corrected: { asked, steps } };
          if (earned(slot, response) !== before) others.push(`${asked.stem} ${JSON.stringify(response)}`);
          count++;
        }
      }
    }
  }
  expect(count).toBeGreaterThan(2_000);
  expect(others).toEqual([]);
});
