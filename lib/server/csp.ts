import "server-only";

/** What a page's policy depends on. */
export type CspOptions = {
  /** For a page rendered at request time: a new one per answer, base64. */
  readonly nonce: string | null;
  /** sha256, base64, of the inline scripts of a page that was rendered ahead. */
  readonly hashes: readonly string[];
  readonly secure: boolean;
  /** `next dev` evaluates code and speaks over a socket. */
  readonly development: boolean;
  /** Where a form may lead besides us: the origin of the sign-in provider. */
  readonly formOrigins: readonly string[];
};

/**
 * The one content security policy. Scripts are ours by nonce or by hash, nothing comes from elsewhere, nothing frames
 * us; only attributes may carry style, as timelines and meters are drawn with them. Texts do not become script:
 * what React, the loader and the service worker need is let through by instrumentation-client.ts, by exact shape.
 */
export function contentSecurityPolicy({ nonce, hashes, secure, development, formOrigins }: CspOptions): string {
  const byNonce = nonce ? [`'nonce-${nonce}'`] : [];
  const scripts = [
    ...byNonce,
    ...hashes.map((hash) => `'sha256-${hash}'`),
    // With a nonce, what a trusted script loads is trusted; a page by hashes loads its files by name.
    ...(nonce ? ["'strict-dynamic'"] : []),
    ...(development ? ["'unsafe-eval'"] : []),
  ];
  const policy: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts],
    "style-src": ["'self'", ...(development ? ["'unsafe-inline'"] : byNonce)],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...formOrigins],
    "frame-ancestors": ["'none'"],
    ...(development
      ? {}
      : { "require-trusted-types-for": ["'script'"], "trusted-types": ["nextjs", "nextjs#bundler", "default"] }),
    // On a plain-http installation in a local network this would break every link.
    ...(secure ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(policy)
    .map(([directive, values]) => [directive, ...values].join(" "))
    .join("; ");
}
