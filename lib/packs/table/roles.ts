/** The sentences of a column whose header ends in "of": "warden of" says that the thing is the warden of what the cell names. */
import { aOrAn } from "../../questions/article.ts";
import type { Column, Sort } from "./columns.ts";
import { meansPeople, pluralOf, raised } from "./words.ts";

/** The relation of such a column; `isOne` where each cell names one, `isOneBack` where besides none is named twice, `changes` where it is said as of a date. */
export function roleRelation(
  role: string,
  subject: Sort,
  { isOne, isOneBack, changes }: { readonly isOne: boolean; readonly isOneBack: boolean; readonly changes: boolean },
) {
  const [is, scope] = changes ? ["was", ", {scope}"] : ["is", ""];
  const nouns = pluralOf(subject.noun);
  const one = isOne && isOneBack ? `the ${role}` : oneOf(role);
  return {
    kickers: { default: raised(role) },
    frames: {
      fact: changes ? `{s} {s:was|were} ${one} of {o} {when}.` : `{s} {s:is|are} ${one} of {o}.`,
      ...(isOne
        ? { ask_members_of_object: `Which of these ${nouns} ${is} ${one} of {o}${scope}?` }
        : {
            ask_members_of_subject: `Of which of these does {source} name {s} as ${one}?`,
            ask_some_members_of_subject: `Of which {n} of these does {source} name {s} as ${one}?`,
          }),
      ...(isOne && isOneBack
        ? {
            ask_subject: `${meansPeople(subject.noun, []) ? "Who" : `Which ${subject.noun}`} ${is} ${one} of {o}${scope}?`,
          }
        : {}),
    },
  };
}

/** What all that a cell names are, as it follows "X is not among …". */
export function glossOfRole(role: string, name: string): string {
  return `those of which the table names ${name} as ${oneOf(role)}`;
}

function oneOf(role: string): string {
  return `${aOrAn(role)} ${role}`;
}

/** What a column is called where it stands alone: without the "of" at its end. */
export function titleOf({ noun }: Pick<Column, "noun">): string {
  return raised(noun.replace(/ of$/i, ""));
}
