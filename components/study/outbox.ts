/** The queue between answering and the server: answers are kept here first, sent in batches, and forgotten only when the server says it has them. */
import type { EventsAnswer } from "@/lib/study/event.ts";
import type { Happening } from "@/lib/study/session.ts";
import { adopt, append, forget, type OutboxStore, oldest, openStore } from "./outbox-store.ts";
import { postJson } from "./post-json.ts";

export { newEventId } from "./ids.ts";

/** How the queue stands. `waiting` events are in this browser only. */
export type OutboxState = {
  readonly waiting: number;
  /** `offline`: will be tried again; `other-learner`: somebody else is signed in now; `account`: nothing of strangers is taken here; `refused`: some will never be. */
  readonly trouble: "none" | "offline" | "other-learner" | "account" | "refused" | "storage";
};

/** Sends a batch and says what came of it. Made for tests; the page uses `postEvents`. */
export type Post = (events: readonly unknown[], learner: string | null) => Promise<Posted>;
export type Posted =
  | { readonly kind: "answered"; readonly answer: EventsAnswer; readonly learner: string | null }
  | { readonly kind: "other-learner" }
  | { readonly kind: "account" }
  | { readonly kind: "later"; readonly afterMs: number | null };

/** Most events of one request. */
const batchSize = 100;

/** One learner's queue. */
export class Outbox {
  #store: OutboxStore;
  #learner: string | null;
  #post: Post;
  #state: OutboxState = { waiting: 0, trouble: "none" };
  #listeners = new Set<() => void>();
  #answered = new Set<(answer: EventsAnswer) => void>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer fires, by the monotonic clock; Infinity without one. */
  #firesAt = Number.POSITIVE_INFINITY;
  #sending = false;
  #closed = false;

  private constructor(store: OutboxStore, learner: string | null, post: Post) {
    this.#store = store;
    this.#learner = learner;
    this.#post = post;
  }

