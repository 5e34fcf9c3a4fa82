type How = {
  /** Milliseconds. */
  readonly within: number;
  /** Goes on when the page is left. */
  readonly keepalive?: boolean;
};

/** POSTs JSON; null without a connection, or without an answer in time: a line that is lost without a word would keep a request waiting for minutes. */
export async function postJson(url: string, body: unknown, { within, keepalive }: How): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(within),
      keepalive,
    });
  } catch {
    return null;
  }
}
