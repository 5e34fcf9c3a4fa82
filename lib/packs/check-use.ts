/** What is declared and never used: mostly a slip, else something to confirm. */
import { entityOf } from "../facts/value.ts";
import type { Checking } from "./check-pack.ts";
import type { RecordKind } from "./places.ts";

/** Warns of topics, types, sources, entities and relations that nothing refers to. */
export function checkUse({ pack, report, places }: Checking): void {
  const used: Record<"topics" | "types" | "sources" | "entities" | "relations", Set<string>> = {
    topics: new Set(),
    types: new Set(),
    sources: new Set(),
    entities: new Set(),
    relations: new Set(),
  };
  for (const fact of pack.facts) {
    used.topics.add(fact.topic);
    used.relations.add(fact.relation);
    used.entities.add(fact.subject);
    const object = entityOf(fact.object);
    if (object !== null) used.entities.add(object);
    for (const { source } of fact.citations) used.sources.add(source);
  }
  for (const entity of pack.entities) {
    used.types.add(entity.type);
    for (const key of [...entity.partOf, ...entity.overlaps, ...Object.values(entity.attributes)])
      used.entities.add(key);
  }
  for (const list of pack.lists) for (const { source } of list.citations) used.sources.add(source);
  for (const relation of pack.relations)
    for (const { subject, object, citation } of relation.closed) {
      used.sources.add(citation.source);
      for (const key of [subject, object]) if (key !== null) used.entities.add(key);
    }

  const words = {
    topics: "topic",
    types: "type",
    sources: "source",
    entities: "entity",
    relations: "relation",
  } as const;
  for (const [kind, word] of Object.entries(words) as [keyof typeof words, string][]) {
    if (isUncertain(kind, places.broken)) continue;
    pack[kind].forEach(({ key }, index) => {
      if (key !== "" && !used[kind].has(key))
        report({
          severity: "warning",
          code: `unused-${word}`,
          at: [kind, index, "key"],
          keys: [key],
          message: `Nothing refers to the ${word} ${key}.${kind === "entities" ? " Write a fact of it; or confirm it, where it is there to be a wrong option." : ""}`,
        });
    });
  }
}

/** Were records lost that may have referred to this kind? */
function isUncertain(kind: RecordKind, broken: ReadonlySet<RecordKind>): boolean {
  return (
    broken.has("facts") ||
    broken.has("relations") ||
    broken.has("lists") ||
    (kind !== "relations" && broken.has("entities"))
  );
}
