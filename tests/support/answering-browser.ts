import { setTimeout as sleep } from "node:timers/promises";
import type { Response as Answered } from "@/lib/questions/question.ts";
import { newId } from "@/lib/server/id.ts";
import type { Bundle, EventsAnswer, StudyEvent } from "@/lib/study/event.ts";
import { anAnswer } from "./events.ts";

/** A guest's browser that answers over HTTP as fast as it is acknowledged, and remembers what it was told is safe. */
export class AnsweringBrowser {
  readonly #origin: string;
  readonly #deviceId = newId(new Date());
  #cookie = "";
  #seq = 0;
  #hashes: readonly string[] = [];
  /** Ids that the server called accepted, or a duplicate of what it had. */
  readonly acknowledged: string[] = [];
  /** Ids of every event that left, acknowledged or not. */
  readonly sent: string[] = [];
  /** Answers other than 200 that no fault of a process explains. */
  readonly odd: string[] = [];
  /** The longest wait between two acknowledgements, in milliseconds. */
  silenceMs = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Fetches questions and gives the first answer, which makes the guest. */
  async begin(): Promise<void> {
    const response = await fetch(`${this.#origin}/api/v1/study?pack=nato-mission-iraq`, patience());
    const { cards } = (await response.json()) as Bundle;
    this.#hashes = cards.flatMap(({ questions }) => questions.map(({ hash }) => hash));
    if (!(await this.#post(this.#batch(1)))) throw new Error(`No first answer: ${this.odd}`);
  }

  /** Batches of 1 to 5, each sent until it is acknowledged, as a browser's queue does; the last one may be past the end. */
  async answerUntil(end: number): Promise<void> {
    for (let last = performance.now(); performance.now() < end; last = performance.now()) {
      const batch = this.#batch(1 + (this.#seq % 5));
      while (!(await this.#post(batch))) {
        if (performance.now() > end + 60_000) throw new Error("Nothing was acknowledged for a minute after the end.");
        await sleep(50);
      }
      this.silenceMs = Math.max(this.silenceMs, performance.now() - last);
    }
  }

  /** The control: takes for safe whatever has left, waits a moment and never sends anything again. */
  async hurryUntil(end: number): Promise<void> {
    const posts: Promise<boolean>[] = [];
    for (; performance.now() < end; await sleep(100)) posts.push(this.#post(this.#batch(1)));
    await Promise.all(posts);
  }

  #batch(size: number): StudyEvent[] {
    return Array.from({ length: size }, () => {
      this.#seq += 1;
      const at = new Date();
      // Nobody has to know the right ones: what matters is that each is kept.
      const response: Answered = { kind: "dont-know" };
      const question = this.#hashes[this.#seq % this.#hashes.length]!;
      return anAnswer("", question, {
        ...{ id: newId(at), at: at.toISOString(), deviceId: this.#deviceId, deviceSeq: this.#seq, response },
      });
    });
  }

  async #post(events: readonly StudyEvent[]): Promise<boolean> {
    this.sent.push(...events.map(({ id }) => id));
    try {
      const response = await fetch(`${this.#origin}/api/v1/events`, {
        ...patience(),
        method: "POST",
        headers: { "content-type": "application/json", origin: this.#origin, cookie: this.#cookie },
        body: JSON.stringify({ events }),
      });
      const cookie = response.headers.get("set-cookie")?.split(";")[0];
      if (response.status !== 200) {
        // Away or busy: to be sent again. Anything else must be seen.
        if (response.status !== 503) this.odd.push(`${response.status} ${await response.text()}`);
        return false;
      }
      const { results } = (await response.json()) as EventsAnswer;
      if (cookie) this.#cookie = cookie;
      for (const result of results)
        if (result.status === "refused") this.odd.push(`${result.reason} ${result.detail}`);
        else this.acknowledged.push(result.id);
      return true;
    } catch {
      // The connection broke: whether the batch arrived is unknown, so it goes again.
      return false;
    }
  }
}

const patience = () => ({ signal: AbortSignal.timeout(10_000) });
