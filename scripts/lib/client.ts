import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { takeTurn } from "./lock.ts";
import { fingerprint, inProject } from "./project.ts";

const generated = "prisma/generated";
const mark = inProject(generated, ".fingerprint");

/** Generates the database client when it is missing or older than the schema; returns whether it did. Throws when Prisma refuses. */
export async function ensureClient(): Promise<boolean> {
  if (isCurrent()) return false;
  // Generating empties the folder first: two at once would leave a mixture.
  const release = await takeTurn(inProject("node_modules/.recite-generate.lock"), () => {});
  try {
    if (isCurrent()) return false;
    const made = wanted();
    generate();
    writeFileSync(mark, made);
    return true;
  } finally {
    release();
  }
}

const wanted = () => fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
const isCurrent = () => existsSync(mark) && readFileSync(mark, "utf8") === wanted();

function generate(): void {
  const cli = inProject("node_modules/prisma/build/index.js");
  const made = spawnSync(process.execPath, [cli, "generate"], {
    cwd: inProject(),
    encoding: "utf8",
    env: {
      ...process.env,
      // Prisma wants to download an engine that generating never runs: any file that exists will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  });
  if (made.status !== 0) throw new Error(`prisma generate failed:\n${made.stdout}${made.stderr}`);
}
