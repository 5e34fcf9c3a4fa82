import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The project's root folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** The absolute path of something in the project. */
export const inProject = (...parts: string[]): string => path.join(root, ...parts);

/** Where the embedded database and the secrets live: `DATA_DIR`, else `.data` in the project. */
export function dataHome(): string {
  return path.resolve(root, process.env.DATA_DIR || ".data");
}

/** The fingerprint (sha256, hex) of files and folders of the project, by name and content; what is missing counts as absent. */
export function fingerprint(paths: readonly string[], leaveOut: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const top of paths) {
    if (!existsSync(inProject(top))) continue;
    for (const file of filesBelow(top)) {
      if (leaveOut.includes(file)) continue;
      const content = readFileSync(inProject(file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/** Every file below a folder of the project (or the file itself), relative to the root, sorted so that machines agree. */
function filesBelow(top: string): string[] {
  if (statSync(inProject(top)).isFile()) return [top];
  return readdirSync(inProject(top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}
