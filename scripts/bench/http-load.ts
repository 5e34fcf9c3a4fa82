import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { inProject } from "../lib/project.ts";
import { startService } from "../lib/service.ts";
import { batchOf, tokenOf } from "./learners.ts";

/** The production build, serving the database of this process's environment on a loopback port. */
export type ServedApp = { readonly port: number; stop(): Promise<void> };

/** Starts the app as `npm start` does, without a launcher; throws when it does not answer within a minute. */
export async function serveApp(port: number): Promise<ServedApp> {
  const said: string[] = [];
  const app = startService({
    name: "The app",
    // As scripts/start.ts: by its address instead of its name, pages would redirect to themselves.
    args: [
      "--dns-result-order=ipv4first",
      inProject("node_modules/next/dist/bin/next"),
      ...["start", "-H", "localhost", "-p", String(port)],
    ],
    env: { ...process.env, PORT: String(port), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    say: (line) => said.push(line),
    onLine: (line) => said.push(line),
  });
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { port, stop: () => app.stop() };
    await sleep(200);
  }
  await app.stop(true);
  throw new Error(`The app did not start:\n${said.join("\n")}`);
}

export type Load = {
  /** Reviews acknowledged per second. */
  readonly perSecond: number;
  /** Milliseconds from sending a batch to its answer. */
  readonly p50: number;
  readonly p99: number;
};

/** Batches before measuring: JavaScript needs thousands of requests to reach its speed, and a busy machine time for them. */
const warmUp = { batches: 2_000, mostSeconds: 60 };

/**
 * Warms the app up; then each call posts batches of 20 answers from 16 connections for so many seconds, each in turn for another of the
 * learners 481 to 960.
 */
export async function loadOverHttp(
  port: number,
  hashes: readonly string[],
): Promise<(seconds: number) => Promise<Load>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const turns = new Map<number, number>();
  const run = async (lane: number, until: number, waits: number[]): Promise<number> => {
    let reviews = 0;
    for (let turn = 0; performance.now() < until; turn++) {
      const learner = 481 + ((lane + turn * 16) % 480);
      const nth = turns.get(learner) ?? 0;
      turns.set(learner, nth + 1);
      const body = JSON.stringify({ events: batchOf(learner, nth, hashes) });
      const since = performance.now();
      const { status, text } = await post({ agent, port, path: "/api/v1/events", body, token: tokenOf(learner) });
      waits.push(performance.now() - since);
      if (status !== 200) throw new Error(`${status}: ${text.slice(0, 300)}`);
      reviews += text.split('"status":"accepted"').length - 1;
    }
    return reviews;
  };
  const measure = async (seconds: number): Promise<Load> => {
    const waits: number[] = [];
    const since = performance.now();
    const lanes = await Promise.all(Array.from({ length: 16 }, (_, lane) => run(lane, since + seconds * 1_000, waits)));
    const perSecond = (lanes.reduce((sum, each) => sum + each, 0) * 1_000) / (performance.now() - since);
    waits.sort((a, b) => a - b);
    return { perSecond, p50: waits[Math.floor(waits.length / 2)]!, p99: waits[Math.floor(waits.length * 0.99)]! };
  };
  const since = performance.now();
  const sent = () => [...turns.values()].reduce((sum, each) => sum + each, 0);
  while (sent() < warmUp.batches && performance.now() - since < warmUp.mostSeconds * 1_000) await measure(2);
  return measure;
}

type Post = {
  readonly agent: Agent;
  readonly port: number;
  readonly path: string;
  /** JSON. */
  readonly body: string;
  readonly token: string;
};

/** Posts JSON in the name of somebody signed in. */
export function post({ agent, port, path, body, token }: Post): Promise<{ status: number; text: string }> {
  const headers = {
    ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body), cookie: `session=${token}` },
    ...{ origin: process.env.APP_ORIGIN ?? "", "sec-fetch-site": "same-origin" },
  };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: "127.0.0.1", path, method: "POST", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
