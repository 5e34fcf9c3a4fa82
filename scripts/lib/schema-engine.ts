import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import pg from "pg";
import { readMigrations } from "./migrator.ts";
import { inProject } from "./project.ts";
import { withClient } from "./sql.ts";

/**
 * The SQL that leads from the migrations to prisma/schema, or null when they agree. Prisma's engine compiled to
 * WebAssembly replays the migrations in a shadow database of that server (the role must be able to make one) and compares.
 */
export async function missingMigration(url: string): Promise<string | null> {
  const adapter = new ShadowingPg(url);
  const engine = await loadEngine(adapter);
  const { files, migrations } = { files: schemaFiles(), migrations: readMigrations() };
  try {
    const difference = await engine.diff({
      from: {
        tag: "migrations",
        baseDir: "prisma/migrations",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = difference.stdout ?? "";
    return sql.includes("This is an empty migration") ? null : sql;
  } finally {
    await adapter.dropShadows();
  }
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(inProject("prisma/schema"))
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({
      path: `prisma/schema/${name}`,
      content: readFileSync(inProject("prisma/schema", name), "utf8"),
    }));
}

/** The engine's glue is written for bundlers, which link WebAssembly themselves; here it is linked by hand. */
async function loadEngine(adapter: ShadowingPg): Promise<Engine.SchemaEngine> {
  // Without it a panic of the engine reads "cannot read set_message of undefined".
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(`Schema engine: ${message}`) },
  });
  const folder = inProject("node_modules/@prisma/schema-engine-wasm");
  const glue = (await import(pathToFileURL(`${folder}/schema_engine_bg.js`).href)) as typeof Engine & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(`${folder}/schema_engine_bg.wasm`), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * Prisma's adapter with a shadow database of its own. The stock one passes a connection string *and* a database name;
 * the string wins, and the "shadow" in which everything is replayed and dropped is the main database.
 */
class ShadowingPg extends PrismaPg {
  readonly #url: string;
  readonly #drops = new Set<() => Promise<void>>();

  constructor(url: string) {
    super(connectionFields(url));
    this.#url = url;
  }

  override async connect(): Promise<Adapter> {
    return readingCatalogs(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `recite_shadow_${process.pid}_${this.#drops.size}`;
    const quoted = pg.escapeIdentifier(name);
    await withClient(this.#url, async (client) => {
      await client.query(`drop database if exists ${quoted} with (force)`);
      await client.query(`create database ${quoted} template template0`);
    });
    const shadow = await new PrismaPg({ ...connectionFields(this.#url), database: name }).connect();
    const disconnect = shadow.dispose.bind(shadow);
    const drop = async () => {
      if (!this.#drops.delete(drop)) return;
      await disconnect();
      await withClient(this.#url, (client) => client.query(`drop database if exists ${quoted} with (force)`));
    };
    this.#drops.add(drop);
    shadow.dispose = drop;
    return readingCatalogs(shadow);
  }

  async dropShadows(): Promise<void> {
    for (const drop of [...this.#drops]) await drop();
  }
}

/** The parts of a URL one by one; sockets are named by its `host` parameter. */
function connectionFields(url: string): pg.PoolConfig {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get("host") ?? hostname,
    port: Number(searchParams.get("port") ?? (port || 5432)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** PostgreSQL's one-byte type "char", as catalogs use it; the adapter cannot read it, though the engine asks for it. */
const oidOfChar = 18;
const oidOfText = 25;
const engineCharacter = 6;

interface RawResult {
  readonly fields?: { dataTypeID: number }[];
}

function readingCatalogs(adapter: Adapter): Adapter {
  const open = adapter as unknown as {
    readonly client: { query(sql: string): Promise<unknown> };
    executeScript(script: string): Promise<void>;
    performIO(query: unknown): Promise<RawResult>;
    queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
  };
  const [performIO, queryRaw] = [open.performIO.bind(adapter), open.queryRaw.bind(adapter)];
  // The adapter's own cuts a script at every semicolon, also inside the body of a function.
  open.executeScript = async (script) => void (await open.client.query(script));
  let isChar: boolean[] = [];
  open.performIO = async (query) => {
    const result = await performIO(query);
    isChar = (result.fields ?? []).map((field) => field.dataTypeID === oidOfChar);
    for (const field of result.fields ?? []) if (field.dataTypeID === oidOfChar) field.dataTypeID = oidOfText;
    return result;
  };
  open.queryRaw = async (query) => {
    const result = await queryRaw(query);
    result.columnTypes = result.columnTypes.map((type, column) => (isChar[column] ? engineCharacter : type));
    return result;
  };
  return adapter;
}
