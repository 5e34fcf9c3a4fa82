import "server-only";
/** How often a join code may be guessed: only failures count, so a school behind one address joins at once. */
import { type Allowance, addressOf, giveBack, hit, limits, peek } from "./limit.ts";
import type { Viewer } from "./viewer.ts";

/** What became of a code: tried (null: it opened nothing, which is counted), or not even looked at, with the seconds to wait. */
export type Tried<Opened> =
  | { readonly kind: "tried"; readonly opened: Opened | null }
  | { readonly kind: "wait"; readonly retryAfter: number };

/** Tries a code in somebody's name (null: a stranger's), by whatever way; `open` answers null when it opens nothing. Every look at a code goes through here. */
export async function tryCode<Opened>(
  viewer: Viewer | null,
  headers: Headers,
  open: () => Promise<Opened | null>,
): Promise<Tried<Opened>> {
  const common = commonSubjects(headers);
  for (const [limit, subject] of common) {
    const allowance = await peek(limit, subject);
    if (!allowance.ok) return wait(allowance);
  }
  // Counted before it is tried, or a hundred tries at once would all find room; given back when it opens. An address is shared, and counted afterwards.
  const own = viewer && (await hit(limits.joinByAccount, viewer.userId));
  if (own && !own.ok) return wait(own);
  const opened = await open();
  if (opened === null) for (const [limit, subject] of common) await hit(limit, subject);
  else if (viewer) await giveBack(limits.joinByAccount, viewer.userId);
  return { kind: "tried", opened };
}

const wait = ({ retryAfter }: Extract<Allowance, { ok: false }>) => ({ kind: "wait", retryAfter }) as const;

function commonSubjects(headers: Headers) {
  const address = addressOf(headers);
  return [
    [limits.joinEverywhere, "all"] as const,
    ...(address ? [[limits.joinFromAddress, address] as const] : []),
  ] as const;
}
