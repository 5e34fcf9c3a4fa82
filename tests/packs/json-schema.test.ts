import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { jsonSchemaOf, schemaFiles } from "@/lib/packs/json-schema.ts";

const content = path.resolve(import.meta.dirname, "../../content");
const packs = readdirSync(path.join(content, "packs"));

describe.each(schemaFiles)("the JSON Schema of %s", (file) => {
  const schema = z.fromJSONSchema(jsonSchemaOf(file) as z.core.JSONSchema.JSONSchema);

  test("is the one kept for editors", () => {
    const kept: unknown = JSON.parse(readFileSync(path.join(content, "schema", `${file}.json`), "utf8"));
    expect(kept, "run: npm run -s pack -- schema").toEqual(jsonSchemaOf(file));
  });

  test("takes every pack that comes with Recite, as an editor reads its YAML", () => {
    const given = packs.map((pack) => path.join(content, "packs", pack, `${file}.yaml`)).filter(existsSync);
    expect(given.length).toBeGreaterThan(0);
    for (const each of given) expect(schema.safeParse(parse(readFileSync(each, "utf8"))).error, each).toBeUndefined();
  });

  test("refuses a field that there is not, and has help for every field that there is", () => {
    const [pack] = packs;
    const given: unknown = parse(readFileSync(path.join(content, "packs", pack!, `${file}.yaml`), "utf8"));
    const record = Array.isArray(given) ? (given[0] as object) : (given as object);
    const spoiled = { ...record, colour: "red" };
    expect(schema.safeParse(Array.isArray(given) ? [spoiled] : spoiled).success).toBe(false);
    const { items = jsonSchemaOf(file) } = jsonSchemaOf(file) as { items?: object };
    for (const [field, { description }] of Object.entries(
      (items as { properties: Record<string, { description?: string }> }).properties,
    ))
      expect(description, field).toMatch(/^[A-Za-z].{10,}[.?]$/);
  });
});
