/** The fields of every record as files spell them. A field is read on its own, so that one fault never hides another. */
import { z } from "zod";
import {
  bool,
  choice,
  citations,
  date,
  end,
  frames,
  key,
  many,
  maybe,
  object,
  pairOfNouns,
  plainObject,
  start,
  text,
  yesOrNo,
} from "./field-values.ts";

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
  within: maybe(text),
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
  askable: z.preprocess(yesOrNo, choice("yes", "recall_only", "no")).default("yes"),
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
  askable: maybe(z.preprocess(yesOrNo, choice("yes", "recall_only", "no"))),
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
  complete: z.preprocess(yesOrNo, choice("yes", "as_named", "no")).default("no"),
  as_of: maybe(date),
  cite: citations,
  compare_with: many(text),
  frames,
};
