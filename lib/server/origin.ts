import "server-only";
import { config } from "./config.ts";
import { tokenIn } from "./session-cookie.ts";

/**
 * May this request change something? Browsers say where a request comes from: it must be us. A request that says
 * nothing is no browser's; without our cookie it acts for nobody and may pass, with it there is no telling who sent it.
 * Host and X-Forwarded-* are never asked: clients write them as they like.
 */
export function isOurs(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin !== null) return origin === config().appOrigin;
  return tokenIn(headers.get("cookie")) === undefined;
}

/**
 * A path of ours to go on to, from a value that anyone may have written; `otherwise` for everything that is not
 * certainly one. Answers path, query and fragment, never an origin.
 */
export function safePath(value: unknown, otherwise = "/"): string {
  if (typeof value !== "string" || value.length > 2000) return otherwise;
  // One slash, and then neither a slash nor a backslash, which browsers read as one; no control characters or blanks,
  // which they drop before they read.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!/^\/(?![/\\])/.test(value) || /[\u0000-\u0020\u007f-\u009f\\\u2028\u2029\ufeff]/.test(value)) return otherwise;
  const { appOrigin } = config();
  const url = URL.parse(value, appOrigin);
  if (!url || url.origin !== appOrigin || url.username || url.password) return otherwise;
  // "/x/..//evil.example" becomes "//evil.example" only when parsed.
  if (url.pathname.startsWith("//")) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}
