/** Questions about both ends of a span: each end is right, asked for as exactly as it is given, in a stem that asks for both. */
import { purposesIn, relationOf } from "./frames.ts";
import { factOf, type Pack } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import { boundVerdict } from "./sequence.ts";

/** What stands in the stem for a date of that precision. */
const asked: Readonly<Record<string, string>> = { day: "date", month: "month and year", year: "year" };

/** Every fault, one sentence each. */
export function spanFaults(pack: Pack, question: Question): string[] {
  const { key, facts, span, stem, kind, card, options, parts = [], answer, accepts } = question;
  const faults: string[] = [];
  if (kind !== "date" || card !== null || options.length > 0) faults.push("a span that is not asked in two dates");
  if (facts.length !== 1 || key.length !== 2 || !span) return [...faults, "a span needs one fact and two ends"];
  const fact = factOf(pack, facts[0]!);
  if (!purposesIn(relationOf(pack, fact).frames, stem).includes("ask_span")) faults.push("the stem asks for no span");
  if (fact.negative) faults.push("the span of what was not so");
  const dates: string[] = [];
  for (const [place, side] of (["from", "to"] as const).entries()) {
    const value = readValue(key[place]!);
    const given = boundVerdict(pack, fact, side, value);
    if (given !== "T") faults.push(`${key[place]} is to be T as the end ${side}, and is ${given}`);
    if (value.kind !== "date") continue;
    dates.push(value.when.edtf);
    if (precisionOf(value.when.edtf) !== span[side]) faults.push(`${key[place]} is asked for to the ${span[side]}`);
    if (parts[place]?.value !== key[place] || parts[place]?.direction !== side || parts[place]?.fact !== fact.key)
      faults.push(`the end ${side} is not the part that it should be`);
  }
  const words = `from which ${asked[span.from]} to which ${asked[span.to]}`;
  if (!stem.toLowerCase().includes(words)) faults.push(`the stem does not ask ${words}`);
  if (dates[0] === dates[1]) faults.push("both ends are the same");
  if (!accepts.includes(answer)) faults.push("the answer itself is not accepted");
  return faults;
}

function precisionOf(edtf: string): string {
  if (edtf.startsWith("[")) return "between";
  return ["year", "month", "day"][edtf.replace(/^-/, "").split("-").length - 1]!;
}
