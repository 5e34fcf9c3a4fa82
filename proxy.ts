import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "./lib/i18n/routing.ts";
import { config as environment } from "./lib/server/config.ts";
import { contentSecurityPolicy } from "./lib/server/csp.ts";
import { isOurs } from "./lib/server/origin.ts";

const withLocale = createMiddleware(routing);

/**
 * What every page passes through: its language, its content security policy, and a plain no to requests from other
 * sites. It decides nothing about who may see what; that is done where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const no = refusalOf(request);
  if (no) return new NextResponse(no.text, { status: no.status, headers: { "cache-control": "no-store" } });
  const { secure, oidc } = environment();
  const rendered = prerendered();
  const own = rendered[request.nextUrl.pathname];
  const nonce = own ? null : randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    // The page for unknown addresses is rendered ahead and may stand in for any other.
    hashes: own ?? rendered["/_not-found"] ?? [],
    secure,
    development: process.env.NODE_ENV === "development",
    formOrigins: oidc ? [new URL(oidc.issuer).origin] : [],
  });
  // Next reads the nonce from the request's header; one that a client sent along must not become ours.
  const headers = new Headers(request.headers);
  headers.delete("content-security-policy");
  headers.delete("content-security-policy-report-only");
  if (nonce) headers.set("content-security-policy", policy);
  const response = withLocale(new NextRequest(request, { headers }));
  response.headers.set("content-security-policy", policy);
  if (secure) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/**
 * Pages and their actions; not the API (which has its own door and larger bodies), nor the few files of ours, each by its name: an
 * unknown file is answered with a page, and needs that page's policy.
 */
export const config = {
  matcher: ["/((?!api/|_next/|healthz$|readyz$|icon\\.svg$|favicon\\.ico$|sw\\.js$|manifest\\.webmanifest$).*)"],
};

/** Next would answer these with 500, which is for mistakes of ours. */
function refusalOf({ method, headers }: NextRequest): { readonly status: number; readonly text: string } | null {
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST") return { status: 405, text: "Method not allowed" };
  return isOurs(headers) ? null : { status: 403, text: "This form was sent from another site." };
}

let hashesByPath: Readonly<Record<string, readonly string[]>> | null = null;

/** The hashes of the inline scripts of pages rendered ahead, by path; written after the build, absent in development. */
function prerendered(): Readonly<Record<string, readonly string[]>> {
  if (hashesByPath) return hashesByPath;
  const file = path.join(process.cwd(), ".next", "csp-hashes.json");
  const isBuilt = process.env.NODE_ENV === "production" && existsSync(file);
  hashesByPath = isBuilt ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>) : {};
  return hashesByPath;
}
