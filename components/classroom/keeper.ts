/** Keeps the answers of an attempt: on this device at once, on the server again and again until they are there. */
import type { Response as Answer } from "@/lib/questions/question.ts";
import { newEventId } from "../study/ids.ts";
import { postJson } from "../study/post-json.ts";
import {
  type AnswerStore,
  forget,
  forgetAll,
  isNewest,
  openAnswers,
  put,
  type Waiting,
  waitingOf,
} from "./answer-store.ts";

/** `waiting`: on this device only, and tried again; `closed`: the quiz takes no more; `signed-out`: nobody, or somebody else, is signed in. */
export type Kept = "kept" | "keeping" | "waiting" | "closed" | "signed-out";

type Say = (state: Kept) => void;

/** What is still to be sent, newest answer of each slot; `keep` returns at once, `settled` waits until all is there. */
export class Keeper {
  #learner: string;
  #attempt: string;
  #say: Say;
  #store: Promise<AnswerStore | null> | undefined;
  #pending = new Map<number, Waiting>();
  /** Answers that are in this page's memory only. */
  #unwritten = new Set<Waiting>();
  #running: Promise<void> | null = null;
  #stopped: "closed" | "signed-out" | null = null;

  constructor(learner: string, attempt: string, say: Say) {
    this.#learner = learner;
    this.#attempt = attempt;
    this.#say = say;
  }

  /** The answers that an earlier page could not send, by slot; sends them now. */
  async restore(): Promise<ReadonlyMap<number, Answer>> {
    const store = await this.#opened();
    const found = store ? await waitingOf(store, this.#attempt).catch(() => null) : null;
    const restored = new Map<number, Answer>();
    for (const [slot, waiting] of found ?? []) {
      // What was answered on this page meanwhile is newer.
      if (this.#pending.has(slot)) continue;
      this.#pending.set(slot, waiting);
      restored.set(slot, waiting.answer);
    }
    if (restored.size > 0) this.#start();
    return restored;
  }

  keep(slot: number, answer: Answer): void {
    if (this.#stopped === "closed") return;
    const before = this.#pending.get(slot);
    if (before) this.#unwritten.delete(before);
    const waiting: Waiting = { id: newEventId(new Date()), answer };
    this.#pending.set(slot, waiting);
    void this.#write(slot, waiting);
    if (!this.#stopped) this.#start();
  }

  /** Resolves when everything given so far is on the server, or cannot be any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Would leaving the page now lose an answer? */
  get unsafe(): boolean {
    return this.#unwritten.size > 0;
  }

  #opened(): Promise<AnswerStore | null> {
    this.#store ??= openAnswers(this.#learner);
    return this.#store;
  }

  async #write(slot: number, waiting: Waiting): Promise<void> {
    this.#unwritten.add(waiting);
    const store = await this.#opened();
    // An answer that was changed or sent meanwhile need not be written any more.
    if (store && this.#pending.get(slot) === waiting)
      await put(store, this.#attempt, slot, waiting).then(
        () => this.#unwritten.delete(waiting),
        () => undefined,
      );
    if (this.#pending.get(slot) !== waiting) this.#unwritten.delete(waiting);
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async #run(): Promise<void> {
    for (let failures = 0; this.#pending.size > 0; ) {
      const [slot, waiting] = [...this.#pending][0]!;
      this.#say(failures === 0 ? "keeping" : "waiting");
      if (await this.#isOutdated(slot, waiting)) {
        this.#drop(slot, waiting);
        continue;
      }
      const { id, answer } = waiting;
      const status = await post(`/api/v1/attempts/${this.#attempt}/answers`, { id, slot, response: answer });
      // 423: that answer is final, on another device or in another tab.
      if (status === 200 || status === 423) {
        failures = 0;
        this.#drop(slot, waiting);
        const store = await this.#opened();
        if (store) await forget(store, this.#attempt, slot, id).catch(() => undefined);
      } else if (status === 409) {
        return this.#stop("closed");
      } else if (status === 401 || status === 404) {
        return this.#stop("signed-out");
      } else {
        failures++;
        this.#say("waiting");
        // Up to two seconds more or less, so that a class that lost its line does not come back in one instant.
        await pause(Math.min(15_000, 500 * 2 ** failures) + Math.random() * 2_000);
      }
    }
    this.#say("kept");
  }

  /** Has another tab put a later answer in its place, or sent it? */
  async #isOutdated(slot: number, waiting: Waiting): Promise<boolean> {
    if (this.#unwritten.has(waiting)) return false;
    const store = await this.#opened();
    return store !== null && !(await isNewest(store, this.#attempt, slot, waiting.id).catch(() => true));
  }

  /** A newer answer may have been given while this one travelled: that one stays. */
  #drop(slot: number, waiting: Waiting): void {
    if (this.#pending.get(slot) === waiting) this.#pending.delete(slot);
    this.#unwritten.delete(waiting);
  }

  /** Whoever is signed out finds their answers again; of a closed quiz there is nothing more to send. */
  async #stop(state: "closed" | "signed-out"): Promise<void> {
    this.#stopped = state;
    this.#say(state);
    if (state === "signed-out") return;
    this.#pending.clear();
    this.#unwritten.clear();
    const store = await this.#opened();
    if (store) await forgetAll(store, this.#attempt).catch(() => undefined);
  }
}

/** Waits so many milliseconds, or until the connection is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
  });
}

/** POSTs JSON; the status, or 0 without a connection, or without an answer in ten seconds. */
export async function post(url: string, body: unknown): Promise<number> {
  return (await postJson(url, body, { within: 10_000 }))?.status ?? 0;
}
