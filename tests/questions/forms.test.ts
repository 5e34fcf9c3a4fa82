/** The forms of the second half (Q5 of quantities, Q8 to Q16) and holders in every capacity, on the Tide Towns: what each asks, and what it refuses. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import type { Form, Kind, Question } from "@/lib/questions/question.ts";
import { secondCriterion } from "@/lib/questions/second-criterion.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { withFact, withRelation } from "@/tests/support/edit.ts";
import { tideTowns } from "@/tests/support/fictional-pack.ts";

const pack = tideTowns();
const facts = indexPack(pack);
const questions = ["1", "2", "3"].flatMap((seed) => [...questionsOf(facts, { seed })]);
const refusals = [...refusalsOf(facts, "1")];

/** The questions of a form whose stem says this. */
const asked = (form: Form, words: string | RegExp, of: readonly Question[] = questions, kind?: Kind) =>
  of.filter((one) => one.form === form && one.stem.search(words) >= 0 && (kind === undefined || one.kind === kind));
const options = ({ options: shown }: Question) => shown.map(({ text }) => text).sort();
const refused = (form: Form, fact: string) =>
  refusals.filter((one) => one.form === form && one.facts.includes(fact)).map(({ reason }) => reason);

test("every form asks something of the Tide Towns or is refused with a reason", () => {
  const forms = new Set([...questions, ...refusals].map(({ form }) => form));
  expect(forms.size).toBe(16);
});

describe("Q3, holders in every capacity", () => {
  test("on a day of an acting or rival holder nobody is asked, and neither is ever a wrong option", () => {
    for (const { stem, options: shown } of asked("Q3", "mayor of Harrow")) {
      expect(stem).not.toMatch(/ (?:April|May|June|July|August) 2001| (?:February|March|April) 2008/);
      const day = /(\d{4})\?$/.exec(stem)?.[1];
      if (day === "2001" || day === "2008") expect(shown.map(({ value }) => value)).not.toContain("e:sorel");
    }
    expect(refused("Q3", "led-voss")).toContain("two_keys");
    expect(refused("Q3", "led-sorel")).toContain("two_keys");
  });

  test("joint holders are asked together, and no one of them alone", () => {
    const both = asked("Q3", "mayors of Brine", questions, "multi-select");
    expect(both.length).toBeGreaterThan(0);
    for (const { key } of both) expect([...key].sort()).toEqual(["e:sorel", "e:tynn"]);
    expect(refused("Q3", "led-brine-tynn")).toContain("two_keys");
  });

  test("what is said of one who was acting says so", () => {
    const whys = questions.flatMap(({ why, options: shown }) => [why, ...shown.map(({ whyNot }) => whyNot ?? "")]);
    // Of her beginning and end no more is told than beside the dates of others.
    const said = whys.flatMap((why) => /Clara Voss (?:was|became|ceased)[^.]*\./.exec(why)?.[0] ?? []);
    expect(said.length).toBeGreaterThan(0);
    for (const why of said) expect(why).toMatch(/\(in an acting capacity\)\.$/);
  });

  test("nobody takes over directly where somebody was acting between", () => {
    expect(refused("Q4", "led-munk")).toContain("two_keys");
    expect(asked("Q4", "directly from Dario Munk")[0]?.key).toEqual(["e:rook"]);
  });
});

describe("Q5, quantities", () => {
  test("what is surely more, among what surely is not", () => {
    for (const question of asked("Q5", "higher than Abbey Tower")) expect(question.key).toEqual(["e:long-tower"]);
    // About 30 metres may be more than 31, and Gull Tower has two heights.
    for (const { options: shown } of asked("Q5", "than Abbey Tower"))
      expect(shown.map(({ value }) => value)).not.toContain("e:gull-tower");
    expect(asked("Q5", "higher than Abbey Tower").flatMap(options)).not.toContain("Bell Tower");
  });

  test("the smallest of a whole set is asked; the largest is not where one may be larger", () => {
    expect(asked("Q5", "the fewest people")[0]?.key).toEqual(["e:dorn"]);
    expect(refused("Q5", "people-brine")).toContain("qualifier");
    expect(refused("Q5", "high-long")).toContain("open_list");
  });
});

describe("Q8, who does not belong", () => {
  test("is asked of a whole set, emphasised, with only members beside the key", () => {
    const found = asked("Q8", "mayor of Brine");
    expect(found.length).toBeGreaterThan(0);
    for (const { stem, options: shown, key } of found) {
      expect(stem).toMatch(/\bNOT\b/);
      expect(
        shown
          .filter(({ right }) => !right)
          .map(({ value }) => value)
          .sort(),
      ).toEqual(["e:sorel", "e:tynn", "e:zane"].filter((one) => shown.some(({ value }) => value === one)));
      expect(["e:sorel", "e:tynn", "e:zane"]).not.toContain(key[0]);
    }
    // “Tar” is another name of pitch, so it is no option beside it.
    expect(options(asked("Q8", "that Harrow did NOT trade").find(({ key }) => key[0] === "e:pitch")!)).not.toContain(
      "Tar",
    );
  });

  test("is refused of a list that only names, and of a set with an acting member", () => {
    expect(refused("Q8", "traded-rope-guide")).toContain("open_list");
    expect(refused("Q8", "led-voss")).toContain("two_keys");
  });
});

