import { useEffect, useState } from "react";

/** What has come, by what fetches it. */
const come = new Map<() => Promise<unknown>, unknown>();

/**
 * A part of the program that the first question does not need: fetched once that is on the screen, and null until it has come. Where the line is lost it is asked for
 * again with every new `turn`. `fetchIt` must be the same function each time.
 */
export function useLater<Part>(fetchIt: () => Promise<Part>, turn: unknown): Part | null {
  const [part, setPart] = useState<Part | null>(() => (come.get(fetchIt) as Part | undefined) ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is what asks again.
  useEffect(() => {
    if (part) return;
    fetchIt().then(
      (fetched) => {
        come.set(fetchIt, fetched);
        setPart(() => fetched);
      },
      () => undefined,
    );
  }, [part, fetchIt, turn]);
  return part;
}
