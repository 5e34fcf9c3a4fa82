import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { containsWords } from "@/lib/questions/fold.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { formsOf, queryOf } from "@/lib/questions/forms.ts";
import { hashQuestion } from "@/lib/questions/hash.ts";
import { mark } from "@/lib/questions/mark.ts";
import { pose } from "@/lib/questions/pose.ts";
import { atStart, type Question, type Response } from "@/lib/questions/question.ts";
import { everyPack } from "@/tests/support/content-packs.ts";
import { lanternIsles } from "@/tests/support/fictional-pack.ts";

describe.each(everyPack())("every question of %s", { timeout: 90_000 }, (_, facts) => {
  // That a seed always draws the same, whatever the order of the records, is shown in evaluator-laws.test.ts.
  const first = [...questionsOf(facts, { seed: "1" })];
  const questions = first.length > 2000 ? first : [...first, ...questionsOf(facts, { seed: "two" })];

  test("has a key that is marked right, and wrong options that are marked wrong", () => {
    for (const question of questions) {
      expect(mark(question, rightResponse(question)), question.stem).toMatchObject({ kind: "marked", fraction: 1 });
      if (question.kind !== "choice" && question.kind !== "true-false") continue;
      for (const { value, right } of question.options)
        expect(mark(question, { kind: question.kind, value } as Response)).toMatchObject({ fraction: right ? 1 : 0 });
    }
  });

  test("says for every wrong option why it is wrong, with a sentence that is not the same for all", () => {
    for (const { options, kind, stem, form } of questions) {
      if (kind === "order") continue;
      for (const option of options) expect(option.whyNot === null, `${stem}: ${option.text}`).toBe(option.right);
      // Before the first anchor stands what stands after it, too: the same sentence.
      const real = options.filter(({ right, synthetic, value }) => !right && !synthetic && value !== atStart);
      // Of documents one sentence says what they give, and so why every other answer is wrong.
      const isAboutDocuments = form === "Q15" || form === "Q16";
      if (!isAboutDocuments) expect(new Set(real.map(({ whyNot }) => whyNot)).size, stem).toBe(real.length);
    }
  });

  test("shows no option in its stem, no value twice, and its key among its options", () => {
    for (const { options, key, kind, stem } of questions) {
      if (kind === "true-false" || options.length === 0) continue;
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      for (const { text } of options) expect(containsWords(stem, text), `${stem} | ${text}`).toBe(false);
      for (const value of key) expect(options.some((option) => option.value === value && option.right)).toBe(true);
    }
  });

  test("rests on cited facts and names its time", () => {
    for (const { citations, facts: of, why } of questions) {
      expect(of.length).toBeGreaterThan(0);
      expect(citations.length).toBeGreaterThan(0);
      expect(why).toMatch(/^\P{Ll}.*\.$/su);
    }
  });

  test("is known by an id of its own that does not name its answer", () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(questions.map(hashQuestion)).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^q\d+-[0-9a-f]{12}$/);
  });

  test("is posed without anything that tells its answer", () => {
    for (const question of questions) {
      const posed = pose(question);
      const more = { cloze: ["cue"], match: ["prompts"], timeline: ["prompts"] }[question.kind as string] ?? [];
      const always = ["choose", "kicker", "kind", "options", "precision", "stem"];
      const ends = question.span ? ["span"] : [];
      expect(Object.keys(posed).sort()).toEqual([...always, ...more, ...ends].sort());
      for (const { value, ...option } of posed.options)
        expect(Object.keys(option).sort()).toEqual(
          question.kind === "timeline" && value !== atStart ? ["text", "when"] : ["text"],
        );
    }
  });

  test("has its dates and numbers ascending, and its key in no favourite place", () => {
    const places = [0, 0, 0, 0];
    for (const { options, kind } of questions) {
      if (kind !== "choice" || options.length !== 4) continue;
      places[options.findIndex(({ right }) => right)]!++;
    }
    const all = places.reduce((sum, count) => sum + count, 0);
    if (all >= 100) for (const count of places) expect(count / all).toBeLessThan(0.4);
  });

  test("true-false statements are true about half of the time", () => {
    const statements = questions.filter(({ kind }) => kind === "true-false");
    const share = statements.filter(({ key }) => key[0] === "t:true").length / statements.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  test("multi-select and order keep their sizes", () => {
    for (const { kind, options, key, choose, parts } of questions) {
      if (kind === "multi-select") {
        const wrong = options.length - key.length;
        expect([key.length, null]).toContain(choose);
        expect(wrong).toBeGreaterThanOrEqual(Math.max(2, key.length - 1));
        expect(parts.map(({ value }) => value).sort()).toEqual([...key].sort());
      }
      if (kind === "order") {
        expect(key.length).toBeGreaterThanOrEqual(3);
        expect(key.length).toBeLessThanOrEqual(6);
        expect(options.map(({ value }) => value)).not.toEqual(key);
        expect(parts.map(({ value }) => value)).toEqual([...key]);
      }
    }
  });
});