describe("Q9, how many", () => {
  test("counts a whole set, over a span with both of its ends in the stem", () => {
    expect(asked("Q9", "trade", questions, "number")[0]?.key).toEqual(["n:3"]);
    const mayors = asked("Q9", "mayors did Brine", questions, "number")[0];
    expect(mayors?.key).toEqual(["n:3"]);
    expect(mayors?.stem).toContain("from 1 January 2000 to 31 December 2020");
    expect(mayors?.why).toMatch(/^Three\./);
  });

  test("refuses what is not whole, what is disputed, and what is only about or more than", () => {
    expect(refused("Q9", "traded-rope-guide")).toContain("open_list");
    expect(refused("Q9", "led-voss")).toContain("two_keys");
    expect(refused("Q9", "people-brine")).toContain("qualifier");
  });
});

describe("Q10 and Q13, several dates", () => {
  test("the first and last of some that are surely one after another", () => {
    for (const [words, pick] of [
      ["happened first", Math.min],
      ["happened last", Math.max],
    ] as const)
      for (const { options: shown, key } of asked("Q10", words)) {
        const days = new Map(shown.map(({ value }) => [value, dayOf(value)]));
        expect(days.get(key[0]!)).toBe(pick(...days.values()));
        expect(new Set(days.values()).size).toBe(shown.length);
      }
  });

  test("three on one side of an event and one on the other, without their dates", () => {
    const found = asked("Q13", /^Three of these came/);
    expect(found.length).toBeGreaterThan(0);
    for (const { stem, options: shown, key } of found) {
      expect(shown).toHaveLength(4);
      expect(shown.map(({ text }) => text).join()).not.toMatch(/\d/);
      const sides = shown.map(({ value }) => ({ value, day: dayOf(value) })).sort((a, b) => a.day - b.day);
      const odd = stem.includes("came before") ? sides.at(-1)! : sides[0]!;
      expect(odd.value).toBe(key[0]);
    }
  });

  const dayOf = (value: string): number => {
    const [fact] = facts.factsOf({ subject: value.slice(2), relation: "happened" });
    if (fact?.object.kind !== "date") throw new Error(`${value} has no date`);
    return fact.object.date.first;
  };
});

describe("Q13, a second criterion", () => {
  test("keeps out the three of which one lacks what the others and the odd one have", () => {
    for (const { options: shown } of asked("Q13", "stand in Harrow"))
      expect(options({ options: shown } as Question)).not.toContain("Stump Tower");
    expect(asked("Q13", "stand in Harrow").length).toBeGreaterThan(0);
  });

  test("where no other three are left, the question is refused", () => {
    const less = indexPack({ ...pack, facts: pack.facts.filter(({ key }) => key !== "in-watch") });
    const found = [...refusalsOf(less, "1")].filter(
      ({ form, facts: of }) => form === "Q13" && of[0]?.startsWith("in-"),
    );
    expect(found.map(({ reason }) => reason)).toContain("second_criterion");
  });

  test("in the first pack, three of one rank with a fourth of another are set apart by it", () => {
    const nmi = contentPack("nato-mission-iraq");
    const four = ["fortin", "olsen", "lollesgaard", "iannucci"];
    const other = { relation: "commanded", key: "nmi" };
    expect(secondCriterion(nmi, four, "iannucci", other)).toMatch(/lieutenant/);
    expect(secondCriterion(nmi, four, "fortin", { relation: "listed-rank", key: "lieutenant-general" })).toBeNull();
  });
});

describe("Q11, at the time of an event", () => {
  test("asks who surely held it then, and names the event, which the Why dates", () => {
    const [bridge] = asked("Q11", "when a bridge was opened", questions, "choice");
    expect(bridge?.key).toEqual(["e:keel"]);
    expect(bridge?.why).toContain("15 August 1998");
  });

  test("refuses an event in the month of a handover", () => {
    expect(refused("Q11", "when-strike")).toContain("bound_day");
  });

  test("only events of the relations that are declared", () => {
    const none = indexPack(withRelation(pack, "led", { events: [] }));
    expect([...questionsOf(none, { seed: "1" })].filter(({ form }) => form === "Q11")).toEqual([]);
  });
});

