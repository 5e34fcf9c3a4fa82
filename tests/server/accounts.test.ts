/** An account and its sessions, to their owner and to others. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { endSessionLine, readAccount } from "@/lib/server/account-page.ts";
import { changeName, changePassword, signOutEverywhere } from "@/lib/server/accounts.ts";
import { db } from "@/lib/server/db.ts";
import { readSession } from "@/lib/server/viewer.ts";
import { newAccount, now, password, sessionOf, tryIn } from "@/tests/support/accounts.ts";
import { guest } from "@/tests/support/people.ts";

describe("a session", () => {
  test("everywhere ends with signing out everywhere, here with it", async () => {
    const one = await newAccount("out-one");
    const two = await tryIn("out-one");
    if (two.kind !== "signed-in") throw new Error("wrong");
    expect(await signOutEverywhere(one.viewer)).toBe(2);
    for (const token of [one.token, two.grant.token]) expect(await readSession(token, now)).toBeNull();
  });

  test("is listed to its owner and ended by its line; somebody else's line is not found", async () => {
    const ada = await newAccount("out-two");
    const other = await tryIn("out-two");
    const bob = await newAccount("out-three");
    if (other.kind !== "signed-in") throw new Error("wrong");
    const page = await readAccount(await sessionOf(ada.token), now);
    expect(page?.sessions).toHaveLength(2);
    const line = page?.sessions.find(({ here }) => !here);
    expect(await endSessionLine(bob.viewer, line?.id ?? "")).toBe("not-found");
    for (const id of ["", "%", "________________", "%%%%%%%%%%%%%%%%", "' or 1=1 --"])
      expect(await endSessionLine(ada.viewer, id)).toBe("not-found");
    expect(await endSessionLine(ada.viewer, line?.id ?? "")).toBe("ended");
    expect(await readSession(other.grant.token, now)).toBeNull();
    expect(await readSession(ada.token, now)).not.toBeNull();
  });

  test("dies with the password, but for the one that changed it, which gets a new token", async () => {
    const one = await newAccount("out-four");
    const two = await tryIn("out-four");
    if (two.kind !== "signed-in") throw new Error("wrong");
    const next = "violet granite otter";
    const result = await changePassword(one.viewer, { current: password, next }, now);
    if (result.kind !== "changed") throw new Error(JSON.stringify(result));
    for (const token of [one.token, two.grant.token]) expect(await readSession(token, now)).toBeNull();
    expect(await readSession(result.grant.token, now)).not.toBeNull();
    expect((await tryIn("out-four")).kind).toBe("wrong");
    expect((await tryIn("out-four", next)).kind).toBe("signed-in");
  });
});

describe("the account", () => {
  test("the password is changed only by who knows it, and guessing it is limited", async () => {
    const { viewer } = await newAccount("page-one");
    const next = "violet granite otter";
    for (let i = 0; i < 10; i++)
      expect(await changePassword(viewer, { current: "guess", next }, now)).toMatchObject({
        problems: { current: ["wrong"] },
      });
    await expect(changePassword(viewer, { current: password, next }, now)).rejects.toMatchObject({ status: 429 });
  });

  test("a new password keeps the same rules, with the account's own words", async () => {
    const { viewer } = await newAccount("persephone");
    await changeName(viewer, "Balthazar");
    for (const next of ["short", "persephone2026", "Balthazar!!Balthazar"])
      expect((await changePassword(viewer, { current: password, next }, now)).kind).toBe("refused");
  });

  test("the name is cleaned of what is invisible or turns the text around it", async () => {
    const { viewer } = await newAccount("page-two");
    await changeName(viewer, "  A\u202eda <b>\u0000 \n Lovelace\u200b ");
    const user = () => db().prisma.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    expect((await user()).name).toBe("Ada b Lovelace");
    expect((await changeName(viewer, "x".repeat(81))).kind).toBe("refused");
    await changeName(viewer, "  ");
    expect((await user()).name).toBeNull();
  });

  test("a guest has none", async () => {
    const visitor = await guest(now);
    expect(await readAccount(await sessionOf(visitor.token), now)).toBeNull();
    expect((await changeName(visitor.viewer, "x")).kind).toBe("refused");
    expect((await changePassword(visitor.viewer, { current: "", next: password }, now)).kind).toBe("refused");
  });

  test("shows its owner nothing that opens it", async () => {
    const grant = await newAccount("page-three");
    const text = JSON.stringify(await readAccount(await sessionOf(grant.token), now));
    expect(text).not.toMatch(/argon2|passwordHash/);
    expect(text).not.toContain(grant.token);
    expect(text).not.toContain(createHash("sha256").update(grant.token).digest("base64url"));
  });
});
