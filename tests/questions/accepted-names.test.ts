/** What is printed as accepted is accepted, is nobody else's name, and stands in the gap of a cloze. */
import { describe, expect, test } from "vitest";
import { plainName } from "@/lib/facts/names.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import { gap, type Question } from "@/lib/questions/question.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

const packs = everyPack().map(([name, facts]) => ({
  name,
  facts,
  asked: [...questionsOf(facts, { seed: "1", kinds: ["typed", "cloze"] })].filter(({ key }) =>
    key[0]?.startsWith("e:"),
  ),
}));
const said = (question: Question, text: string) => mark(question, { kind: "typed", text });

describe.each(packs)("$name", ({ facts, asked }) => {
  test("every name that is listed is right, and no other thing of the sort bears it", () => {
    const wrong = asked.flatMap((question) => {
      const own = question.key[0]!.slice(2);
      const { type } = facts.entity(own);
      return question.accepts.flatMap((text) => {
        const result = said(question, text);
        const isRight = result.kind === "marked" && result.fraction === 1;
        const others = facts.named(text).filter((key) => key !== own && facts.entity(key).type === type);
        return isRight && others.length === 0 ? [] : [`${question.stem} ${text}: ${result.kind} ${others}`];
      });
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("every accepted name makes a sentence in the gap: no word twice, no number or lone adjective", () => {
    const clozes = asked.filter(({ kind }) => kind === "cloze");
    const wrong = clozes.flatMap(({ stem, accepts, answer, key }) => {
      const entity = facts.entity(key[0]!.slice(2));
      const [before, after] = stem.split(gap).map((text) => plainName(text).split(" ")) as [string[], string[]];
      return [...accepts, answer].flatMap((text) => {
        const words = plainName(text).split(" ");
        const isTwice = words.at(-1) === after[0] || words[0] === before.at(-1);
        const isNumber = /^\d+$/.test(text) && entity.surname === null;
        const isHalf =
          after[0] !== facts.type(entity.type).noun[0] && plainName(entity.name).startsWith(`${plainName(text)} `);
        const isSingular = entity.plural && !/s$/.test(text) && text !== entity.name;
        return isTwice || isNumber || isHalf || isSingular ? [`${stem} ${text}`] : [];
      });
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("what fits the gap only with its noun is right all the same", () => {
    for (const question of asked.filter(
      ({ kind, near, key }) => kind === "cloze" && near.some((n) => key.includes(n.value)),
    )) {
      const others = new Set(
        question.near.filter(({ value }) => !question.key.includes(value)).map(({ text }) => plainName(text)),
      );
      for (const { value, text } of question.near) {
        if (!question.key.includes(value)) continue;
        const result = said(question, text);
        if (others.has(plainName(text))) expect(result).toMatchObject({ kind: "ask-again", note: "which-one" });
        else expect(result).toMatchObject({ kind: "marked", fraction: 1 });
      }
    }
  });
});

test("a surname that two presidents bear is not among the names listed; it is asked which one, unless the stem can mean only one of them", () => {
  const { asked } = packs.find(({ name }) => name === "us-presidents")!;
  const shared = /(?:Roosevelt|Johnson|Adams|Harrison|Bush|Clinton|Wilson)$/;
  const ofThem = asked.filter(({ answer, kind }) => kind === "typed" && shared.test(answer));
  expect(ofThem.length).toBeGreaterThan(20);
  const worth = { ask: 0, right: 0 };
  for (const question of ofThem) {
    const { accepts, answer, stem } = question;
    const surname = answer.split(" ").at(-1)!;
    expect(accepts).not.toContain(surname);
    // A date alone leaves two of them who were president, and two Johnsons who were vice president; a president named beside them leaves one.
    const isOfDate = /^Who was (?:vice )?president of the United States (?!directly)/.test(stem);
    const held = stem.includes("vice president") ? /^Johnson$/ : /^(?:Roosevelt|Johnson|Adams|Harrison|Bush)$/;
    const isOpen = isOfDate && held.test(surname);
    expect(said(question, surname), stem).toMatchObject(isOpen ? { note: "which-one" } : { fraction: 1, notes: [] });
    worth[isOpen ? "ask" : "right"]++;
  }
  expect(worth.ask).toBeGreaterThan(20);
  expect(worth.right).toBeGreaterThan(20);
});

test("a gap that names its sort of answer takes the name without that noun, which the list of what makes a sentence leaves out", () => {
  const { asked } = packs.find(({ name }) => name === "nato-mission-iraq")!;
  const gaps = asked.filter(({ kind, key }) => kind === "cloze" && key.includes("e:awacs"));
  expect(gaps.length).toBeGreaterThan(0);
  for (const question of gaps) {
    expect(question.stem).toContain("(sort of flights)");
    for (const text of ["AWACS", "AWACS intelligence", "intelligence"]) {
      expect(question.accepts).not.toContain(text);
      expect(said(question, text), text).toMatchObject({ kind: "marked", fraction: 1 });
    }
    expect(said(question, "surveillance")).toMatchObject({ fraction: 0 });
  }
});
