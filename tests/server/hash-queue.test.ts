/** Passwords are hashed few at a time, so that a core is left to others: what happens when everybody comes at once. */
import { describe, expect, test, vi } from "vitest";

describe("too many hashes", () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [16, 2],
  ])(
    "on %i cores a school that signs in at once waits in turn, %i at a time; only a flood is told to come back, and nobody is forgotten",
    async (cores, atATime) => {
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
      vi.doMock("node:os", () => ({ availableParallelism: () => cores }));
      try {
        const { verifyPassword } = await import("@/lib/server/password.ts");
        const results = await Promise.allSettled(Array.from({ length: 610 }, () => verifyPassword(null, "x")));
        const refused = results.filter((result) => result.status === "rejected");
        expect([hashed, most]).toEqual([600 + atATime, atATime]);
        expect(refused).toHaveLength(10 - atATime);
        for (const { reason } of refused)
          expect(reason).toMatchObject({ status: 503, code: "unavailable", retryAfter: 5 });
        // The turns were handed on: it still works afterwards.
        expect(await verifyPassword(null, "x")).toBe(false);
      } finally {
        vi.doUnmock("@node-rs/argon2");
        vi.doUnmock("node:os");
      }
    },
  );
});
