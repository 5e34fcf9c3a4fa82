/** The Isle that shipped and stored goods: the smallest pack in which lists, roles and sets can be asked about. */
import type { Fact, FactList, Pack } from "@/lib/facts/fact.ts";
import { aDate, aFact, anEntity, aRelation } from "@/tests/support/fictional-pack.ts";

/** A relation with one sentence and one kicker, to be given what else it is. */
export const plain = { frames: { fact: "{s} kept {o} {when}." }, kickers: { default: "Keeping" } };

export const isle = anEntity({ key: "isle", type: "place", name: "Isle", article: "the" });

/** Goods, named after their keys. */
export const goods = (keys: readonly string[]) => keys.map((key) => anEntity({ key, type: "good" }));

export const types = [
  { key: "person", noun: ["person", "people"], wh: "Who" },
  { key: "place", noun: ["place", "places"], wh: "Which place" },
  { key: "good", noun: ["good", "goods"], wh: "Which good" },
] as const satisfies Pack["types"];

export const shipped = aRelation({
  ...plain,
  key: "shipped",
  subject: ["place"],
  object: ["good"],
  frames: {
    fact: "{when}, {s} shipped {o}.",
    ask_members_of_subject: "Which of these {nouns} did {source} name among those that {s} shipped?",
    ask_all_of_subject: "Which {n} {nouns} did {source} name among those that {s} shipped?",
  },
});

export const stored = aRelation({
  ...plain,
  key: "stored",
  subject: ["place"],
  object: ["good"],
  frames: { fact: "{when}, {s} stored {o}." },
});

/** Facts of the Isle in a relation to each of these objects, as of the day of the book. */
export const roles = (relation: string, objects: readonly string[], asOf = "2020-12-31"): Fact[] =>
  objects.map((object) => aFact({ key: `${relation}-${object}`, subject: "isle", relation, object, asOf }));

/** The list, in the book, of what the Isle shipped. */
export const aList = (parts: Partial<FactList> & Pick<FactList, "key" | "facts">): FactList => ({
  gloss: "the goods that the book of 31 December 2020 names as shipped by the Isle",
  members: "object",
  complete: "as_named",
  asOf: aDate("2020-12-31"),
  citations: [{ source: "book", locator: "list" }],
  compareWith: [],
  frames: {},
  ...parts,
});
