/** Things to be matched (Q12): every pair holds, every cross pair is false, and so is what is to spare for all of them. */
import { areApart, isSame } from "./kin.ts";
import { meant } from "./meant.ts";
import { type Fact, factOf, type Pack } from "./pack.ts";
import { type Question, readValue } from "./question.ts";
import { readingsOf } from "./readings.ts";
import { queryOf } from "./sense.ts";
import { type Place, verdictOfAll } from "./verdict.ts";

/** Every fault of a match; one prompt after the other, with every option, at every reading. */
export function matchFaults(pack: Pack, question: Question): string[] {
  const facts = question.facts.map((key) => factOf(pack, key));
  const prompts = (question.prompts ?? []).map(({ value, text }) => ({ text, value: readValue(value) }));
  const keys = question.key.map(readValue);
  const faults: string[] = [];
  if (prompts.length < 3 || prompts.length > 5) faults.push(`${prompts.length} pairs`);
  if (keys.length !== prompts.length) return [...faults, `${keys.length} keys for ${prompts.length} prompts`];
  if (question.options.length !== prompts.length + 1) faults.push("not one option to spare");
  if (new Set(question.key).size !== keys.length) faults.push("two prompts have the same answer");
  for (const [at, one] of prompts.entries())
    for (const other of prompts.slice(at + 1))
      if (!areApart(pack, one.value, other.value)) faults.push(`${one.text} and ${other.text} may be the same`);
  for (const [at, prompt] of prompts.entries()) {
    const own = pairOf(facts, prompt.value, keys[at]!);
    if (!own) {
      faults.push(`no fact pairs ${prompt.text} with ${question.key[at]}`);
      continue;
    }
    for (const option of question.options)
      for (const value of meant(pack, option.text, readValue(option.value))) {
        const wanted = option.value === question.key[at] ? "T" : "F";
        const query = queryOf(pack, question, own.fact, own.hole);
        const reading = readingsOf(pack).find((one) => verdictOfAll(pack, query, value, one) !== wanted);
        if (reading)
          faults.push(
            `${option.value} is to be ${wanted} of ${prompt.text} at every reading, and is not at: ${reading.name}`,
          );
      }
  }
  if (new Set(facts.map(({ relation }) => relation)).size !== 1) faults.push("a match across relations");
  return faults;
}

type Paired = { readonly fact: Fact; readonly hole: Place };

function pairOf(facts: readonly Fact[], prompt: Fact["subject"], key: Fact["subject"]): Paired | null {
  for (const fact of facts) {
    if (isSame(fact.subject, prompt) && isSame(fact.object, key)) return { fact, hole: "object" };
    if (isSame(fact.object, prompt) && isSame(fact.subject, key)) return { fact, hole: "subject" };
  }
  return null;
}
