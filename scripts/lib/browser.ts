import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import { inProject } from "./project.ts";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How to launch the browser that drives pages: `CHROMIUM_PATH`, else the system's, else Playwright's own. */
export function browserOptions(): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: installedBrowser(),
    // Chromium's sandbox needs a user other than root.
    chromiumSandbox: !isRoot,
    args: [
      ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  };
}

/** Finds a browser or installs one (the system's packages as root, else Playwright's); throws what to do when nothing works. */
export function ensureBrowser(say: (line: string) => void): void {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const isThere = () => existsSync(installedBrowser() ?? chromium.executablePath());
  if (isThere()) return;
  if (process.getuid?.() === 0 && aptInstall(["chromium"], say) && isThere()) return;
  say("Installing Playwright's Chromium …");
  const cli = inProject("node_modules/@playwright/test/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
  if (isThere()) return;
  throw new Error(
    "No browser for the journeys. Install Chromium or Chrome, or set CHROMIUM_PATH to the program of one, and run the tests again.",
  );
}

/** Installs packages of the system where there is apt; false when it cannot. Needs root. */
export function aptInstall(packages: readonly string[], say: (line: string) => void): boolean {
  if (!existsSync("/usr/bin/apt-get")) return false;
  say(`Installing ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  apt("update");
  return apt("install", "-y", "--no-install-recommends", ...packages).status === 0;
}

function installedBrowser(): string | undefined {
  return process.env.CHROMIUM_PATH || systemBrowsers.find((path) => existsSync(path));
}
