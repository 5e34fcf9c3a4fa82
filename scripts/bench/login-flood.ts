/**
 * Wrong passwords in a flood: 300 sign-ins at once, each for another name, through the page's own form, while somebody asks every 20 ms
 * whether the process is alive. Hashing is slow by design; what counts is that everybody else hardly feels it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { serveApp } from "./http-load.ts";

export type Flood = {
  /** Sign-ins of which the password was tried, and those that were told to come back. */
  readonly tried: number;
  readonly sentAway: number;
  /** Those whose connection broke. */
  readonly broken: number;
  /** Milliseconds until /healthz answered: 95 of 100, without and during the flood. */
  readonly calmP95: number;
  readonly floodP95: number;
  /** Milliseconds until the last of the flood was answered. */
  readonly lastMs: number;
};

const size = 300;

/** Measures against the production build on an empty, migrated database; the second of two floods counts, as code must be warm. */
export async function measureLoginFlood(port: number): Promise<Flood> {
  const served = await serveApp(port);
  try {
    const origin = process.env.APP_ORIGIN ?? "";
    const fields = await formOf(origin);
    const calm = await healthWhile(origin, sleep(3_000));
    await flood(origin, fields, "first");
    const since = performance.now();
    const flooding = flood(origin, fields, "second");
    const during = await healthWhile(origin, flooding);
    const answers = await flooding;
    return {
      tried: answers.filter((text) => text.includes("is wrong")).length,
      broken: answers.filter((text) => text === "").length,
      sentAway: answers.filter((text) => text.includes("Too much is going on")).length,
      calmP95: p95(calm),
      floodP95: p95(during),
      lastMs: performance.now() - since,
    };
  } finally {
    await served.stop();
  }
}

/** The hidden fields of the sign-in form, by which Next knows its action where there are no scripts. */
export async function formOf(origin: string): Promise<[string, string][]> {
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const form = page.split("<form").find((each) => each.includes('name="login"')) ?? "";
  const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, plain(value)],
  );
}

/** What each was told; nothing where the connection broke. */
function flood(origin: string, fields: readonly [string, string][], round: string): Promise<string[]> {
  return Promise.all(
    Array.from({ length: size }, async (_, index) => {
      const body = new FormData();
      for (const [name, value] of fields) body.append(name, value);
      body.append("login", `nobody-${round}-${index}`);
      body.append("password", "not the password");
      const response = await fetch(`${origin}/sign-in`, { method: "POST", body, headers: { origin } }).catch(
        () => null,
      );
      if (response && response.status !== 200) throw new Error(`A sign-in was answered ${response.status}.`);
      return (await response?.text().catch(() => "")) ?? "";
    }),
  );
}

/** Milliseconds of every answer of /healthz until something has happened. */
async function healthWhile(origin: string, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = until.then(() => {
    isOver = true;
  });
  const waits: number[] = [];
  while (!isOver) {
    const since = performance.now();
    // One that broke has taken as long as it took.
    await fetch(`${origin}/healthz`).then(
      (answer) => answer.text(),
      () => {},
    );
    waits.push(performance.now() - since);
    await sleep(20);
  }
  await over;
  return waits;
}

export function p95(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
