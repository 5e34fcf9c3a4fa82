/** A sentence and what it rests on, so that each sentence of a Why can be traced to its own places. */
import type { Citation, Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { factSentence } from "./wording.ts";

export type Said = {
  readonly text: string;
  /** The facts that it tells. */
  readonly facts: readonly Fact[];
  /** Where else it is written: the place of a whole list. */
  readonly cites: readonly Citation[];
  /** The document that is spoken of, where the sentence does not name it. */
  readonly within?: string;
};

/** A sentence that rests on facts, or on places that are nobody's own. */
export function saying(text: string, facts: readonly Fact[], cites: readonly Citation[] = []): Said {
  return { text, facts, cites };
}

/** The fact as one true sentence; null where its relation has no frame for it. */
export function factSaid(facts: Facts, fact: Fact): Said | null {
  const text = factSentence(facts, fact);
  return text === null ? null : saying(text, [fact]);
}

/** The same sentences, each once, with all that it rests on. */
export function eachOnce(all: readonly Said[]): readonly Said[] {
  const once = new Map<string, Said>();
  for (const said of all) {
    const same = once.get(said.text);
    const facts = [...new Set([...(same?.facts ?? []), ...said.facts])];
    once.set(said.text, saying(said.text, facts, [...(same?.cites ?? []), ...said.cites]));
  }
  return [...once.values()];
}

/** The same sentences, spoken of one document. */
export function within(source: string, all: readonly Said[]): readonly Said[] {
  return all.map((said) => ({ ...said, within: source }));
}

/** The sentences one after another. */
export function textOf(all: readonly Said[]): string {
  return all.map(({ text }) => text).join(" ");
}

/** All that is said, as one. */
export function asOne(all: readonly Said[]): Said {
  return saying(
    textOf(all),
    all.flatMap(({ facts }) => facts),
    all.flatMap(({ cites }) => cites),
  );
}
