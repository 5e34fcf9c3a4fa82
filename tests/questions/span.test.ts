import { beforeAll, describe, expect, test } from "vitest";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { ask as askedAs, asksOf, plainWish } from "@/lib/questions/forms.ts";
import { hashQuestion } from "@/lib/questions/hash.ts";
import { mark } from "@/lib/questions/mark.ts";
import { pose } from "@/lib/questions/pose.ts";
import type { Question } from "@/lib/questions/question.ts";
import { asksRelation } from "@/lib/questions/relational.ts";
import { folderOf, questionsOf } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Question as Printed } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { contentPack } from "../support/content-packs.ts";
import { aFact, aPack, aRelation, tideTowns } from "../support/fictional-pack.ts";
import { rightResponse } from "../support/question.ts";

const nmi = contentPack("nato-mission-iraq");

/** The span question of a fact, or why there is none; null where none is even tried. */
function spanOf(facts: Facts, key: string) {
  const found = asksOf(facts, facts.fact(key)).find(({ purpose }) => purpose === "ask_span");
  return found ? askedAs(facts, found, plainWish("date", "1")) : null;
}

function questionOf(facts: Facts, key: string): Question {
  const found = spanOf(facts, key);
  if (!found || isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
}

describe("the time of a command is asked at both ends", () => {
  const question = questionOf(nmi, "commanded-fortin");

  test("each as exactly as its source gives it", () => {
    expect(question).toMatchObject({
      kind: "date",
      stem: "From which month and year to which date did Major General Dany Fortin command NATO Mission Iraq (NMI)?",
      key: ["d:2018-11", "d:2019-11-26"],
      span: { from: "month", to: "day" },
      precision: null,
      answer: "November 2018 to 26 November 2019",
      card: null,
    });
    expect(question.why).toBe("Dany Fortin commanded NMI from November 2018 to 26 November 2019.");
    expect(question.strip?.spans).toMatchObject([{ value: "d:2018-11", label: "Fortin", point: false }]);
  });

  test("each end is a part that is remembered by itself, and all of it no relation", () => {
    expect(question.parts).toEqual([
      { fact: "commanded-fortin", direction: "from", value: "d:2018-11" },
      { fact: "commanded-fortin", direction: "to", value: "d:2019-11-26" },
    ]);
    expect(asksRelation(question)).toBe(false);
  });

  test("what crosses to a student says how exactly, and nothing of the key", () => {
    const posed = pose(question);
    expect(posed.span).toEqual({ from: "month", to: "day" });
    expect(JSON.stringify(posed)).not.toMatch(/2018|2019/);
  });

  test("its right response is right, and a question without ends is hashed as it was", () => {
    expect(mark(question, rightResponse(question))).toMatchObject({ fraction: 1 });
    const { span: _, ...before } = question;
    expect(hashQuestion(before)).not.toBe(hashQuestion(question));
  });
});

describe("it is not asked where an end", () => {
  test("had not come when the document was written", () => {
    expect(spanOf(nmi, "commanded-schreurs")).toBeNull();
  });

  test.each([
    ["is given only as a stretch", { from: "[1990..1992]", to: "1995" }, "precision"],
    ["is the other end, too", { from: "1990", to: "1990" }, "tie"],
  ])("%s", (_, bounds, reason) => {
    const relation = aRelation({ frames: { ...aRelation().frames, ask_span: "{wh_span} did {s} keep {o}?" } });
    const facts = indexPack(aPack({ relations: [relation], facts: [aFact({ key: "one", ...bounds })] }));
    expect(spanOf(facts, "one")).toMatchObject({ kind: "refusal", reason });
  });

  test("belongs to one of two terms", () => {
    const facts = contentPack("us-presidents");
    const twice = facts.pack.facts.filter(({ subject, relation, to }) => {
      const terms = facts.factsOf({ subject, relation });
      return to.kind === "date" && terms.length === 2 && facts.relation(relation).frames.ask_span !== undefined;
    });
    expect(twice.length).toBeGreaterThan(0);
    for (const { key } of twice) expect(spanOf(facts, key), key).toMatchObject({ kind: "refusal", reason: "two_keys" });
  });

  test("is that of somebody who only acted or claimed", () => {
    const facts = indexPack(tideTowns());
    for (const key of ["led-voss", "led-sorel"])
      expect(spanOf(facts, key)).toMatchObject({ kind: "refusal", reason: "two_keys" });
    expect(questionOf(facts, "led-keel").stem).toBe("From which date to which date was Bruno Keel mayor of Harrow?");
  });
});

describe("the independent evaluator", () => {
  const folder = folderOf("nato-mission-iraq");
  const pack = readFolder(folder);
  let fortin: Printed;

  beforeAll(async () => {
    const found = (await questionsOf(folder, "1")).find(({ span, facts }) => span && facts[0] === "commanded-fortin");
    if (!found) throw new Error("no span");
    fortin = found;
  }, 60_000);

  test("finds nothing wrong with it", () => {
    expect(faultsOf(pack, fortin)).toEqual([]);
  });

  test.each<[string, (question: Printed) => Partial<Printed>, RegExp]>([
    ["the ends the other way round", ({ key }) => ({ key: key.toReversed() }), /is to be T as the end/],
    ["the end of another command", () => ({ key: ["d:2018-11", "d:2020-11-24"] }), /d:2020-11-24 is to be T/],
    ["an end more exact than its source", () => ({ key: ["d:2018-11-01", "d:2019-11-26"] }), /is to be T|asked for to/],
    ["asked for less exactly", () => ({ span: { from: "year", to: "day" } }), /asked for to the year/],
    [
      "a stem for one end",
      () => ({ stem: "In which month and year did Dany Fortin take command?" }),
      /does not ask from which month/,
    ],
    ["one end alone", ({ key }) => ({ key: key.slice(0, 1) }), /two ends/],
    ["a card of its own", () => ({ card: { fact: "commanded-fortin", direction: "from" } }), /two dates/],
    ["parts in the wrong places", ({ parts }) => ({ parts: parts!.toReversed() }), /not the part/],
  ])("catches %s", (_, spoil, fault) => {
    expect(faultsOf(pack, { ...fortin, ...spoil(fortin) }).join("\n")).toMatch(fault);
  });
});
