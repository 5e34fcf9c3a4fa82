import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { takeTurn } from "./lock.ts";
import { fingerprint, inProject } from "./project.ts";
import { runNode } from "./run.ts";

/** What a production build is made of. */
const sources = [
  ...["app", "components", "lib", "messages", "public", "prisma/schema", "proxy.ts", "instrumentation.ts"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
  ...["scripts/lib/build.ts", "scripts/lib/csp-hashes.ts", "scripts/service-worker.ts"],
];
const serviceWorker = "public/sw.js";
const mark = inProject(".next/recite-fingerprint");

/** Whether there is a finished production build of these very sources. */
export function isBuilt(): boolean {
  return existsSync(mark) && readFileSync(mark, "utf8") === fingerprint(sources, [serviceWorker]);
}

/** Builds for production, showing Next's own progress; throws when it fails. `signal` ends it. */
export async function build(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const lock = inProject("node_modules/.recite-build.lock");
  const release = await takeTurn(lock, () => say("Another build is under way here; waiting for it …"));
  try {
    // What changes while we build is not in the build: the mark is of the sources as they were before.
    const made = fingerprint(sources, [serviceWorker]);
    rmSync(mark, { force: true });
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
    await runNode([inProject("node_modules/next/dist/bin/next"), "build"], {
      name: "The production build",
      env,
      signal,
    });
    // Loaded here only: a start that builds nothing need not know the languages.
    const { writeCspHashes } = await import("./csp-hashes.ts");
    writeCspHashes();
    const worker = inProject("scripts/service-worker.ts");
    if (existsSync(worker)) await runNode([worker], { name: "Writing the service worker", env, signal });
    writeFileSync(mark, made);
  } finally {
    release();
  }
}
