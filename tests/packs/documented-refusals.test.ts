import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

test("every reason for not asking is explained in docs/packs.md", () => {
  const source = readFileSync(path.join(root, "lib/facts/refusal.ts"), "utf8");
  const reasons = [...source.matchAll(/^ {2}\| "([a-z_]+)"/gm)].map((match) => match[1]!);
  const table = readFileSync(path.join(root, "docs/packs.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .join("\n");
  expect(reasons.length).toBeGreaterThan(15);
  expect(reasons.filter((reason) => !table.includes(`\`${reason}\``))).toEqual([]);
});
