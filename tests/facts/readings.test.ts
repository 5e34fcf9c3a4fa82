/** Readings R7 to R9, and facts that replace one another: what may be right, what may be wrong, and what neither. */
import { describe, expect, test } from "vitest";
import { rangeOf } from "@/lib/facts/agree.ts";
import type { Capacity, Fact, Qualifier, Value } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { checkPack } from "@/lib/packs/check-pack.ts";
import { nowhere } from "@/lib/packs/places.ts";
import { aDate, aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { asOf, entity, key, on, said, timeless, what, who } from "@/tests/support/truth.ts";

const kept = aRelation({ subjectsPerObject: "one" });
const closed = aRelation({
  subjectsPerObject: "one",
  closed: [
    {
      subject: null,
      object: "mill",
      from: aDate("2000"),
      asOf: aDate("2020-12-31"),
      citation: { source: "book", locator: "page 2" },
    },
  ],
});

const term = (subject: string, from: string, to: string, capacity: Capacity | null = null) =>
  aFact({ subject, from, to, capacity });

const ada = term("ada", "2001-01-01", "2005-01-01");
const bela = term("bela", "2005-01-01", "2009-01-01");
const cleo = anEntity({ key: "cleo" });

describe("R7, acting and rival holders", () => {
  test.each([["acting"], ["rival"]] as const)("one who was %s is neither right nor wrong", (capacity) => {
    const facts = indexPack(
      aPack({ relations: [closed], facts: [ada, term("dora", "2002-01-01", "2003-01-01", capacity)] }),
    );
    const query = who("kept", "mill", on("2002-06-01"));
    expect(said(query, "dora", facts)).toBe("two_keys");
    // If the other one counts, the one in full was not the one holder.
    expect(said(query, "ada", facts)).toBe("two_keys");
    expect(key(query, ["ada"], true, facts)).toBe("two_keys");
    expect(key(query, ["dora"], false, facts)).toBe("two_keys");
  });

  test("before and after that, the holder is the only one again, and the other was not", () => {
    const facts = indexPack(
      aPack({ relations: [kept], facts: [ada, term("dora", "2002-01-01", "2003-01-01", "acting")] }),
    );
    const query = who("kept", "mill", on("2004-06-01"));
    expect(key(query, ["ada"], true, facts)).toBe("yes");
    expect(said(query, "dora", facts)).toBe("false");
  });

  test("one who was acting proves nobody else wrong", () => {
    const facts = indexPack(
      aPack({ relations: [kept], facts: [term("dora", "2002-01-01", "2003-01-01", "acting")], entities: [cleo] }),
    );
    expect(said(who("kept", "mill", on("2002-06-01")), "cleo", facts)).toBe("open_list");
  });

  test("a list of all who ever held it neither has nor lacks one who was acting", () => {
    const acting = term("dora", "2002-01-01", "2003-01-01", "acting");
    const list = (facts: readonly Fact[]) => ({
      key: "keepers",
      gloss: "the keepers of the mill",
      members: "subject" as const,
      facts: facts.map((fact) => fact.key),
      complete: "yes" as const,
      asOf: aDate("2020-12-31"),
      citations: [{ source: "book", locator: "page 2" }],
      compareWith: [],
      frames: {},
    });
    for (const members of [[ada, acting], [ada]]) {
      const facts = indexPack(
        aPack({ relations: [kept], facts: [ada, acting], lists: [list(members)], entities: [cleo] }),
      );
      const query = who("kept", "mill", asOf("2020-12-31"), "keepers");
      expect(said(query, "ada", facts)).toBe("true");
      expect(said(query, "dora", facts)).toBe("two_keys");
      expect(said(query, "cleo", facts)).toBe("false");
    }
  });

  test("an acting or rival holder beside the one in full is no fault of the pack, a second one in full is", () => {
    const codes = (capacity: Capacity | null) =>
      checkPack(
        aPack({ relations: [kept], facts: [ada, term("dora", "2002-01-01", "2003-01-01", capacity)] }),
        nowhere,
      ).map(({ code }) => code);
    expect(codes("acting")).not.toContain("two-at-once");
    expect(codes("rival")).not.toContain("two-at-once");
    expect(codes(null)).toContain("two-at-once");
    expect(codes("joint")).toContain("two-at-once");
  });
});

describe("R7, joint holders", () => {
  const joint = [term("ada", "2001-01-01", "2005-01-01", "joint"), term("bela", "2001-01-01", "2005-01-01", "joint")];
  const query = who("kept", "mill", on("2003-01-01"));

  test("all are right, one of them is not the answer, and all of them are", () => {
    const facts = indexPack(aPack({ relations: [closed], facts: joint, entities: [cleo] }));
    expect([said(query, "ada", facts), said(query, "bela", facts)]).toEqual(["true", "true"]);
    expect(key(query, ["ada"], true, facts)).toBe("two_keys");
    expect(key(query, ["ada", "bela"], true, facts)).toBe("yes");
    expect(said(query, "cleo", facts)).toBe("false");
  });

  test("where the pack does not say that it has all, there may be a third", () => {
    const facts = indexPack(aPack({ relations: [kept], facts: joint, entities: [cleo] }));
    expect(key(query, ["ada", "bela"], true, facts)).toBe("open_list");
    expect(said(query, "cleo", facts)).toBe("open_list");
  });

  test("two joint holders at once are no fault of the pack", () => {
    const problems = checkPack(aPack({ relations: [kept], facts: joint }), nowhere);
    expect(problems.map(({ code }) => code)).not.toContain("two-at-once");
  });
});

describe("R8, numbers with a qualifier", () => {
  const relation = aRelation({ object: ["number"], temporal: false, objectsPerSubject: "one" });
  const number = (number: number, qualifier: Qualifier = "exact"): Value => ({
    kind: "number",
    number,
    qualifier,
    unit: "m",
  });

  test.each([
    ["exact", 40, 40, 40],
    ["about", 40, 38, 42],
    ["at_least", 40, 40, Infinity],
    ["at_most", 40, -Infinity, 40],
  ] as const)("“%s %d” allows from %d to %d", (qualifier, stated, least, most) => {
    expect(rangeOf({ kind: "number", number: stated, qualifier, unit: "m" })).toEqual({ least, most });
  });

  test.each([
    ["exact", number(40), number(40), "true"],
    ["another number", number(40), number(41), "false"],
    ["a number that “about” allows", number(40, "about"), number(41), "qualifier"],
    ["one that it does not", number(40, "about"), number(44), "false"],
    ["a number above a lower limit", number(40, "more_than"), number(90), "qualifier"],
    ["the limit itself", number(40, "more_than"), number(40), "false"],
    ["a limit that may be the same", number(40, "at_least"), number(50, "at_most"), "qualifier"],
    ["limits that lie apart", number(40, "less_than"), number(40, "at_least"), "false"],
    ["vague words", { kind: "vague", text: "several" } as const, number(40), "qualifier"],
  ])("%s", (_, stated, claimed, verdict) => {
    const facts = indexPack(aPack({ relations: [relation], facts: [aFact({ object: stated })] }));
    expect(said(what("ada", "kept", timeless), claimed, facts)).toBe(verdict);
  });
});

describe("a fact that replaced another", () => {
  const moved = aRelation({ objectsPerSubject: "one" });
  const former = aFact({ key: "former", object: "mill", from: "2001", to: "2005-03-10" });
  const later = aFact({
    key: "later",
    object: "barn",
    from: "2005-03-12",
    to: "open",
    asOf: "2020-12-31",
    replaces: "former",
  });
  const facts = indexPack(aPack({ relations: [moved], facts: [former, later] }));

  test("neither value is wrong for the other, unless there is time between the two", () => {
    const at = (day: string, value: string) => said(what("ada", "kept", on(day)), value, facts);
    expect(at("2004-06-01", "barn")).toBe("false");
    expect(at("2010-06-01", "mill")).toBe("false");
    const near = indexPack(
      aPack({ relations: [moved], facts: [{ ...former, to: { kind: "date", date: aDate("2005-03-11") } }, later] }),
    );
    expect(said(what("ada", "kept", on("2010-06-01")), "mill", near)).toBe("two_keys");
    expect(said(what("ada", "kept", on("2004-06-01")), "barn", near)).toBe("two_keys");
    expect(said(what("ada", "kept", on("2010-06-01")), "barn", near)).toBe("true");
  });

  test("the day of the new one is no wrong end of the old one, where it may be the same", () => {
    const query = { hole: "to", fact: "former" } as const;
    expect(said(query, { kind: "date", date: aDate("2005-03-12") }, facts)).toBe("near_synonym");
    expect(said(query, { kind: "date", date: aDate("2005-03-20") }, facts)).toBe("false");
  });

  test("without the declaration it is", () => {
    const bare = indexPack(aPack({ relations: [moved], facts: [former, { ...later, replaces: null }] }));
    expect(said({ hole: "to", fact: "former" }, { kind: "date", date: aDate("2005-03-12") }, bare)).toBe("false");
  });
});

test("the entity that nobody claims anything of is neither", () => {
  const facts = indexPack(aPack({ relations: [kept], facts: [ada, bela], entities: [cleo] }));
  expect(said(who("kept", "mill", on("2003-01-01")), entity("cleo"), facts)).toBe("false");
  expect(said(who("kept", "mill", on("2010-01-01")), entity("cleo"), facts)).toBe("open_list");
});
