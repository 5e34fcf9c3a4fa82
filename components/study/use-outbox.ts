import { useEffect, useState } from "react";
import { Outbox, remember } from "./outbox.ts";

/** The queue of a learner (null: a stranger) while the page is open; null until it is, and where the browser lets nothing be kept. */
export function useOutbox(learner: string | null): Outbox | null {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    let opened: Outbox | null = null;
    let stopped = false;
    remember(learner);
    Outbox.open(learner).then(
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
