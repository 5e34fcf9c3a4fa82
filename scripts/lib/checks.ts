import { spawn } from "node:child_process";
import { ensureClient } from "./client.ts";
import { inProject } from "./project.ts";
import { missingMigration } from "./schema-engine.ts";
import { startThrowaway } from "./throwaway.ts";

/** Something that must hold of the sources as they stand; `run` returns what is wrong, or null. */
export interface Check {
  readonly name: string;
  run(): Promise<string | null>;
}

const next = "node_modules/next/dist/bin/next";
const tsc = "node_modules/typescript/bin/tsc";
const biome = "node_modules/@biomejs/biome/bin/biome";

/** Every check, cheapest first. */
export const checks: readonly Check[] = [
  { name: "format and lint", run: () => complaints(biome, "check", "--error-on-warnings", ".") },
  {
    name: "types",
    run: async () => {
      await ensureClient();
      return (await complaints(next, "typegen")) ?? (await complaints(tsc, "--noEmit"));
    },
  },
  { name: "migrations lead to prisma/schema", run: drift },
];

async function drift(): Promise<string | null> {
  const postgres = await startThrowaway();
  try {
    const sql = await missingMigration(postgres.url("postgres", "postgres"));
    return sql && `Write a migration (npm run db:migration -- <name>) for:\n${sql}`;
  } finally {
    await postgres.stop();
  }
}

/** What a tool says when it is not content. */
async function complaints(tool: string, ...args: string[]): Promise<string | null> {
  const child = spawn(process.execPath, [inProject(tool), ...args], {
    cwd: inProject(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await new Promise((settle) => child.once("close", settle));
  return code === 0 ? null : said;
}

/** Runs every check and shows what is wrong; returns how many hold and how many do not. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  for (const { name, run } of checks) {
    const wrong = await run().catch((error: Error) => error.message);
    console.log(wrong === null ? `✓ ${name}` : `✗ ${name}\n${wrong}`);
    counts[wrong === null ? "passed" : "failed"] += 1;
  }
  return counts;
}
