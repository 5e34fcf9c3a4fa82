/** `pack preview`: a page on this machine that shows what the files of a pack yield, and follows them while they are written. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { indexPack } from "../../lib/facts/facts.ts";
import { folderOf } from "./pack-arguments.ts";
import { findingProblems } from "./pack-faults.ts";
import { usageOf } from "./pack-usage.ts";
import { previewPage } from "./preview-page.ts";
import { loadPack } from "./read-pack.ts";

/** Serves the page on loopback until the process is ended; resolves to the port, a free one for `--port 0`. Throws when the port is taken. */
export async function preview(args: readonly string[]): Promise<{ readonly port: number; close(): void }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: "string", default: "4180" } },
  });
  if (positionals.length !== 1 || !/^\d+$/.test(values.port)) throw new Error(usageOf("preview"));
  const folder = folderOf(positionals[0]!);
  const pages = new Map<string, string>();
  let shown = "";

  const server = createServer((request, response) => {
    const { host = "" } = request.headers;
    const url = new URL(request.url ?? "/", "http://localhost");
    // A page of another site may not read what is written here by calling it another name.
    if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)) return void response.writeHead(403).end();
    const version = versionOf(folder);
    if (version !== shown) pages.clear();
    shown = version;
    if (url.pathname === "/version") return void response.writeHead(200, { "cache-control": "no-store" }).end(version);
    if (url.pathname !== "/") return void response.writeHead(404).end();
    const seed = url.searchParams.get("seed") ?? "1";
    let page = pages.get(seed);
    try {
      page ??= pageOf(folder, seed, version);
    } catch (error) {
      // A file may be half written at this moment; the page asks again when it is whole.
      return void response
        .writeHead(500, { "content-type": "text/plain; charset=utf-8", refresh: "1" })
        .end(String(error));
    }
    pages.set(seed, page);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`Port ${values.port} is taken; choose another with --port.`) : error,
      ),
    );
    server.listen(Number(values.port), "127.0.0.1", resolve);
  });
  const { port } = server.address() as { port: number };
  console.log(`${folder} is shown at http://localhost:${port}/ until you press Ctrl-C.`);
  return { port, close: () => void server.close() };
}

function pageOf(folder: string, seed: string, version: string): string {
  const { pack, problems } = loadPack(folder);
  const facts = pack && indexPack(pack);
  const found = facts ? [...problems, ...findingProblems(facts, folder, seed)] : problems;
  return previewPage({ folder, facts, problems: found, seed, version });
}

/** A fingerprint of when the files were last written. */
function versionOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(`${name} ${statSync(path.join(folder, name)).mtimeMs}\n`);
  return hash.digest("hex").slice(0, 16);
}
