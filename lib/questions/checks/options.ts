/** Options (question-engine 1.2 and 1.3, 14 to 24): what they mean, how many, in which order. */
import { agree } from "../../facts/agree.ts";
import { plainName } from "../../facts/names.ts";
import { entityOf } from "../../facts/value.ts";
import { candidatesFor } from "../candidates.ts";
import { type Dropped, guardFor } from "../guards.ts";
import { drawSeed } from "../kind.ts";
import type { Question } from "../question.ts";
import { syntheticFor } from "../synthetic.ts";
import { valueWords } from "../wording.ts";
import { type Check, isAboutDocuments, offersAnswers, readValue, rightOptions, wrongOptions } from "./check.ts";

/** Options that are things of the pack, wherever they stand. */
const bearsNames = ({ kind }: Question) => kind !== "true-false" && kind !== "timeline";

const absolute: Check = {
  number: 14,
  severity: "minor",
  by: "program",
  fails: "an option has an absolute word that is not in the fact itself",
  faults({ facts, question }) {
    if (!bearsNames(question)) return [];
    return question.options
      .filter((option) => !isAboutDocuments(option))
      .filter(({ text, value }) => {
        const own = readValue(value);
        const isOwn = own !== null && plainName(valueWords(facts, own)) === plainName(text);
        return !isOwn && /\b(?:always|never|all|none|every|completely|only)\b/i.test(text);
      })
      .map(({ text }) => `an absolute word in “${text}”`);
  },
};

const negations: Check = {
  number: 15,
  severity: "major",
  by: "program",
  fails: "two options are each other's negation, or some of them cover all cases",
  faults({ question }) {
    if (!offersAnswers(question) || question.options.every(isAboutDocuments)) return [];
    const bare = (text: string) =>
      plainName(text)
        .replace(/\b(?:not|no|non|never)\b ?/g, "")
        .replace(/^un(?=\p{L}{4})/u, "")
        .trim();
    const faults: string[] = [];
    question.options.forEach(({ text }, index) => {
      for (const other of question.options.slice(index + 1))
        if (plainName(text) !== plainName(other.text) && bare(text) === bare(other.text))
          faults.push(`“${text}” and “${other.text}” negate each other`);
    });
    return faults;
  },
};

const oddFormat: Check = {
  number: 16,
  severity: "major",
  by: "program",
  fails: "the key alone differs in category, precision, script or format",
  faults({ facts, question }) {
    if (!offersAnswers(question)) return [];
    const [right, wrong] = [rightOptions(question), wrongOptions(question)];
    if (right.length === 0 || wrong.length < 2) return [];
    const formats: readonly (readonly [string, (option: Question["options"][number]) => string])[] = [
      ["category", ({ value }) => sortOf(facts, value)],
      ["script", ({ text }) => (/\p{Script=Latin}/u.test(text) ? "Latin" : /\p{L}/u.test(text) ? "other" : "figures")],
      ["format", ({ text }) => (/^\p{Lu}/u.test(text) ? "raised" : /^\p{N}/u.test(text) ? "figure" : "lower case")],
    ];
    return formats.flatMap(([name, of]) => {
      const [own] = new Set(right.map(of));
      const others = new Set(wrong.map(of));
      return others.size === 1 && !others.has(own!)
        ? [`the ${name} of the key (${own}) is that of no other option`]
        : [];
    });
  },
};

const overlapping: Check = {
  number: 17,
  severity: "fatal",
  by: "program",
  fails: "what two options mean overlaps",
  faults({ facts, question }) {
    if (!offersAnswers(question) && question.kind !== "match") return [];
    const faults: string[] = [];
    question.options.forEach((option, index) => {
      for (const other of question.options.slice(index + 1)) {
        const [a, b] = [readValue(option.value), readValue(other.value)];
        if (a && b && option.value !== other.value && agree(a, b, facts.related))
          faults.push(`“${option.text}” and “${other.text}” overlap`);
      }
    });
    return faults;
  },
};

const sameLabel: Check = {
  number: 18,
  severity: "fatal",
  by: "program",
  fails: "two options are names of one thing, or one label names two",
  faults({ facts, question }) {
    if (!bearsNames(question)) return [];
    const faults: string[] = [];
    const [labels, values] = [new Set<string>(), new Set<string>()];
    for (const { text, value } of question.options) {
      const label = plainName(text);
      if (labels.has(label)) faults.push(`“${text}” twice`);
      if (values.has(value)) faults.push(`“${text}” is another name of an option`);
      labels.add(label);
      values.add(value);
      const entity = readValue(value)?.kind === "entity" ? value.slice(2) : null;
      if (entity === null) continue;
      const { type } = facts.entity(entity);
      const named = facts.named(text.replace(/^the /i, "")).filter((key) => facts.entity(key).type === type);
      if (named.length > 1) faults.push(`“${text}” names more than one`);
    }
    return faults;
  },
};

