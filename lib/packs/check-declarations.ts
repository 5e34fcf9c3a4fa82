/** Declarations against facts: what is declared one at a time must be one, and what is said twice must not disagree. */

import { agree } from "../facts/agree.ts";
import type { Fact, Relation } from "../facts/fact.ts";
import { objectKey } from "../facts/facts.ts";
import { atOnce, type Timed as OfTime } from "../facts/rivals.ts";
import { spanOf } from "../facts/time.ts";
import type { Checking } from "./check-pack.ts";

/** A fact with its place in the pack and its time. */
type Timed = OfTime & { readonly index: number };

/** Reports facts that contradict one another, or a relation's `one`; warns of gaps and of years that touch in a closed succession. */
export function checkDeclarations(checking: Checking): void {
  const { pack, relations } = checking;
  const bySubject = new Map<string, Timed[]>();
  const byObject = new Map<string, Timed[]>();
  const byClaim = new Map<string, Timed[]>();
  pack.facts.forEach((fact, index) => {
    const relation = relations.get(fact.relation);
    if (!relation) return;
    const timed: Timed = { fact, index, span: spanOf(fact, relation) };
    const object = objectKey(fact);
    push(byClaim, `${relation.key} ${fact.subject} ${object}`, timed);
    if (fact.negative) return;
    if (relation.objectsPerSubject === "one") push(bySubject, `${relation.key} ${fact.subject}`, timed);
    if (relation.subjectsPerObject === "one") push(byObject, `${relation.key} ${object}`, timed);
  });
  for (const claims of byClaim.values()) checkClaims(checking, claims);
  for (const [end, groups] of [
    ["object", bySubject],
    ["subject", byObject],
  ] as const)
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      checkOne(checking, group, end);
      const relation = relations.get(group[0]!.fact.relation)!;
      if (isClosedFor(relation, group[0]!.fact, end)) checkSuccession(checking, group);
    }
}

/** The same claim twice over, or once as said and once as denied. */
function checkClaims({ report }: Checking, claims: readonly Timed[]): void {
  const seen = new Map<string, Fact>();
  for (const { fact, index } of claims) {
    const time = JSON.stringify([fact.negative, fact.from, fact.to, fact.asOf?.edtf]);
    const earlier = seen.get(time);
    if (!earlier) seen.set(time, fact);
    else if (earlier.key !== fact.key)
      report({
        code: "duplicate-fact",
        at: ["facts", index],
        message: `${earlier.key} says the same of the same time: one fact may have several citations.`,
      });
  }
  const denials = claims.filter(({ fact }) => fact.negative);
  for (const denial of denials)
    for (const claim of claims)
      if (!claim.fact.negative && atOnce(claim, denial))
        report({
          code: "contradiction",
          at: ["facts", denial.index],
          message: `${claim.fact.key} says so, ${denial.fact.key} denies it, of the same time.`,
        });
}

/**
 * A `one` relation with two different values that are sure at once. Facts are walked in the order in which they become sure; of those that are
 * past only the longest-lasting one is kept and the longest-lasting one with another value, which is enough to find a clash with each.
 */
function checkOne(checking: Checking, group: readonly Timed[], end: "subject" | "object"): void {
  const sure = group
    .filter(({ span }) => span.sure.first <= span.sure.last)
    .sort((a, b) => a.span.sure.first - b.span.sure.first || a.index - b.index);
  const value = ({ fact }: Timed) => (end === "object" ? objectKey(fact) : fact.subject);
  let longest: Timed | null = null;
  let other: Timed | null = null;
  for (const timed of sure) {
    for (const past of [longest, other]) if (past && value(past) !== value(timed)) clash(checking, past, timed, end);
    if (!longest || timed.span.sure.last > longest.span.sure.last) {
      if (longest && value(longest) !== value(timed)) other = longest;
      longest = timed;
    } else if (value(timed) !== value(longest) && (!other || timed.span.sure.last > other.span.sure.last))
      other = timed;
  }
  // Snapshots of undated documents have no sure day of their own, but two of the same as-of speak of the same day.
  const snapshots = group.filter(({ fact, span }) => fact.asOf !== null && span.sure.first > span.sure.last);
  const byAsOf = new Map<string, Timed>();
  for (const timed of snapshots) {
    const earlier = byAsOf.get(timed.fact.asOf!.edtf);
    if (!earlier) byAsOf.set(timed.fact.asOf!.edtf, timed);
    else if (value(earlier) !== value(timed)) clash(checking, earlier, timed, end);
  }
}

function clash({ report, related, relations }: Checking, a: Timed, b: Timed, end: "subject" | "object"): void {
  const isSame =
    end === "subject" ? related(a.fact.subject, b.fact.subject) : agree(a.fact.object, b.fact.object, related);
  if (isSame || !atOnce(a, b) || mayShare(a.fact, b.fact)) return;
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  const relation = relations.get(a.fact.relation)!;
  const anchor = end === "subject" ? "object" : "subject";
  const sources = new Set(first.fact.citations.map(({ source }) => source));
  if (second.fact.citations.every(({ source }) => !sources.has(source)))
    report({
      severity: "warning",
      code: "sources-differ",
      at: ["facts", second.index],
      keys: [first.fact.key, second.fact.key],
      message: `${first.fact.key} of another source says otherwise of the same time.`,
    });
  else
    report({
      code: "two-at-once",
      at: ["facts", second.index],
      message: `${relation.key} has one ${end} per ${anchor} at a time, but ${first.fact.key} holds at the same time.`,
    });
}

/** An acting or rival holder beside the one in full, and joint holders beside each other, contradict nobody (R7). */
function mayShare(a: Fact, b: Fact): boolean {
  const isLoose = ({ capacity }: Fact) => capacity === "acting" || capacity === "rival";
  return isLoose(a) || isLoose(b) || (a.capacity === "joint" && b.capacity === "joint");
}

function isClosedFor(relation: Relation, fact: Fact, end: "subject" | "object"): boolean {
  return relation.closed.some((closure) =>
    end === "subject" ? closure.object === objectKey(fact) : closure.subject === fact.subject,
  );
}

/** In a closed succession: days that surely have no holder, and a handover of which both sides give only the year. */
function checkSuccession({ report }: Checking, group: readonly Timed[]): void {
  const dated = group
    .filter(({ fact }) => fact.from.kind === "date")
    .sort((a, b) => a.span.possible.first - b.span.possible.first || a.index - b.index);
  let latest: Timed | null = null;
  for (const timed of dated) {
    const { fact, index, span } = timed;
    if (latest && fact.from.kind === "date") {
      const keys = [latest.fact.key, fact.key];
      const { to } = latest.fact;
      if (span.possible.first - latest.span.possible.last > 1)
        report({
          severity: "warning",
          code: "gap",
          at: ["facts", index, "from"],
          keys,
          message: `Nobody between ${latest.fact.key} and ${fact.key}: is one missing?`,
        });
      else if (
        to.kind === "date" &&
        [to.date, fact.from.date].every(({ precision }) => precision === "year") &&
        to.date.edtf === fact.from.date.edtf
      )
        report({
          severity: "warning",
          code: "years-touch",
          at: ["facts", index, "from"],
          keys,
          message: `${latest.fact.key} ends and ${fact.key} begins in ${to.date.edtf}: nothing of that year can be asked.`,
        });
    }
    if (!latest || span.possible.last > latest.span.possible.last) latest = timed;
  }
}

function push<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
