import { describe, expect, test } from "vitest";
import type { Value } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import type { Query } from "@/lib/facts/query.ts";
import { isDistractor, isKey, verdict } from "@/lib/facts/truth.ts";
import { aFact, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { asOf, date, entity, isles, key, on, said, timeless, what, who } from "@/tests/support/truth.ts";

describe("who held it on a day", () => {
  test.each([
    ["2016-06-01", { brandt: "true", orr: "false", vane: "false", brand: "false", quill: "false", dunmore: "false" }],
    // Handover days: both may hold, the others do not, for the succession is closed.
    ["2015-03-02", { vane: "bound_day", brandt: "bound_day", orr: "false", quill: "false", dunmore: "false" }],
    ["2020-02-29", { brand: "bound_day", quill: "bound_day", brandt: "false" }],
    // The month of a month-only start, before anything is said, and the gap.
    ["2001-04-15", { orr: "bound_day", vane: "open_list" }],
    ["2001-03", { orr: "open_list", vane: "open_list" }],
    ["2010-01-01", { orr: "false", vane: "false", quill: "false" }],
    // The last day of the almanac, and the day after.
    ["2021-06-30", { quill: "true", brand: "false", dunmore: "false" }],
    ["2021-07-01", { quill: "out_of_scope", brand: "out_of_scope" }],
    // A month that holds a handover.
    ["2018-09", { brandt: "bound_day", brand: "bound_day", orr: "false" }],
    ["2018-10", { brand: "true", brandt: "false" }],
  ] as const)("%s", (day, expected) => {
    const query = who("kept", "skerry-point", on(day));
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, said(query, name)]))).toEqual(expected);
  });

  test.each([
    ["2016-06-01", "brandt", "yes"],
    ["2016-06-01", "vane", "no_key"],
    ["2015-03-02", "brandt", "bound_day"],
    ["2001-04-15", "orr", "bound_day"],
    ["2001-03-01", "orr", "no_key"],
    ["2010-01-01", "orr", "no_key"],
    ["2021-06-30", "quill", "yes"],
    ["2021-07-01", "quill", "out_of_scope"],
  ])("key on %s: %s %s", (day, name, expected) => {
    expect(key(who("kept", "skerry-point", on(day)), [name])).toBe(expected);
  });

  test("a distractor is wrong at every reading, and says what proves it", () => {
    const query = who("kept", "skerry-point", on("2016-06-01"));
    expect(isDistractor(isles, query, entity("orr"))).toEqual({ yes: true });
    expect(isDistractor(isles, query, entity("brandt"))).toMatchObject({ yes: false, reason: "two_keys" });
    expect(verdict(isles, query, entity("orr"))).toMatchObject({
      proof: { kind: "another", fact: { key: "kept-brandt" } },
    });
    const gap = who("kept", "skerry-point", on("2010-01-01"));
    expect(verdict(isles, gap, entity("dunmore"))).toMatchObject({ proof: { kind: "complete", list: null } });
  });
});

describe("what is not said is not false", () => {
  test.each([
    // Nobody says that all wardens are named, and several may be at once.
    [
      who("was-warden", "great-lantern", on("2014-01-01")),
      { vane: "true", dunmore: "true", quill: "open_list", brand: "open_list" },
    ],
    // One denial holds for its own time only.
    [
      who("was-warden", "great-lantern", asOf("2021-06-30")),
      { orr: "false", dunmore: "true", brand: "open_list", vane: "two_keys" },
    ],
    [who("was-warden", "great-lantern", on("2014-01-01")), { orr: "open_list" }],
    // No end is given: from then on he may hold it.
    [who("kept", "gull-rock", on("2020-01-01")), { orr: "undated", dunmore: "open_list" }],
    [who("kept", "gull-rock", on("2008-01-01")), { dunmore: "true", orr: "false", brand: "false" }],
    [who("kept", "gull-rock", on("2004-06")), { dunmore: "bound_day", orr: "open_list" }],
    // A temporal relation without a time.
    [who("kept", "skerry-point", timeless), { brandt: "undated", dunmore: "undated" }],
  ] as const)("%j", (query, expected) => {
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, said(query, name)]))).toEqual(expected);
  });

  test("several holders are no single key", () => {
    const query = who("was-warden", "great-lantern", on("2014-01-01"));
    expect(key(query, ["vane"])).toBe("open_list");
    expect(key(query, ["vane"], false)).toBe("yes");
  });
});

describe("one at a time, at either end", () => {
  test("where a light stands excludes every isle that is neither part nor whole nor possibly the same", () => {
    const query = what("skerry-point", "stands-on", timeless);
    expect(said(query, "great-lantern")).toBe("true");
    expect(said(query, "tern")).toBe("false");
    expect(said(query, "isles")).toBe("two_keys");
    expect(said(query, "little-lantern")).toBe("two_keys");
    expect(key(query, ["great-lantern"])).toBe("yes");
  });

  test("a light that stands elsewhere does not stand here, although several may stand on one isle", () => {
    const query = who("stands-on", "tern", timeless);
    expect(said(query, "gull-rock")).toBe("true");
    expect(said(query, "skerry-point")).toBe("false");
    expect(key(query, ["gull-rock"])).toBe("open_list");
    expect(key(query, ["gull-rock"], false)).toBe("yes");
    // Two lights stand on Great Lantern; the third stands on an isle that may be the same.
    const great = who("stands-on", "great-lantern", timeless);
    expect(said(great, "skerry-light")).toBe("true");
    expect(said(great, "saltmarsh")).toBe("two_keys");
  });

  test("a body that may be the same as the one that decided is not wrong", () => {
    const query = who("decided", "pier-rebuilt", timeless);
    expect(said(query, "council-in-session")).toBe("true");
    expect(said(query, "council")).toBe("two_keys");
    expect(said(query, "harbour-board")).toBe("false");
    expect(key(query, ["council-in-session"])).toBe("yes");
  });
});

