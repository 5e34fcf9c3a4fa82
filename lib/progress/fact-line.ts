/** A fact as lists and pages of facts show it: in words that lead on, with its time, its sources, and how well it is known. */
import { entitiesOf } from "../facts/about.ts";
import type { Entity, Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type Piece, piecesOfSentence } from "../questions/mentions.ts";
import { headingName } from "../questions/noun-phrase.ts";
import type { Receipt } from "../questions/question.ts";
import { receiptsOf } from "../questions/receipt.ts";
import { type Validity, validityOf, whenInShort } from "../questions/validity.ts";
import { factSentence } from "../questions/wording.ts";
import type { Standing } from "./coverage.ts";

/** A thing that can be gone to, by the name that heads its page. */
export type Linked = { readonly key: string; readonly name: string };

/** A fact in a list. */
export type FactLine = {
  readonly key: string;
  /** The fact as a true sentence; its key where nothing words it. */
  readonly sentence: string;
  /** The same in pieces: names that lead to their things. */
  readonly pieces: readonly Piece[];
  /** What it is about and does not name in so many words. */
  readonly unnamed: readonly Linked[];
  /** "November 2018 to 26 November 2019"; null where nothing says when. */
  readonly when: string | null;
  readonly validity: Validity;
  readonly citations: readonly Receipt[];
  /** How the viewer knows it; null for a stranger. */
  readonly standing: Standing | null;
};

/** The link to a thing. */
export function linked(entity: Entity): Linked {
  return { key: entity.key, name: headingName(entity) };
}

/** A fact as a line; `standings` is null for a stranger. */
export function factLine(facts: Facts, fact: Fact, standings: ReadonlyMap<string, Standing> | null): FactLine {
  const sentence = factSentence(facts, fact) ?? fact.key;
  const about = entitiesOf(fact);
  const pieces = piecesOfSentence(facts, sentence, about);
  const named = new Set(pieces.map(({ entity }) => entity));
  return {
    key: fact.key,
    sentence,
    pieces,
    unnamed: about.filter((key) => !named.has(key)).map((key) => linked(facts.entity(key))),
    when: whenInShort(fact),
    validity: validityOf(facts, fact),
    citations: receiptsOf(facts, [fact.key]),
    standing: standings && (standings.get(fact.key) ?? "never"),
  };
}
