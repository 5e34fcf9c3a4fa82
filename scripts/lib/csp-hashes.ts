import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { routing } from "../../lib/i18n/routing.ts";
import { inProject } from "./project.ts";

/** The hashes (sha256, base64) of the inline scripts of a page's HTML, each once. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [
    ...new Set(
      [...scripts].map((match) =>
        createHash("sha256")
          .update(match[1] ?? "")
          .digest("base64"),
      ),
    ),
  ];
}

/**
 * Writes `.next/csp-hashes.json` after a build: for each prerendered page, by its path as Next knows it (`/en/study`)
 * and as the address bar shows it (`/study`), the hashes of its inline scripts. Such a page cannot carry a nonce.
 */
export function writeCspHashes(): void {
  const manifest = JSON.parse(readFileSync(inProject(".next/prerender-manifest.json"), "utf8")) as {
    routes: Record<string, unknown>;
  };
  const hashes: Record<string, string[]> = {};
  for (const route of Object.keys(manifest.routes)) {
    const file = inProject(".next/server/app", `${route === "/" ? "/index" : route}.html`);
    if (!existsSync(file)) continue;
    hashes[route] = inlineScriptHashes(readFileSync(file, "utf8"));
    hashes[shownPath(route)] = hashes[route];
  }
  writeFileSync(inProject(".next/csp-hashes.json"), JSON.stringify(hashes, null, 2));
}

/** `/en/study` is shown as `/study`: the default language has no prefix. */
function shownPath(route: string): string {
  const prefix = `/${routing.defaultLocale}`;
  if (route === prefix) return "/";
  return route.startsWith(`${prefix}/`) ? route.slice(prefix.length) : route;
}