  /** Opens the queue of a learner (null: a stranger) and begins to send what waits in it. */
  static async open(learner: string | null, post: Post = postEvents): Promise<Outbox> {
    const outbox = new Outbox(await openStore(learner), learner, post);
    await outbox.#count();
    addEventListener("online", outbox.#retry);
    document.addEventListener("visibilitychange", outbox.#retry);
    addEventListener("pagehide", outbox.#leave);
    outbox.#schedule(0);
    return outbox;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.#retry);
    document.removeEventListener("visibilitychange", this.#retry);
    removeEventListener("pagehide", this.#leave);
    this.#store.close();
  }

  /** The learner whose answers are sent: a stranger's becomes known with the first one that arrives. */
  get learner(): string | null {
    return this.#learner;
  }

  state = (): OutboxState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back with every answer of the server; returns how to stop. */
  onAnswer(listener: (answer: EventsAnswer) => void): () => void {
    this.#answered.add(listener);
    return () => this.#answered.delete(listener);
  }

  /** Keeps an event; resolves when it is on this device's disk. */
  async add(happening: Happening): Promise<void> {
    this.#set({ waiting: this.#state.waiting + 1 });
    await append(this.#store, happening);
    // A moment's wait gathers what belongs together: an answer and its undo, say.
    this.#schedule(800);
  }

  /** Sends what waits now and says who the learner is then; gives up waiting (not sending) after so many milliseconds. */
  async settle(afterMs: number): Promise<string | null> {
    if (this.#state.waiting > 0) await Promise.race([this.flush().catch(() => undefined), wait(afterMs)]);
    return this.#learner;
  }

  /** Sends what waits now; resolves when there is nothing more to try at once. */
  async flush(): Promise<void> {
    if (this.#sending || this.#closed) return;
    this.#sending = true;
    try {
      // One tab sends at a time; the others' events are in the same store and go along.
      const send = () => this.#sendAll();
      await (navigator.locks ? navigator.locks.request(`recite-outbox-${this.#learner ?? "new"}`, send) : send());
    } finally {
      this.#sending = false;
    }
  }

  async #sendAll(): Promise<void> {
    while (!this.#closed) {
      const { keys, events } = await oldest(this.#store, batchSize);
      if (keys.length === 0) return this.#count();
      const posted = await this.#post(events, this.#learner);
      if (posted.kind === "other-learner" || posted.kind === "account") return this.#set({ trouble: posted.kind });
      if (posted.kind === "later") {
        this.#failures++;
        this.#set({ trouble: "offline" });
        return this.#schedule(posted.afterMs ?? backOff(this.#failures));
      }
      this.#failures = 0;
      await forget(this.#store, keys);
      if (this.#learner === null && posted.learner) await this.#become(posted.learner);
      for (const listener of this.#answered) listener(posted.answer);
      const refused = posted.answer.results.some((result) => result.status === "refused");
      this.#set({ trouble: refused ? "refused" : "none" });
      await this.#count();
    }
  }

  async #become(learner: string): Promise<void> {
    const store = await openStore(learner);
    await adopt(this.#store, store);
    this.#store.close();
    this.#store = store;
    this.#learner = learner;
    remember(learner);
  }

  async #count(): Promise<void> {
    this.#set({ waiting: await this.#store.count("events") });
  }

  #retry = () => {
    if (document.visibilityState === "visible" && navigator.onLine) this.#schedule(0);
  };

  /** What is left goes on its way with the page; what does not arrive is sent by the next page. */
  #leave = () => {
    if (this.#state.waiting > 0) void this.flush().catch(() => undefined);
  };

  /** Sends after so many milliseconds, or earlier where that was planned: somebody who answers fast is not put off for ever. */
  #schedule(afterMs: number): void {
    const at = performance.now() + afterMs;
    if (this.#closed || this.#firesAt <= at) return;
    clearTimeout(this.#timer);
    this.#firesAt = at;
    this.#timer = setTimeout(() => {
      this.#firesAt = Number.POSITIVE_INFINITY;
      void this.flush().catch(() => this.#set({ trouble: "storage" }));
    }, afterMs);
  }

  #set(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits 1 s, 2 s, 4 s … up to 5 minutes, each a little by chance, so that a class does not come back in one instant. */
function backOff(failures: number): number {
  return Math.min(300_000, 1_000 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
}

/** Who answered on this browser last, so that what waits for them is sent before anything is fetched; null for a stranger. */
export function lastLearner(): string | null {
  try {
    return localStorage.getItem("learner");
  } catch {
    return null;
  }
}

/** Sends what a stranger answered on this browser before they signed in; gives up waiting (not sending) after so many milliseconds. */
export async function bringStrangers(afterMs: number): Promise<void> {
  if (lastLearner() !== null) return;
  const outbox = await Outbox.open(null);
  await outbox.settle(afterMs);
  outbox.close();
}

/** Remembers who answers on this browser. Without storage it only takes longer until everything is sent. */
export function remember(learner: string | null): void {
  try {
    if (learner === null) localStorage.removeItem("learner");
    else localStorage.setItem("learner", learner);
  } catch {}
}

/** Sends a batch to the server as the given learner. */
async function postEvents(events: readonly unknown[], learner: string | null): Promise<Posted> {
  const body = learner === null ? { events } : { events, learner };
  // A stranger's first answers make them a guest: were they under way beside the next page's, there would be two.
  const keepalive = learner !== null && events.length <= 20;
  const response = await postJson("/api/v1/events", body, { within: 20_000, keepalive });
  if (!response) return { kind: "later", afterMs: null };
  if (response.status === 401) return { kind: "account" };
  if (response.status === 409) return { kind: "other-learner" };
  if (!response.ok) {
    const seconds = Number(response.headers.get("retry-after"));
    return { kind: "later", afterMs: seconds > 0 ? seconds * 1_000 : null };
  }
  const answer: EventsAnswer | null = await response.json().catch(() => null);
  if (!answer) return { kind: "later", afterMs: null };
  return { kind: "answered", answer, learner: response.headers.get("x-learner") };
}
