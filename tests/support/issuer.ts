import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Who the provider says has signed in there. */
export type Claims = {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

/** What a token may have wrong, one at a time. */
export type Fault = "nonce" | "audience" | "issuer" | "expired";

export type Issuer = {
  /** Its address, for `AUTH_OIDC_ISSUER`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes from now on is this person; there is no page to sign in on. */
  be(claims: Claims): void;
  fail(fault: Fault | null): void;
  stop(): Promise<void>;
};

/**
 * A small OpenID Connect provider on this machine: discovery, code flow with PKCE, one-time codes, the client's secret
 * checked. Not a mock: what it hands out is signed, and what it is handed is verified.
 */
export async function startIssuer(port = 0, clientSecret: string = randomUUID()): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  const clientId = "recite";
  const codes = new Map<string, URLSearchParams & { claims?: Claims }>();
  let claims: Claims = { sub: "nobody" };
  let fault: Fault | null = null;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/.well-known/openid-configuration") return json(response, discovery(issuer));
    if (url.pathname === "/jwks") return json(response, { keys: [jwk] });
    if (url.pathname === "/authorize") return authorize(url, response);
    if (url.pathname === "/token" && request.method === "POST") return token(request, response);
    return json(response, { error: "not_found" }, 404);
  });
  await new Promise<void>((settle) => server.listen(port, "127.0.0.1", settle));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function authorize({ searchParams }: URL, response: ServerResponse): void {
    const code = randomUUID();
    codes.set(code, Object.assign(new URLSearchParams(searchParams), { claims }));
    const back = new URL(searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    const state = searchParams.get("state");
    if (state) back.searchParams.set("state", state);
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    if (request.headers.authorization !== basic) return json(response, { error: "invalid_client" }, 401);
    const code = form.get("code") ?? "";
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isSamePlace = asked?.get("redirect_uri") === form.get("redirect_uri");
    if (!asked?.claims || !isSamePlace || asked.get("code_challenge") !== challenge)
      return json(response, { error: "invalid_grant" }, 400);
    const nonce = fault === "nonce" ? "another" : asked.get("nonce");
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({ ...asked.claims, ...(nonce ? { nonce } : {}) })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(fault === "issuer" ? "http://127.0.0.1:9" : issuer)
      .setAudience(fault === "audience" ? "another" : clientId)
      .setSubject(asked.claims.sub)
      .setIssuedAt(fault === "expired" ? now - 7200 : now)
      .setExpirationTime(fault === "expired" ? now - 3600 : now + 300)
      .sign(privateKey);
    json(response, { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: idToken });
  }

  return {
    issuer,
    clientId,
    clientSecret,
    be: (next) => {
      claims = next;
    },
    fail: (next) => {
      fault = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  // Auth.js insists that there is one, and takes what it needs from the token.
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["client_secret_basic"],
});

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
