import "server-only";
/** How often a join code may be guessed: only failures count, so a school behind one address joins at once. */
import { type Allowance, addressOf, hit, limits, peek } from "./limit.ts";
import type { Viewer } from "./viewer.ts";

/** May this viewer (null: a stranger) try a code now? Takes nothing. */
export async function allowJoin(viewer: Viewer | null, headers: Headers): Promise<Allowance> {
  for (const [limit, subject] of subjects(viewer, headers)) {
    const allowance = await peek(limit, subject);
    if (!allowance.ok) return allowance;
  }
  return { ok: true };
}

/** Counts a code that opened nothing. */
export async function noteFailedJoin(viewer: Viewer | null, headers: Headers): Promise<void> {
  for (const [limit, subject] of subjects(viewer, headers)) await hit(limit, subject);
}

function subjects(viewer: Viewer | null, headers: Headers) {
  const address = addressOf(headers);
  return [
    ...(viewer ? [[limits.joinByAccount, viewer.userId] as const] : []),
    [limits.joinEverywhere, "all"],
    ...(address ? [[limits.joinFromAddress, address] as const] : []),
  ] as const;
}
