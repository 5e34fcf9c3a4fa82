/** The sentences of a relation that a column of a table becomes: as good as its header lets them be, to be written on by hand. */
import type { Column, Sort } from "./table-columns.ts";
import { roleRelation } from "./table-roles.ts";
import {
  headerWords,
  isHeldForAWhile,
  isPlural,
  leastOf,
  meansPeople,
  pluralOf,
  raised,
  roleIn,
} from "./table-words.ts";

/** What a relation needs beside its key and subject. */
type Said = { readonly frames: Readonly<Record<string, string>>; readonly [field: string]: unknown };

/** The relation of a column, as its record in the file. */
export function relationOf(column: Column, subject: Sort) {
  const said = { numbers: numberRelation, dates: dateRelation, names: nameRelation }[column.kind](column, subject);
  return {
    key: column.key,
    subject: [subject.type],
    temporal: mayChange(column),
    kickers: { default: raised(column.noun) },
    ...said,
  };
}

/** The unit that a number is printed with: that of the header, or what is counted. */
export function unitOf({ noun, unit }: Column): string | null {
  if (isPlural(noun) && (unit === null || isYear(unit))) return noun;
  return unit === null || isYear(unit) ? null : (unitsInWords[unit] ?? unit);
}

/** Units as a sentence has them: an abbreviation of the header would stand unexplained in every stem. */
const unitsInWords: Readonly<Record<string, string>> = {
  ...{ mm: "millimetres", cm: "centimetres", m: "metres", km: "kilometres", ft: "feet", mi: "miles" },
  ...{ g: "grams", kg: "kilograms", t: "tonnes", lb: "pounds", s: "seconds", min: "minutes", h: "hours" },
  ...{ "m²": "square metres", "km²": "square kilometres", ha: "hectares", l: "litres", "%": "per cent" },
};

/** Does the column say who holds an office, without from and to? That is so as of the date of the table, and is asked so. */
export function mayChange({ kind, noun, cells }: Column): boolean {
  const isOne = kind === "names" && cells.every(({ names }) => names.length < 2);
  return (
    isOne && isHeldForAWhile(roleIn(noun) ?? noun, roleIn(noun) === null ? cells.flatMap(({ names }) => names) : [])
  );
}

function isYear(unit: string | null): boolean {
  return unit !== null && /^\d{4}$/.test(unit);
}

function numberRelation(column: Column, subject: Sort): Said {
  const { noun, unit } = column;
  const common = { object: ["number"], objects_per_subject: "one" };
  const nouns = pluralOf(subject.noun);
  const inYear = isYear(unit) ? ` in ${unit}` : "";
  if (isPlural(noun) && unitOf(column) === noun)
    return {
      ...common,
      numbers: "counted",
      frames: {
        fact: `{s} ${inYear ? "had" : "{s:has|have}"} {o}${inYear}.`,
        ask_number: `How many ${noun} ${inYear ? "did" : "{s:does|do}"} {s} have${inYear}?`,
        ask_order: `Put these ${nouns} in the order of the number of their ${noun}${inYear}, ${leastOf(noun)} first.`,
      },
    };
  const [is, was] = isPlural(noun) ? ["are", "were"] : ["is", "was"];
  return {
    ...common,
    frames: {
      fact: `The ${noun} of {s} ${inYear ? was : is} {o}${inYear}.`,
      ask_number: `What ${inYear ? was : is} the ${noun} of {s}${inYear}?`,
      ask_order: `Put these ${nouns} in the order of their ${noun}${inYear}, ${leastOf(noun)} first.`,
    },
  };
}

function dateRelation({ noun, end }: Column, subject: Sort): Said {
  const common = { object: ["date"], objects_per_subject: "one" };
  const nouns = pluralOf(subject.noun);
  const words = headerWords(noun);
  const sorted = (order: string) => ({
    ask_order: `Put these ${nouns} ${order}, earliest first.`,
    ask_place: `${raised(order)}, earliest first, where {s:does|do} {s} belong?`,
  });
  if (end !== null) {
    const [verb, past] = end === "from" ? ["begin", "began"] : ["end", "ended"];
    return {
      ...common,
      frames: {
        fact: `The time of {s} as ${subject.noun} ${past} {o}.`,
        ask_date: `{wh_date} did the time of {s} as ${subject.noun} ${verb}?`,
        ...sorted(`in the order in which their time as ${subject.noun} ${past}`),
      },
    };
  }
  switch (words.sort) {
    case "done":
      return {
        ...common,
        frames: {
          fact: `{s} ${noun} {o}.`,
          ask_date: `{wh_date} did {s} ${words.infinitive}?`,
          ...sorted(`in the order in which they ${noun}`),
        },
      };
    case "undergone":
      return {
        ...common,
        frames: {
          fact: `{s} {s:was|were} ${noun} {o}.`,
          ask_date: `{wh_date} {s:was|were} {s} ${noun}?`,
          ...sorted(`in the order in which they were ${noun}`),
        },
      };
    default:
      return {
        ...common,
        frames: {
          fact: `The ${noun} of {s} was {o}.`,
          ask_date: `{wh_date} was the ${noun} of {s}?`,
          ...sorted(`in the order of their ${noun}`),
        },
      };
  }
}

function nameRelation(column: Column, subject: Sort): Said {
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

/** The nouns and the asking words of the things that a column names. */
export function sortNamed(noun: string, names: readonly string[] = []): { noun: [string, string]; wh: string } {
  const words = headerWords(noun);
  if (words.sort === "noun" && roleIn(noun) === null) {
    const one = isPlural(noun) ? singularOf(noun) : noun;
    return { noun: [one, pluralOf(noun)], wh: meansPeople(noun, names) ? "Who" : `Which ${one}` };
  }
  const preposition = words.sort === "undergone" ? words.preposition : null;
  if (preposition === "by") return { noun: ["name", "names"], wh: "Who" };
  if (preposition !== null && /^(?:at|in|near|on)$/.test(preposition))
    return { noun: ["place", "places"], wh: "Which place" };
  return { noun: ["thing", "things"], wh: "Which thing" };
}

function singularOf(nouns: string): string {
  const [first = "", ...rest] = nouns.split(" ");
  const isToldOf = rest.length > 0 && headerWords(rest.join(" ")).sort === "undergone";
  const one = (word: string) =>
    word
      .replace(/ies$/i, "y")
      .replace(/(?<=ss|x|z|ch|sh|(?:vir|camp|chor|circ|bon|stat|b)us|gas)es$/i, "")
      .replace(/(?<=[^aisu])s$/i, "");
  return isToldOf ? [one(first), ...rest].join(" ") : nouns.replace(/\S+$/, one);
}
