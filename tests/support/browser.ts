import { existsSync } from "node:fs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser to drive: `CHROMIUM_PATH`, else the system's; undefined leaves it to Playwright's own. */
export function browserPath(): string | undefined {
  return process.env.CHROMIUM_PATH || systemBrowsers.find((path) => existsSync(path));
}
