/** Names as they are printed (question-engine 1.4, 32): ranks at their date, articles, possessives, accents. */
import type { Entity } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { plainName } from "../../facts/names.ts";
import { containsWords } from "../fold.ts";
import type { Question } from "../question.ts";
import { type Check, sentencesOf } from "./check.ts";

const nameForms: Check = {
  number: 32,
  severity: "major",
  by: "program",
  fails: "a rank or name form that was not so at the date; a missing “the”; a wrong possessive; a lost accent",
  faults({ facts, question }) {
    const faults: string[] = [];
    const entities = entitiesOf(facts, question);
    const texts = [...sentencesOf(question), ...question.options.map(({ text }) => text)];
    for (const text of texts) {
      const double = /\b\p{L}+s's\b|\b\p{L}+s’s\b/u.exec(text);
      if (double) faults.push(`“${double[0]}”`);
      for (const entity of entities) {
        if (!containsWords(text, entity.name)) continue;
        if (lacksArticle(text, entity)) faults.push(`“${entity.name}” without “the”`);
        if (
          /[^\p{ASCII}]/u.test(entity.name) &&
          !text.normalize("NFC").toLowerCase().includes(entity.name.toLowerCase())
        )
          faults.push(`“${entity.name}” has lost an accent`);
        const rank = printedRank(text, entity, facts.pack.titles);
        if (rank !== null && plainName(rank) !== plainName(entity.attributes.rank ?? ""))
          faults.push(`“${rank} ${entity.name}”`);
      }
    }
    return [...new Set(faults)];
  },
};

/** The things that the question's facts and options are about. */
function entitiesOf(facts: Facts, question: Question): Entity[] {
  const keys = new Set<string>();
  for (const key of question.facts) {
    const { subject, object } = facts.fact(key);
    keys.add(subject);
    if (object.kind === "entity") keys.add(object.entity);
  }
  for (const { value } of question.options) if (value.startsWith("e:")) keys.add(value.slice(2));
  return [...keys].map((key) => facts.entity(key));
}

/** A name with "the" that stands bare: not after an article, a possessive or within a longer name. */
function lacksArticle(text: string, { name, article }: Entity): boolean {
  if (article !== "the" || !/^\p{Lu}/u.test(name) || /^the /i.test(name)) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/[\p{L}\p{N}-]$/u.test(text.slice(0, at)) || /^[\p{L}\p{N}-]/u.test(text.slice(at + name.length))) continue;
    const before = text.slice(0, at).trimEnd();
    if (
      !/(?:\b(?:the|an?|its|their|his|her|[\p{L}]+['’]s?)|\p{Lu}[\p{L}]*|\()$/iu.test(before) &&
      !/\b\p{Ll}+$/u.test(before)
    )
      return true;
    if (
      /\b(?:of|in|from|by|to|with|for|on|and|at|gives|joined|left|did|had|which|that|advised|was|were|is|are)$/i.test(
        before,
      )
    )
      return true;
    if (before === "" || /[.,;:]$/.test(before)) return true;
  }
  return false;
}

/** The title that is printed before a person's name; null where there is none. */
function printedRank(text: string, { name, surname }: Entity, titles: readonly string[]): string | null {
  if (surname === null) return null;
  const at = text.indexOf(name);
  if (at <= 0) return null;
  const before = text.slice(0, at).trimEnd();
  const longest = titles.filter((title) => before.endsWith(title)).sort((a, b) => b.length - a.length)[0];
  return longest ?? null;
}

export const names: readonly Check[] = [nameForms];
