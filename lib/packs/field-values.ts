/** What stands in the fields of records: texts, keys, dates, numbers, and lists of them; with what to write where something else was written. */
import { z } from "zod";
import { parseDate } from "../facts/dates.ts";
import type { Bound, HistoricalDate, Value } from "../facts/fact.ts";
import { dateMeant, qualifierOf, quantityFields } from "./table/cells.ts";

/** A key: lower-case words of letters and digits, joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Words that are not empty. */
export const text = z
  .string({ error: "A text is expected here." })
  .refine((words) => words.trim() !== "", "The text is empty.");
/** The short name of a record. */
export const key = text.refine((word) => slugPattern.test(word), {
  message: "A key is lower-case letters and digits, joined by hyphens.",
  params: { code: "bad-key" },
});
/** `yes` and `no` too, as `complete` and `askable` are answered. */
export const bool = z
  .enum(["true", "false", "yes", "no"], { error: "One of these is expected here: true, false." })
  .transform((word) => word === "true" || word === "yes");
/** The fault of what is no map. */
export const plainObject = { error: "A map of fields is expected here." };
/** A noun in the singular and the plural. */
export const pairOfNouns = z.tuple([text, text], {
  error: "Singular and plural are expected here: [country, countries].",
});

/** A date in EDTF. */
export const date = z.string({ error: "A date is expected here." }).transform((words, context): HistoricalDate => {
  const read = parseDate(words);
  if (read) return read;
  const spelled = /^-?\d{4}(-\d{2}){0,2}$/.test(words) || /^\[.+\.\..+\]$/.test(words);
  context.addIssue({
    code: "custom",
    params: { code: "impossible-date" },
    message: spelled ? `There is no such date: ${words}.` : `Not a date: ${words}. Write ${dateMeant(words)}.`,
  });
  return z.NEVER;
});

const unknown: Bound = { kind: "unknown" };
const dated = date.transform((read): Bound => ({ kind: "date", date: read }));
/** When something began; unknown where the field is missing. */
export const start = z.union([z.literal("unknown").transform(() => unknown), dated]).default(unknown);
/** When something ended: a date, `open`, or unknown. */
export const end = z
  .union([
    z.literal("unknown").transform(() => unknown),
    z.literal("open").transform((): Bound => ({ kind: "open" })),
    dated,
  ])
  .default(unknown);

const citation = z
  .strictObject(
    { source: text, at: text },
    { error: "A source and the place in it are expected here: cite: [{ source: almanac, at: page 3 }]." },
  )
  .transform(({ source, at }) => ({ source, locator: at }));
/** Where something is written. */
export const citations = many(citation);
/** Sentences by purpose. */
export const frames = z.record(z.string(), text, plainObject).default({});

const qualifierNames = ["exact", "about", "more_than", "less_than", "at_least", "at_most"] as const;

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
      qualifier: z
        .enum(qualifierNames, {
          error: ({ input }) => {
            const meant = qualifierOf(String(input));
            const listed = `One of these is expected here: ${qualifierNames.join(", ")}.`;
            return meant === null ? listed : `${listed} Did you mean ${meant}?`;
          },
        })
        .optional(),
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
/** What stands in `o`: an entity by its key, or a value of its own. */
export const object = z.unknown().transform((input, context): Value => {
  if (typeof input === "string") return { kind: "entity", entity: input };
  const read = quantity.safeParse(input);
  if (read.success) return read.data;
  context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
  return z.NEVER;
});

/** `true` and `false` answer as `yes` and `no` do. */
export function yesOrNo(word: unknown): unknown {
  return word === "true" ? "yes" : word === "false" ? "no" : word;
}

function writtenRight(words: string): string {
  const fields = quantityFields(words);
  return fields === null ? `Words without a figure are written vague: ${words}` : `Write ${fields}`;
}

/** A field that may be missing. */
export function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null);
}

/** A list of such things; none when the field is absent, and a single thing may stand without brackets. */
export function many<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (input) => (input === undefined ? [] : Array.isArray(input) ? input : [input]),
    z.array(schema, { error: "A list is expected here." }),
  );
}

/** One of these words. */
export function choice<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: `One of these is expected here: ${words.join(", ")}.` });
}
