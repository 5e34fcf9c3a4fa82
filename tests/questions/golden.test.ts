/**
 * Every frame with every class of entity and every precision of date, as sentences a reader has read once (tests/golden/questions).
 * After a change of the wording: read the difference, then write it with `GOLDEN=write npx vitest run --project rules tests/questions/golden.test.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Entity, Value } from "@/lib/facts/fact.ts";
import { frameRules } from "@/lib/packs/frame-rules.ts";
import { sentenceFaults } from "@/lib/questions/checks/sentence.ts";
import { dateWithPreposition, spanInWords, throughout, whDate, whSpan } from "@/lib/questions/date-words.ts";
import { type Filler, realise } from "@/lib/questions/frame.ts";
import { listed } from "@/lib/questions/noun-phrase.ts";
import { numberInWords } from "@/lib/questions/number-words.ts";
import { inReceipt, inStatement, inStem } from "@/lib/questions/wording.ts";
import { aDate, anEntity } from "@/tests/support/fictional-pack.ts";

const file = path.join(import.meta.dirname, "../golden/questions/sentences.txt");

/** The classes of entity whose noun phrases differ. */
const entities: Record<string, Entity> = {
  person: anEntity({
    key: "quill",
    name: "Anselm van der Quill",
    surname: "van der Quill",
    attributes: { rank: "major general" },
  }),
  "country with the": anEntity({
    key: "nld",
    type: "country",
    name: "Netherlands",
    article: "the",
    adjective: "Dutch",
  }),
  "plural place": anEntity({ key: "isles", type: "place", name: "Lantern Isles", article: "the", plural: true }),
  "body with a plural name": anEntity({ key: "ministers", type: "body", name: "NATO Defence Ministers", plural: true }),
  ship: anEntity({ key: "ship", type: "ship", name: "Evening Star", article: "the" }),
  abbreviation: anEntity({ key: "nmi", type: "mission", name: "NATO Mission Iraq (NMI)", short: "NMI" }),
  "common noun": anEntity({
    key: "hour",
    type: "event",
    name: "hour of the lamps",
    article: "a",
    clause: { past: "the isles lit an hour of lamps", question: "did the isles light an hour of lamps" },
  }),
};
const other = anEntity({
  key: "unit",
  type: "body",
  name: "European Harbour Unit (EHU)",
  short: "EHU",
  article: "the",
});

const dates = {
  day: "2024-05-24",
  month: "2018-07",
  year: "2004",
  between: "[2021-05-06..2022-05-10]",
  "before Christ": "-0043-03-15",
};

