/** Fetches all that somebody can reach by following links, in every form in which the server gives it, and looks for words in it. */
import type { APIRequestContext } from "@playwright/test";

/** A word that was found, and in the answer to what. */
export type Hit = { readonly needle: string; readonly where: string };

export type Crawl = {
  readonly hits: readonly Hit[];
  /** "html 200 /quizzes/1": what was asked for, and how it was answered. */
  readonly seen: readonly string[];
};

/** How the browser asks for a page: as a document, and as the payloads that navigation and prefetching fetch. */
const ways: readonly { readonly name: string; readonly headers: Record<string, string> }[] = [
  { name: "html", headers: { accept: "text/html" } },
  { name: "rsc", headers: { rsc: "1" } },
  { name: "prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  { name: "tree", headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" } },
  { name: "full", headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" } },
];

/** The many pages of single things, made alike: the document is enough, which holds its own payload. */
const isAlike = (path: string) => /\/(?:facts|entities)\/[^/]+$|\/play\/chain\?row=/.test(path);

/** Everything reachable from these addresses, with the scripts and styles that it names (or, not following, these alone), searched for the needles. */
export async function crawl(
  request: APIRequestContext,
  starts: readonly string[],
  needles: readonly string[],
  {
    follow = true,
    except = null,
    by = ways.map(({ name }) => name),
  }: {
    readonly follow?: boolean;
    /** Pages that are of no interest: their links are not followed. */
    readonly except?: RegExp | null;
    /** In which ways pages are asked for; all, unless it says otherwise. */
    readonly by?: readonly string[];
  } = {},
): Promise<Crawl> {
  const hits: Hit[] = [];
  const seen: string[] = [];
  const waiting = [...starts];
  const known = new Set(waiting);
  const get = async (name: string, path: string, headers: Record<string, string>) => {
    const asked = headers.rsc ? withQuery(path, "_rsc=1") : path;
    const answer = await request.get(asked, { headers, failOnStatusCode: false });
    const text = await answer.text();
    const where = `${name} ${answer.status()} ${path}`;
    seen.push(where);
    hits.push(...find(text, needles, where));
    hits.push(...find(JSON.stringify(answer.headers()), needles, `${where} (headers)`));
    for (const found of linksIn(text, path))
      if (follow && !known.has(found) && !except?.test(found)) {
        known.add(found);
        waiting.push(found);
      }
  };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (isFile(path)) await get("file", path, {});
    else
      for (const { name, headers } of isAlike(path) ? ways.slice(0, 1) : ways)
        if (by.includes(name)) await get(name, path, headers);
  }
  return { hits, seen };
}

/** The needles in a text, however it was escaped on the way. */
export function find(text: string, needles: readonly string[], where: string): Hit[] {
  const words = plain(text);
  return needles.filter((needle) => words.includes(plain(needle))).map((needle) => ({ needle, where }));
}

/** A text without the escapes of HTML and JSON, with common blanks and quotes. */
function plain(text: string): string {
  return text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll('\\"', '"')
    .replace(/\s+/g, " ");
}

/** Addresses of ours that a text names: links and sources of HTML, addresses in payloads, files of the build anywhere. */
function linksIn(text: string, path: string): string[] {
  const named = [...text.matchAll(/\\*"?(?:href|src)\\*"?[=:]\s*\\*["']([^"'\\#$]*)/g)].map(([, link]) => link ?? "");
  const built = [...text.matchAll(/(?:\/_next\/)?(static\/(?:chunks|media|css)\/[\w.~/()[\]%-]+\.(?:js|css))/g)].map(
    ([, file]) => `/_next/${file}`,
  );
  const base = "http://ours";
  return [...named, ...built].flatMap((link) => {
    const url = URL.parse(link.replaceAll("&amp;", "&"), `${base}${path}`);
    // A payload names itself: asked for as a page it is the same one.
    url?.searchParams.delete("_rsc");
    // Signing out by link is no part of reading.
    return url?.origin === base && !url.pathname.startsWith("/api/auth") ? [url.pathname + url.search] : [];
  });
}

const isStatic = (path: string) => path.startsWith("/_next/");
const isFile = (path: string) => isStatic(path) || path.startsWith("/api/") || /\.\w{2,5}(\?|$)/.test(path);
const withQuery = (path: string, query: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;
