import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

test("every problem that the check can report is explained in docs/packs.md", () => {
  const folder = path.join(root, "lib/packs");
  const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
  const codes = new Set(
    [...source.matchAll(/\bcode: "([a-z-]+)"|\brefuse\(\s*"([a-z-]+)"/g)].map((match) => match[1] ?? match[2]!),
  );
  for (const kind of ["topic", "type", "source", "entity", "relation", "fact", "list"]) codes.add(`unknown-${kind}`);
  for (const kind of ["topic", "type", "source", "entity", "relation"]) codes.add(`unused-${kind}`);
  codes.delete("custom"); // zod's word for a fault that carries its own code
  const text = readFileSync(path.join(root, "docs/packs.md"), "utf8");
  expect(codes.size).toBeGreaterThan(50);
  expect([...codes].filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});
