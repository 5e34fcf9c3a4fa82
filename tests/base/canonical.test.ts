import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "@/lib/base/canonical.ts";

test("keys are sorted at every depth and blanks are left out", () => {
  expect(canonicalJson({ b: 1, a: { d: [1, { z: null, y: true }], c: "é" } })).toBe(
    '{"a":{"c":"é","d":[1,{"y":true,"z":null}]},"b":1}',
  );
});

test("the order in which fields were written does not matter, and what is written is read back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reversed = (part: unknown): unknown => {
        if (Array.isArray(part)) return part.map(reversed);
        if (typeof part !== "object" || part === null) return part;
        return Object.fromEntries(
          Object.entries(part)
            .reverse()
            .map(([key, field]) => [key, reversed(field)]),
        );
      };
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [[undefined]]])("refuses %s", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test("leaves out a field that is undefined", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test("numbers as names are in the order of their letters, and __proto__ is a name like any other", () => {
  expect(canonicalJson({ a: { 9: 1, 10: 2, b: 3 } })).toBe('{"a":{"10":2,"9":1,"b":3}}');
  expect(canonicalJson(JSON.parse('{"z":[{"__proto__":{"b":1,"a":2}}]}'))).toBe('{"z":[{"__proto__":{"a":2,"b":1}}]}');
});
