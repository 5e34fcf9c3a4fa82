import "server-only";
import { readdirSync } from "node:fs";
import path from "node:path";
import { readConfig } from "./config.ts";
import { db } from "./db.ts";
import { describeError, log } from "./log.ts";

/** What was looked at; anything but "ok" is a reason not to send people here. The log knows more. */
export type Readiness = {
  readonly environment: "ok" | "incomplete";
  readonly database: "ok" | "away";
  readonly migrations: "ok" | "missing" | "unknown";
};

let last: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;

/** Is everything there that serving needs? Looked at once a second at most, however often it is asked. */
export function checkReadiness(now: Date): Promise<Readiness> {
  const age = last ? now.getTime() - last.at : Number.POSITIVE_INFINITY;
  if (last && age >= 0 && age < 1_000) return last.answer;
  last = { at: now.getTime(), answer: look() };
  return last.answer;
}

async function look(): Promise<Readiness> {
  if (!readConfig(process.env).ok) return { environment: "incomplete", database: "away", migrations: "unknown" };
  try {
    const { rows } = await db().pool.query<{ name: string }>({
      text: `select migration_name as name from _prisma_migrations
             where finished_at is not null and rolled_back_at is null`,
      query_timeout: 3_000,
    } as { text: string });
    const applied = new Set(rows.map(({ name }) => name));
    const isWhole = ours().every((name) => applied.has(name));
    return { environment: "ok", database: "ok", migrations: isWhole ? "ok" : "missing" };
  } catch (error) {
    log("warn", { message: "not ready", ...describeError(error, false) });
    return { environment: "ok", database: "away", migrations: "unknown" };
  }
}

/** The migrations this program was written for. */
function ours(): string[] {
  return readdirSync(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
