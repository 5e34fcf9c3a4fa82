import { expect, test } from "vitest";
import { agree } from "@/lib/facts/agree.ts";
import type { Value } from "@/lib/facts/fact.ts";
import { plainName } from "@/lib/facts/names.ts";
import { valueKey } from "@/lib/facts/value.ts";
import { aDate } from "@/tests/support/fictional-pack.ts";

const entity = (key: string): Value => ({ kind: "entity", entity: key });
const date = (edtf: string): Value => ({ kind: "date", date: aDate(edtf) });
const vague = (text: string): Value => ({ kind: "vague", text });
const number = (
  of: number,
  qualifier: (Value & { kind: "number" })["qualifier"] = "exact",
  unit: string | null = null,
): Value => ({
  kind: "number",
  number: of,
  qualifier,
  unit,
});

test.each([
  [entity("nld"), "e:nld"],
  [date("2018-11"), "d:2018-11"],
  [number(7), "n:7"],
  [number(7, "exact", "countries"), "q:exact:7:countries"],
  [number(350, "more_than"), "q:more_than:350:"],
  [vague("several hundred"), "v:several hundred"],
] as const)("%j is %s", (value, key) => expect(valueKey(value)).toBe(key));

const related = (a: string, b: string) => a === b || [a, b].sort().join(" ") === "council ministers";

test.each([
  [entity("council"), entity("council"), true],
  [entity("council"), entity("ministers"), true],
  [entity("council"), entity("board"), false],
  [date("2018"), date("2018-11-26"), true],
  [date("2018-10"), date("2018-11-26"), false],
  [number(350), number(350), true],
  [number(350), number(351), false],
  [number(350, "more_than"), number(350), false],
  [number(350, "more_than"), number(351), true],
  [number(350, "at_least"), number(350), true],
  [number(350, "less_than"), number(350), false],
  [number(350, "at_most"), number(350), true],
  [number(350, "at_most"), number(350, "more_than"), false],
  [number(100, "about"), number(104), true],
  [number(100, "about"), number(106), false],
  [number(7, "exact", "ships"), number(8, "exact", "people"), true],
  [vague("several hundred"), number(300), true],
  [vague("several hundred"), entity("council"), false],
  [entity("council"), date("2018"), false],
] as const)("%j and %j can both be right: %s", (a, b, expected) => {
  expect(agree(a, b, related)).toBe(expected);
  expect(agree(b, a, related)).toBe(expected);
});

test.each([
  ["José Agüero", "jose aguero"],
  ["  The  Hague, ", "the hague"],
  ["O’Neill", "o neill"],
  ["MÜNCHEN", "munchen"],
  ["東京", "東京"],
])("“%s” is read as “%s”", (label, expected) => expect(plainName(label)).toBe(expected));
