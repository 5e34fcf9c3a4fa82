import "server-only";
import { createHmac } from "node:crypto";

/** What a line may say. No bodies, names, addresses, codes, tokens or query strings: there is no field for them. */
export type LogFields = {
  readonly message?: string;
  readonly requestId?: string;
  /** The route as written in the code, with [names] in place of values. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  /** From `pseudonym`. */
  readonly uid?: string;
  readonly code?: string;
  readonly outcome?: string;
  /** An error's own name and place; its message only where we wrote it. */
  readonly error?: string;
  readonly stack?: string;
};

const levels = ["info", "warn", "error", "silent"];

/** One line of JSON on standard output, stamped in UTC; line breaks inside stay escaped, so one event is one line. */
export function log(level: "info" | "warn" | "error", fields: LogFields): void {
  const least = process.env.LOG_LEVEL || (process.env.NODE_ENV === "test" ? "silent" : "info");
  if (levels.indexOf(level) < levels.indexOf(least)) return;
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...fields })}\n`);
}

/**
 * An error's kind and, for a mistake of ours, where it was thrown; never its message: Prisma and zod print the values
 * they refused. Refusals come in floods and need no stack.
 */
export function describeError(error: unknown, isBug: boolean): Pick<LogFields, "error" | "code" | "stack"> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(isBug ? { stack: frames.slice(0, 8).join("\n") } : {}),
  };
}

/** A learner in the log: the same for one calendar month (UTC), then another. 16 hex digits. */
export function pseudonym(userId: string, secret: string, now: Date): string {
  const month = now.toISOString().slice(0, 7);
  return createHmac("sha256", secret).update(`log\0${month}\0${userId}`).digest("hex").slice(0, 16);
}
