import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import { inProject } from "./project.ts";

const systemBrowsers = [
  // Without a window's machinery it takes a quarter less time, and fewer packages.
  "/usr/bin/chromium-headless-shell",
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

/**
 * Finds a browser that runs, or installs one (the system's package as root, else Playwright's), and names it in
 * `CHROMIUM_PATH` for every process started from here; throws what to do when nothing works.
 */
export function ensureBrowser(say: (line: string) => void): void {
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not run.`);
  const found = given || findBrowser() || installBrowser(say);
  if (!found)
    throw new Error(
      "No browser for the journeys. Install Chromium or Chrome, or set CHROMIUM_PATH to the program of one, and run the tests again.",
    );
  process.env.CHROMIUM_PATH = found;
}

function findBrowser(): string | undefined {
  return [...systemBrowsers, chromium.executablePath()].find(runs);
}

/** Existing is not enough: some systems put a stub there that tells how to install the browser. */
function runs(program: string): boolean {
  return existsSync(program) && spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}

function installBrowser(say: (line: string) => void): string | undefined {
  const isRoot = process.getuid?.() === 0;
  for (const name of isRoot ? ["chromium-headless-shell", "chromium"] : [])
    if (aptInstall([name], say) && findBrowser()) return findBrowser();
  say("Installing Playwright's Chromium …");
  spawnSync(process.execPath, [inProject("node_modules/@playwright/test/cli.js"), "install", "chromium"], {
    stdio: "inherit",
  });
  return findBrowser();
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
