/** Lists: that their facts belong together, and that what they declare complete is. */
import type { Fact, FactList } from "../facts/fact.ts";
import { objectKey } from "../facts/facts.ts";
import { labelsOf } from "../facts/names.ts";
import { certaintyAt, spanOf } from "../facts/time.ts";
import { checkCitations } from "./check-facts.ts";
import { undatedWord } from "./check-frames.ts";
import type { Checking } from "./check-pack.ts";
import { checkKeys, checkReference } from "./check-reference.ts";

/** Reports what is wrong with lists, by themselves and against the facts and closed relations. */
export function checkLists(checking: Checking): void {
  const { pack, report, facts, sources, relations } = checking;
  checkKeys(checking, "lists");
  const ofAnchor = factsByAnchor(checking);
  pack.lists.forEach((list, index) => {
    const at = ["lists", index] as const;
    checkCitations(checking, list.citations, at);
    const undated = undatedWord(list.gloss);
    if (undated)
      report({
        code: "undated-word",
        at: [...at, "gloss"],
        words: undated,
        message: `“${undated}” means another day to every reader.`,
      });
    const heading = headingIn(checking, list.gloss);
    if (heading)
      report({
        severity: "warning",
        code: "gloss-capital",
        at: [...at, "gloss"],
        message: `The gloss stands within a sentence, as in “X is not among …”: begin it in lower case, with its article: the ${heading} …`,
      });
    const cited = list.citations.flatMap(({ source }) => sources.get(source) ?? []);
    if (list.asOf && cited.length > 0 && cited.every(({ date }) => date.last < list.asOf!.first))
      report({
        code: "after-source",
        at: [...at, "as_of"],
        message: `${cited[0]!.key} is of ${cited[0]!.date.edtf} and cannot say so.`,
      });
    if (list.asOf && list.asOf.first > pack.asOf.last)
      report({ code: "after-pack", at: [...at, "as_of"], message: `The pack ends with ${pack.asOf.edtf}.` });
    if (list.facts.length === 0) report({ code: "empty-list", at: [...at, "facts"], message: "A list needs facts." });
    const first = facts.get(list.facts.find((key) => facts.has(key)) ?? "");
    const seen = new Set<string>();
    list.facts.forEach((key, place) => {
      if (!checkReference(checking, "facts", key, [...at, "facts", place])) return;
      const wrong = first && wrongMember(checking, list, first, facts.get(key)!);
      if (wrong) report({ ...wrong, at: [...at, "facts", place] });
      else if (seen.has(key))
        report({ code: "list-twice", at: [...at, "facts", place], message: `${key} stands in the list twice.` });
      seen.add(key);
    });
    checkComparison(checking, list, first, index);
    if (!first || list.complete === "no") return;
    const { temporal } = relations.get(first.relation) ?? {};
    if (temporal && list.asOf === null && list.complete === "as_named")
      report({ code: "missing-field", at, message: "as_of is missing: of when is the document that names them?" });
    const beside = isAcross(list) ? pack.facts.filter(({ relation }) => relation === first.relation) : null;
    checkComplete(checking, list, first, index, beside ?? ofAnchor.get(anchorOf(list, first)) ?? []);
  });
}

