/** What cannot be asked is told in words: no key of a pack's files, no code, whatever the pack. */
import { expect, test } from "vitest";
import { refusalsOf } from "@/lib/questions/bank.ts";
import { refusalInWords } from "@/lib/questions/refusal-words.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

const small = everyPack().filter(([name]) => name !== "us-presidents");

test.each(small)("every refusal of %s", (_, facts) => {
  const keys = [...facts.pack.facts, ...facts.pack.lists].map(({ key }) => key).filter((key) => key.includes("-"));
  const codes = new RegExp(`\\b[edqtx]:|as_named|\\d{4}-\\d\\d|(?<![\\w-])(?:${keys.join("|")})(?![\\w-])`);
  const refusals = [...refusalsOf(facts, "1")];
  expect(refusals.filter(({ detail }) => codes.test(detail)).length, "keys are in what authors read").toBeGreaterThan(
    0,
  );
  const told = refusals.map((refusal) => refusalInWords(facts, refusal));
  expect(told.map(({ detail }) => detail).filter((detail) => codes.test(detail))).toEqual([]);
  expect(told.filter(({ detail }) => detail.trim() === "")).toEqual([]);
  expect(told.some(({ kind }) => kind === "choice")).toBe(true);
});
