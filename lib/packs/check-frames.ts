/** Frames: only known purposes and slots, the slots that each needs, and no words that mean another day to every reader. */
import type { Fact, Relation } from "../facts/fact.ts";
import { entityOf } from "../facts/value.ts";
import { frameProblems, slotsOf } from "../questions/frame.ts";
import type { Checking } from "./check-pack.ts";
import { frameRules, listFrameRules } from "./frame-rules.ts";
import { didYouMean } from "./nearest.ts";
import type { Path } from "./places.ts";

/** A word that is true on one day and false on another, such as "currently"; null when there is none. */
export function undatedWord(text: string): string | null {
  return (
    /\b(?:current(?:ly)?|now|nowadays|today|latest|recent(?:ly)?|still|so far|to date|at present|presently)\b/i.exec(
      text,
    )?.[0] ?? null
  );
}

/** Reports what is wrong with the frames and kickers of relations and the frames of lists. */
export function checkFrames(checking: Checking): void {
  const { pack, report } = checking;
  const facts = new Map<string, Fact[]>();
  for (const fact of pack.facts) {
    const group = facts.get(fact.relation);
    if (group) group.push(fact);
    else facts.set(fact.relation, [fact]);
  }
  pack.relations.forEach((relation, index) => {
    const at = ["relations", index, "frames"] as const;
    for (const [purpose, frame] of Object.entries(relation.frames)) {
      const rule = Object.hasOwn(frameRules, purpose) ? frameRules[purpose]! : null;
      if (rule) checkFrame(checking, { purpose, frame, rule, at: [...at, purpose], relation });
      else unknownFrame(checking, purpose, at, Object.keys(frameRules));
    }
    checkNeeded(checking, relation, index, facts.get(relation.key) ?? []);
    for (const [purpose, kicker] of Object.entries(relation.kickers)) {
      const place = ["relations", index, "kickers"] as const;
      if (purpose !== "default" && !Object.hasOwn(frameRules, purpose))
        unknownFrame(checking, purpose, place, ["default", ...Object.keys(frameRules)]);
      const undated = undatedWord(kicker);
      if (undated) report(undatedReport(undated, [...place, purpose]));
      if (/[{}]/.test(kicker))
        report({ code: "kicker-slot", at: [...place, purpose], message: "A kicker has no slots." });
    }
  });
  pack.lists.forEach((list, index) => {
    const at = ["lists", index, "frames"] as const;
    for (const [purpose, frame] of Object.entries(list.frames)) {
      const rule = Object.hasOwn(listFrameRules, purpose) ? listFrameRules[purpose]! : null;
      if (rule) checkFrame(checking, { purpose, frame, rule, at: [...at, purpose], relation: null });
      else unknownFrame(checking, purpose, at, Object.keys(listFrameRules));
    }
  });
}

type Frame = {
  readonly purpose: string;
  readonly frame: string;
  readonly rule: (typeof frameRules)[string];
  readonly at: Path;
  /** Null for a frame of a list. */
  readonly relation: Relation | null;
};

