import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** Who runs the database: PostgreSQL refuses to run as root. */
export interface ServiceUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user to run the database as when we are root, or null when we are an ordinary user and run it ourselves.
 * The owner of an existing data directory (where it may be) comes first; then `postgres`, `recite`, `nobody`; else `recite` is created.
 */
export function serviceUser(dataDirs: readonly string[]): ServiceUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const dataDir of dataDirs) {
    const owner = ownerOf(dataDir);
    if (owner) return owner;
  }
  for (const name of ["postgres", "recite", "nobody"]) {
    const known = lookUp(name);
    if (known) return known;
  }
  createUser();
  const made = lookUp("recite");
  if (!made)
    throw new Error("PostgreSQL does not run as root, and no unprivileged user could be made: add one named recite.");
  return made;
}

/** Whether that user can traverse (folder) or execute (file) the path; always true when we run the database ourselves. */
export function canReach(user: ServiceUser | null, path: string): boolean {
  if (!user) return true;
  const asked = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { uid: user.uid, gid: user.gid, cwd: "/" });
  if (asked.error)
    throw new Error(`Root may not act as ${user.name} here (${asked.error.message}); run Recite as an ordinary user.`);
  return asked.status === 0;
}

function ownerOf(dataDir: string): ServiceUser | null {
  try {
    const { uid, gid } = statSync(dataDir);
    return uid === 0 ? null : { name: String(uid), uid, gid };
  } catch {
    return null;
  }
}

function lookUp(name: string): ServiceUser | null {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { name, uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

/** Debian, Fedora and most others have useradd; BusyBox has adduser. */
function createUser(): void {
  const made = spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "recite"]);
  if (made.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", "recite"]);
}
