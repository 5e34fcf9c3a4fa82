/** The sentences of a column of names: one for each thing or several, and whether a name stands once only. */
import type { Column, Sort } from "./columns.ts";
import type { Said } from "./frames.ts";
import { roleRelation } from "./roles.ts";
import { mayChange, sortNamed } from "./sorts.ts";
import { headerWords, meansPeople, pluralOf, raised, roleIn } from "./words.ts";

/** The relation of such a column, without what all columns have. */
export function nameRelation(column: Column, subject: Sort): Said {
  const { noun, cells } = column;
  const isOne = cells.every(({ names }) => names.length < 2);
  const all = cells.flatMap(({ names }) => names);
  const isOneBack = new Set(all).size === all.length;
  const role = roleIn(noun);
  const common = {
    object: [column.type],
    objects_per_subject: isOne ? "one" : "many",
    ...(isOne && isOneBack ? { subjects_per_object: "one" } : {}),
  };
  if (role !== null)
    return { ...common, ...roleRelation(role, subject, { isOne, isOneBack, changes: mayChange(column) }) };
  return {
    ...common,
    frames: {
      ...(isOne ? oneName(column, subject, isOneBack) : severalNames(column, subject)),
      fact: nameFact(column, isOne),
    },
  };
}

function nameFact(column: Column, isOne: boolean): string {
  const { noun } = column;
  if (mayChange(column)) return `{o} was the ${noun} of {s} {when}.`;
  const words = headerWords(noun);
  if (words.sort === "undergone") return `{s} {s:was|were} ${noun} {o}.`;
  if (words.sort === "done") return `{s} ${noun} {o}.`;
  if (words.sort === "does") return `{s} {s:${noun}|${words.infinitive}} {o}.`;
  return isOne ? `{o} is the ${noun} of {s}.` : `{o} is among the ${pluralOf(noun)} of {s}.`;
}

function oneName(column: Column, subject: Sort, isOneBack: boolean) {
  const { noun, cells } = column;
  const [is, has, scope] = mayChange(column) ? ["was", "had", ", {scope}"] : ["is", "has", ""];
  const nouns = pluralOf(subject.noun);
  const words = headerWords(noun);
  const names = cells.flatMap((cell) => cell.names);
  const [thing] = sortNamed(noun, names).noun;
  const backs = {
    noun: `${has} {o} as ${noun}`,
    undergone: `was ${noun} {o}`,
    done: `${noun} {o}`,
    does: `${noun} {o}`,
  };
  const back = backs[words.sort];
  return {
    ...(words.sort === "noun"
      ? { ask_object: `${meansPeople(noun, names) ? "Who" : "What"} ${is} the ${noun} of {s}${scope}?` }
      : words.sort === "undergone"
        ? { ask_object: askedOfVerb(noun, words.preposition) }
        : {}),
    ask_members_of_object: `Which of these ${nouns} ${back}${scope}?`,
    ...(isOneBack
      ? {
          ask_subject: `Which ${subject.noun} ${back}${scope}?`,
          ask_match: `Match each ${subject.noun} with the right ${thing}${scope}; one ${thing} is left over.`,
        }
      : {}),
  };
}

/** "designed by": "By whom was {s} designed?". */
function askedOfVerb(noun: string, preposition: string | null): string {
  if (preposition === null) return `Which ${sortNamed(noun).noun[0]} {s:was|were} {s} ${noun}?`;
  const verb = noun.slice(0, -preposition.length - 1);
  const asked = preposition === "by" ? "whom" : `which ${sortNamed(noun).noun[0]}`;
  return `${raised(preposition)} ${asked} {s:was|were} {s} ${verb}?`;
}

function severalNames({ noun, type }: Column, subject: Sort) {
  const words = headerWords(noun);
  // Things of the first column's own sort: which daughter houses, not which monasteries.
  if (type === subject.type) {
    const among = `does {source} name among the ${pluralOf(noun)} of {s}?`;
    return {
      ask_members_of_subject: `Which of these {nouns} ${among}`,
      ask_some_members_of_subject: `Which {n} of these {nouns} ${among}`,
      ask_missing_of_subject: `Besides {others}, which {noun} ${among}`,
    };
  }
  const asked = words.sort === "noun" ? "for {s}" : `for {s} under “${noun}”`;
  return {
    ask_members_of_subject: `Which of these {nouns} does {source} give ${asked}?`,
    ask_some_members_of_subject: `Which {n} of these {nouns} does {source} give ${asked}?`,
    ask_missing_of_subject: `Besides {others}, which {noun} does {source} give ${asked}?`,
  };
}
