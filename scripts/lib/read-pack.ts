/** Reads a pack from its folder; what it says is judged by `lib/packs`. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ReadPack, readPack } from "../../lib/packs/read-pack.ts";

/** The pack of a folder, with every problem; paths in problems are relative to the folder. */
export function loadPack(folder: string): ReadPack {
  const files = readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), "utf8") }));
  return readPack(files);
}
