import { listPacks, readPack } from "@/lib/server/packs.ts";
import type { Viewer } from "@/lib/server/viewer.ts";

/** The packs that a quiz can be planned of, with their topics and how many facts each has. */
export async function plannablePacks(viewer: Viewer | null, now: Date) {
  const lines = await listPacks(viewer);
  const packs = (await Promise.all(lines.map((line) => readPack(viewer, line.key, now)))).flatMap((page) =>
    page ? [page.pack] : [],
  );
  return packs.map((pack) => ({
    key: pack.key,
    title: pack.title,
    topics: pack.topics.map((topic) => ({
      ...topic,
      facts: pack.facts.filter((fact) => fact.topic === topic.key).length,
    })),
  }));
}
