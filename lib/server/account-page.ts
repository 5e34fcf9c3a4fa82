import "server-only";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { inTransaction } from "./transaction.ts";
import type { Session, Viewer } from "./viewer.ts";

/** What the account page shows its owner. */
export type AccountPage = {
  readonly name: string | null;
  readonly email: string | null;
  readonly username: string | null;
  readonly hasPassword: boolean;
  /** Providers that can sign this account in, by the host of their issuer. */
  readonly providers: readonly string[];
  readonly since: Date;
  readonly answers: number;
  readonly sessions: readonly SessionLine[];
};

/** A browser that is signed in. `id` is enough of the hash to name it, and opens nothing. */
export type SessionLine = {
  readonly id: string;
  readonly begunAt: Date;
  readonly lastSeenAt: Date;
  readonly here: boolean;
};

const idLength = 16;

/** The account of this session; null for a guest, who has none. */
export async function readAccount(session: Session, now: Date): Promise<AccountPage | null> {
  const { prisma } = db();
  const { userId } = session.viewer;
  const [user, answers] = await Promise.all([
    prisma.user.findUnique({
      where: { id: userId, guest: false },
      select: {
        name: true,
        email: true,
        username: true,
        passwordHash: true,
        createdAt: true,
        accounts: { select: { provider: true } },
        sessions: {
          where: { idleUntil: { gt: now }, absoluteUntil: { gt: now } },
          select: { tokenHash: true, createdAt: true, lastSeenAt: true },
          orderBy: { lastSeenAt: "desc" },
        },
      },
    }),
    prisma.event.count({ where: { userId, kind: "answer" } }),
  ]);
  if (!user) return null;
  return {
    name: user.name,
    email: user.email,
    username: user.username,
    hasPassword: user.passwordHash !== null,
    providers: user.accounts.map(({ provider }) => URL.parse(provider)?.host ?? provider),
    since: user.createdAt,
    answers,
    sessions: user.sessions.map((each) => ({
      id: each.tokenHash.slice(0, idLength),
      begunAt: each.createdAt,
      lastSeenAt: each.lastSeenAt,
      here: each.tokenHash === session.tokenHash,
    })),
  };
}

/** Ends one of the viewer's own sessions by its line's id; somebody else's is not found. */
export async function endSessionLine(viewer: Viewer, unsafeId: string): Promise<"ended" | "not-found"> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from session where user_id = $1 and left(token_hash, $3) = $2", [
      ...[viewer.userId, unsafeId, idLength],
    ]);
    if (!rowCount) return "not-found";
    const changed = changes({}, { sessions: rowCount });
    await audit(client, viewer, { what: "signed-out", about: [viewer.userId], changed });
    return "ended";
  });
}