/** One frame for each purpose, as docs/packs.md lists them. */
const stems: Record<string, string> = {
  ask_object: "Which body {s:was|were} {s} part of, {scope}?",
  ask_subject: "{wh} led {o}, {scope}?",
  ask_subject_on: "Who led {s} {on}?",
  ask_successor: "Who took over {o} directly from {s.titled}?",
  ask_predecessor: "From whom did {s.titled} take over {o}?",
  ask_first: "Who was the first {s.noun} of {o}, {scope}?",
  ask_last: "Who was the most recent {s.noun} of {o}, {scope}?",
  ask_order: "Put these parts of {s} in order, earliest first.",
  ask_members_of_object: "Which of these {nouns} belongs to {s}?",
  ask_some_members_of_object: "Which {n} of these {nouns} belong to {s}?",
  ask_missing_of_object: "Besides {others}, which {noun} does {source} name as part of {s}?",
  ask_all_of_object: "Which {nouns} does {source} name as parts of {s}?",
  ask_from: "{wh_date} did {s.titled} take over {o}?",
  ask_to: "{wh_date} did {s.titled} give up {o}?",
  ask_span: "{wh_span} did {s.titled} hold {o}?",
  ask_date: "{wh_date} {s:was|were} {s} founded?",
  ask_number: "How many lamps {s:has|have} {s}, {scope}?",
  ask_difference: "Which {n} {n:body|bodies} in {s} {n:is|are} named by {this} but NOT by {other}?",
  ask_place: "In the order of taking over {o}, earliest first, where does {s} belong?",
  ask_subjects_on: "Which {n} {nouns} led {s} jointly {on}?",
  ask_subject_when: "Who led {s} when, {when}, {event}?",
  ask_not_member_of_object: "Which of these {nouns} was NOT part of {s}, {scope}?",
  ask_count_of_object: "How many {nouns} belonged to {s} {span}?",
  ask_more: "Which of these {nouns} had more lamps than {s}, {scope}?",
  ask_less: "Which of these {nouns} had fewer lamps than {s}, {scope}?",
  ask_match: "Match each of these {nouns} with what it belonged to, {scope}.",
  ask_odd_one_out_of_object: "Three of these {nouns} belonged to {s}, {scope}. Which one did NOT?",
  ask_odd_one_out_before: "Three of these came before {s}, {when}. Which one came later?",
  ask_odd_one_out_after: "Three of these came after {s}, {when}. Which one came earlier?",
  ask_change: "Which {noun} took the place of {former} in {s} {from}?",
  ask_source: "Which of two documents names {s} as part of {o}?",
  ask_precision: "How exactly do the documents date the founding of {s}?",
  ask_completeness_of_object: "Can one tell, {scope}, which {nouns} in all belonged to {s}?",
};
const statements: Record<string, string> = {
  fact: "{s} {s:was|were} part of {o.short} {when}.",
  fact_open: "{s} joined {o.short} {from} and {s:was|were} still part of it {as_of}.",
  fact_from: "{s} took over {o.short} {from}.",
  fact_to: "{s} gave up {o.short} {to}.",
  fact_negative: "{s} {s:was|were} no part of {o} {when}.",
};

const page = "NATO's page of 27 May 2024";
const text = {
  scope: `according to ${page}`,
  source: page,
  wh: "Which body",
  noun: "body",
  nouns: "bodies",
  others: listed(["the Lantern Isles", "Women, Peace and Security", "an hour of the lamps"]),
  this: page,
  other: "NATO's undated fact sheet (between May 2021 and May 2022)",
  as_of: "as of 27 May 2024",
  on: "on 1 January 2022",
  when: "from 6 May 2021 to 10 May 2022",
  from: "on 24 May 2024",
  to: "in November 2018",
  wh_date: "on which date",
  wh_span: "from which date to which date",
  span: "from November 2018 to 27 May 2024",
  event: "NATO agreed to light the isles",
  former: "the Isles Council",
};

