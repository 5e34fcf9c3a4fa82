import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { canonicalPack, packHash } from "../facts/canonical-pack.ts";
import type { Pack, Problem } from "../facts/fact.ts";
import { readPack } from "../packs/read-pack.ts";

/** What publishing did, pack by pack. */
export type Publication = {
  readonly published: readonly { readonly pack: string; readonly revision: string; readonly number: number }[];
  /** Packs whose content is what readers have already. */
  readonly unchanged: readonly string[];
  readonly warnings: readonly Problem[];
};

/** Thrown when a pack of the folder has errors: its message lists every problem of every pack with its place. */
export class PackProblems extends Error {
  override readonly name = "PackProblems";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`No pack was published.\n${problems.map(inWords).join("\n")}`);
    this.problems = problems;
  }
}

const inWords = ({ file, line, column, severity, message }: Problem): string =>
  `${file}:${line}:${column}: ${severity}: ${message}`;

/** The packs that come with Recite, and those of the people who run it. */
const ownPacks = ["packs", "private"].map((folder) => path.resolve(import.meta.dirname, "../../content", folder));

/**
 * Publishes every pack of these folders (one folder each): a changed pack becomes a new revision, an unchanged one does nothing,
 * one that went back to an earlier content makes that revision the current one again. All packs are read before the first is saved, and each is saved in one transaction. Throws `PackProblems` when any has an error; then nothing was saved.
 */
export async function publishPacks(adminUrl: string, ...folders: readonly string[]): Promise<Publication> {
  const { packs, problems } = readPacks(folders.length > 0 ? folders : ownPacks);
  if (problems.some((problem) => problem.severity === "error")) throw new PackProblems(problems);
  const published: { pack: string; revision: string; number: number }[] = [];
  const unchanged: string[] = [];
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks between two queries would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    for (const pack of packs) {
      const saved = await publish(client, pack);
      if (saved) published.push({ pack: pack.key, ...saved });
      else unchanged.push(pack.key);
    }
  } finally {
    await client.end().catch(() => {});
  }
  return { published, unchanged, warnings: problems };
}

/** Reads every pack of the folder; all problems of all packs. */
function readPacks(folders: readonly string[]): { packs: Pack[]; problems: Problem[] } {
  const packs: Pack[] = [];
  const problems: Problem[] = [];
  const entries = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory());
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const read = readPack(filesOf(path.join(entry.parentPath, entry.name)));
    problems.push(...read.problems.map((problem) => ({ ...problem, file: `${entry.name}/${problem.file}` })));
    if (read.pack && read.pack.key !== entry.name) problems.push(misnamed(entry.name, read.pack.key));
    if (packs.some(({ key }) => key === read.pack?.key)) problems.push(twice(entry.name));
    if (read.pack) packs.push(read.pack);
  }
  return { packs, problems };
}

function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), "utf8") }));
}

/** Two folders could otherwise publish over one another for ever, each start anew. */
function misnamed(folder: string, key: string): Problem {
  return atKey(folder, `The pack's key is ${key}, its folder is ${folder}; they must be the same.`);
}

function twice(folder: string): Problem {
  return atKey(folder, `There are two packs ${folder}; give one another name.`);
}

function atKey(folder: string, message: string): Problem {
  return { severity: "error", code: "folder", file: `${folder}/pack.yaml`, line: 1, column: 1, field: "key", message };
}

/** Saves one pack; null when readers have this content already. The pack's row is the lock between two starts. */
async function publish(client: pg.Client, pack: Pack): Promise<{ revision: string; number: number } | null> {
  const revision = packHash(pack);
  await client.query("begin");
  try {
    await client.query("insert into pack (id, title, current_hash) values ($1, $2, '') on conflict (id) do nothing", [
      pack.key,
      pack.title,
    ]);
    const current = await client.query<{ current_hash: string }>(
      "select current_hash from pack where id = $1 for update",
      [pack.key],
    );
    if (current.rows[0]?.current_hash === revision) {
      await client.query("rollback");
      return null;
    }
    const { rows } = await client.query<{ number: number }>(
      `insert into pack_revision (pack_id, hash, number, content, published_at)
       values ($1, $2, (select coalesce(max(number), 0) + 1 from pack_revision where pack_id = $1), $3::jsonb, now())
       on conflict (pack_id, hash) do update set hash = excluded.hash returning number`,
      [pack.key, revision, canonicalPack(pack)],
    );
    await client.query("update pack set title = $2, current_hash = $3 where id = $1", [pack.key, pack.title, revision]);
    await client.query("commit");
    return { revision, number: rows[0]!.number };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
