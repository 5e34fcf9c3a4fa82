/** Keeps answers of an attempt on the server: one at a time for each question, again and again until it is there. */
import type { Response as Answer } from "@/lib/questions/question.ts";

export type Kept = "kept" | "keeping" | "waiting" | "closed";

type Say = (state: Kept) => void;

/** What is still to be sent, newest answer of each slot; `keep` returns at once, `settled` waits until all is there. */
export class Keeper {
  #attempt: string;
  #say: Say;
  #pending = new Map<number, { id: string; answer: Answer }>();
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(attempt: string, say: Say) {
    this.#attempt = attempt;
    this.#say = say;
  }

  keep(slot: number, answer: Answer): void {
    if (this.#closed) return;
    this.#pending.set(slot, { id: uuidV7(Date.now()), answer });
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when everything given so far is kept, or cannot be any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  get empty(): boolean {
    return this.#pending.size === 0;
  }

  async #run(): Promise<void> {
    for (let failures = 0; this.#pending.size > 0 && !this.#closed; ) {
      const [slot, entry] = [...this.#pending][0]!;
      this.#say(failures === 0 ? "keeping" : "waiting");
      const status = await post(`/api/v1/attempts/${this.#attempt}/answers`, {
        id: entry.id,
        slot,
        response: entry.answer,
      });
      if (status === 200) {
        failures = 0;
        // A newer answer may have been given while this one travelled.
        if (this.#pending.get(slot) === entry) this.#pending.delete(slot);
      } else if (status === 409 || status === 404 || status === 401) {
        this.#closed = true;
        this.#say("closed");
        return;
      } else {
        failures++;
        this.#say("waiting");
        // Up to two seconds more or less, so that a class that lost its line does not come back in one instant.
        await new Promise((resolve) =>
          setTimeout(resolve, Math.min(15_000, 500 * 2 ** failures) + Math.random() * 2_000),
        );
      }
    }
    this.#say("kept");
  }
}

/** POSTs JSON; the status, or 0 without a connection. */
export async function post(url: string, body: unknown): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.status;
  } catch {
    return 0;
  }
}

/** A UUID v7 for an instant in milliseconds (RFC 9562, 5.7). */
function uuidV7(ms: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
