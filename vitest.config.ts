import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone nobody is in by chance (+05:45): code that forgets its zone fails here instead of passing by luck.
process.env.TZ = "Asia/Kathmandu";

const root = import.meta.dirname;

export default defineConfig({
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/empty.ts") } },
  test: {
    restoreMocks: true,
    // It imports `next/server` as a bundler would; Node by itself wants the file's whole name.
    server: { deps: { inline: ["next-intl"] } },
    unstubEnvs: true,
    setupFiles: ["tests/support/console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/server/**", "tests/scripts/**", "tests/journeys/**"],
          // The default leaves one core idle, which of two is half.
          maxWorkers: "100%",
          // Rules keep nothing: files share the modules they load, which is a third of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          setupFiles: ["tests/support/console.ts", "tests/support/database-of-file.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Real processes, ports and signals: one file at a time.
          name: "scripts",
          include: ["tests/scripts/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