/** The first word of a gloss that begins with a capital and is no name of the pack, in lower case; null for a good one. */
function headingIn({ pack }: Checking, gloss: string): string | null {
  const word = /^\p{Lu}\p{Ll}+(?=\s)/u.exec(gloss)?.[0];
  if (word === undefined) return null;
  const names = [
    ...pack.entities.flatMap((entity) => [...labelsOf(entity), entity.adjective ?? ""]),
    ...pack.sources.flatMap(({ inStem, publisher }) => [inStem, publisher]),
  ];
  return names.some((name) => name.split(/[\s'’]/).includes(word)) ? null : word.toLowerCase();
}

/** Why a fact does not belong in the list that begins with `first`; null when it does. */
function wrongMember(
  { relations }: Checking,
  list: FactList,
  first: Fact,
  fact: Fact,
): { code: string; message: string } | null {
  if (fact.relation !== first.relation)
    return {
      code: "list-mixed",
      message: `${fact.key} is a fact of ${fact.relation}, ${first.key} one of ${first.relation}.`,
    };
  if (anchorOf(list, fact) !== anchorOf(list, first) && !isAcross(list)) {
    const end = list.members === "subject" ? "object" : "subject";
    return {
      code: "list-mixed",
      message: `${fact.key} has another ${end} than ${first.key}: the members are the ${list.members}s.`,
    };
  }
  if (fact.negative) return { code: "list-denied", message: `${fact.key} denies what the list says.` };
  const relation = relations.get(fact.relation);
  if (!list.asOf || !relation) return null;
  // Of a list of all who ever held something, up to its as-of, some may have ended; none may begin later or be said of another time.
  const isLater = spanOf(fact, relation).possible.first > list.asOf.last;
  const isOther = fact.to.kind !== "date" && fact.asOf !== null && fact.asOf.edtf !== list.asOf.edtf;
  return isLater || isOther ? { code: "list-time", message: `${fact.key} says nothing of ${list.asOf.edtf}.` } : null;
}

/** A list across subjects (the countries of all commanders) speaks in sentences of its own, for no frame of a relation prints them all. */
function isAcross({ frames }: FactList): boolean {
  return Object.keys(frames).some((purpose) => purpose.startsWith("ask_") && purpose !== "ask_difference");
}

/** No fact of the pack may be missing from a list that says it has all; a closed relation must have the members of a complete list. */
function checkComplete(checking: Checking, list: FactList, first: Fact, index: number, beside: readonly Fact[]): void {
  const { report, relations } = checking;
  const relation = relations.get(first.relation);
  if (!relation) return;
  const member = (fact: Fact) => (list.members === "subject" ? fact.subject : objectKey(fact));
  const members = new Set(list.facts.flatMap((key) => checking.facts.get(key) ?? []).map(member));
  const sources = new Set(list.citations.map(({ source }) => source));
  const closure = relation.closed.find((scope) =>
    list.members === "subject" ? scope.object === objectKey(first) : scope.subject === first.subject,
  );
  const isWhole = closure && list.complete === "yes" && (list.asOf === null || list.asOf.edtf === closure.asOf?.edtf);
  for (const fact of beside) {
    if (fact.negative || members.has(member(fact))) continue;
    if (isWhole)
      report({
        code: "closed-not-list",
        at: ["lists", index, "facts"],
        message: `${relation.key} is closed with ${fact.key}, which the complete list lacks.`,
      });
    else if (
      list.complete === "yes"
        ? list.asOf === null ||
          certaintyAt(spanOf(fact, relation), list.asOf) === "sure" ||
          fact.asOf?.edtf === list.asOf.edtf
        : fact.asOf?.edtf === list.asOf?.edtf && fact.citations.some(({ source }) => sources.has(source))
    )
      report({
        code: "list-not-complete",
        at: ["lists", index, "facts"],
        message: `The list is said to be complete (${list.complete}), but ${fact.key} is not in it.`,
      });
  }
}

/** Lists can be compared when they are about the same thing at two times. */
function checkComparison(checking: Checking, list: FactList, first: Fact | undefined, index: number): void {
  const { lists, facts, report } = checking;
  list.compareWith.forEach((key, place) => {
    const at = ["lists", index, "compare_with", place] as const;
    if (!checkReference(checking, "lists", key, at)) return;
    const other = lists.get(key)!;
    const otherFirst = facts.get(other.facts.find((fact) => facts.has(fact)) ?? "");
    if (other === list) report({ code: "list-itself", at, message: "A list is not compared with itself." });
    else if (
      first &&
      otherFirst &&
      (other.members !== list.members || anchorOf(other, otherFirst) !== anchorOf(list, first))
    )
      report({
        code: "list-incomparable",
        at,
        message: `${key} is about something else: another relation, or another ${list.members === "subject" ? "object" : "subject"}.`,
      });
  });
}

/** Positive and negative facts by relation and object, and by relation and subject. */
function factsByAnchor({ pack }: Checking): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of pack.facts)
    for (const anchor of [anchorOf({ members: "object" }, fact), anchorOf({ members: "subject" }, fact)]) {
      const group = groups.get(anchor);
      if (group) group.push(fact);
      else groups.set(anchor, [fact]);
    }
  return groups;
}

/** The end that all facts of such a list share; of one sort of things an end is told by which end it is. */
function anchorOf({ members }: Pick<FactList, "members">, fact: Fact): string {
  return `${fact.relation} ${members === "subject" ? `of ${objectKey(fact)}` : `by ${fact.subject}`}`;
}
