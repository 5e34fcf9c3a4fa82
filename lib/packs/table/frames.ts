/** The sentences of a relation that a column of a table becomes: as good as its header lets them be, to be written on by hand. */
import type { Column, Sort } from "./columns.ts";
import { nameRelation } from "./name-frames.ts";
import { mayChange } from "./sorts.ts";
import { headerWords, isPlural, leastOf, pluralOf, raised } from "./words.ts";

/** What a relation needs beside its key and subject. */
export type Said = { readonly frames: Readonly<Record<string, string>>; readonly [field: string]: unknown };

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
        ask_order: `Put these ${nouns} in the order of the number of their ${noun}${inYear}, fewest first.`,
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