function checkFrame(checking: Checking, { purpose, frame, rule, at, relation }: Frame): void {
  const { report } = checking;
  for (const [slot] of frame.matchAll(/\{[^{}]*\}/g)) {
    const [problem] = frameProblems(slot);
    const name = /^\{([a-z_]+)/.exec(slot)?.[1] ?? slot;
    if (problem)
      report({
        code: "unknown-slot",
        at,
        words: slot,
        message: `${slot} is no slot: ${problem}.${didYouMean(name, rule.slots)}`,
      });
    else if (!rule.slots.includes(name))
      report({
        code: "unknown-slot",
        at,
        words: slot,
        message: `${purpose} has no ${slot}; it has ${rule.slots.map((other) => `{${other}}`).join(" ")}.`,
      });
  }
  const brace = /[{}]/.exec(frame.replace(/\{[^{}]*\}/g, (slot) => "·".repeat(slot.length)));
  if (brace)
    report({
      code: "brace",
      at,
      words: frame.slice(brace.index, brace.index + 2),
      message: "A brace without its other half.",
    });
  const slots = slotsOf(frame);
  const isMissing = (needed: readonly string[]) => !needed.some((name) => slots.has(name));
  for (const needed of rule.needs.filter(isMissing))
    report({ code: "missing-slot", at, message: `${purpose} needs ${slotsInWords(needed)}.` });
  for (const needed of relation?.temporal ? rule.needsWhenTemporal.filter(isMissing) : []) {
    const times = needed.filter((name) => name !== "source");
    const needs = `${purpose} needs ${slotsInWords(times)}: this relation is temporal; write temporal: false if it never changes.`;
    const orSource = needed.includes("source") ? " Or {source}, of a list that says whom the document names." : "";
    report({ code: "missing-slot", at, message: `${needs}${orSource}` });
  }
  for (const word of rule.words)
    if (!new RegExp(`\\b${word}\\b`).test(frame))
      report({ code: "missing-word", at, message: `${purpose} needs the word ${word}, as it stands here.` });
  const undated = undatedWord(frame);
  if (undated && !rule.datedWords.includes(undated.toLowerCase())) report(undatedReport(undated, at));
  if (!frame.endsWith(rule.ending))
    report({
      code: "frame-ending",
      at,
      message: `${purpose} ends with ${rule.ending === "?" ? "a question mark" : "a full stop"}.`,
    });
  const doubled = /\b(until|till|from|since|on|in|at|by)\s+(\{(?:from|to|when|on|as_of|wh_date|wh_span|o)\})/i.exec(
    frame,
  );
  const isOfDates = relation?.object.every((type) => type === "date") ?? false;
  if (doubled && (doubled[2] !== "{o}" || isOfDates))
    report({
      code: "double-preposition",
      at,
      words: doubled[0],
      message: `${doubled[2]} already brings its preposition; take out “${doubled[1]}”.`,
    });
  if (relation) checkArticle(checking, { frame, at, relation });
  const blank = /\s{2,}|\s[,.?;:!]/.exec(frame);
  if (blank) report({ code: "frame-blank", at, words: blank[0], message: "A blank too many." });
}

/** "the {s}" where some of the names have an article of their own and others none. */
function checkArticle(
  { pack, report }: Checking,
  { frame, at, relation }: Pick<Frame, "frame" | "at"> & { readonly relation: Relation },
): void {
  for (const [words, article, slot, end] of frame.matchAll(/\b(the|an?) (\{([so])(?:\.(?:short|titled))?\})/gi)) {
    const types = end === "s" ? relation.subject : relation.object;
    const named = pack.entities.filter(({ type }) => types.includes(type));
    if (named.some((entity) => entity.article !== null) && named.some((entity) => entity.article === null))
      report({
        severity: "warning",
        code: "double-article",
        at,
        words: words!,
        message: `${slot} brings the article of its name: take out “${article}”, or give article: the to every name of the type.`,
      });
  }
}

function slotsInWords(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(" or ");
}

/** Every relation says its facts; one with open ends says those too; clauses exist where a frame prints them. */
function checkNeeded({ report, entities }: Checking, relation: Relation, index: number, facts: readonly Fact[]): void {
  if (relation.frames.fact === undefined)
    report({
      code: "missing-frame",
      at: ["relations", index, "frames"],
      message: "The frame fact is missing: it says why an answer is right.",
    });
  if (relation.frames.fact_open === undefined && facts.some(({ to }) => to.kind === "open"))
    report({
      code: "missing-frame",
      at: ["relations", index, "frames"],
      message: "The frame fact_open is missing, and there are facts with an open end.",
    });
  for (const [purpose, frame] of Object.entries(relation.frames))
    for (const [slot, end] of frame.matchAll(/\{([so])\.(?:past|question)\}/g)) {
      const lacking = facts.find((fact) => {
        const entity = entities.get((end === "s" ? fact.subject : entityOf(fact.object)) ?? "");
        return entity && entity.clause === null;
      });
      if (lacking)
        report({
          code: "no-clause",
          at: ["relations", index, "frames", purpose],
          words: slot,
          message: `${end === "s" ? lacking.subject : entityOf(lacking.object)} has no clause to print (${lacking.key}).`,
        });
    }
}

function unknownFrame({ report }: Checking, purpose: string, at: Path, known: readonly string[]): void {
  report({
    code: "unknown-frame",
    at: [...at, purpose],
    message: `There is no frame ${purpose}.${didYouMean(purpose, known)}`,
  });
}

function undatedReport(word: string, at: Path) {
  return { code: "undated-word", at, words: word, message: `“${word}” means another day to every reader.` };
}
