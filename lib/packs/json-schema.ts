/** The fields of a pack's files as JSON Schema, for editors: completion, help beside a field, and a first check while typing. */
import { z } from "zod";
import * as help from "./field-help.ts";
import { quantity, slugPattern } from "./field-values.ts";
import * as fields from "./schema.ts";

/** The files of a pack that hold records. */
export const schemaFiles = ["pack", "sources", "entities", "relations", "facts", "lists"] as const;
export type SchemaFile = (typeof schemaFiles)[number];

type Json = { [name: string]: unknown };

/**
 * The JSON Schema (draft 2020-12) of one file. It is wider than the check: it knows a record's fields, not other records.
 * YAML reads 2018 and true as number and truth value; a pack takes the words as written, so those stand beside texts.
 */
export function jsonSchemaOf(file: SchemaFile): Json {
  const title = `${file} of a Recite pack`;
  if (file !== "pack") return { ...draft, title, type: "array", items: recordOf(...records[file]) };
  const pack = recordOf(fields.packFields, help.packHelp);
  const parts = {
    topics: { description: help.packHelp.topics, type: "array", items: recordOf(fields.topicFields, help.topicHelp) },
    types: { description: help.packHelp.types, type: "array", items: recordOf(fields.typeFields, help.typeHelp) },
  };
  return { ...draft, title, ...pack, properties: { ...(pack.properties as Json), ...parts } };
}

const draft = { $schema: "https://json-schema.org/draft/2020-12/schema" };

type Record = readonly [shape: z.core.$ZodShape, help: { readonly [field: string]: string }];

const records: { readonly [file in Exclude<SchemaFile, "pack">]: Record } = {
  sources: [fields.sourceFields, help.sourceHelp],
  entities: [fields.entityFields, help.entityHelp],
  relations: [fields.relationFields, help.relationHelp],
  facts: [fields.factFields, help.factHelp],
  lists: [fields.listFields, help.listHelp],
};

function recordOf(...[shape, sentences]: Record): Json {
  const schema = plainSchema(z.strictObject(shape));
  // A list that is absent is empty; the schema of a list does not tell.
  schema.required = Object.keys(shape).filter((name) => !z.safeParse(shape[name]!, undefined).success);
  const properties = schema.properties as { [field: string]: Json };
  if (properties.key) properties.key = { type: "string", pattern: slugPattern.source };
  // The reader tells an entity's key from the other objects itself, which no schema can show.
  if (properties.o) properties.o = { anyOf: [{ type: ["string", "number"] }, plainSchema(quantity)] };
  for (const [field, description] of Object.entries(sentences))
    if (properties[field]) properties[field] = { description, ...properties[field] };
  return schema;
}

function plainSchema(schema: z.core.$ZodType): Json {
  const options = { io: "input", unrepresentable: "any", override } as const;
  const { $schema: _, ...plain } = z.toJSONSchema(schema, options) as Json;
  return plain;
}

const override = ({ jsonSchema }: { readonly jsonSchema: object }) => widen(jsonSchema as Json);

/** What the reader takes and a plain schema would not: one thing for a list of one, words that YAML reads as something else. */
function widen(schema: Json): void {
  delete schema.default;
  if (schema.type === "string" && !schema.enum) schema.type = ["string", "number"];
  else if (Array.isArray(schema.enum) && schema.enum.includes("true")) {
    for (const name of Object.keys(schema)) delete schema[name];
    schema.anyOf = [{ type: "boolean" }, { enum: ["yes", "no"] }];
  } else if (schema.type === "array" && schema.items && !schema.prefixItems) {
    const list = { ...schema };
    for (const name of Object.keys(schema)) delete schema[name];
    schema.anyOf = [list, list.items];
  }
}
