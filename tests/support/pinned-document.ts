/** The documents that packs of content/ pin, and whether what they cite stands there. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import type { Fact } from "@/lib/facts/fact.ts";
import type { Facts } from "@/lib/facts/facts.ts";

const content = path.join(import.meta.dirname, "../../content/packs");

/**
 * The text of a source's pinned document: the copy in the pack's folder, else one in the folder that PACK_DOCUMENTS names, under its hash. Null
 * where there is none. A copy that is another than the pinned one fails the test.
 */
export function pinnedDocument(facts: Facts, source: string): string | null {
  const { document } = facts.source(source);
  if (!document) throw new Error(`${source} pins no document`);
  const own = process.env.PACK_DOCUMENTS;
  const place =
    document.file !== null
      ? path.join(content, facts.pack.key, document.file)
      : own === undefined
        ? null
        : path.join(own, document.sha256);
  if (place === null || (document.file === null && !existsSync(place))) return null;
  const bytes = readFileSync(place);
  expect(createHash("sha256").update(bytes).digest("hex"), `hash of ${place}`).toBe(document.sha256);
  return bytes.toString("utf8");
}

/** What a checker says against each fact, by the fact's key; empty when every fact stands where it is cited. */
export function misplaced(facts: readonly Fact[], fault: (fact: Fact, locator: string) => string | null): string[] {
  return facts.flatMap((fact) =>
    fact.citations.flatMap(({ locator }) => {
      const found = fault(fact, locator);
      return found === null ? [] : [`${fact.key} at “${locator}”: ${found}`];
    }),
  );
}
