/** Relations as declared: types, attributes, near synonyms and the scopes for which they are closed. */
import type { Relation } from "../facts/fact.ts";
import type { Checking } from "./check-pack.ts";
import { checkKeys, checkReference } from "./check-reference.ts";
import { didYouMean } from "./nearest.ts";

/** What an object may be beside an entity; vague words may stand where a number may. */
export const plainObjects: readonly string[] = ["date", "number"];

/** Reports what is wrong with the declarations as such; whether the facts agree with them is `check-declarations`. */
export function checkRelations(checking: Checking): void {
  const { pack, report, types, places } = checking;
  checkKeys(checking, "relations");
  const attributes = attributesByType(checking);
  pack.relations.forEach((relation, index) => {
    for (const end of ["subject", "object"] as const) {
      const at = ["relations", index, end] as const;
      if (relation[end].length === 0) report({ code: "missing-field", at, message: `${end} is missing.` });
      relation[end].forEach((type, place) => {
        if (types.has(type) || places.broken.has("types") || (end === "object" && plainObjects.includes(type))) return;
        const known = end === "object" ? [...types.keys(), ...plainObjects] : types.keys();
        const hint =
          didYouMean(type, known) ||
          (end === "object"
            ? " A type of things, date or number is expected here; a unit stands with each number."
            : "");
        const message = `No type has the key ${type}.${hint}`;
        report({ code: "unknown-type", at: [...at, place], message });
      });
    }
    if (relation.symmetric && relation.subject.toSorted().join(" ") !== relation.object.toSorted().join(" "))
      report({
        code: "symmetric-types",
        at: ["relations", index, "symmetric"],
        message: "A symmetric relation has the same types at both ends.",
      });
    relation.nearSynonym.forEach((key, place) => {
      checkReference(checking, "relations", key, ["relations", index, "near_synonym", place]);
    });
    relation.events.forEach((key, place) => {
      const at = ["relations", index, "events", place] as const;
      if (!checkReference(checking, "relations", key, at) || checking.relations.get(key)!.object.includes("date"))
        return;
      report({ code: "undated-events", at, message: `${key} takes no date as its object: nothing in it has a time.` });
    });
    const known = [...relation.subject, ...relation.object].flatMap((type) => [...(attributes.get(type) ?? [])]);
    relation.compareOn.forEach((name, place) => {
      if (known.includes(name) || places.broken.has("entities")) return;
      const message = `No entity of its types has an attribute ${name}.${didYouMean(name, known)}`;
      report({ code: "unknown-attribute", at: ["relations", index, "compare_on", place], message });
    });
    checkClosures(checking, relation, index);
  });
}

function checkClosures(checking: Checking, relation: Relation, index: number): void {
  const { report, pack, entities, sources } = checking;
  relation.closed.forEach(({ subject, object, from, asOf, citation }, place) => {
    const at = ["relations", index, "closed", place] as const;
    if ((subject === null) === (object === null))
      report({ code: "closed-anchor", at, message: "A closed scope is that of one subject or of one object." });
    for (const [end, key] of [
      ["subject", subject],
      ["object", object],
    ] as const) {
      if (key === null || !checkReference(checking, "entities", key, [...at, end])) continue;
      const { type } = entities.get(key)!;
      if (!relation[end].includes(type))
        report({
          code: "wrong-type",
          at: [...at, end],
          message: `${key} is of type ${type}: ${relation[end].join(" or ")} is expected.`,
        });
    }
    if (relation.temporal && asOf === null)
      report({ code: "missing-field", at, message: "as_of is missing: up to when are all of them in the pack?" });
    if (from && asOf && from.first > asOf.last)
      report({
        code: "from-after-to",
        at: [...at, "from"],
        message: `It is closed from ${from.edtf}, after its as_of ${asOf.edtf}.`,
      });
    if (asOf && asOf.first > pack.asOf.last)
      report({ code: "after-pack", at: [...at, "as_of"], message: `The pack ends with ${pack.asOf.edtf}.` });
    if (!checkReference(checking, "sources", citation.source, [...at, "source"])) return;
    const { date } = sources.get(citation.source)!;
    if (asOf && asOf.first > date.last)
      report({
        code: "after-source",
        at: [...at, "as_of"],
        message: `${citation.source} is of ${date.edtf} and cannot say so.`,
      });
  });
}

function attributesByType({ pack }: Checking): Map<string, Set<string>> {
  const attributes = new Map<string, Set<string>>();
  for (const entity of pack.entities) {
    const names = attributes.get(entity.type) ?? new Set();
    for (const name of Object.keys(entity.attributes)) names.add(name);
    attributes.set(entity.type, names);
  }
  return attributes;
}
