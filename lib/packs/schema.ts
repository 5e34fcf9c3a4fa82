/** The fields of every record as files spell them. A field is read on its own, so that one fault never hides another. */
import { z } from "zod";
import { parseDate } from "../facts/dates.ts";
import type { Bound, HistoricalDate, Value } from "../facts/fact.ts";
import { quantityFields } from "./table-cells.ts";

/** A key: lower-case words of letters and digits, joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const text = z
  .string({ error: "A text is expected here." })
  .refine((words) => words.trim() !== "", "The text is empty.");
const key = text.refine((word) => slugPattern.test(word), {
  message: "A key is lower-case letters and digits, joined by hyphens.",
  params: { code: "bad-key" },
});
/** `yes` and `no` too, as `complete` and `askable` are answered. */
const bool = z
  .enum(["true", "false", "yes", "no"], { error: "One of these is expected here: true, false." })
  .transform((word) => word === "true" || word === "yes");
const plainObject = { error: "A map of fields is expected here." };
const pairOfNouns = z.tuple([text, text], { error: "Singular and plural are expected here: [country, countries]." });

const date = z.string({ error: "A date is expected here." }).transform((words, context): HistoricalDate => {
  const read = parseDate(words);
  if (read) return read;
  const spelled = /^-?\d{4}(-\d{2}){0,2}$/.test(words) || /^\[.+\.\..+\]$/.test(words);
  context.addIssue({
    code: "custom",
    params: { code: "impossible-date" },
    message: spelled
      ? `There is no such date: ${words}.`
      : `Not a date: ${words}. Write 2018-11-26, 2018-11, 2018 or [2021-05-06..2022-05-10].`,
  });
  return z.NEVER;
});

const unknown: Bound = { kind: "unknown" };
const dated = date.transform((read): Bound => ({ kind: "date", date: read }));
const start = z.union([z.literal("unknown").transform(() => unknown), dated]).default(unknown);
const end = z
  .union([
    z.literal("unknown").transform(() => unknown),
    z.literal("open").transform((): Bound => ({ kind: "open" })),
    dated,
  ])
  .default(unknown);

const citation = z
  .strictObject({ source: text, at: text }, plainObject)
  .transform(({ source, at }) => ({ source, locator: at }));
const citations = many(citation);
const frames = z.record(z.string(), text, plainObject).default({});

/** An object that is no entity. */
export const quantity = z
  .strictObject(
    {
      date: maybe(date),
      number: maybe(
        text
          .refine((word) => /^-?\d+(\.\d+)?$/.test(word), {
            error: ({ input }) => `A number is expected here, such as 4000 or 8.5. ${writtenRight(String(input))}.`,
          })
          .transform(Number),
      ),
      qualifier: choice("exact", "about", "more_than", "less_than", "at_least", "at_most").optional(),
      unit: maybe(text),
      vague: maybe(text),
    },
    { error: "An entity's key is expected here, or {date}, {number} or {vague}." },
  )
  .transform((fields, context): Value => {
    const { date: day, number, qualifier, unit, vague } = fields;
    const given = [day, number, vague].filter((part) => part !== null).length;
    if (given === 1 && day !== null) return { kind: "date", date: day };
    if (given === 1 && number !== null) return { kind: "number", number, qualifier: qualifier ?? "exact", unit };
    if (given === 1 && vague !== null) return { kind: "vague", text: vague };
    context.addIssue({ code: "custom", message: "Exactly one of date, number and vague is expected here." });
    return z.NEVER;
  });
const object = z.unknown().transform((input, context): Value => {
  if (typeof input === "string") return { kind: "entity", entity: input };
  const read = quantity.safeParse(input);
  if (read.success) return read.data;
  context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
  return z.NEVER;
});

/** `pack.yaml`, without its topics and types, which are records of their own. */
export const packFields = {
  key,
  title: text,
  description: text,
  notice: text,
  licence: text,
  place: maybe(
    text.refine((word) => /^[1-9]\d{0,2}$/.test(word), "A place from 1 to 999 is expected here.").transform(Number),
  ),
  as_of: date,
  titles: many(text),
  distinct: many(many(text)),
  confirmed: many(
    z.strictObject(
      { warning: text, keys: many(text), because: text },
      { error: "A confirmation is { warning, keys, because }." },
    ),
  ),
};

