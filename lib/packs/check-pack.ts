/** Everything that can be wrong with a pack that was read: each kind of check in a file of its own, all problems at once. */
import type { Entity, EntityType, Fact, FactList, Pack, Problem, Relation, Source, Topic } from "../facts/fact.ts";
import { type Related, relatedIn } from "../facts/parts.ts";
import { checkConfirmations } from "./check-confirmations.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { checkEntities } from "./check-entities.ts";
import { checkFacts } from "./check-facts.ts";
import { checkFrames } from "./check-frames.ts";
import { checkLife } from "./check-life.ts";
import { checkLists } from "./check-lists.ts";
import { checkNames } from "./check-names.ts";
import { checkRelations } from "./check-relations.ts";
import { checkUse } from "./check-use.ts";
import { isFaulty, type Places, placed, type Report } from "./places.ts";

/** What every check is given: the pack, its records by key (the first, where a key is used twice), and where to report. */
export type Checking = {
  readonly pack: Pack;
  readonly places: Places;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly types: ReadonlyMap<string, EntityType>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly lists: ReadonlyMap<string, FactList>;
  readonly related: Related;
  /** Says a problem, unless the field already has one. */
  report(report: Report): void;
};

/**
 * Checks a pack in the order in which its records were read (`places` tells where they stand; `nowhere` for a pack that comes from no file).
 * Errors make a pack unfit; a warning is answered by the author (`distinct`, `confirmed`, `overlaps`, `part_of`) or by a change.
 */
export function checkPack(pack: Pack, places: Places): Problem[] {
  const reports: Report[] = [];
  const checking: Checking = {
    pack,
    places,
    topics: firstByKey(pack.topics),
    types: firstByKey(pack.types),
    sources: firstByKey(pack.sources),
    entities: firstByKey(pack.entities),
    relations: firstByKey(pack.relations),
    facts: firstByKey(pack.facts),
    lists: firstByKey(pack.lists),
    related: relatedIn(pack.entities),
    report(report) {
      if (!isFaulty(report.at, places)) reports.push(report);
    },
  };
  checkEntities(checking);
  checkRelations(checking);
  checkFacts(checking);
  checkLife(checking);
  checkDeclarations(checking);
  checkLists(checking);
  checkFrames(checking);
  checkNames(checking);
  checkUse(checking);
  return checkConfirmations(checking, reports).map((report) => placed(report, places));
}

function firstByKey<Item extends { readonly key: string }>(items: readonly Item[]): Map<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) if (item.key !== "" && !map.has(item.key)) map.set(item.key, item);
  return map;
}
