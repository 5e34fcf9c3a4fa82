/** Facts one by one: references, types, times and citations. */
import type { Citation, Fact, HistoricalDate, Relation } from "../facts/fact.ts";
import { objectKey } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import type { Checking } from "./check-pack.ts";
import { checkKeys, checkReference } from "./check-reference.ts";
import { circlesIn } from "./circles.ts";
import type { Path } from "./places.ts";

/** Reports what is wrong with single facts. */
export function checkFacts(checking: Checking): void {
  const { pack, relations } = checking;
  checkKeys(checking, "facts");
  pack.facts.forEach((fact, index) => {
    checkEnds(checking, fact, index);
    if (fact.topic !== "") checkReference(checking, "topics", fact.topic, ["facts", index, "topic"]);
    if (fact.replaces !== null) checkReference(checking, "facts", fact.replaces, ["facts", index, "replaces"]);
    checkCitations(checking, fact.citations, ["facts", index]);
    checkTime(checking, fact, relations.get(fact.relation), index);
    checkDates(checking, fact, index);
    checkCapacity(checking, fact, relations.get(fact.relation), index);
  });
  checkReplacements(checking);
  checkOnlyIn(checking);
  checkUnits(checking);
}

/** The figures of a relation stand beside each other as options, so they have one unit. */
function checkUnits({ pack, report }: Checking): void {
  const first = new Map<string, Fact>();
  pack.facts.forEach((fact, index) => {
    const { relation, object } = fact;
    if (object.kind !== "number" || relation === "") return;
    const other = first.get(relation) ?? fact;
    first.set(relation, other);
    if (other.object.kind !== "number" || other.object.unit === object.unit) return;
    const [here, there] = [object, other.object].map(({ unit }) => (unit === null ? "no unit" : `“${unit}”`));
    report({
      severity: "warning",
      code: "mixed-units",
      at: ["facts", index, "o"],
      keys: [other.key, fact.key],
      message: `This has ${here}, ${other.key} has ${there}: figures of ${relation} are options beside each other; write one unit, in one spelling.`,
    });
  });
}

/** At least one citation, each of a known source. */
export function checkCitations(checking: Checking, citations: readonly Citation[], record: Path): void {
  if (citations.length === 0)
    checking.report({
      code: "missing-citation",
      at: [...record, "cite"],
      message: "Nothing is cited: where is it written?",
    });
  citations.forEach(({ source }, place) => {
    checkReference(checking, "sources", source, [...record, "cite", place, "source"]);
  });
}

function checkEnds(checking: Checking, fact: Fact, index: number): void {
  const { relations, entities, report } = checking;
  const known = fact.relation !== "" && checkReference(checking, "relations", fact.relation, ["facts", index, "r"]);
  const relation = known ? relations.get(fact.relation)! : null;
  const expected = (end: "subject" | "object") => `${fact.relation} takes ${relation![end].join(" or ")} there.`;
  if (fact.subject !== "" && checkReference(checking, "entities", fact.subject, ["facts", index, "s"])) {
    const { type } = entities.get(fact.subject)!;
    if (relation && !relation.subject.includes(type))
      report({
        code: "wrong-type",
        at: ["facts", index, "s"],
        message: `${fact.subject} is of type ${type}; ${expected("subject")}`,
      });
  }
  const object = entityOf(fact.object);
  if (object === null) {
    const kind = fact.object.kind === "date" ? "date" : "number";
    if (relation && !relation.object.includes(kind))
      report({ code: "wrong-type", at: ["facts", index, "o"], message: `This is a ${kind}; ${expected("object")}` });
  } else if (checkReference(checking, "entities", object, ["facts", index, "o"])) {
    const { type } = entities.get(object)!;
    if (relation && !relation.object.includes(type))
      report({
        code: "wrong-type",
        at: ["facts", index, "o"],
        message: `${object} is of type ${type}; ${expected("object")}`,
      });
  }
}

