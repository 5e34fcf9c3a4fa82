/** Circles among records that point to one another. */

/** Circles of a graph, each as the keys along it, found by going down every way once; without recursion, for chains may be long. */
export function circlesIn(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const way = [start];
    const on = new Set(way);
    const rests = [(next.get(start) ?? []).values()];
    while (way.length > 0) {
      const step = rests.at(-1)!.next();
      if (step.done) {
        const key = way.pop()!;
        rests.pop();
        on.delete(key);
        done.add(key);
      } else if (on.has(step.value)) circles.push(way.slice(way.indexOf(step.value)));
      else if (!done.has(step.value) && next.has(step.value)) {
        way.push(step.value);
        on.add(step.value);
        rests.push(next.get(step.value)!.values());
      }
    }
  }
  return circles;
}
