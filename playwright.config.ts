import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserOptions } from "./scripts/lib/browser.ts";

const port = Number(process.env.JOURNEY_PORT ?? 3210);
const issuerPort = Number(process.env.JOURNEY_ISSUER_PORT ?? port + 1);
const issuerUrl = `http://127.0.0.1:${issuerPort}`;
// Known to the app and to the issuer of one run; nobody else can reach either.
const issuerSecret = "the-secret-of-the-local-issuer";

// Every worker loads this file again and inherits the folder through the environment; only its maker removes it.
if (!process.env.JOURNEY_DATA_DIR && !process.env.BASE_URL) {
  const made = mkdtempSync(path.join(tmpdir(), "recite-journeys-"));
  // The user that runs the database in place of root must pass through to it.
  chmodSync(made, 0o711);
  process.env.JOURNEY_DATA_DIR = made;
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
}

const shared = { gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 }, stdout: "ignore", stderr: "pipe" } as const;

/** The journeys drive the app as `npm start` starts it: embedded database, published packs, production build. */
export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results/journeys",
  // Of two cores, a third browser uses what two leave idle while they wait.
  workers: 3,
  // Every journey has people of its own; a long file does not end alone.
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: process.env.JOURNEY_REPORT ? [["line"], ["json", { outputFile: process.env.JOURNEY_REPORT }]] : [["line"]],
  use: {
    baseURL: process.env.BASE_URL ?? `http://localhost:${port}`,
    timezoneId: "Asia/Kathmandu",
    // Recording every step would be a fifth of the time: `TRACE=1 npx playwright test <file>` records what fails.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: browserOptions(),
  },
  webServer: process.env.BASE_URL
    ? []
    : [
        {
          ...shared,
          name: "issuer",
          command: "node tests/support/issuer-process.ts",
          url: `${issuerUrl}/.well-known/openid-configuration`,
          env: { ISSUER_PORT: String(issuerPort), ISSUER_CLIENT_SECRET: issuerSecret },
        },
        {
          ...shared,
          name: "app",
          command: "node scripts/start.ts",
          url: `http://localhost:${port}/healthz`,
          timeout: 240_000,
          env: {
            PORT: String(port),
            DATA_DIR: process.env.JOURNEY_DATA_DIR ?? "",
            DATABASE_URL: "",
            DATABASE_ADMIN_URL: "",
            APP_ORIGIN: `http://localhost:${port}`,
            AUTH_OIDC_ISSUER: issuerUrl,
            AUTH_OIDC_ID: "recite",
            AUTH_OIDC_SECRET: issuerSecret,
            AUTH_OIDC_NAME: "Test issuer",
          },
        },
      ],
});
