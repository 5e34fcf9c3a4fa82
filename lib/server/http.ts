import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { config } from "./config.ts";
import { type Allowance, hit, type Limit } from "./limit.ts";
import { describeError, log, pseudonym } from "./log.ts";
import { isOurs } from "./origin.ts";
import { mustBeStrict, type Refusal, refusalOf, refuse } from "./refusal.ts";
import { sessionCookie, tokenIn } from "./session-cookie.ts";
import { type Grant, makeGuest, readSession, type Session, touchSession, type Viewer } from "./viewer.ts";

/** Whom a route serves: anyone, anyone with a session (guests too), or only accounts. Others get 401. */
type Audience = "anyone" | "viewer" | "account";

/** What a route is given once everything about the request has been checked. */
export type Call<Who extends Audience, Query, Body> = {
  readonly viewer: Who extends "anyone" ? Viewer | null : Viewer;
  /** The viewer's, for a route that ends it; null for a stranger. */
  readonly session: Session | null;
  readonly query: Query;
  readonly body: Body;
  /** The values of [names] in the path, as they came: check them. */
  readonly params: Readonly<Record<string, string>>;
  /** When the request arrived, before anything waited. */
  readonly now: Date;
  readonly requestId: string;
  /** The viewer, or a new guest whose cookie goes out with the answer. */
  readonly ensureViewer: () => Promise<Viewer>;
};

type Spec<Who extends Audience, Query, Body> = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path as written in the code, with [names]; it stands in the log. */
  readonly path: string;
  readonly who: Who;
  readonly query?: z.ZodType<Query>;
  /** A z.strictObject. Without one, a body is refused. */
  readonly body?: z.ZodType<Body>;
  /** Bytes of body accepted; 64 KiB unless given. */
  readonly maxBytes?: number;
  /** Counted per viewer; strangers are not counted. */
  readonly limit?: Limit;
  /** Answers with plain data (sent as JSON), or with a Response of its own, such as a CSV. */
  readonly run: (call: Call<Who, Query, Body>) => Promise<unknown>;
};

type RouteParams = { readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/**
 * Makes a route handler: who may call, from where, how much, in what shape; errors become 4xx, 503 with Retry-After,
 * or 500 without details; answers are never stored by caches; one line of log each.
 */
export function route<Who extends Audience, Query = undefined, Body = undefined>(
  spec: Spec<Who, Query, Body>,
): (request: Request, context?: RouteParams) => Promise<Response> {
  if (spec.query) mustBeStrict(spec.query, `${spec.path} (query)`);
  if (spec.body) mustBeStrict(spec.body, spec.path);
  return async (request, context) => {
    const now = new Date();
    const started = performance.now();
    const requestId = randomUUID();
    let viewer: Viewer | null = null;
    let response: Response;
    try {
      const visit = await admit(spec, request, now);
      viewer = visit.viewer;
      const result = await spec.run({
        // `admit` has turned away everyone whom the audience leaves out.
        viewer: visit.viewer as Call<Who, Query, Body>["viewer"],
        session: visit.session,
        query: visit.query,
        body: visit.body,
        params: singleParams(await context?.params),
        now,
        requestId,
        ensureViewer: async () => {
          viewer ??= visit.begin(await makeGuest(now));
          return viewer;
        },
      });
      response = result instanceof Response ? result : Response.json(result ?? null);
      if (visit.cookie()) response.headers.append("set-cookie", visit.cookie() as string);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal || refusal.status >= 500)
        log(refusal ? "warn" : "error", { requestId, route: spec.path, ...describeError(error, !refusal) });
      response = refusal
        ? refusalResponse(refusal)
        : Response.json({ error: { code: "failed", requestId } }, { status: 500 });
    }
    const headers = { ...always, "x-request-id": requestId };
    for (const [name, value] of Object.entries(headers))
      if (!response.headers.has(name)) response.headers.set(name, value);
    log("info", {
      requestId,
      route: spec.path,
      method: spec.method,
      status: response.status,
      ms: Math.round(performance.now() - started),
      ...(viewer ? { uid: pseudonym(viewer.userId, config().authSecret, now) } : {}),
    });
    return response;
  };
}

/** Nothing here is a page: were a browser to show it as one, it could do nothing. */
const always = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

type Visit<Query, Body> = {
  readonly viewer: Viewer | null;
  readonly session: Session | null;
  readonly query: Query;
  readonly body: Body;
  readonly begin: (grant: Grant) => Viewer;
  readonly cookie: () => string | null;
};

async function admit<Who extends Audience, Query, Body>(
  spec: Spec<Who, Query, Body>,
  request: Request,
  now: Date,
): Promise<Visit<Query, Body>> {
  if (request.method !== spec.method && !(request.method === "HEAD" && spec.method === "GET"))
    refuse(405, "method-not-allowed");
  if (spec.method !== "GET" && !isOurs(request.headers)) refuse(403, "cross-site");

  const token = tokenIn(request.headers.get("cookie"));
  const session = await readSession(token, now);
  const viewer = session?.viewer ?? null;
  if (spec.who !== "anyone" && !viewer) refuse(401, "sign-in-needed");
  if (spec.who === "account" && viewer?.guest) refuse(401, "account-needed");
  if (spec.limit && viewer) mustAllow(await hit(spec.limit, viewer.userId));

  const url = new URL(request.url);
  const query = (spec.query ? spec.query.parse(Object.fromEntries(url.searchParams)) : undefined) as Query;
  const body = (spec.body ? spec.body.parse(await readJson(request, spec.maxBytes ?? 65_536)) : undefined) as Body;

  let cookie = session && token ? await prolong(session, token, now) : null;
  const begin = (grant: Grant): Viewer => {
    cookie = sessionCookie(grant);
    return grant.viewer;
  };
  return { viewer, session, query, body, begin, cookie: () => cookie };
}

async function prolong(session: Session, token: string, now: Date): Promise<string | null> {
  const until = await touchSession(session, now);
  return until ? sessionCookie({ token, until }) : null;
}

/** Refuses with 429 and the seconds to wait. */
export function mustAllow(allowance: Allowance): void {
  if (!allowance.ok) refuse(429, "too-many", { retryAfter: allowance.retryAfter });
}

/** The JSON of a body of at most `maxBytes`, counted while it arrives: a length that was announced may be a lie. */
async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  // Forms and text/plain can be sent by any page on the web without asking; JSON cannot.
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) refuse(415, "json-only");
  if (request.headers.get("content-encoding")) refuse(415, "no-encoding");
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) refuse(413, "too-large");
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      refuse(413, "too-large");
    }
    parts.push(part.value);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)));
  } catch {
    return refuse(400, "not-json");
  }
}

function refusalResponse(refusal: Refusal): Response {
  const { status, code, retryAfter, problems } = refusal;
  return Response.json(
    { error: { code, ...(problems.length > 0 ? { problems } : {}) } },
    { status, headers: retryAfter === null ? {} : { "retry-after": String(retryAfter) } },
  );
}

function singleParams(
  params: Readonly<Record<string, string | string[] | undefined>> | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, [value ?? ""].flat().join("/")]),
  );
}