const mixedSorts: Check = {
  number: 19,
  severity: "major",
  by: "program",
  fails: "options differ in entity type, precision, unit or name form",
  faults({ facts, question }) {
    if (!offersAnswers(question) && question.kind !== "match") return [];
    const sorts = new Set(question.options.map(({ value }) => sortOf(facts, value)));
    return sorts.size > 1 ? [`options of different sorts: ${[...sorts].join(", ")}`] : [];
  },
};

/** Category, precision, unit and name form of an option. */
function sortOf(facts: Parameters<Check["faults"]>[0]["facts"], key: string): string {
  const value = readValue(key);
  switch (value?.kind) {
    case "entity": {
      const { type, surname } = facts.entity(value.entity);
      return surname === null ? type : `${type} with a surname`;
    }
    case "date":
      return `date to the ${value.date.precision}`;
    case "number":
      return `number of ${value.unit ?? "no unit"}, ${value.qualifier}`;
    case "vague":
      return "words";
    default:
      return key.split(":")[0]!;
  }
}

const tooFew: Check = {
  number: 21,
  severity: "major",
  by: "program",
  fails: "there are fewer than two distractors, or one fails a guard rail",
  faults({ facts, question, query }) {
    if (!offersAnswers(question)) return [];
    const [right, wrong] = [rightOptions(question), wrongOptions(question)];
    const fewest = question.contrast ? 1 : Math.max(2, right.length - 1);
    const faults =
      wrong.length < fewest || right.length === 0 ? [`${right.length} right and ${wrong.length} wrong options`] : [];
    if (!query || query.offered) return faults;
    const dropped: Dropped[] = [];
    const guard = guardFor(facts, query, dropped);
    const wish = { kind: question.kind, seed: question.seed, target: 0.5, options: 4, confusions: {} } as const;
    const seed = drawSeed(query, wish);
    const known = new Map(
      [...candidatesFor(facts, query, {}, seed), ...syntheticFor(facts, query, seed)].map((one) => [one.key, one]),
    );
    for (const { value: key, synthetic } of wrong) {
      const value = readValue(key);
      if (value) guard.admits(known.get(key) ?? { value, key, fact: null, role: 0.5, synthetic });
    }
    const entities = wrong.map(({ value }) => readValue(value)).flatMap((value) => (value && entityOf(value)) ?? []);
    const related = entities.some((one, index) => entities.slice(index + 1).some((other) => facts.related(one, other)));
    return [
      ...faults,
      ...dropped.map(({ guard: name, key, detail }) => `${name}: ${key} (${detail})`),
      ...(related ? ["G3: one distractor is part of another"] : []),
    ];
  },
};

const ofTheAbove: Check = {
  number: 22,
  severity: "major",
  by: "program",
  fails: "“all of the above”, “none of these”, “A and C”",
  faults({ question }) {
    return question.options
      .filter((option) => !isAboutDocuments(option))
      .filter(({ text }) =>
        /\b(?:all|none|both|neither|any) of (?:the|these|them|those)\b|\babove\b|^(?:both )?[A-E],? (?:and|or) [A-E]$/i.test(
          text,
        ),
      )
      .map(({ text }) => `“${text}”`);
  },
};

const unordered: Check = {
  number: 23,
  severity: "minor",
  by: "program",
  fails: "numbers or dates do not ascend",
  faults({ question }) {
    if (!offersAnswers(question)) return [];
    const measures = question.options.map(({ value }) => {
      const own = readValue(value);
      return own?.kind === "date" ? own.date.first : own?.kind === "number" ? own.number : null;
    });
    const falls = measures.some((measure, index) => {
      const before = index === 0 ? null : measures[index - 1];
      return measure !== null && before !== null && before !== undefined && measure < before;
    });
    return falls ? ["values that do not ascend"] : [];
  },
};

const vagueQuantity: Check = {
  number: 24,
  severity: "minor",
  by: "program",
  fails: "an option is a vague quantity that no source gives",
  faults({ facts, question }) {
    return question.options
      .filter((option) => !isAboutDocuments(option))
      .filter(({ text, value }) => {
        const own = readValue(value);
        const isName = own?.kind === "entity" && plainName(valueWords(facts, own)) === plainName(text);
        const isQuoted =
          own?.kind === "vague" &&
          facts.pack.facts.some(({ object }) => object.kind === "vague" && object.text === own.text);
        return !isName && !isQuoted && /\b(?:several|many|often|few|some|numerous|various|rarely|a lot)\b/i.test(text);
      })
      .map(({ text }) => `“${text}”`);
  },
};

export const options: readonly Check[] = [
  absolute,
  negations,
  oddFormat,
  overlapping,
  sameLabel,
  mixedSorts,
  tooFew,
  ofTheAbove,
  unordered,
  vagueQuantity,
];
