import "server-only";
/** Who may be here: found by those who run the instance, and shut out or let in again. Nothing of what anybody learns, and no password. */
import { audit } from "./audit.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** Somebody with an account. */
export type UserLine = {
  readonly userId: string;
  readonly name: string | null;
  /** Address or user name; null for who joined by a name alone. */
  readonly login: string | null;
  readonly since: Date;
  readonly admin: boolean;
  readonly disabled: boolean;
  /** In how many browsers they are signed in. */
  readonly sessions: number;
};

export type UserList = {
  readonly users: readonly UserLine[];
  /** For the users after these; null when there are none. */
  readonly after: string | null;
};

/** How many users there are at most on a page. */
export const usersShown = 50;

/** Does the viewer run this instance? Asked anew each time: it ends at once. */
export async function isAdmin(viewer: Viewer): Promise<boolean> {
  return (await db().prisma.user.count({ where: { id: viewer.userId, admin: true, disabledAt: null } })) === 1;
}

/** Accounts, newest first; null for whoever does not run the instance. `words` are looked for in names and logins; `after` is of an earlier part. */
export async function readUsers(
  viewer: Viewer,
  { words = "", after = null }: { readonly words?: string; readonly after?: string | null },
  now: Date,
): Promise<UserList | null> {
  if (!(await isAdmin(viewer))) return null;
  const { rows } = await db().pool.query<UserLine>(
    // Ids begin with the time at which they were made.
    `select u.id as "userId", u.name, coalesce(u.email, u.username) as login, u.created_at as since, u.admin,
            u.disabled_at is not null as disabled,
            (select count(*)::int from session s where s.user_id = u.id and s.idle_until > $3 and s.absolute_until > $3) as sessions
       from "user" u
      where not u.guest and not u.simulated and ($2::uuid is null or u.id < $2)
        and ($1 = '' or concat_ws(' ', u.name, u.email, u.username) ilike $1)
      order by u.id desc limit $4`,
    [likeOf(words), after !== null && isUuid(after) ? after : null, now, usersShown + 1],
  );
  const users = rows.slice(0, usersShown);
  return { users, after: rows.length > users.length ? (users.at(-1)?.userId ?? null) : null };
}

const likeOf = (words: string): string => (words.trim() ? `%${words.trim().replace(/[\\%_]/g, "\\$&")}%` : "");

/** Shuts somebody out, which ends their sessions at once, or lets them in again. The last admin stays: "last". */
export async function setDisabled(
  viewer: Viewer,
  { userId, disabled }: { readonly userId: string; readonly disabled: boolean },
  now: Date,
): Promise<
  { readonly kind: "done"; readonly name: string } | { readonly kind: "last" } | { readonly kind: "not-found" }
> {
  if (!(await isAdmin(viewer)) || !isUuid(userId)) return { kind: "not-found" };
  return inTransaction(async (client) => {
    // Held, so that of two admins who shut each other out one stays.
    await client.query("select 1 from instance where id = 1 for update");
    const { rows } = await client.query<{ admin: boolean; name: string; admins: number; mine: boolean }>(
      `select admin, coalesce(name, email, username, '') as name,
              (select count(*)::int from "user" where admin and disabled_at is null) as admins,
              exists (select from "user" where id = $2 and admin and disabled_at is null) as mine
         from "user" where id = $1 and not guest and not simulated for update`,
      [userId, viewer.userId],
    );
    const user = rows[0];
    if (!user?.mine) return { kind: "not-found" };
    if (disabled && user.admin && user.admins < 2) return { kind: "last" };
    const { rowCount } = await client.query(
      `update "user" set disabled_at = $2 where id = $1 and (disabled_at is null) = ($2::timestamptz is not null)`,
      [userId, disabled ? now : null],
    );
    if (disabled) await client.query("delete from session where user_id = $1", [userId]);
    if (rowCount) await audit(client, viewer, { what: disabled ? "user-disabled" : "user-enabled", about: [userId] });
    return { kind: "done", name: user.name };
  });
}
