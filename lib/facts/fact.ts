/**
 * What is known, as plain data: the shape of a pack once it has been read and checked.
 * Files spell the same things in YAML (docs/packs.md); `lib/packs` turns one into the other.
 */

/** Days since 1970-01-01 in the proleptic Gregorian calendar; may be negative. */
export type DayNumber = number;

/** How exactly a date is known; `between` means one unknown day of a stated stretch. */
export type Precision = "day" | "month" | "year" | "between";

/** A date exactly as precise as its source: it lies somewhere in [first, last], both included. */
export type HistoricalDate = {
  /** EDTF spelling: 2018-11-26, 2018-11, 2018, or [2021-05-06..2022-05-10]. */
  readonly edtf: string;
  readonly precision: Precision;
  readonly first: DayNumber;
  readonly last: DayNumber;
};

/** One end of a span: a date, not stated, or (for an end only) still running when the source was written. */
export type Bound =
  | { readonly kind: "date"; readonly date: HistoricalDate }
  | { readonly kind: "unknown" }
  | { readonly kind: "open" };

/** Where a fact is written: a document and the place in it, in our words. */
export type Citation = { readonly source: string; readonly locator: string };

/** How a quantity is qualified in its source; the qualifier travels with the number. */
export type Qualifier = "exact" | "about" | "more_than" | "less_than" | "at_least" | "at_most";

/** What stands in the object of a fact, or answers a question. */
export type Value =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "date"; readonly date: HistoricalDate }
  | { readonly kind: "number"; readonly number: number; readonly qualifier: Qualifier; readonly unit: string | null }
  | { readonly kind: "vague"; readonly text: string }
  | Limit;

/**
 * An answer about the documents themselves, never the object of a fact: which of two says it (`of` is a source's key or `both`), how exactly they
 * say it, how much of a set they name.
 */
export type Limit =
  | { readonly kind: "limit"; readonly limit: "source"; readonly of: string }
  | { readonly kind: "limit"; readonly limit: "precision"; readonly of: Precision | Exactness }
  | { readonly kind: "limit"; readonly limit: "completeness"; readonly of: "all" | "some" | "none" };

/** How exactly a quantity is stated, or that a date is not stated at all (`none`). */
export type Exactness = "exact" | "about" | "bound" | "vague" | "none";

/**
 * In what capacity somebody held what there is one holder of (R7). *Acting* (or deputising) and *rival* holders make a claim about the seat neither
 * surely true nor surely false; *joint* holders all held it.
 */
export type Capacity = "acting" | "joint" | "rival";

/** One cited claim: subject, relation, object, and when it holds. Identity is (pack, key), never reused. */
export type Fact = {
  readonly key: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: Value;
  readonly from: Bound;
  readonly to: Bound;
  /** The time of the statement, when it is a snapshot; null for a fact whose dates say it all or that has no time. */
  readonly asOf: HistoricalDate | null;
  /** True when the source says that this is *not* so. */
  readonly negative: boolean;
  readonly topic: string;
  /** `minor`: from a caption; asked late and seldom. */
  readonly importance: "normal" | "minor";
  /** Overrides the relation's `askable`. */
  readonly askable: Askable | null;
  /** Key of the fact that this one follows, when the world changed. */
  readonly replaces: string | null;
  /** Null for a holder in full. */
  readonly capacity: Capacity | null;
  /** The one source of the pack that says so: the author has looked, and the others do not. Null where nobody has looked. */
  readonly onlyIn: string | null;
  readonly citations: readonly Citation[];
};

export type Askable = "yes" | "recall_only" | "no";

/** A thing that facts are about. */
export type Entity = {
  readonly key: string;
  readonly type: string;
  /** The full form, as printed in a stem: "NATO Mission Iraq (NMI)". Common nouns in lower case. */
  readonly name: string;
  /** The form for a second mention and for options, when shorter: "NMI". */
  readonly short: string | null;
  readonly article: "the" | "a" | null;
  readonly plural: boolean;
  readonly adjective: string | null;
  readonly aliases: readonly string[];
  readonly given: string | null;
  readonly surname: string | null;
  readonly surnameHeads: readonly string[];
  /** Attributes compared by distractors: { country: "can", rank: "major general" }. */
  readonly attributes: Readonly<Record<string, string>>;
  /** For an event: "NATO agreed to …" and the same after *did*-inversion: "did NATO agree to …". */
  readonly clause: { readonly past: string; readonly question: string } | null;
  readonly partOf: readonly string[];
  /** Entities that may name the same thing (R6). */
  readonly overlaps: readonly string[];
  /** It, and what happened to it or to a part of it, was not there before or after. Absent where it is not declared. */
  readonly notBefore?: HistoricalDate | null;
  readonly notAfter?: HistoricalDate | null;
};

/** A kind of entity and the words to ask for it. */
export type EntityType = {
  readonly key: string;
  /** Singular and plural: "country", "countries". */
  readonly noun: readonly [string, string];
  /** "Who", "Which country", "Which body". */
  readonly wh: string;
};

