/**
 * Runs in the browser before anything else of ours: the default policy of Trusted Types. Pages forbid writing texts into places
 * that execute them (lib/server/csp.ts); what React and the service worker's registration need of it is let through here,
 * by exact shape, and everything else stays forbidden.
 */
type Policy = {
  readonly createHTML: (html: string) => string | null;
  readonly createScriptURL: (url: string) => string | null;
};

const { trustedTypes } = globalThis as {
  trustedTypes?: { readonly createPolicy: (name: string, policy: Policy) => unknown };
};

trustedTypes?.createPolicy("default", {
  // How React makes a script element that does not run.
  createHTML: (html) => (html === "<script></script>" ? html : null),
  // Parts of our own program, and the worker that serves pages offline.
  createScriptURL: (url) => {
    const { origin, pathname } = new URL(url, location.href);
    const isOurs = origin === location.origin && (pathname.startsWith("/_next/static/") || pathname === "/sw.js");
    return isOurs ? url : null;
  },
});
