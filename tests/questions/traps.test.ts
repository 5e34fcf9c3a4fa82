/** The traps of the first pack (question-engine 3.5): what must be refused, and with which reason; what must be asked, and how. */
import { describe, expect, test } from "vitest";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { askHolderOn } from "@/lib/questions/forms/q3-holder.ts";
import { queryOf } from "@/lib/questions/forms.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const questions = [...questionsOf(facts, { seed: "traps" }), ...questionsOf(facts, { seed: "more" })];
const refusals = [...refusalsOf(facts, "traps")];
const commands = facts.factsTo({ object: "nmi", relation: "commanded" });
const options = (question: Question) => question.options.map(({ text }) => text);

/** Who commanded on a day: the subject's key, or the reason of the refusal, whichever commander is asked about. */
function commanderOn(day: string): string {
  const answers = commands.map((fact) => {
    const query = queryOf(facts, askHolderOn(fact, day), "traps");
    return isRefusal(query) ? query.reason : fact.subject;
  });
  const found = answers.find((answer) => commands.some(({ subject }) => subject === answer));
  return found ?? answers.find((answer) => answer !== "no_key") ?? "no_key";
}

test.each([
  ["2022-01-01", "lollesgaard"],
  ["2018-12-01", "fortin"],
  ["2024-05-27", "schreurs"],
  // Handover days: both commanded, or one did; the source does not say.
  ["2019-11-26", "bound_day"],
  ["2020-11-24", "bound_day"],
  ["2021-05-06", "bound_day"],
  ["2022-05-10", "bound_day"],
  ["2023-05-24", "bound_day"],
  ["2024-05-24", "bound_day"],
  // A month-only start, and months that hold a handover.
  ["2018-11-15", "bound_day"],
  ["2018-11", "bound_day"],
  ["2022-05", "bound_day"],
  ["2020-11", "bound_day"],
  // Established, and no commander listed yet.
  ["2018-10-15", "no_key"],
  ["2018-10", "no_key"],
  // After the page was written.
  ["2024-05-28", "out_of_scope"],
  ["2025-01-01", "out_of_scope"],
])("the commander asked on %s: %s", (day, expected) => {
  expect(commanderOn(day)).toBe(expected);
});

test.each([
  ["Q3", "bound_day", "commanded-aguero"],
  ["Q3", "no_key", "commanded-fortin"],
  ["Q3", "out_of_scope", "commanded-schreurs"],
  ["Q4", "no_key", "commanded-fortin"],
  ["Q4", "out_of_scope", "commanded-schreurs"],
  ["Q5", "undated", "commanded-schreurs"],
  ["Q10", "precision", "commanded-fortin"],
  ["Q10", "precision", "launch-date"],
  ["Q10", "out_of_scope", "commanded-schreurs"],
  ["Q10", "near_synonym", "launch-date"],
  ["Q10", "near_synonym", "establishment-date"],
  ["Q2", "two_keys", "rank-carignan"],
  ["Q7", "open_list", "advised-mod-2024"],
] as const)("%s is refused for %s (%s)", (form, reason, fact) => {
  expect(
    refusals.filter((refusal) => refusal.form === form && refusal.reason === reason).flatMap(({ facts: of }) => of),
  ).toContain(fact);
});

describe("what is asked", () => {
  test("a launch and an establishment are never offered against each other", () => {
    for (const question of questions) {
      if (question.facts.includes("launch-date") && question.form === "Q10")
        expect(options(question)).not.toContain("October 2018");
      if (question.facts.includes("establishment-date") && question.form === "Q10")
        expect(options(question)).not.toContain("July 2018");
    }
  });

  test("no question is about a day that a source does not give", () => {
    for (const { stem, why } of questions) {
      expect(stem).not.toMatch(/\d+ (?:July|October|November) 2018/);
      expect(why).not.toMatch(/\d+ (?:July|October|November) 2018/);
    }
  });

  test("two of one country are never offered where one is the key", () => {
    const country: Record<string, string> = {
      Fortin: "Canada",
      Carignan: "Canada",
      Olsen: "Denmark",
      Lollesgaard: "Denmark",
    };
    for (const question of questions) {
      if (question.form !== "Q7" || question.kind !== "choice" || !question.facts[0]!.startsWith("country-")) continue;
      const shown = options(question).flatMap((name) => country[name.split(" ").at(-1)!] ?? []);
      const asked = shown.filter((name) => question.stem.includes(name));
      expect(asked.length, question.stem).toBeLessThanOrEqual(1);
    }
  });

  test("a quantity keeps its qualifier, and a vague one is never put as options or as a number", () => {
    for (const { facts: of, form, kind, answer, why } of questions) {
      // Q16 asks how exactly it is given, and not what.
      if (form === "Q16") continue;
      if (of.includes("courses-trained")) {
        expect(["number", "flashcard"]).toContain(kind);
        expect(`${answer} ${why}`).toMatch(/more than 350.*more than 350/is);
      }
      for (const key of of) if (facts.fact(key).object.kind === "vague") expect(["flashcard"]).toContain(kind);
    }
  });

  test("a snapshot is asked by the document that gives it, a dated fact without any as-of", () => {
    for (const { stem, time, form, facts: of } of questions) {
      if (form === "Q3" || form === "Q10") expect(stem).not.toMatch(/as of|according to/);
      const isSnapshot = of.every((key) => facts.fact(key).asOf && facts.fact(key).from.kind === "unknown");
      if (isSnapshot && time.kind === "as-of")
        expect(
          facts.pack.sources.some(({ inStem }) => stem.includes(inStem)),
          stem,
        ).toBe(true);
    }
  });

  test("neither telephone nor mail is asked, nor anything said to be current", () => {
    for (const { stem } of questions) expect(stem).not.toMatch(/telephone|e-mail|currently|today|present commander/i);
  });

  test("the difference of the two documents names what one has and the other lacks", () => {
    const two = questions.find(
      ({ form, facts: of, kind }) => form === "Q14" && kind === "multi-select" && of.includes("advised-moi-2024"),
    );
    expect([...(two?.key ?? [])].sort()).toEqual(["e:fpc", "e:moi"]);
    const [page, sheet] = [facts.source("s1").inStem, facts.source("s2").inStem];
    const places = ["Which two", page, "but NOT", sheet].map((words) => two!.stem.indexOf(words));
    expect(places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]!))).toBe(true);
  });

  test("near-equal handover days of two years stand beside each other as options", () => {
    const pair = questions.some((question) => {
      const shown = options(question);
      return question.form === "Q10" && shown.includes("24 May 2023") && shown.includes("24 May 2024");
    });
    expect(pair).toBe(true);
  });

  test("the handover that the spec prints is asked and answered", () => {
    const successor = questions.find(
      ({ form, stem, kind }) =>
        form === "Q4" && kind === "choice" && stem.endsWith("directly from Lieutenant General Per Olsen?"),
    );
    expect(successor?.key).toEqual(["e:lollesgaard"]);
    expect(successor?.why).toContain("6 May 2021");
  });
});
