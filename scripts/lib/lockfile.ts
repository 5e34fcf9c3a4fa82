/** What we read of package-lock.json: packages by their place in node_modules, the project itself under "". */
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

/** An optional package that the lockfile names and does not contain; `npm ci` refuses such a lockfile. */
export interface MissingPackage {
  readonly name: string;
  readonly range: string;
  /** Who wants it: a place in node_modules, or "" for the project. */
  readonly by: string;
}

/** The optional packages without an entry, or with one of another exact version. */
export function missingPackages({ packages }: Lockfile): MissingPackage[] {
  return Object.entries(packages).flatMap(([by, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const place = placeOf(packages, by, name);
        const isExact = /^\d/.test(range);
        return place === null || (isExact && packages[place]?.version !== range);
      })
      .map(([name, range]) => ({ name, range, by })),
  );
}

/** The lockfile with an entry for each missing package: npm skips those of other platforms here and fetches them there. */
export function completed(lockfile: Lockfile): Lockfile {
  const packages = { ...lockfile.packages };
  for (const { name, range, by } of missingPackages(lockfile)) {
    const isTaken = packages[`node_modules/${name}`] !== undefined;
    const place = isTaken && by !== "" ? `${by}/node_modules/${name}` : `node_modules/${name}`;
    packages[place] = {
      version: range.replace(/^[\^~]/, ""),
      ...(packages[by]?.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
  }
  const inOrder = Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...lockfile, packages: Object.fromEntries(inOrder) };
}

/** Packages pinned to one registry's address; a mirror could not serve them. */
export function pinnedToRegistry({ packages }: Lockfile): string[] {
  return Object.keys(packages).filter((place) => packages[place]?.resolved?.startsWith("http"));
}

/** Where Node would find a package from another's place: in its own folder, then upwards. */
function placeOf(packages: Record<string, LockedPackage>, from: string, name: string): string | null {
  for (let folder = from; ; ) {
    const place = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === "") return null;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
  }
}

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];

/** Platform packages say in their names what they are for: "@next/swc-linux-arm64-gnu", "lightningcss-linux-arm-gnueabihf". */
function platformOf(name: string): { os?: string[]; cpu?: string[] } {
  const words = name.replace("windows", "win32").split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) };
}
