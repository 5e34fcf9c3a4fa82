import { randomUUID } from "node:crypto";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { beginSession, type Grant, makeGuest, systemViewer, type Viewer } from "@/lib/server/viewer.ts";

/** A row of `user` with an account, as tests of other parts need it: no password. Its user name is made unique. */
export async function account(
  name: string,
  now: Date,
): Promise<{ readonly id: string; readonly guest: false; readonly name: string }> {
  const id = newId(now);
  await db().prisma.user.create({
    data: { id, name, username: `${name}-${randomUUID()}`, guest: false, createdAt: now },
  });
  return { id, guest: false, name };
}

/** Somebody with an account, as the functions of lib/server want to see her. */
export async function viewerNamed(name: string, now: Date): Promise<Viewer> {
  return systemViewer("a test", await account(name, now));
}

/** Somebody signed in, with the Cookie header of her browser. */
export async function signedIn(name: string, now: Date): Promise<Grant & { readonly cookie: string }> {
  const grant = await beginSession(await account(name, now), now);
  return { ...grant, cookie: `session=${grant.token}` };
}

/** A guest, with the Cookie header of the browser. */
export async function guest(now: Date): Promise<Grant & { readonly cookie: string }> {
  const grant = await makeGuest(now);
  return { ...grant, cookie: `session=${grant.token}` };
}
