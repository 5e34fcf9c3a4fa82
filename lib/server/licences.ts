import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** A library or font that this instance runs with. */
export type Licence = { readonly name: string; readonly version: string; readonly licence: string };

/** The version of this program, and under which licences it and all that it needs come. */
export type Licences = { readonly version: string; readonly licence: string; readonly parts: readonly Licence[] };

let read: Promise<Licences> | null = null;

/** Reads the licences from the packages as they are installed; once, as they do not change while the program runs. */
export function readLicences(): Promise<Licences> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<Licences> {
  const own = await manifest();
  const names = Object.keys(own.dependencies ?? {}).sort();
  const parts = await Promise.all(
    names.map(async (name) => {
      const { version, license } = await manifest("node_modules", ...name.split("/"));
      return { name, version, licence: license ?? "" };
    }),
  );
  return { version: own.version, licence: own.license ?? "", parts };
}

type Manifest = {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

async function manifest(...folder: string[]): Promise<Manifest> {
  // Not for the bundler to follow: it would take all of node_modules along.
  const root = /* turbopackIgnore: true */ process.cwd();
  return JSON.parse(await readFile(path.join(root, ...folder, "package.json"), "utf8")) as Manifest;
}
