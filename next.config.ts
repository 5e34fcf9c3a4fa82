import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/**
 * Headers for every path. The content security policy here is for what the proxy leaves alone: files, the API and addresses
 * that are no page; for pages the proxy replaces it with one that carries a nonce.
 */
const everywhere = [
  {
    key: "Content-Security-Policy",
    value:
      "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "X-Frame-Options", value: "DENY" },
];

/**
 * The parts of our program are fetched by pages, each by its own policy. To a browser that says it wants a script, only two of these
 * headers mean something, and half a kilobyte with each of ten files would be 5 kB more for every first visit.
 */
const chunks = "/_next/static/chunks/:file*";
const asScript = [{ type: "header" as const, key: "sec-fetch-dest", value: "script" }];
const ofScripts = everywhere.filter(({ key }) =>
  ["X-Content-Type-Options", "Cross-Origin-Resource-Policy"].includes(key),
);

const origin = process.env.APP_ORIGIN;

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // A parent folder may hold another project's lockfile; ours is the root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // `npm run check` and `npm test` read the types of everything; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg"],
  experimental: {
    serverActions: {
      bodySizeLimit: "1mb",
      // Behind a proxy that rewrites Host, Next would refuse our own public origin.
      ...(origin ? { allowedOrigins: [new URL(origin).host] } : {}),
    },
  },
  headers: async () => [
    { source: "/((?!_next/static/chunks/).*)", headers: everywhere },
    { source: chunks, missing: asScript, headers: everywhere },
    { source: chunks, has: asScript, headers: ofScripts },
  ],
  // Browsers ask for this name when a page's head is slow to come.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
};

/** Messages are compiled while building, so that no page carries a parser of them: 9 kB less on every page with client strings. */
const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
