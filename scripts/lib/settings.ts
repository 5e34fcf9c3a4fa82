import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

/** Where the app listens and what it is called outside. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** The public origin, such as `https://recite.example`; no slash at the end. */
  readonly origin: string;
}

/** Reads `HOST`, `PORT` and `APP_ORIGIN`; throws a sentence for what cannot be used, also when the port is taken. */
export async function readAddress(env: NodeJS.ProcessEnv): Promise<Address> {
  const host = env.HOST || "127.0.0.1";
  const asked = env.PORT || "3000";
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)
    throw new Error(`PORT is ${asked}; it must be a number from 0 to 65535.`);
  const port = await freePort(host, Number(asked));
  return { host, port, origin: readOrigin(env.APP_ORIGIN, port) };
}

/** What should be said about an address, though it works. */
export function adviceOnAddress({ host, origin }: Address): string[] {
  const isLocal = /^(localhost|127\.|\[?::1)/.test(new URL(origin).hostname);
  if (!isLocal && origin.startsWith("http:"))
    return [`APP_ORIGIN is ${origin}: without https, passwords and answers travel readable for everyone on the way.`];
  const isOpen = !/^(localhost|127\.|::1)/.test(host);
  return isLocal && isOpen
    ? [`HOST is ${host}, but APP_ORIGIN is ${origin}: others cannot sign in until it is their address.`]
    : [];
}

function readOrigin(given: string | undefined, port: number): string {
  if (!given) return `http://localhost:${port}`;
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || given.replace(/\/$/, "") !== url.origin)
    throw new Error(`APP_ORIGIN is ${given}; it must be an origin such as https://recite.example, with no path.`);
  return url.origin;
}

/** The port itself when it is free (for 0: any free one); throws a sentence when it is not. */
async function freePort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((settle, fail) => {
      server.once("error", fail);
      server.listen({ host, port, exclusive: true }, settle);
    });
    const address = server.address();
    return typeof address === "object" && address ? address.port : port;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new Error(
        `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=3001 npm start`,
      );
    if (code === "EACCES") throw new Error(`Port ${port} may not be used by this user; choose one above 1023.`);
    throw new Error(`Recite cannot listen on ${host}, port ${port}: ${message}.`);
  } finally {
    server.close();
  }
}

/** `AUTH_SECRET`, else one of our own, made once and kept readable for us only. */
export function readAuthSecret(env: NodeJS.ProcessEnv, home: string): string {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  const file = path.join(home, "auth-secret");
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx", flush: true });
  return readFileSync(file, "utf8").trim();
}
