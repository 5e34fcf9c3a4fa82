import { useEffect, useState } from "react";
import { bringStrangers, Outbox, remember } from "./outbox.ts";

/** How long a queue waits for what was answered before signing in to arrive, in milliseconds. */
const patienceMs = 2_500;

/** The queue of a learner (null: a stranger) while the page is open; null until it is, and where the browser lets nothing be kept. */
export function useOutbox(learner: string | null): Outbox | null {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    let opened: Outbox | null = null;
    let stopped = false;
    const open = async () => {
      if (learner !== null) await bringStrangers(patienceMs).catch(() => undefined);
      remember(learner);
      return Outbox.open(learner);
    };
    open().then(
      (outbox) => {
        opened = outbox;
        if (stopped) outbox.close();
        else setOutbox(outbox);
      },
      () => undefined,
    );
    return () => {
      stopped = true;
      opened?.close();
    };
  }, [learner]);
  return outbox;
}
