import "server-only";
import type { Facts } from "../facts/facts.ts";
import { type Board, boardOf } from "../play/board.ts";
import { type Case, casesOf } from "../play/case.ts";
import { type Chain, chainsOf } from "../play/chain.ts";
import { type Way, waysOf } from "../play/ways.ts";
import { factsFor } from "./packs.ts";
import { type Reserved, readReserved } from "./reserved.ts";
import type { Viewer } from "./viewer.ts";

/** What every page of play says of its pack. */
export type PlayedPack = {
  readonly pack: { readonly key: string; readonly title: string };
  /** How many facts are left out because an open quiz of the viewer asks for them. */
  readonly withheld: number;
};

/** The ways in which a pack can be played by this viewer; null when there is no such pack. */
export async function readWays(
  viewer: Viewer | null,
  packKey: string,
  now: Date,
): Promise<(PlayedPack & { readonly ways: readonly Way[] }) | null> {
  return played(viewer, packKey, now, (facts, reserved) => {
    if (reserved.facts.size > 0)
      return { ways: waysOf(facts, reserved.facts, (question) => !reserved.tells(question)) };
    let ways = waysOfFacts.get(facts);
    if (!ways) {
      ways = waysOf(facts, reserved.facts, () => true);
      waysOfFacts.set(facts, ways);
    }
    return { ways };
  });
}

/** Of whom nothing is withheld, all see the same; made once for each revision in memory. */
const waysOfFacts = new WeakMap<Facts, readonly Way[]>();

/** The board of a pack, to stand on a day with; its `board` is null where the pack has no time. Null when there is no such pack. */
export async function readBoard(
  viewer: Viewer | null,
  packKey: string,
  now: Date,
): Promise<(PlayedPack & { readonly board: Board | null }) | null> {
  return played(viewer, packKey, now, (facts, { facts: hidden }) => ({ board: boardOf(facts, hidden) }));
}

/** The chains of a pack; none where no office has holders in a sure order. Null when there is no such pack. */
export async function readChains(
  viewer: Viewer | null,
  packKey: string,
  now: Date,
): Promise<(PlayedPack & { readonly chains: readonly Chain[] }) | null> {
  return played(viewer, packKey, now, (facts, { facts: hidden }) => ({ chains: chainsOf(facts, hidden) }));
}

/** The undated documents of a pack with their clues; none where it has no such document. Null when there is no such pack. */
export async function readCases(
  viewer: Viewer | null,
  packKey: string,
  now: Date,
): Promise<(PlayedPack & { readonly cases: readonly Case[] }) | null> {
  return played(viewer, packKey, now, (facts, { facts: hidden }) => ({
    cases: casesOf(facts, hidden, facts.revision),
  }));
}

async function played<More extends object>(
  viewer: Viewer | null,
  packKey: string,
  now: Date,
  more: (facts: Facts, reserved: Reserved) => More,
): Promise<(PlayedPack & More) | null> {
  const facts = await factsFor(packKey);
  if (!facts) return null;
  const reserved = await readReserved(viewer, facts, now);
  const { key, title, facts: all } = facts.pack;
  const withheld = all.filter((fact) => reserved.facts.has(fact.key)).length;
  return { pack: { key, title }, withheld, ...more(facts, reserved) };
}
