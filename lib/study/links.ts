/** How the cards of a pack get in each other's way: siblings, and questions that give another's answer away. Decision 15. */
import type { Fact, Pack } from "../facts/fact.ts";
import { entityKey, valueKey } from "../facts/value.ts";
import type { CardKey, ValueKey } from "../questions/question.ts";
import { cardName } from "./card.ts";
import type { CardRef } from "./event.ts";

/** What the order of a session must know of a card. */
export type Link = {
  readonly card: CardRef;
  /** Cards of one group are siblings: one fact's directions, or the two halves of a symmetric pair. */
  readonly group: string;
  /** How many cards of the group come before this one in teaching order. */
  readonly rank: number;
  /** Its place in teaching order. */
  readonly place: number;
  /** From a caption: met after everything else. */
  readonly isMinor: boolean;
  /** What its question asks for, and what its stem states. Entities that half the pack is about are left out. */
  readonly asks: ValueKey | null;
  readonly states: readonly ValueKey[];
};

/** The links of a pack's cards, by `cardName`; `cards` in teaching order. A card whose fact is not in the pack is left out. */
export function linksOf(pack: Pick<Pack, "key" | "facts" | "relations">, cards: readonly CardKey[]): Map<string, Link> {
  const facts = new Map(pack.facts.map((fact) => [fact.key, fact]));
  const groups = groupsOf(pack);
  const common = commonValues(pack.facts);
  const members = new Map<string, number>();
  const links = new Map<string, Link>();
  for (const [place, { fact: key, direction }] of cards.entries()) {
    const fact = facts.get(key);
    if (!fact) continue;
    const card = { pack: pack.key, fact: key, direction };
    const group = groups.get(key) ?? key;
    const rank = members.get(group) ?? 0;
    members.set(group, rank + 1);
    const isMinor = fact.importance === "minor";
    const subject = entityKey(fact.subject);
    const object = valueKey(fact.object);
    const asks = direction === "subject" ? subject : direction === "object" ? object : null;
    const states = [subject, object].filter((value) => value !== asks && !common.has(value));
    links.set(cardName(card), {
      card,
      group,
      rank,
      place,
      isMinor,
      asks: asks && !common.has(asks) ? asks : null,
      states,
    });
  }
  return links;
}

/**
 * Does the stem of one card's question state another's answer together with what that one asks about? Asked shortly before, it
 * would give the answer away.
 */
export function reveals(one: Link, other: Link): boolean {
  if (other.asks === null || !one.states.includes(other.asks)) return false;
  return other.states.some((anchor) => one.states.includes(anchor));
}

/** Facts that are the same claim turned round share the name of the first of them. */
function groupsOf({ facts, relations }: Pick<Pack, "facts" | "relations">): Map<string, string> {
  const symmetric = new Set(relations.filter((relation) => relation.symmetric).map((relation) => relation.key));
  const first = new Map<string, string>();
  const groups = new Map<string, string>();
  for (const fact of facts) {
    if (!symmetric.has(fact.relation)) continue;
    const ends = [entityKey(fact.subject), valueKey(fact.object)].sort().join(" ");
    const pair = `${fact.relation} ${ends}`;
    if (!first.has(pair)) first.set(pair, fact.key);
    groups.set(fact.key, first.get(pair)!);
  }
  return groups;
}

/** Values that stand in more than a tenth of the facts: the subject of the pack gives nothing away. */
function commonValues(facts: readonly Fact[]): Set<ValueKey> {
  const counts = new Map<ValueKey, number>();
  for (const fact of facts)
    for (const value of new Set([entityKey(fact.subject), valueKey(fact.object)]))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > facts.length / 10).map(([value]) => value));
}
