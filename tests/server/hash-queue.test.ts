/** Passwords are hashed few at a time, so that a core is left to others: what happens when everybody comes at once. */
import { availableParallelism } from "node:os";
import { describe, expect, test, vi } from "vitest";

describe("too many hashes", () => {
  test("a school that signs in at once waits in turn, a core left to others; only a flood is told to come back, and nobody is forgotten", async () => {
    vi.resetModules();
    let [running, most, hashed] = [0, 0, 0];
    const verify = async () => {
      most = Math.max(most, ++running);
      await new Promise((settle) => setImmediate(settle));
      running--;
      hashed++;
      return false;
    };
    vi.doMock("@node-rs/argon2", () => ({ verify, hash: verify }));
    try {
      const { verifyPassword } = await import("@/lib/server/password.ts");
      const results = await Promise.allSettled(Array.from({ length: 610 }, () => verifyPassword(null, "x")));
      const refused = results.filter((result) => result.status === "rejected");
      const atATime = Math.max(1, Math.min(2, availableParallelism() - 1));
      expect([hashed, most]).toEqual([600 + atATime, atATime]);
      expect(refused).toHaveLength(10 - atATime);
      for (const { reason } of refused)
        expect(reason).toMatchObject({ status: 503, code: "unavailable", retryAfter: 5 });
      // The turns were handed on: it still works afterwards.
      expect(await verifyPassword(null, "x")).toBe(false);
    } finally {
      vi.doUnmock("@node-rs/argon2");
    }
  });
});
