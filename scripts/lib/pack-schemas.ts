/** `pack schema`: the JSON Schemas of a pack's files, kept beside the packs for editors. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { jsonSchemaOf, schemaFiles } from "../../lib/packs/json-schema.ts";
import { inProject } from "./project.ts";

/** Writes content/schema/<file>.json; a test holds them to what the reader takes. */
export function writeSchemas(): number {
  const folder = inProject("content", "schema");
  mkdirSync(folder, { recursive: true });
  for (const file of schemaFiles)
    writeFileSync(path.join(folder, `${file}.json`), `${JSON.stringify(jsonSchemaOf(file), null, 2)}\n`);
  console.log(`${schemaFiles.length} schemas are in ${path.relative(process.cwd(), folder)}.`);
  return 0;
}
