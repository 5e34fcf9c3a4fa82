/** The time that the server says: a page may have slept, and an instructor may have given more. */

/** Milliseconds left of an attempt, 0 when it is over or not there any more; null when the server does not answer. */
export async function askTimeLeft(attempt: string): Promise<number | null> {
  try {
    const answer = await fetch(`/api/v1/attempts/${attempt}/time`, { cache: "no-store" });
    if (answer.status >= 500 || answer.status === 429) return null;
    if (!answer.ok) return 0;
    const { leftMs } = (await answer.json()) as { leftMs: number };
    return leftMs;
  } catch {
    return null;
  }
}

/** Resolves when the server answers again: to fetch a page anew without a connection would lose the one that is there. */
export async function untilAnswered(attempt: string): Promise<void> {
  while ((await askTimeLeft(attempt)) === null) await new Promise((resolve) => setTimeout(resolve, 2_000));
}
