import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "@/lib/base/sha256.ts";

const node = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
])("the examples of the standard: %j", (text, hex) => {
  expect(sha256(text)).toBe(hex);
});

test("agrees with Node at every length around a block", () => {
  for (let length = 0; length <= 260; length++) expect(sha256("a".repeat(length))).toBe(node("a".repeat(length)));
});

test("agrees with Node on any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => sha256(text) === node(text.toWellFormed())));
});
