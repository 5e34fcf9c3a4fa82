/**
 * JavaScript per page, compressed as it travels, beside a bare page of the same Next and React built in the same run.
 * Figures of design.md 6: study page up to the first question ≤ bare + 45 kB, reading pages ≤ bare + 8 kB.
 */
import { spawn } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { browserOptions } from "../lib/browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const bare = path.join(root, ".data/bench-bare");

export type PageFigure = {
  readonly page: string;
  readonly kilobytes: number;
  readonly overBare: number;
  /** With what is fetched ahead once the first question is on the screen; as `overBare` where no question is asked. */
  readonly aheadOverBare: number;
};

/** The form of a question: what is asked for after it has appeared is not needed for it. */
const question = "form#answer";

/** Measures pages of a running instance; builds and serves the bare page itself on `barePort`. */
export async function measureJavaScript(
  origin: string,
  pages: readonly string[],
  barePort: number,
): Promise<PageFigure[]> {
  const stop = await serveBare(barePort);
  const browser = await chromium.launch(browserOptions());
  try {
    const measure = async (url: string) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      const scripts = new Map<string, string>();
      const bytes = new Map<string, number>();
      session.on("Network.responseReceived", ({ requestId, type, response }) => {
        if (type === "Script") scripts.set(requestId, response.url);
      });
      session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
        const script = scripts.get(requestId);
        if (script !== undefined) bytes.set(script, (bytes.get(script) ?? 0) + encodedDataLength);
      });
      await page.addInitScript(noteWhenThere, question);
      await page.goto(url, { waitUntil: "networkidle" });
      const ahead = new Set(await page.evaluate(fetchedAfterIt));
      await context.close();
      const sum = (all: readonly [string, number][]) => all.reduce((total, [, each]) => total + each, 0) / 1000;
      return { needed: sum([...bytes].filter(([script]) => !ahead.has(script))), all: sum([...bytes]) };
    };
    const { all: base } = await measure(`http://127.0.0.1:${barePort}/`);
    const figures: PageFigure[] = [{ page: "(bare)", kilobytes: base, overBare: 0, aheadOverBare: 0 }];
    for (const page of pages) {
      const { needed, all } = await measure(new URL(page, origin).href);
      figures.push({ page, kilobytes: needed, overBare: needed - base, aheadOverBare: all - base });
    }
    return figures;
  } finally {
    await browser.close();
    await stop();
  }
}

/** In the page: notes the moment at which something appears. */
function noteWhenThere(selector: string): void {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    performance.mark("there");
    watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/** In the page: addresses of what was asked for after that moment; none where it never came. */
function fetchedAfterIt(): string[] {
  const [there] = performance.getEntriesByName("there");
  return performance
    .getEntriesByType("resource")
    .filter(({ startTime }) => there !== undefined && startTime > there.startTime)
    .map(({ name }) => name);
}

/** A page that says one word, with the same Next and React, built beside this project so that it finds its packages. */
async function serveBare(port: number): Promise<() => Promise<void>> {
  await rm(bare, { recursive: true, force: true });
  await mkdir(path.join(bare, "app"), { recursive: true });
  await cp(path.join(root, "tsconfig.json"), path.join(bare, "tsconfig.json"));
  await writeFile(path.join(bare, "package.json"), '{ "type": "module" }\n');
  await writeFile(
    path.join(bare, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } };\n`,
  );
  await writeFile(
    path.join(bare, "app/layout.tsx"),
    "export default function Layout({ children }) {\n  return <html lang='en'><body>{children}</body></html>;\n}\n",
  );
  await writeFile(path.join(bare, "app/page.tsx"), "export default function Page() {\n  return <p>Bare</p>;\n}\n");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [next, "build"], { cwd: bare, env, stdio: ["ignore", "ignore", "inherit"] });
    build.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the bare page did not build (${code})`))));
  });
  const server = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: bare,
    env,
    stdio: "ignore",
  });
  for (let tries = 0; ; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    if (tries > 100) throw new Error("the bare page did not start");
    await sleep(100);
  }
  return async () => {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
  };
}
