/** The packs of content/, as a reader of the repository finds them, and the fictional one beside them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIsles } from "./fictional-pack.ts";

const content = path.join(import.meta.dirname, "../../content/packs");

/** A pack of content/ by its folder; throws with its problems when it has errors. */
export function contentPack(name: string): Facts {
  const folder = path.join(content, name);
  const files = readdirSync(folder)
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), "utf8") }));
  const { pack, problems } = readPack(files);
  if (!pack) throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
  return indexPack(pack);
}

/** Every pack there is, by its key. */
export function everyPack(): [string, Facts][] {
  return [
    ...readdirSync(content).map((name): [string, Facts] => [name, contentPack(name)]),
    ["lantern-isles", indexPack(lanternIsles())],
  ];
}