function checkTime({ report }: Checking, fact: Fact, relation: Relation | undefined, index: number): void {
  const { from, to, asOf } = fact;
  if (from.kind === "date" && to.kind === "date" && from.date.first > to.date.last)
    report({
      code: "from-after-to",
      at: ["facts", index, "from"],
      message: `It begins ${from.date.edtf} and ends ${to.date.edtf}.`,
    });
  if (to.kind === "open" && asOf === null)
    report({
      code: "open-without-as-of",
      at: ["facts", index, "to"],
      message: "An open end needs as_of: when was it still so?",
    });
  if (to.kind === "date" && asOf !== null)
    report({
      severity: "warning",
      code: "needless-as-of",
      at: ["facts", index, "as_of"],
      keys: [fact.key],
      message: "The end says it all: as_of belongs to what was still so when the document was written.",
    });
  if (from.kind === "date" && to.kind !== "date" && asOf !== null && from.date.first > asOf.last)
    report({
      code: "from-after-as-of",
      at: ["facts", index, "from"],
      message: `It begins ${from.date.edtf}, after its as_of ${asOf.edtf}.`,
    });
  if (!relation) return;
  if (!relation.temporal) {
    for (const [field, bound] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (bound.kind !== "unknown")
        report({
          code: "time-on-timeless",
          at: ["facts", index, field],
          message: `${relation.key} is not temporal: it has no ${field}.`,
        });
  } else if (
    fact.object.kind !== "date" &&
    from.kind === "unknown" &&
    to.kind === "unknown" &&
    asOf === null &&
    (fact.askable ?? relation.askable) !== "no"
  )
    report({
      severity: "warning",
      code: "undated",
      at: ["facts", index],
      keys: [fact.key],
      message: `${relation.key} changes over time: give from, to or as_of, or it can be true at no date.`,
    });
}

/** No date after the pack, and none after all of the documents that are cited for it. */
function checkDates({ pack, sources, report, places }: Checking, fact: Fact, index: number): void {
  const dates: [string, HistoricalDate | null][] = [
    ["from", fact.from.kind === "date" ? fact.from.date : null],
    ["to", fact.to.kind === "date" ? fact.to.date : null],
    ["o", fact.object.kind === "date" ? fact.object.date : null],
    ["as_of", fact.asOf],
  ];
  const cited = fact.citations.flatMap(({ source }) => sources.get(source) ?? []);
  const latest = cited.reduce((last, { date }) => Math.max(last, date.last), -Infinity);
  const allKnown = cited.length > 0 && cited.length === fact.citations.length && !places.broken.has("sources");
  for (const [field, date] of dates) {
    if (!date) continue;
    const at = ["facts", index, field] as const;
    if (date.first > pack.asOf.last)
      report({ code: "after-pack", at, message: `The pack ends with ${pack.asOf.edtf}.` });
    else if (allKnown && date.first > latest)
      report({
        code: "after-source",
        at,
        message: `${cited.map(({ key }) => key).join(" and ")} cannot say so: written before ${date.edtf}.`,
      });
  }
}

/** In what capacity somebody held matters only where there is one holder at a time. */
function checkCapacity({ report }: Checking, fact: Fact, relation: Relation | undefined, index: number): void {
  if (fact.capacity === null || !relation) return;
  if (relation.subjectsPerObject !== "one" && relation.objectsPerSubject !== "one")
    report({
      code: "capacity-without-one",
      at: ["facts", index, "capacity"],
      message: `${relation.key} may have many at a time, so nobody is ${fact.capacity} in it.`,
    });
}

/** What only one source says is cited from that one alone, and no other fact says the same from another. */
function checkOnlyIn(checking: Checking): void {
  const { pack, report } = checking;
  const claims = new Map<string, Set<string>>();
  const claimOf = (fact: Fact) => `${fact.relation} ${fact.subject} ${objectKey(fact)} ${fact.negative}`;
  for (const fact of pack.facts) {
    const cited = claims.get(claimOf(fact)) ?? new Set();
    for (const { source } of fact.citations) cited.add(source);
    claims.set(claimOf(fact), cited);
  }
  pack.facts.forEach((fact, index) => {
    const { onlyIn } = fact;
    const at = ["facts", index, "only_in"] as const;
    if (onlyIn === null || !checkReference(checking, "sources", onlyIn, at)) return;
    const cited = claims.get(claimOf(fact))!;
    if (!cited.has(onlyIn))
      report({ code: "only-in-uncited", at, message: `Only ${onlyIn} is to say so, and it is not cited.` });
    const other = [...cited].find((source) => source !== onlyIn);
    if (other !== undefined) report({ code: "only-in-cited", at, message: `${other} is cited for the same.` });
  });
}

/** A fact follows another of its relation, and no fact follows itself through others. */
function checkReplacements({ pack, facts, report }: Checking): void {
  const former = new Map<string, readonly string[]>();
  pack.facts.forEach((fact, index) => {
    if (fact.replaces === null) return;
    former.set(fact.key, [fact.replaces]);
    const relation = facts.get(fact.replaces)?.relation ?? fact.relation;
    if (relation !== fact.relation)
      report({
        code: "replaces-other",
        at: ["facts", index, "replaces"],
        message: `${fact.replaces} is a fact of ${relation}, not of ${fact.relation}.`,
      });
  });
  for (const circle of circlesIn(former)) {
    const index = pack.facts.findIndex(({ key }) => circle.includes(key));
    const message = `No fact can follow itself: ${circle.join(" → ")} → ${circle[0]}.`;
    report({ code: "replaces-circle", at: ["facts", index, "replaces"], message });
  }
}
