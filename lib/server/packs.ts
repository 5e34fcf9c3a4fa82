import "server-only";
import { packFromJson } from "../facts/canonical-pack.ts";
import type { Fact, Pack } from "../facts/fact.ts";
import { type Facts, indexPack } from "../facts/facts.ts";
import { db } from "./db.ts";
import { type Reserved, readReserved } from "./reserved.ts";
import type { Viewer } from "./viewer.ts";

/** A pack in a list of packs. */
export type PackLine = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly facts: number;
};

/** What the page of a pack shows. */
export type PackPage = {
  /** Without the facts that an open quiz of the viewer asks for. */
  readonly pack: Pack;
  readonly revision: string;
  readonly number: number;
  readonly publishedAt: Date;
  /** How many facts are left out until a quiz closes. */
  readonly withheld: number;
};

/** All packs, by their declared place, then by title. Everyone may read every pack, so the viewer makes no difference yet. */
export async function listPacks(_viewer: Viewer | null): Promise<PackLine[]> {
  const { rows } = await db().pool.query<PackLine>(
    `select p.id as key, p.title, r.content->>'description' as description,
            jsonb_array_length(r.content->'facts') as facts
       from pack p join pack_revision r on r.pack_id = p.id and r.hash = p.current_hash
      order by (r.content->>'place')::int nulls last, p.title, p.id`,
  );
  return rows;
}

/** A pack as its page shows it to this viewer; null when there is none of that key. */
export async function readPack(viewer: Viewer | null, key: string, now: Date): Promise<PackPage | null> {
  const edition = await readEdition(viewer, key, now);
  if (!edition) return null;
  const { facts, reserved, number, publishedAt } = edition;
  const shown = shownFacts(edition);
  return {
    pack: reserved.facts.size === 0 ? facts.pack : { ...facts.pack, facts: shown },
    revision: facts.revision,
    number,
    publishedAt,
    withheld: facts.pack.facts.length - shown.length,
  };
}

/** The revision of a pack that everybody reads, and what of it this viewer may not. */
export type Edition = {
  readonly facts: Facts;
  readonly reserved: Reserved;
  readonly number: number;
  readonly publishedAt: Date;
};

/** The published revision of a pack; null when there is none of that key. */
export async function readEdition(viewer: Viewer | null, key: string, now: Date): Promise<Edition | null> {
  const facts = await factsFor(key);
  if (!facts) return null;
  const [{ rows }, reserved] = await Promise.all([
    db().pool.query<{ number: number; published_at: Date }>(
      "select number, published_at from pack_revision where pack_id = $1 and hash = $2",
      [key, facts.revision],
    ),
    readReserved(viewer, facts, now),
  ]);
  return { facts, reserved, number: rows[0]!.number, publishedAt: rows[0]!.published_at };
}

/** The facts that an edition shows. */
export function shownFacts({ facts, reserved }: Edition): readonly Fact[] {
  return facts.pack.facts.filter((fact) => !reserved.facts.has(fact.key));
}

/** Indexed revisions by pack and hash, the one used last at the end; a revision never changes, so nothing here goes stale. */
const indexed = new Map<string, Promise<Facts | null>>();
const mostIndexed = 24;

/** A pack's facts, indexed: of the revision that new questions are asked of, or of a given one. Null when there is none. */
export async function factsFor(packKey: string, revision?: string): Promise<Facts | null> {
  const hash = revision ?? (await currentRevision(packKey));
  if (hash === null) return null;
  const name = `${packKey} ${hash}`;
  const found = indexed.get(name) ?? load(packKey, hash);
  indexed.delete(name);
  indexed.set(name, found);
  for (const oldest of indexed.keys()) {
    if (indexed.size <= mostIndexed) break;
    indexed.delete(oldest);
  }
  // Neither an unknown revision nor a lost connection may be remembered as the answer.
  const forget = () => void (indexed.get(name) === found && indexed.delete(name));
  found.then((facts) => facts ?? forget(), forget);
  return found;
}

async function currentRevision(packKey: string): Promise<string | null> {
  const { rows } = await db().pool.query<{ current_hash: string }>("select current_hash from pack where id = $1", [
    packKey,
  ]);
  return rows[0]?.current_hash ?? null;
}

async function load(packKey: string, hash: string): Promise<Facts | null> {
  const { rows } = await db().pool.query<{ content: unknown }>(
    "select content from pack_revision where pack_id = $1 and hash = $2",
    [packKey, hash],
  );
  return rows[0] ? indexPack(packFromJson(rows[0].content), hash) : null;
}
