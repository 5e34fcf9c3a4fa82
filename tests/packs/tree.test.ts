import { describe, expect, test } from "vitest";
import { plain, readTree } from "@/lib/packs/tree.ts";

const read = (text: string, isJson = false) => {
  const file = readTree(text, isJson);
  return { ...file, places: file.problems.map(({ code, offset }) => ({ code, ...file.placeOf(offset) })) };
};

describe("words stay the words they are", () => {
  test.each([
    ["a: no", { a: "no" }],
    ["a: 0079", { a: "0079" }],
    ["a: 1e3", { a: "1e3" }],
    ["a: 2018-11", { a: "2018-11" }],
    ["a: true", { a: "true" }],
    ['a: "null"', { a: "null" }],
    ["a: ~\nb: null\nc:\nd: x", { d: "x" }],
    ['a: "Agüero \\u00e9"', { a: "Agüero é" }],
    ["- [x, y]\n- { z: 1 }", [["x", "y"], { z: "1" }]],
    ["", null],
  ])("%j", (text, expected) => {
    const file = read(text);
    expect(file.problems).toEqual([]);
    expect(file.tree === null ? null : plain(file.tree)).toEqual(expected);
  });

  test("JSON too, with tabs and escapes", () => {
    const file = read('{\n\t"a": [1, "2\\/3", null, true],\n\t"b": {"c": "\\ud83d\\ude00"}\n}', true);
    expect(file.problems).toEqual([]);
    expect(plain(file.tree!)).toEqual({ a: ["1", "2/3", null, "true"], b: { c: "😀" } });
  });

  test("a field named __proto__ is a field", () => {
    const tree = plain(read("__proto__: { a: b }").tree!) as object;
    expect(Object.getPrototypeOf(tree)).toBe(Object.prototype);
    expect(Object.hasOwn(tree, "__proto__")).toBe(true);
  });
});

describe("what a file may not hold, at its place", () => {
  test.each([
    ["a: &x 1", "anchor", 1, 7],
    ["a: 1\nb: *a", "alias", 2, 4],
    ["a: !!set { b }", "tag", 1, 10],
    ["a: !ours 1", "tag", 1, 10],
    ["a: 1\na: 2", "duplicate-field", 2, 1],
    ["? [a]\n: 1", "field-name", 1, 3],
    ['a: "\\u0000"', "control-character", 1, 4],
    ["a: [1, 2", "syntax", 1, 9],
    ["a: 1\n---\nb: 2", "syntax", 2, 1],
    ["a: b: c", "syntax", 1, 4],
  ])("%j: %s", (text, code, line, column) => {
    expect(read(text).places).toContainEqual({ code, line, column });
  });
});

describe("files made to hurt are refused before the parser runs", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`),
  ];

  test.each([
    ["twenty thousand brackets", "[".repeat(20_000), "too-deep"],
    ["twenty thousand nested lists", `${"- ".repeat(20_000)}a`, "too-deep"],
    [
      "nesting by indentation",
      Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "too-deep",
    ],
    ["five megabytes", `a: ${"x".repeat(5_000_000)}`, "too-large"],
  ])("%s", (_, text, code) => {
    const file = read(text);
    expect(file.places.map((problem) => problem.code)).toEqual([code]);
    expect(file.tree).toBeNull();
    expect(file.broken).toBe(true);
  });

  test("aliases that would multiply are each refused and none is followed", () => {
    const file = read(bomb.join("\n"));
    expect(file.problems.filter(({ code }) => code === "alias").length).toBe(72);
    expect(JSON.stringify(plain(file.tree!)).length).toBeLessThan(1000);
  });
});
