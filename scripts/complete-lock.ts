/**
 * `npm run lock`, after every `npm install`: completes package-lock.json with the platform packages that the registry used
 * lacks. Without it `npm ci` refuses the lockfile ("Missing: … from lock file").
 */
import { readFileSync, writeFileSync } from "node:fs";
import { completed, type Lockfile, missingPackages, pinnedToRegistry } from "./lib/lockfile.ts";
import { inProject } from "./lib/project.ts";

const file = inProject("package-lock.json");
const lockfile = JSON.parse(readFileSync(file, "utf8")) as Lockfile;
const missing = missingPackages(lockfile);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completed(lockfile), null, 2)}\n`);
console.log(missing.length > 0 ? `Added ${missing.map(({ name }) => name).join(", ")}.` : "The lockfile is complete.");

const pinned = pinnedToRegistry(lockfile);
if (pinned.length > 0) {
  console.error(
    `These are pinned to one registry (see .npmrc, omit-lockfile-registry-resolved): ${pinned.join(", ")}.`,
  );
  process.exitCode = 1;
}
