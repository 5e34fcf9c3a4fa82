import "server-only";

/** What the environment says, once checked. */
export type Config = {
  /** The one public origin, such as "https://recite.example"; links, redirects and origin checks use nothing else. */
  readonly appOrigin: string;
  /** Is the public origin https? Decides the cookie's name and HSTS. */
  readonly secure: boolean;
  readonly databaseUrl: string;
  /** Connections this process may hold; 1..100. */
  readonly databasePoolSize: number;
  /** At least 32 characters; keys of limits and of pseudonyms in the log are derived from it. */
  readonly authSecret: string;
  /** How many proxies of ours append to X-Forwarded-For; 0 means that the header is not believed. */
  readonly trustedProxyHops: number;
  /** The one OpenID Connect provider, or null. */
  readonly oidc: Oidc | null;
};

/** An OpenID Connect provider; `name` stands on the button. */
export type Oidc = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

let last: { readonly seen: string; readonly config: Config } | null = null;

/** The configuration of this process. Throws one error that names everything that is wrong with it. */
export function config(): Config {
  const seen = names.map((name) => process.env[name] ?? "").join("\0");
  if (last?.seen === seen) return last.config;
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(`The environment is not complete:\n- ${read.problems.join("\n- ")}`);
  last = { seen, config: read.config };
  return read.config;
}

const names = [
  "APP_ORIGIN",
  "PORT",
  "DATABASE_URL",
  "DATABASE_POOL_SIZE",
  "AUTH_SECRET",
  "TRUSTED_PROXY_HOPS",
  "AUTH_OIDC_ISSUER",
  "AUTH_OIDC_ID",
  "AUTH_OIDC_SECRET",
  "AUTH_OIDC_NAME",
] as const;

/** Reads an environment; all problems at once, each a sentence that names the variable and never its value. */
export function readConfig(
  env: Environment,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: string[] } {
  const problems: string[] = [];
  const origin = originOf(env, problems);
  const config: Config = {
    appOrigin: origin,
    secure: origin.startsWith("https:"),
    databaseUrl: databaseUrlOf(env, problems),
    databasePoolSize: wholeNumber(env, "DATABASE_POOL_SIZE", { least: 1, most: 100, otherwise: 10 }, problems),
    authSecret: secretOf(env, problems),
    trustedProxyHops: wholeNumber(env, "TRUSTED_PROXY_HOPS", { least: 0, most: 10, otherwise: 0 }, problems),
    oidc: oidcOf(env, problems),
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

function originOf(env: Environment, problems: string[]): string {
  const given = env.APP_ORIGIN || `http://localhost:${env.PORT || 3000}`;
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol) && url.origin === given.replace(/\/$/, "")) return url.origin;
  problems.push(
    "APP_ORIGIN must be an origin without a path, such as https://recite.example or http://localhost:3000.",
  );
  return "http://localhost";
}

function databaseUrlOf(env: Environment, problems: string[]): string {
  const given = env.DATABASE_URL ?? "";
  if (/^postgres(ql)?:\/\//.test(given)) return given;
  problems.push("DATABASE_URL must be the address of a PostgreSQL database, such as postgresql://user@host/recite.");
  return "";
}

function secretOf(env: Environment, problems: string[]): string {
  const given = env.AUTH_SECRET ?? "";
  // "aaaa…" is long and no secret: a random text of 32 characters has far more than 10 different ones.
  if (given.length >= 32 && new Set(given).size >= 10) return given;
  problems.push("AUTH_SECRET must be at least 32 random characters; `openssl rand -base64 33` makes one.");
  return "";
}

function wholeNumber(
  env: Environment,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
  problems: string[],
): number {
  const given = env[name];
  if (!given) return otherwise;
  const value = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  problems.push(`${name} must be a whole number from ${least} to ${most}.`);
  return otherwise;
}

function oidcOf(env: Environment, problems: string[]): Oidc | null {
  const issuer = env.AUTH_OIDC_ISSUER ?? "";
  const clientId = env.AUTH_OIDC_ID ?? "";
  const clientSecret = env.AUTH_OIDC_SECRET ?? "";
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    problems.push("AUTH_OIDC_ISSUER, AUTH_OIDC_ID and AUTH_OIDC_SECRET must be set together or not at all.");
  const url = URL.parse(issuer);
  // Tokens are trusted because they come straight from the provider (OpenID Connect Core, 3.1.3.7, 6): in the clear
  // anybody on the way could write them. This machine itself is no way.
  const isLocal = url?.protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (issuer && url?.protocol !== "https:" && !isLocal)
    problems.push("AUTH_OIDC_ISSUER must be the address of the provider, such as https://login.example.");
  return { issuer, clientId, clientSecret, name: env.AUTH_OIDC_NAME || url?.host || "OpenID Connect" };
}
