/**
 * A school signs in: 500 people behind one address within a second, each with the right password, through the page's own form, while somebody else asks for a page. Limits by
 * address count failures only; the control sends wrong passwords from the same address.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "../../lib/server/db.ts";
import { hashPassword } from "../../lib/server/password.ts";
import { serveApp } from "./http-load.ts";
import { learnerId, makeLearners } from "./learners.ts";
import { formOf, p95 } from "./login-flood.ts";

export type SignIns = {
  readonly sent: number;
  /** Answered with a session. */
  readonly signedIn: number;
  /** Milliseconds until the last was in. */
  readonly lastMs: number;
  /** Milliseconds until somebody else's page was there: 95 of 100, meanwhile. */
  readonly otherP95: number;
  /** Of so many wrong passwords from that address, how many were told to wait. */
  readonly wrong: { readonly sent: number; readonly refused: number };
};

const password = "heron lantern quartz";

/** Measures against the production build on an empty, migrated database. */
export async function measureSignIns(port: number, size: number): Promise<SignIns> {
  process.env.TRUSTED_PROXY_HOPS = "1";
  await makeLearners(size);
  // One hash for all: it is the trying that is measured, not the making.
  await db().pool.query(`update "user" set username = 'pupil-' || right(id::text, 4), password_hash = $1`, [
    await hashPassword(password),
  ]);
  const served = await serveApp(port);
  try {
    const origin = process.env.APP_ORIGIN ?? "";
    const fields = await formOf(origin);
    const enter = async (login: string, tried: string): Promise<"in" | "wait" | "no"> => {
      const body = new FormData();
      for (const [name, value] of [...fields, ["login", login], ["password", tried]] as const) body.append(name, value);
      const headers = { origin, "x-forwarded-for": "203.0.113.7" };
      const answer = await fetch(`${origin}/sign-in`, { method: "POST", body, headers, redirect: "manual" });
      const text = await answer.text();
      if (answer.headers.getSetCookie().some((line) => /session=\S{43}/.test(line))) return "in";
      return text.includes("is wrong") ? "no" : "wait";
    };
    let isOver = false;
    const waits: number[] = [];
    const other = (async () => {
      while (!isOver) {
        const since = performance.now();
        await (await fetch(`${origin}/packs`)).text();
        waits.push(performance.now() - since);
        await sleep(50);
      }
    })();
    const since = performance.now();
    const outcomes = await Promise.all(
      Array.from({ length: size }, async (_, index) => {
        await sleep((index / size) * 1_000);
        return enter(`pupil-${learnerId(index + 1).slice(-4)}`, password).catch(() => "no");
      }),
    );
    const lastMs = performance.now() - since;
    isOver = true;
    await other;
    const guesses: string[] = [];
    for (let index = 0; index < 70; index++) guesses.push(await enter(`nobody-${index}`, "not the password"));
    return {
      sent: size,
      signedIn: outcomes.filter((outcome) => outcome === "in").length,
      lastMs,
      otherP95: p95(waits),
      wrong: { sent: guesses.length, refused: guesses.filter((outcome) => outcome === "wait").length },
    };
  } finally {
    await served.stop();
  }
}
