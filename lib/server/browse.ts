import "server-only";
import { factsAbout, findEntities } from "../facts/about.ts";
import type { Entity } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type FactLine, factLine, type Linked, linked } from "../progress/fact-line.ts";
import { type TimelineGroup, timelineOf } from "../progress/timeline.ts";
import { type Edition, readEdition, shownFacts } from "./packs.ts";
import { readStandings, type Standings } from "./standings.ts";
import type { Viewer } from "./viewer.ts";

/** Which edition of a pack a page shows, and how much of it is left out for the viewer. */
export type EditionLine = {
  readonly pack: { readonly key: string; readonly title: string };
  readonly revision: string;
  readonly number: number;
  readonly publishedAt: Date;
  /** Facts left out until a quiz of the viewer closes. */
  readonly withheld: number;
};

/** One page of a long list. */
export type Part<Item> = {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** Items on one page of a list. */
export const perPage = { entities: 90, facts: 40, rows: 60 } as const;

/** What the index of a pack's things is asked for; `page` counts from 1. */
export type IndexWish = { readonly words: string; readonly kind: string | null; readonly page: number };

/** Things that one noun names: "countries"; its key is that of the first type with that noun. */
export type ThingKind = { readonly key: string; readonly noun: string; readonly count: number };

/** The things of a pack, kind by kind. */
export type IndexPage = EditionLine & {
  readonly facts: number;
  /** In the pack's order. */
  readonly kinds: readonly ThingKind[];
  readonly entities: Part<Linked & { readonly kind: string; readonly facts: number }>;
  readonly isDated: boolean;
};

/** The index of a pack; null when there is none of that key. An unknown kind has nothing. */
export async function readIndex(
  viewer: Viewer | null,
  packKey: string,
  { words, kind, page }: IndexWish,
  now: Date,
): Promise<IndexPage | null> {
  const edition = await readEdition(viewer, packKey, now);
  if (!edition) return null;
  const { facts } = edition;
  const kindOf = kindsOf(facts);
  const types = kind === null ? null : [...kindOf].filter(([, of]) => of === kind).map(([type]) => type);
  const found = part(findEntities(facts, { words, types }), page, perPage.entities);
  const shown = shownFacts(edition);
  return {
    ...lineOf(edition),
    facts: shown.length,
    kinds: [...Map.groupBy(facts.pack.types, ({ key }) => kindOf.get(key)!)]
      .map(([key, of]) => ({
        key,
        noun: of[0]!.noun[1],
        count: of.reduce((sum, type) => sum + facts.entitiesOfType(type.key).length, 0),
      }))
      .filter(({ count }) => count > 0),
    entities: {
      ...found,
      items: found.items.map((entity) => ({
        ...linked(entity),
        kind: kindOf.get(entity.type)!,
        facts: countAbout(edition, entity),
      })),
    },
    isDated: timelineOf({ ...facts.pack, facts: shown }).length > 0,
  };
}

/** The kind of each type. */
function kindsOf({ pack }: Facts): ReadonlyMap<string, string> {
  const first = new Map(pack.types.toReversed().map(({ key, noun }) => [noun[1], key]));
  return new Map(pack.types.map(({ key, noun }) => [key, first.get(noun[1])!]));
}

/** In how many facts a thing stands that the viewer may read. */
function countAbout({ facts, reserved }: Edition, { key }: Entity): number {
  if (reserved.facts.size === 0) return facts.mentions(key);
  return factsAbout(facts, key).filter((fact) => !reserved.facts.has(fact.key)).length;
}

/** A thing and what the pack says of it, in the order of time. */
export type EntityPage = EditionLine & {
  readonly entity: Linked & { readonly noun: string; readonly otherNames: readonly string[] };
  readonly facts: Part<FactLine>;
  /** The dated ones of them. */
  readonly timeline: readonly TimelineGroup[];
};

/** What the pack says of a thing; null when there is no such pack or thing. */
export async function readEntity(
  viewer: Viewer | null,
  { pack, entity: key, page }: { readonly pack: string; readonly entity: string; readonly page: number },
  now: Date,
): Promise<EntityPage | null> {
  const edition = await readEdition(viewer, pack, now);
  const entity = edition?.facts.pack.entities.find((one) => one.key === key);
  if (!edition || !entity) return null;
  const { facts, reserved } = edition;
  const about = factsAbout(facts, key).filter((fact) => !reserved.facts.has(fact.key));
  const shown = part(about, page, perPage.facts);
  const standings = await readStandings(viewer, facts, shown.items, now);
  const { name, short, aliases, type } = entity;
  return {
    ...lineOf(edition),
    entity: {
      ...linked(entity),
      noun: facts.type(type).noun[0],
      otherNames: [...new Set([short, ...aliases])].filter((other) => other !== null && other !== name) as string[],
    },
    facts: { ...shown, items: shown.items.map((fact) => factLine(facts, fact, standings)) },
    timeline: timelineOf({ ...facts.pack, facts: shown.items }),
  };
}

/** The dated facts of a pack, one page of them. */
export type TimelinePage = EditionLine & {
  readonly rows: Part<TimelineGroup["rows"][number]>;
  readonly groups: readonly TimelineGroup[];
  readonly topics: readonly { readonly key: string; readonly title: string }[];
  readonly standings: Standings;
};

/** The timeline of a pack, of all topics or of one; null when there is no such pack. */
export async function readTimeline(
  viewer: Viewer | null,
  { pack, topic, page }: { readonly pack: string; readonly topic: string | null; readonly page: number },
  now: Date,
): Promise<TimelinePage | null> {
  const edition = await readEdition(viewer, pack, now);
  if (!edition) return null;
  const { facts } = edition;
  const all = timelineOf({ ...facts.pack, facts: shownFacts(edition) });
  const groups = topic === null ? all : all.filter((group) => group.topic === topic);
  const rows = part(
    groups.flatMap((group) => group.rows),
    page,
    perPage.rows,
  );
  const onPage = new Set(rows.items);
  const drawn = rows.items.map(({ fact }) => facts.fact(fact));
  return {
    ...lineOf(edition),
    rows,
    groups: groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => onPage.has(row)) }))
      .filter((group) => group.rows.length > 0),
    topics: all.map((group) => ({ key: group.topic, title: group.title })),
    standings: await readStandings(viewer, facts, drawn, now),
  };
}

/** Which edition this is. */
export function lineOf(edition: Edition): EditionLine {
  const { facts, reserved, number, publishedAt } = edition;
  return {
    pack: { key: facts.pack.key, title: facts.pack.title },
    revision: facts.revision,
    number,
    publishedAt,
    withheld: reserved.facts.size === 0 ? 0 : facts.pack.facts.length - shownFacts(edition).length,
  };
}

/** A page of items; beyond the last one there are none. */
function part<Item>(items: readonly Item[], page: number, size: number): Part<Item> {
  return {
    items: items.slice((page - 1) * size, page * size),
    page,
    pages: Math.max(1, Math.ceil(items.length / size)),
    total: items.length,
  };
}