/** A declaration that all holders of a relation to `object` (or of `subject`) are in the pack, for a scope. */
export type Closure = {
  readonly subject: string | null;
  readonly object: string | null;
  readonly from: HistoricalDate | null;
  readonly asOf: HistoricalDate | null;
  readonly citation: Citation;
};

/** What a relation's numbers are: measured (metres, kelvin), counted (people), or names of places in a row (atomic numbers). */
export type NumberSort = "measured" | "counted" | "naming";

/** A relation, declared once per pack; what is not declared is the weakest value. */
export type Relation = {
  readonly key: string;
  /** Names of entity types; the object may also be `date` or `number`. */
  readonly subject: readonly string[];
  readonly object: readonly string[];
  /** Does it hold from–until? false: no as-of phrase. */
  readonly temporal: boolean;
  /** `one` means one at a time. */
  readonly objectsPerSubject: "one" | "many";
  readonly subjectsPerObject: "one" | "many";
  readonly symmetric: boolean;
  readonly nearSynonym: readonly string[];
  readonly bounds: "inclusive" | "exclusive" | "unknown";
  readonly askable: Askable;
  readonly closed: readonly Closure[];
  readonly compareOn: readonly string[];
  /** What its numbers are; absent: by their unit (measure.ts). */
  readonly numbers?: NumberSort | null;
  /** Percent of the larger by which two numbers must differ before one is called more; absent: 5 of measured ones, 0 of others. */
  readonly leastGap?: number | null;
  /** Singular and plural of the subject's role: "commander", "commanders". */
  readonly noun: readonly [string, string] | null;
  /** Relations whose dated things are set against the spans of this one: "when NATO decided …" (Q11). */
  readonly events: readonly string[];
  /** Sentences with typed slots, by purpose (docs/packs.md, Frames). */
  readonly frames: Readonly<Record<string, string>>;
  /** Small line above the stem: "Commander on a date", by purpose or under "default". */
  readonly kickers: Readonly<Record<string, string>>;
};

/** Completeness declared over facts: the members are the subjects or objects of the facts named. */
export type FactList = {
  readonly key: string;
  /** "the institutions that NATO's page names as advised by NMI" */
  readonly gloss: string;
  /** Which place of its facts holds the members. */
  readonly members: "subject" | "object";
  readonly facts: readonly string[];
  readonly complete: "yes" | "as_named" | "no";
  readonly asOf: HistoricalDate | null;
  readonly citations: readonly Citation[];
  /** The same list at another time, for differences (Q14). */
  readonly compareWith: readonly string[];
  /** Sentences of its own: `ask_difference`, `ask_count`. */
  readonly frames: Readonly<Record<string, string>>;
};

/** One copy of a document, told from every other by its hash. */
export type PinnedDocument = {
  /** Its bytes: SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** The licence under which its publisher lets it be kept and passed on: CC0 1.0. */
  readonly licence: string;
  /** Its place in the pack's folder; null where no copy comes with the pack. */
  readonly file: string | null;
  /** Where the copy was had, in words. */
  readonly from: string | null;
};

/** A document that facts are cited from. */
export type Source = {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: HistoricalDate;
  /** How the date is known, when the document does not state it. */
  readonly dateBasis: string | null;
  /** The calendar of the dates in it. A date of a Julian document is read as written and as its day in ours (R9). */
  readonly calendar: "gregorian" | "julian";
  /** `unknown`: its dates may be those of another time zone, a day earlier or later (R9). */
  readonly zone: "known" | "unknown";
  /** The copy that every locator was checked in. Absent where the pack pins none. */
  readonly document?: PinnedDocument | null;
  /** Start of a citation line: NATO, “NATO Mission Iraq”, updated 27 May 2024. */
  readonly cite: string;
  /** In a stem: "NATO's page of 27 May 2024". */
  readonly inStem: string;
  /** Where a thing is read, in an answer, without what dates the document: "on NATO's page". Absent: "in", and as in a stem. */
  readonly within?: string | null;
};

export type Topic = { readonly key: string; readonly title: string };

/** An author's answer to a warning of the check: which, about which records, and why it is right as it stands. */
export type Confirmation = { readonly warning: string; readonly keys: readonly string[]; readonly because: string };

/** A published set of facts with its names and phrasing. */
export type Pack = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** What the reader must know about its standing: "Unofficial. …" */
  readonly notice: string;
  readonly licence: string;
  /** Where it stands among the packs of an instance, from 1 up; those without a place come after, by title. */
  readonly place?: number | null;
  /** Everything in the pack is stated as of this date at the latest; nothing later may be asked. */
  readonly asOf: HistoricalDate;
  readonly topics: readonly Topic[];
  readonly types: readonly EntityType[];
  /** Ranks and titles that are ignored at the start of a typed name, all spellings. */
  readonly titles: readonly string[];
  /** Sets of entities that the author confirms to be different things, though their names or dates are alike. */
  readonly distinct: readonly (readonly string[])[];
  /** Warnings of the check that the author has answered. */
  readonly confirmed: readonly Confirmation[];
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly facts: readonly Fact[];
  readonly lists: readonly FactList[];
};

/** One problem of a file, with its place; line and column count from 1. */
export type Problem = {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path of the field, such as `facts[3].from`. */
  readonly field: string;
  readonly message: string;
};