export const topicFields = { key, title: text };

export const typeFields = { key, noun: pairOfNouns, wh: text };

export const sourceFields = {
  key,
  title: text,
  publisher: text,
  date,
  date_basis: maybe(text),
  calendar: choice("gregorian", "julian").default("gregorian"),
  zone: choice("known", "unknown").default("known"),
  cite: text,
  in_stem: text,
  short: maybe(text),
  document: maybe(
    z.strictObject(
      {
        sha256: text.refine(
          (word) => /^[0-9a-f]{64}$/.test(word),
          "64 hexadecimal digits, lower case, are expected here.",
        ),
        licence: text,
        file: maybe(
          text.refine(
            (place) => /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(place),
            "A path within the pack's folder is expected here, such as documents/list.xml.",
          ),
        ),
        from: maybe(text),
      },
      { error: "A document is { sha256, licence, file, from }." },
    ),
  ),
};

export const entityFields = {
  key,
  type: text,
  name: text,
  short: maybe(text),
  article: maybe(choice("the", "a")),
  plural: bool.default(false),
  adjective: maybe(text),
  aliases: many(text),
  given: maybe(text),
  surname: maybe(text),
  surname_heads: many(text),
  attributes: z.record(z.string(), text, plainObject).default({}),
  clause: maybe(z.strictObject({ past: text, question: text }, { error: "A clause is { past, question }." })),
  part_of: many(text),
  overlaps: many(text),
  not_before: maybe(date),
  not_after: maybe(date),
};

export const relationFields = {
  key,
  subject: many(text),
  object: many(text),
  temporal: bool.default(true),
  objects_per_subject: choice("one", "many").default("many"),
  subjects_per_object: choice("one", "many").default("many"),
  symmetric: bool.default(false),
  near_synonym: many(text),
  bounds: choice("inclusive", "exclusive", "unknown").default("unknown"),
  askable: choice("yes", "recall_only", "no").default("yes"),
  closed: many(
    z.strictObject(
      {
        subject: maybe(text),
        object: maybe(text),
        from: maybe(date),
        as_of: maybe(date),
        source: text,
        at: text,
      },
      plainObject,
    ),
  ),
  compare_on: many(text),
  numbers: maybe(choice("measured", "counted", "naming")),
  least_gap: maybe(
    text
      .refine((word) => /^\d{1,2}(\.\d+)?$/.test(word), "A percentage below 100 is expected here, such as 5.")
      .transform(Number),
  ),
  noun: maybe(pairOfNouns),
  events: many(text),
  frames,
  kickers: frames,
};

export const factFields = {
  key,
  s: text,
  r: text,
  o: object,
  from: start,
  to: end,
  as_of: maybe(date),
  negative: bool.default(false),
  topic: text,
  importance: choice("normal", "minor").default("normal"),
  askable: maybe(choice("yes", "recall_only", "no")),
  replaces: maybe(text),
  capacity: maybe(choice("acting", "joint", "rival")),
  only_in: maybe(text),
  cite: citations,
};

export const listFields = {
  key,
  gloss: text,
  members: choice("subject", "object"),
  facts: many(text),
  complete: choice("yes", "as_named", "no").default("no"),
  as_of: maybe(date),
  cite: citations,
  compare_with: many(text),
  frames,
};

function writtenRight(words: string): string {
  const fields = quantityFields(words);
  return fields === null ? `Words without a figure are written vague: ${words}` : `Write ${fields}`;
}

function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null);
}

/** A list of such things; none when the field is absent, and a single thing may stand without brackets. */
function many<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (input) => (input === undefined ? [] : Array.isArray(input) ? input : [input]),
    z.array(schema, { error: "A list is expected here." }),
  );
}

function choice<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: `One of these is expected here: ${words.join(", ")}.` });
}
