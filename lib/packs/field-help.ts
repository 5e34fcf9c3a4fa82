/** One sentence for every field of a pack's files, shown by editors beside the field (JSON Schema) and held complete by the compiler. */
import type * as fields from "./schema.ts";

type Help<Fields> = { readonly [Name in keyof Fields]: string };

export const packHelp: Help<typeof fields.packFields> & { topics: string; types: string } = {
  key: "Short name of the pack, in addresses and commands; never changes.",
  title: "Name of the pack as learners read it.",
  description: "One or two sentences: what a learner will know.",
  notice: "What a reader must know about its standing, such as that it is unofficial.",
  licence: "Licence of the pack's own words.",
  place: "Where it stands in the list of packs, from 1 up; without it, after those that have one.",
  as_of: "Nothing later than this date is asked.",
  titles: "Ranks and titles, in every spelling, that are ignored at the start of a typed name.",
  distinct: "Groups of entities that are different things although their names or dates are alike.",
  confirmed: "Warnings of the check that you have answered, each with the reason.",
  topics: "Parts of the pack that can be studied and asked alone.",
  types: "Kinds of entities, with the words that ask for one.",
};

export const topicHelp: Help<typeof fields.topicFields> = {
  key: "Short name of the topic.",
  title: "The topic as learners read it.",
};

export const typeHelp: Help<typeof fields.typeFields> = {
  key: "Short name of the type, used by entities and relations.",
  noun: "Singular and plural: [country, countries].",
  wh: "The words that ask for one: Who, Which country, Where.",
};

export const sourceHelp: Help<typeof fields.sourceFields> = {
  key: "Short name of the document, used by citations.",
  title: "Title of the document.",
  publisher: "Who published it.",
  date: "When it was written, as exactly as is known; [2021-05-06..2022-05-10] for one unknown day of a stretch.",
  date_basis: "How the date is known, when the document does not state it.",
  calendar: "The calendar of the document's dates; those of a Julian one are read as any day they may mean.",
  zone: "Are the document's days those of a known place? With unknown, a day may be its neighbour.",
  cite: "Start of a citation line: publisher, title and date.",
  in_stem: "How a question names the document: NATO's page of 27 May 2024.",
  within: "Where a thing is read, in answers: on the page, in the almanac. Without it: in, and what in_stem says.",
  document: "The copy that the facts were read from: its hash and licence, and where it is kept or came from.",
};

export const entityHelp: Help<typeof fields.entityFields> = {
  key: "Short name of the entity; never changes and is never used again for another.",
  type: "Key of its type.",
  name: "Full name as a question prints it; common nouns in lower case.",
  short: "Shorter form for options and second mentions.",
  article: "the or a, when sentences need one before the name.",
  plural: "Does the name take a plural verb?",
  adjective: "The adjective of a country or body: Dutch.",
  aliases: "Other names that are accepted when typed.",
  given: "Given names of a person.",
  surname: "Surname of a person.",
  surname_heads: "Parts of a surname that are used alone.",
  attributes: "What distractors are compared by: { country: can, rank: major general }.",
  clause: "Of an event: the same sentence in the past and after did: { past, question }.",
  part_of: "Entities that this one is part of.",
  overlaps: "Entities that may name the same thing.",
  not_before:
    "It, and what happened to it or to a part of it, was not there before: no earlier date is offered as an answer.",
  not_after: "The same for what comes after.",
};

export const relationHelp: Help<typeof fields.relationFields> = {
  key: "Short name of the relation, used by facts.",
  subject: "Types that its subjects may have.",
  object: "Types that its objects may have; also date or number.",
  temporal: "Does it hold from some time until some time? With false no date is printed.",
  objects_per_subject: "How many objects a subject has at a time: one or many.",
  subjects_per_object: "How many subjects an object has at a time: one or many.",
  events: "Relations whose dated events may be asked of its holders: who held it when that happened.",
  symmetric: "Does it hold in both directions?",
  near_synonym: "Relations that a reader may take for this one; their values are no distractors here.",
  bounds: "Does a span include its first and last day? With unknown, those days are not asked.",
  askable: "yes; recall_only: typed and flashcards, never options; no.",
  closed: "All holders are in the pack: for which subject or object, from when, as of when, and where that is written.",
  compare_on: "Attributes by which distractors are compared.",
  numbers:
    "What its numbers are: measured (asked with unit and precision), counted, or naming (a place in a row, in figures). Without it: measured where they have a unit.",
  least_gap:
    "Percent of the larger by which two numbers must differ before one is called more. Without it: 5 of measured ones, 0 of others.",
  noun: "Singular and plural of the subject's role: [commander, commanders].",
  frames: "Sentences by purpose (docs/packs.md, Frames).",
  kickers: "The small line above a stem, by purpose or under default.",
};

export const factHelp: Help<typeof fields.factFields> = {
  key: "Short name of the fact; a correction keeps it, a change of the world takes a new one.",
  s: "Key of the subject.",
  r: "Key of the relation.",
  o: "The object: an entity's key, { date }, { number, qualifier, unit } or { vague }.",
  from: "When it began, exactly as far as the source says; unknown when it does not.",
  to: "When it ended; open when it still held at the time of the source.",
  as_of: "The time of the statement, of a snapshot.",
  capacity: "Of a holder who is not simply the holder: acting, joint or rival.",
  only_in: "The one source that says it, when you have checked that no other does.",
  negative: "Does the source say that it is not so?",
  topic: "Key of the topic.",
  importance: "minor: asked late and seldom.",
  askable: "Overrides that of the relation.",
  replaces: "Key of the fact that this one follows, when the world changed.",
  cite: "Where it is written: { source, at }, the place in your own words.",
};

export const listHelp: Help<typeof fields.listFields> = {
  key: "Short name of the list.",
  gloss: "What the list is of, in words: the institutions that the page names as advised.",
  members: "Which place of its facts holds the members.",
  facts: "Keys of the facts whose subjects or objects are the members.",
  complete: "yes: nothing else belongs; as_named: the document names nothing else; no.",
  as_of: "The time at which it is complete.",
  cite: "Where it is written.",
  compare_with: "The same list at another time.",
  frames: "Sentences of its own, which go before the relation's.",
};