describe("Q14, what it became", () => {
  test("is asked of two dated facts, one of which replaced the other", () => {
    const [moved] = asked("Q14", "met in Harrow before");
    expect(moved?.key).toEqual(["e:skell"]);
    expect(moved?.options.map(({ value }) => value)).not.toContain("e:harrow");
  });

  test("is refused where the new one has no date, or is not surely later", () => {
    const reasons = (changes: Parameters<typeof withFact>[2]) =>
      [...refusalsOf(indexPack(withFact(pack, "met-new", changes)), "1")]
        .filter(({ form }) => form === "Q14")
        .map(({ reason }) => reason);
    expect(reasons({ from: { kind: "unknown" }, to: { kind: "unknown" }, asOf: null })).toContain("undated");
    const former = facts.fact("met-old");
    expect(reasons({ from: former.from, to: former.to, asOf: null })).toContain("tie");
  });
});

describe("Q15, which document says it", () => {
  test("one, where the author has looked; both, where both are cited", () => {
    expect(asked("Q15", "traded in tar")[0]?.key).toEqual(["s:gazette"]);
    expect(asked("Q15", "traded in rope")[0]?.key).toEqual(["s:both"]);
    for (const question of asked("Q15", "")) expect(question.options).toHaveLength(3);
  });

  test("is refused where nobody has looked", () => {
    expect(refused("Q15", "traded-salt")).toContain("open_list");
    expect(asked("Q15", "traded in salt")).toEqual([]);
  });
});

describe("Q16, how far the documents go", () => {
  test.each([
    ["date the great flood", "p:day"],
    ["date the salt fair", "p:month"],
    ["date the founding of the library", "p:year"],
    ["date the fire in the harbour", "p:between"],
    ["height of Abbey Tower", "p:exact"],
    ["height of Bell Tower", "p:about"],
    ["height of Red Tower", "p:bound"],
    ["height of Watch House", "p:vague"],
    ["Can one tell from the gazette of 31 December 2020", "c:all"],
    ["Can one tell from the guide of 1 June 2015", "c:some"],
  ])("%s: %s", (words, key) => {
    const [question] = asked("Q16", words);
    expect(question?.key).toEqual([key]);
    expect(question?.options.filter(({ right }) => right)).toHaveLength(1);
  });

  test("how exactly an end is given is not asked of what had not ended: the question would tell that it had", () => {
    const ceased = asked("Q16", "ceased to be mayor").map(({ stem }) => stem);
    expect(ceased.length).toBeGreaterThan(0);
    expect(ceased.filter((stem) => stem.includes("Edda Rook"))).toEqual([]);
  });

  test("for which of several the day is not given", () => {
    for (const { stem, key, options: shown } of asked("Q16", "NOT give the day")) {
      expect(stem).toMatch(/^For which of these/);
      expect(["e:rook", "e:zane", "e:fair", "e:strike", "e:library", "e:fire"]).toContain(key[0]);
      expect(shown.filter(({ right }) => right)).toHaveLength(1);
      // A rival of the mayor of Harrow is no option there.
      if (stem.includes("Harrow")) expect(shown.map(({ value }) => value)).not.toContain("e:sorel");
    }
    expect(asked("Q16", "NOT give the day").length).toBeGreaterThan(3);
  });

  test("is refused where two documents give it differently, or give different numbers", () => {
    expect(refused("Q16", "high-gull-gazette")).toContain("contradiction");
    expect(refused("Q16", "led-skell-wren")).toContain("two_keys");
  });
});

describe("sources that differ", () => {
  test("are asked by name, each with its own answer", () => {
    const heights = asked("Q1", "how high is Gull Tower", questions, "number");
    expect(new Set(heights.map(({ stem, key }) => `${stem.split(",")[0]} ${key[0]}`))).toEqual(
      new Set([
        "According to the gazette of 31 December 2020 q:exact:41:metres",
        "According to the guide of 1 June 2015 q:exact:43:metres",
      ]),
    );
    for (const { why } of heights) expect(why).toMatch(/^According to /);
  });

  test("are refused where the question has a time of its own", () => {
    expect(refused("Q3", "led-skell-ulle")).toContain("contradiction");
    expect(asked("Q3", "mayor of Skell on .* 198[0-4]")).toEqual([]);
  });
});

test("on the strip of Q8 and Q13 nobody has the time of somebody else", () => {
  for (const { form, strip, stem } of questions) {
    if (form !== "Q8" && form !== "Q13") continue;
    for (const { value, from, point } of strip?.spans ?? []) {
      const own = facts.pack.facts.filter(({ subject }) => `e:${subject}` === value);
      const starts = own.flatMap((fact) =>
        point
          ? fact.object.kind === "date"
            ? [fact.object.date.first]
            : []
          : fact.from.kind === "date"
            ? [fact.from.date.first]
            : [],
      );
      expect(starts, `${stem} ${value}`).toContain(from);
    }
  }
});
