/** The truth test where lists, several sources, names or symmetric relations are in play. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { aFact, anEntity, aPack, aRelation, aSource } from "@/tests/support/fictional-pack.ts";
import { asOf, key, on, said, what, who } from "@/tests/support/truth.ts";

describe("lists", () => {
  const shipped = (source: string | null) =>
    what("great-lantern", "shipped", asOf("2021-06-30", source), "shipped-2021");

  test("as_named answers what the document names, and nothing else", () => {
    expect(said(shipped("almanac"), "kelp")).toBe("true");
    expect(said(shipped("almanac"), "slate")).toBe("false");
    expect(said(shipped(null), "slate")).toBe("open_list");
    expect(said(what("great-lantern", "shipped", asOf("2021-06-30")), "slate")).toBe("out_of_scope");
    expect(said(what("great-lantern", "shipped", asOf("2021-06-30")), "wool")).toBe("true");
    expect(key(shipped("almanac"), ["kelp", "lamp-oil", "wool"])).toBe("yes");
    expect(key(shipped("almanac"), ["kelp", "wool"])).toBe("two_keys");
    expect(key(shipped("almanac"), ["kelp", "wool"], false)).toBe("yes");
  });

  test("a list about something else proves nothing", () => {
    expect(said(what("tern", "shipped", asOf("2021-06-30", "almanac"), "shipped-2021"), "slate")).toBe("open_list");
  });

  test("a complete list names all who ever held it", () => {
    const query = who("kept", "skerry-point", asOf("2021-06-30", "almanac"), "keepers");
    expect(said(query, "orr")).toBe("true");
    expect(said(query, "dunmore")).toBe("false");
  });

  test("as of a time, what ended before is not false: “as of” can be read as “by”", () => {
    const query = who("kept", "skerry-point", asOf("2021-06-30"));
    expect(said(query, "quill")).toBe("true");
    expect(said(query, "brand")).toBe("two_keys");
    expect(said(query, "dunmore")).toBe("false");
  });
});

describe("sources that differ (R3)", () => {
  const sources = [aSource(), aSource({ key: "letter", inStem: "the letter" })];
  const differing = indexPack(
    aPack({
      sources,
      relations: [aRelation({ subjectsPerObject: "one" })],
      facts: [
        aFact({ subject: "ada", asOf: "2010" }),
        aFact({ subject: "bob", asOf: "2010", citations: [{ source: "letter", locator: "line 1" }] }),
        aFact({ subject: "cy", from: "2015", to: "2018" }),
      ],
    }),
  );

  test("make a contradiction, unless the query names one of them", () => {
    expect(said(who("kept", "mill", asOf("2010")), "ada", differing)).toBe("contradiction");
    expect(said(who("kept", "mill", asOf("2010", "book")), "ada", differing)).toBe("true");
    expect(said(who("kept", "mill", asOf("2010", "book")), "bob", differing)).toBe("false");
    expect(said(who("kept", "mill", asOf("2010", "letter")), "ada", differing)).toBe("false");
    expect(said(who("kept", "mill", asOf("2010", "letter")), "bob", differing)).toBe("true");
  });
});

describe("names (R5)", () => {
  const facts = indexPack(
    aPack({
      relations: [aRelation({ subjectsPerObject: "one", subject: ["person", "group"] })],
      types: [...aPack().types, { key: "group", noun: ["group", "groups"], wh: "Which group" }],
      entities: [
        anEntity({ key: "hermes", name: "Hermes" }),
        anEntity({ key: "hermes-group", name: "Hermes Society", short: "Hermes", type: "group" }),
        anEntity({ key: "hermes-place", name: "Hermes", type: "place" }),
      ],
      facts: [
        aFact({ subject: "hermes", from: "2001", to: "2005" }),
        aFact({ subject: "ada", from: "2006", to: "2009" }),
      ],
    }),
  );

  test("a printed name that can mean two things is right only if both are", () => {
    expect(said(who("kept", "mill", on("2003")), "hermes", facts)).toBe("homonym");
    expect(said(who("kept", "mill", on("2003")), "hermes-group", facts)).toBe("homonym");
    expect(said(who("kept", "mill", on("2007")), "hermes", facts)).toBe("false");
    expect(said(who("kept", "mill", on("2003")), "ada", facts)).toBe("false");
  });
});

test("what a symmetric relation says one way it says the other way", () => {
  const facts = indexPack(
    aPack({
      relations: [
        aRelation({
          key: "married",
          object: ["person"],
          symmetric: true,
          objectsPerSubject: "one",
          subjectsPerObject: "one",
        }),
      ],
      entities: [anEntity({ key: "ada" }), anEntity({ key: "bob" }), anEntity({ key: "cy" })],
      facts: [aFact({ relation: "married", subject: "ada", object: "bob", from: "2001", to: "2010" })],
    }),
  );
  expect(said(what("bob", "married", on("2005")), "ada", facts)).toBe("true");
  expect(said(what("bob", "married", on("2005")), "cy", facts)).toBe("false");
  expect(key(what("bob", "married", on("2005")), ["ada"], true, facts)).toBe("yes");
  expect(said(what("cy", "married", on("2005")), "bob", facts)).toBe("false");
});

test("a fact and its denial at one time are a contradiction", () => {
  const facts = indexPack(
    aPack({
      facts: [aFact({ from: "2001", to: "2010" }), aFact({ key: "not", from: "2003", to: "2005", negative: true })],
    }),
  );
  expect(said(who("kept", "mill", on("2004")), "ada", facts)).toBe("contradiction");
  expect(said(who("kept", "mill", on("2007")), "ada", facts)).toBe("true");
});
