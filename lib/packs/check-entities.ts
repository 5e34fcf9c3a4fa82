/** Topics, types, sources and entities: keys, references, and wholes that are parts of themselves. */

import { undatedWord } from "./check-frames.ts";
import type { Checking } from "./check-pack.ts";
import { checkKeys, checkReference } from "./check-reference.ts";
import { circlesIn } from "./circles.ts";

/** Reports what is wrong with the records that facts are made of. */
export function checkEntities(checking: Checking): void {
  const { pack, report, types, entities } = checking;
  for (const kind of ["topics", "types", "sources", "entities"] as const) checkKeys(checking, kind);
  pack.sources.forEach((source, index) => {
    if (source.date.precision === "between" && source.dateBasis === null)
      report({
        code: "no-date-basis",
        at: ["sources", index, "date"],
        message: "A document dated by a stretch needs date_basis: how is that known?",
      });
  });
  pack.entities.forEach((entity, index) => {
    if (entity.type !== "") checkReference(checking, "types", entity.type, ["entities", index, "type"]);
    for (const field of ["part_of", "overlaps"] as const)
      entity[field === "part_of" ? "partOf" : "overlaps"].forEach((other, place) => {
        const at = ["entities", index, field, place] as const;
        if (checkReference(checking, "entities", other, at) && other === entity.key)
          report({
            code: `${field.replace("_", "-")}-itself`,
            at,
            message: `${entity.key} stands in its own ${field}.`,
          });
      });
    for (const [name, value] of Object.entries(entity.attributes)) {
      // An attribute named after a type holds an entity of that type.
      if (!types.has(name)) continue;
      const at = ["entities", index, "attributes", name] as const;
      if (!checkReference(checking, "entities", value, at)) continue;
      if (entities.get(value)!.type !== name)
        report({ code: "wrong-type", at, message: `${value} is of type ${entities.get(value)!.type}, not ${name}.` });
    }
    if (entity.article !== null && /^the \S/i.test(entity.name))
      report({
        severity: "warning",
        code: "double-article",
        at: ["entities", index, "article"],
        message: `The name has its The and an article: write name: ${entity.name.slice(4)} with article: the, or, of a title, the name without article.`,
      });
    if (entity.clause)
      for (const voice of ["past", "question"] as const) {
        const undated = undatedWord(entity.clause[voice]);
        if (undated)
          report({
            code: "undated-word",
            at: ["entities", index, "clause", voice],
            words: undated,
            message: `“${undated}” means another day to every reader.`,
          });
      }
  });
  checkCircles(checking);
}

/** Each circle of `part_of` once, at its first entity. */
function checkCircles({ pack, entities, report }: Checking): void {
  const wholes = new Map(
    [...entities.values()]
      .filter(({ partOf }) => partOf.length > 0)
      .map(({ key, partOf }) => [key, partOf.filter((whole) => whole !== key)]),
  );
  for (const circle of circlesIn(wholes)) {
    const index = pack.entities.findIndex(({ key }) => circle.includes(key));
    const message = `A whole cannot be a part of itself: ${circle.join(" → ")} → ${circle[0]}.`;
    report({ code: "part-of-circle", at: ["entities", index, "part_of"], message });
  }
}
