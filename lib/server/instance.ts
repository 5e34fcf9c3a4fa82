import "server-only";
/** What holds for the whole instance, set by those who run it. */
import { cache } from "react";
import { isAdmin } from "./admin.ts";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What may be set of an instance. */
export type InstanceFields = {
  /** Shown beside ours; null: none. */
  readonly name: string | null;
  /** May anybody open an account with a password? Whoever holds a class code joins by a name either way. */
  readonly signUpOpen: boolean;
  /** Is somebody without an account made a guest by their first answer? */
  readonly guests: boolean;
};

export type Instance = InstanceFields & { readonly version: number };

/** What holds now; for everybody, once per page. */
export const readInstance = cache(async (): Promise<Instance> => {
  const select = { name: true, signUpOpen: true, guests: true, version: true };
  return db().prisma.instance.findUniqueOrThrow({ where: { id: 1 }, select });
});

/** Sets what holds for the instance. The version read must still be the one stored: "stale" says what somebody else has stored meanwhile. */
export async function saveInstance(
  viewer: Viewer,
  { version, name, signUpOpen, guests }: Instance,
): Promise<
  | { readonly kind: "saved" }
  | { readonly kind: "stale"; readonly stored: InstanceFields }
  | { readonly kind: "not-found" }
> {
  if (!(await isAdmin(viewer))) return { kind: "not-found" };
  return inTransaction(async (client) => {
    const { rows } = await client.query<Instance>(
      `select name, sign_up_open as "signUpOpen", guests, version from instance where id = 1 for update`,
    );
    const { version: isNow, ...stored } = rows[0]!;
    if (isNow !== version) return { kind: "stale", stored };
    await client.query(
      "update instance set name = $1, sign_up_open = $2, guests = $3, version = version + 1 where id = 1",
      [...[name, signUpOpen, guests]],
    );
    const named = ({ name, ...others }: InstanceFields) => ({ instanceName: name, ...others });
    await audit(client, viewer, {
      what: "instance-changed",
      changed: changes(named(stored), named({ name, signUpOpen, guests })),
    });
    return { kind: "saved" };
  });
}