describe("a poorer pack asks less", () => {
  const whole = lanternIsles();
  const stems = (facts: Facts) =>
    new Set(
      formsOf(facts).flatMap((ask) => {
        const query = queryOf(facts, ask, "1");
        return isRefusal(query) ? [] : [`${ask.form} ${ask.purpose} ${ask.fact} ${ask.list}`];
      }),
    );

  test("a list that is no longer complete loses its members, differences and whole sets", () => {
    const open = indexPack({ ...whole, lists: whole.lists.map((list) => ({ ...list, complete: "no" as const })) });
    for (const ask of stems(open)) expect(ask.startsWith("Q14")).toBe(false);
    for (const question of questionsOf(open, { seed: "1" })) expect(question.form).not.toBe("Q14");
  });

  test("narrowing a date from day to month only ever removes what is asked", () => {
    const before = stems(indexPack(whole));
    fc.assert(
      fc.property(
        fc.constantFrom(...whole.facts.filter(({ from }) => from.kind === "date" && from.date.precision === "day")),
        (fact) => {
          const coarse = indexPack({
            ...whole,
            facts: whole.facts.map((other) => (other === fact ? { ...other, from: toMonth(other.from) } : other)),
          });
          for (const ask of stems(coarse)) expect(before.has(ask), ask).toBe(true);
        },
      ),
    );
  });

  test("an unrelated fact changes no key", () => {
    const keys = (facts: Facts) =>
      new Map(
        [...questionsOf(facts, { seed: "1" })].map(({ id, key, kind }) => [
          id,
          kind === "true-false" ? "" : key.join(),
        ]),
      );
    const [first] = whole.facts;
    const stranger = {
      ...first!,
      key: "zz-unrelated",
      citations: first!.citations,
      relation: whole.relations[0]!.key,
      askable: "no" as const,
    };
    const before = keys(indexPack(whole));
    const after = keys(
      indexPack({
        ...whole,
        facts: [...whole.facts, { ...stranger, negative: true, subject: whole.entities.at(-1)!.key }],
      }),
    );
    for (const [id, key] of after) if (before.has(id)) expect(before.get(id)).toBe(key);
  });
});

test("every refusal has a reason and a fact", { timeout: 90_000 }, () => {
  for (const [, facts] of everyPack())
    for (const refusal of refusalsOf(facts, "1")) {
      expect(refusal.facts.length).toBeGreaterThan(0);
      expect(refusal.detail).not.toBe("");
    }
});

function toMonth(bound: ReturnType<typeof lanternIsles>["facts"][number]["from"]) {
  if (bound.kind !== "date") return bound;
  const [year, month] = bound.date.edtf.split("-").map(Number) as [number, number];
  const first = bound.date.first - (Number(bound.date.edtf.split("-")[2]) - 1);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    kind: "date" as const,
    date: { edtf: bound.date.edtf.slice(0, 7), precision: "month" as const, first, last: first + days - 1 },
  };
}

/** What somebody who knows the answer gives. */
function rightResponse(question: Question): Response {
  const { kind, key, accepts } = question;
  switch (kind) {
    case "choice":
      return { kind, value: key[0]! };
    case "true-false":
      return { kind, value: key[0] as "t:true" | "t:false" };
    case "multi-select":
    case "order":
      return { kind, values: key };
    case "match":
      return {
        kind,
        pairs: (question.prompts ?? []).map(({ value }, place) => ({ prompt: value, value: key[place]! })),
      };
    case "timeline":
      return { kind, value: key[0]! };
    case "cloze":
      return { kind: "typed", text: accepts[0]! };
    case "typed":
    case "date":
    case "number":
      return { kind, text: accepts[0]! };
    default:
      return { kind: "flashcard", rating: "good" };
  }
}