function sentences(): string[] {
  const lines: string[] = [];
  const filler = (entity: Entity): Filler => ({ kind: "entity", entity, noun: entity.type });
  for (const [purpose, frame] of Object.entries({ ...stems, ...statements })) {
    lines.push("", `# ${purpose}: ${frame}`);
    const reading = purpose in stems ? inStem : inReceipt;
    for (const [name, entity] of Object.entries(entities))
      lines.push(
        `${name}: ${realise(frame, { s: filler(entity), o: filler(purpose === "ask_subject" ? entity : other), n: 2, text: purpose in stems ? { ...text, when: "in July 2018" } : text }, reading)}`,
      );
  }
  lines.push("", "# a statement that may be false");
  for (const [name, entity] of Object.entries(entities))
    lines.push(
      `${name}: ${realise("{s.titled} led {o.short} {when}.", { s: filler(entity), o: filler(other), text }, inStatement)}`,
    );
  lines.push("", "# clauses of an event, article by sound, one of a number");
  const event = filler(entities["common noun"]!);
  lines.push(realise("{s.past} {when}.", { s: event, text: { when: "in July 2018" } }, inReceipt));
  lines.push(realise("{wh_date} {s.question}?", { s: event, text }, inStem));
  lines.push(
    realise(
      "Was {o} a {s.adjective} body, {scope}?",
      { s: filler(entities["country with the"]!), o: filler(other), text },
      inStem,
    ),
  );
  lines.push(realise("Which {n} {n:body|bodies} did {this} name?", { n: 1, text }, inStem));

  for (const [precision, edtf] of Object.entries(dates)) {
    const date = aDate(edtf);
    const bound = { kind: "date", date } as const;
    const value: Value = { kind: "date", date };
    lines.push("", `# ${precision}: ${edtf}`);
    const s = filler(entities["plural place"]!);
    const said = (frame: string, words: Record<string, string>) =>
      lines.push(realise(frame, { s, text: words }, inStem));
    if (date.precision !== "between") {
      said("Who led {s} {on}?", { on: throughout(date) });
      said("{wh_date} {s:was|were} {s} founded?", { wh_date: whDate(date.precision)! });
      said("{wh_span} {s:was|were} {s} lit?", { wh_span: whSpan(date.precision, "day")! });
      said("{wh_span} {s:was|were} {s} lit?", { wh_span: whSpan("year", date.precision)! });
    }
    said("{s} {s:was|were} founded {when}.", { when: dateWithPreposition(value.date) });
    said("{s} {s:was|were} lit {when}.", { when: spanInWords(bound, { kind: "date", date: aDate("2025") }, null) });
    said("{s} {s:was|were} lit {when}.", { when: spanInWords(bound, { kind: "open" }, "27 May 2024") });
    said("{s} {s:was|were} lit {when}.", { when: spanInWords({ kind: "unknown" }, bound, null) });
    said("{s} {s:was|were} lit {when}.", { when: spanInWords(bound, { kind: "unknown" }, null) });
  }
  lines.push("", "# quantities");
  for (const qualifier of ["exact", "about", "more_than", "less_than", "at_least", "at_most"] as const)
    lines.push(
      realise(
        "{s} had {o}.",
        {
          s: filler(entities.ship!),
          o: {
            kind: "words",
            words: numberInWords({ kind: "number", number: 1350, qualifier, unit: "lamps" }),
            bare: "",
          },
          text: {},
        },
        inReceipt,
      ),
    );
  return lines;
}

test("sentences read as they were read", () => {
  const printed = `${sentences().join("\n").trim()}\n`;
  if (process.env.GOLDEN === "write") writeFileSync(file, printed);
  expect(printed).toBe(readFileSync(file, "utf8"));
});

test("every purpose of a frame is among them, or words the same as one that is", () => {
  const alike: Readonly<Record<string, string>> = {
    ask_members_of_subject: "ask_members_of_object",
    ask_some_members_of_subject: "ask_some_members_of_object",
    ask_missing_of_subject: "ask_missing_of_object",
    ask_all_of_subject: "ask_all_of_object",
    ask_not_member_of_subject: "ask_not_member_of_object",
    ask_count_of_subject: "ask_count_of_object",
    ask_odd_one_out_of_subject: "ask_odd_one_out_of_object",
    ask_completeness_of_subject: "ask_completeness_of_object",
    ask_precision_from: "ask_precision",
    ask_precision_to: "ask_precision",
    // Without a slot for a name: they are as their author writes them.
    ask_earliest: "ask_order",
    ask_latest: "ask_order",
    ask_unsaid: "ask_order",
    ask_unsaid_from: "ask_order",
    ask_unsaid_to: "ask_order",
  };
  const known = new Set([...Object.keys(stems), ...Object.keys(statements)]);
  for (const purpose of Object.keys(frameRules)) expect(known.has(alike[purpose] ?? purpose), purpose).toBe(true);
});

test("none of them has a fault", () => {
  for (const line of sentences()) {
    const sentence = line.replace(/^[a-z ]+: (?=\p{Lu})/u, "");
    if (sentence !== "" && !sentence.startsWith("#")) expect(sentenceFaults(sentence), sentence).toEqual([]);
  }
});