describe("dates and numbers as values", () => {
  const happened = (event: string) => what(event, "happened", timeless);
  test.each([
    ["charter", date("1911-10"), "true"],
    ["charter", date("1911-11"), "false"],
    ["charter", date("1911"), "true"],
    ["charter", date("1911-10-05"), "precision"],
    ["great-storm", date("1953-02"), "true"],
    ["great-storm", date("1953-02-02"), "false"],
    ["first-beacon", date("1874-06"), "precision"],
  ] as const)("%s happened %j: %s", (event, value, expected) => {
    expect(said(happened(event), value)).toBe(expected);
  });

  test("what happened in a month is what lies in it, what may lie in it is open, the rest is wrong", () => {
    const query: Query = { hole: "subject", relation: "happened", object: date("1953-02"), time: timeless, list: null };
    expect(said(query, "great-storm")).toBe("true");
    expect(said(query, "ferry")).toBe("false");
    const day: Query = { ...query, object: date("1874-06-01") } as Query;
    expect(said(day, "first-beacon")).toBe("precision");
  });

  const high = (number: number, qualifier: "exact" | "about" | "more_than" = "exact"): Value => ({
    kind: "number",
    number,
    qualifier,
    unit: "metres",
  });
  test.each([
    ["skerry-point", high(41), "true"],
    ["skerry-point", high(40), "false"],
    ["skerry-point", high(40, "about"), "qualifier"],
    ["skerry-point", high(30, "more_than"), "qualifier"],
    ["saltmarsh", high(31), "qualifier"],
    ["saltmarsh", high(35), "false"],
  ] as const)("%s is %j high: %s", (light, value, expected) => {
    expect(said(what(light, "is-high", timeless), value)).toBe(expected);
  });

  test("vague words prove nothing against a number", () => {
    const query = what("tern", "had-people", asOf("2021-06-30"));
    expect(said(query, { kind: "vague", text: "several hundred people" })).toBe("true");
    expect(said(query, { kind: "number", number: 5000, qualifier: "exact", unit: "people" })).toBe("qualifier");
  });
});

describe("the ends of a span", () => {
  test.each([
    ["from", "kept-brandt", "2015-03-02", "true"],
    ["from", "kept-brandt", "2012-01-09", "false"],
    ["from", "kept-brandt", "2015-03", "precision"],
    ["to", "kept-brandt", "2018-09-14", "true"],
    ["from", "kept-orr", "2001-04", "true"],
    ["from", "kept-orr", "2001-04-12", "precision"],
    ["to", "kept-quill", "2021-06-30", "out_of_scope"],
    ["to", "kept-gull-orr", "2015", "undated"],
    ["from", "warden-quill", "2015", "undated"],
  ] as const)("%s of %s: %s %s", (hole, fact, day, expected) => {
    expect(said({ hole, fact }, date(day))).toBe(expected);
  });

  test("a second term has a date of its own, which is then not wrong and leaves no single key", () => {
    const facts = indexPack(
      aPack({ facts: [aFact({ from: "1990", to: "1995" }), aFact({ from: "2001", to: "2005" })] }),
    );
    const query: Query = { hole: "from", fact: "ada-kept-mill-1990-1995" };
    expect(said(query, date("1990"), facts)).toBe("true");
    expect(said(query, date("2001"), facts)).toBe("two_keys");
    expect(said(query, date("1995"), facts)).toBe("false");
    expect(isKey(facts, query, [date("1990")], { only: true })).toMatchObject({ yes: false, reason: "two_keys" });
    expect(isKey(facts, query, [date("1990")], { only: false })).toEqual({ yes: true });
  });
});

test("a second source that dates the same term otherwise makes a contradiction, one that is only less exact does not", () => {
  const ends = (from: string, key: string) => aFact({ key, from, to: "2010" });
  const differ = indexPack(aPack({ facts: [ends("2001-05-01", "a"), ends("2002-05-01", "b")] }));
  expect(said({ hole: "from", fact: "a" }, date("2001-05-01"), differ)).toBe("contradiction");
  const coarser = indexPack(aPack({ facts: [ends("2001-05-01", "a"), ends("2001-05", "b")] }));
  expect(said({ hole: "from", fact: "a" }, date("2001-05-01"), coarser)).toBe("true");
});

test("a relation that takes dates and things keeps them apart", () => {
  const facts = indexPack(
    aPack({
      relations: [aRelation({ object: ["place", "date"] })],
      facts: [aFact({ from: "2001", to: "2005" }), aFact({ key: "dated", object: date("1999") })],
    }),
  );
  expect(said(what("ada", "kept", on("2003")), date("1999"), facts)).toBe("true");
  expect(said(what("ada", "kept", on("2003")), date("2003"), facts)).toBe("open_list");
  expect(said(what("ada", "kept", on("2003")), "mill", facts)).toBe("true");
});
