import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { type Binaries, findBinaries, sharedFolder } from "./binaries.ts";
import { canReach, type ServiceUser, serviceUser } from "./service-user.ts";

/** The database roles: the superuser administers the cluster, the owner migrates, the app only reads and writes rows. */
export type Role = "postgres" | "recite_owner" | "recite_app";

/** A data directory ready to be served. */
export interface Cluster {
  /** The folder that holds the data directory, the passwords and the log. */
  readonly home: string;
  readonly dataDir: string;
  readonly binaries: Binaries;
  /** Null when the database runs as ourselves. */
  readonly user: ServiceUser | null;
  readonly passwords: Readonly<Record<Role, string>>;
}

/** Opens the cluster kept in `home`, making it when there is none; refuses data of another major version. */
export async function openCluster(home: string, say: (line: string) => void): Promise<Cluster> {
  const user = serviceUser([home, asideOf(home)].map((place) => path.join(place, "postgres")));
  mkdirSync(home, { recursive: true, mode: user ? 0o711 : 0o700 });
  const reachable = reachableHome(home, user, say);
  const dataDir = path.join(reachable, "postgres");
  const binaries = await findBinaries(user);
  const place = { home: reachable, dataDir, binaries, user };
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) initialise(place, say);
  const major = readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (major !== String(binaries.major))
    throw new Error(
      `The data in ${dataDir} were written by PostgreSQL ${major}; this Recite brings PostgreSQL ${binaries.major}.\n` +
        "Start the Recite that made them and move the data (docs/operations.md), or choose another DATA_DIR.",
    );
  return { ...place, passwords: readPasswords(reachable) };
}

const asideOf = (home: string) => path.join(sharedFolder, createHash("sha256").update(home).digest("hex").slice(0, 12));

/** Root's own folders are closed to the service user: the data then live below /var/lib/recite, one folder per home. */
function reachableHome(home: string, user: ServiceUser | null, say: (line: string) => void): string {
  if (canReach(user, home)) return home;
  const aside = asideOf(home);
  mkdirSync(aside, { recursive: true, mode: 0o711 });
  say(`The database cannot reach ${home} as user ${user?.name}; its data are in ${aside}.`);
  return aside;
}

/**
 * Makes the cluster in a sibling folder and renames it when whole, so that a kill leaves nothing half-made. The sibling's
 * name is random: an orphaned initdb of a killed start empties its own folder when it fails. All it leaves goes at the next start.
 */
function initialise({ home, dataDir, binaries, user }: Omit<Cluster, "passwords">, say: (line: string) => void): void {
  say("Making the database …");
  const unfinished = `${dataDir}.init-`;
  for (const name of readdirSync(home))
    if (path.join(home, name).startsWith(unfinished)) rmSync(path.join(home, name), { recursive: true, force: true });
  const target = unfinished + randomBytes(4).toString("hex");
  mkdirSync(target, { mode: 0o700 });
  const passwords = { postgres: newPassword(), recite_owner: newPassword(), recite_app: newPassword() };
  const passwordFile = `${target}.password`;
  writeFileSync(passwordFile, `${passwords.postgres}\n`, { mode: 0o600 });
  if (user) for (const owned of [target, passwordFile]) chownSync(owned, user.uid, user.gid);
  const builtIn = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = spawnSync(
    binaries.initdb,
    [
      ...["-D", target, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"],
      // The built-in provider came with 17; it sorts the same on every machine.
      ...(binaries.major >= 17 ? builtIn : ["--locale=C.UTF-8"]),
      ...["--data-checksums", "--no-instructions"],
    ],
    { ...identity(user), env: plainEnvironment(), cwd: target, encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(target, { recursive: true, force: true });
    throw new Error(
      `The database could not be made (initdb: ${made.error?.message ?? made.signal ?? made.status}).\n${made.stderr}`,
    );
  }
  writeDurably(passwordsIn(home), JSON.stringify(passwords));
  renameSync(target, dataDir);
}

/** How to run a program as the service user: nothing to add when we run it as ourselves. */
export function identity(user: ServiceUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** An environment in which PostgreSQL's defaults do not depend on the caller's language and zone. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PGTZ: _zone, PGDATA: _data, PGPORT: _port, PGOPTIONS: _options, ...rest } = process.env;
  return { ...rest, LC_ALL: "C", LANG: "C", TZ: "UTC" };
}

const passwordsIn = (home: string) => path.join(home, "postgres-passwords.json");
const newPassword = () => randomBytes(24).toString("base64url");

function readPasswords(home: string): Record<Role, string> {
  try {
    return JSON.parse(readFileSync(passwordsIn(home), "utf8")) as Record<Role, string>;
  } catch {
    throw new Error(
      `The database's passwords are missing or unreadable: ${passwordsIn(home)}. Restore that file from a backup.`,
    );
  }
}

/** Without its passwords a data directory is closed for good, so they reach the disk before the directory gets its name. */
function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const handle = openSync(unfinished, "wx", 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
}
