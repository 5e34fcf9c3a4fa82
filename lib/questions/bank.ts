/** All questions of a pack, and all that it refuses with the reasons. */
import { hash32 } from "../base/random.ts";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { distractorsFor } from "./distractors.ts";
import { askableOf, isRefusal } from "./form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "./forms.ts";
import type { Fault } from "./judge.ts";
import type { Wish } from "./kind.ts";
import type { Ask } from "./query.ts";
import type { Form, Kind, Question, Refusal } from "./question.ts";

/** Which questions are wanted: all, or only those of some kinds, forms, or one fact. */
export type Selection = {
  readonly seed: string;
  readonly kinds?: readonly Kind[];
  readonly forms?: readonly Form[];
  readonly fact?: string;
};

/** A question with the ask that it came from. */
export type Asked = { readonly ask: Ask; readonly question: Question };

/** Every question that the pack yields for a seed, one for each ask and kind, in the order of the facts' keys, then of the sets. */
export function* questionsOf(facts: Facts, selection: Selection): Generator<Question> {
  for (const { question } of askedOf(facts, selection)) yield question;
}

/** The same with their asks. */
export function* askedOf(facts: Facts, selection: Selection): Generator<Asked> {
  const printed = new Set<string>();
  for (const wanted of asksFor(facts, selection)) {
    const kinds = wanted.kinds.filter((kind) => selection.kinds?.includes(kind) ?? true);
    if (kinds.length === 0) continue;
    const query = queryOf(facts, wanted, selection.seed);
    if (isRefusal(query)) continue;
    if (selection.fact !== undefined && !query.facts.some(({ key }) => key === selection.fact)) continue;
    for (const kind of kinds) {
      const question = put(facts, query, wishOf(wanted, kind, selection.seed));
      if (isRefusal(question)) continue;
      // Two lists may say the same of one thing: it is printed once.
      const words = `${kind}\n${question.stem}\n${question.key.join()}\n${question.options.map(({ text }) => text).join("\n")}`;
      if (!printed.has(words)) yield { ask: wanted, question };
      printed.add(words);
    }
  }
}

/** Everything that was asked and refused: whole asks, the kinds in which a proved query cannot be put, facts that no form asks. */
export function* refusalsOf(facts: Facts, seed: string): Generator<Refusal> {
  for (const fact of facts.pack.facts) {
    const asks = asksOf(facts, fact);
    for (const wanted of asks) yield* refusalsOfAsk(facts, wanted, seed);
    if (asks.length > 0) continue;
    yield { kind: "refusal", form: "Q1", ...unaskedFault(facts, fact), facts: [fact.key] };
  }
  for (const wanted of asksOfSets(facts)) yield* refusalsOfAsk(facts, wanted, seed);
}

/** Now distant, now close options: at one closeness the same few would stand beside every key (check S6). */
function wishOf({ form, purpose, fact, variant }: Ask, kind: Kind, seed: string): Wish {
  const target = closenesses[hash32(`${seed}\n${form} ${purpose} ${fact} ${variant}\ncloseness`) % closenesses.length]!;
  return { ...plainWish(kind, seed), target, evenly: true };
}

/** New, days, weeks (question-engine 2.2). */
const closenesses = [0.35, 0.55, 0.75];

/** Why no form asks a fact: it may not be, it belongs to a set that nothing declares complete, or nothing words it. */
function unaskedFault(facts: Facts, fact: Fact): Fault {
  if (fact.negative || askableOf(facts, fact) === "no") return { reason: "not_askable", detail: "declared so" };
  const asksOfSet = Object.keys(facts.relation(fact.relation).frames).some((purpose) =>
    /_(?:members|missing|all)_/.test(purpose),
  );
  if (asksOfSet && !facts.listsOf(fact.key).some(({ complete }) => complete !== "no"))
    return {
      reason: "open_list",
      detail: "it is asked only as a member of a set, and no list declares the set complete",
    };
  return { reason: "no_frame", detail: "its relation has no frame that fits what is declared about it" };
}

function* refusalsOfAsk(facts: Facts, wanted: Ask, seed: string): Generator<Refusal> {
  const query = queryOf(facts, wanted, seed);
  if (isRefusal(query)) {
    yield query;
    return;
  }
  for (const kind of wanted.kinds) {
    const wish = wishOf(wanted, kind, seed);
    const question = put(facts, query, wish);
    if (isRefusal(question)) yield { ...question, detail: `${kind}: ${question.detail}` };
    if (kind !== "choice") continue;
    // Options that were kept out because they may be right under another name.
    for (const { guard, key, detail } of distractorsFor(facts, query, { ...wish, most: 3 }).dropped)
      if (guard === "G8" || guard === "G4")
        yield {
          kind: "refusal",
          form: wanted.form,
          reason: guard === "G8" ? "near_synonym" : "homonym",
          detail: `choice with ${key}: ${detail}`,
          facts: [wanted.fact],
        };
  }
}

function* asksFor(facts: Facts, { forms, fact }: Selection): Generator<Ask> {
  const fits = (wanted: Ask) => forms?.includes(wanted.form) ?? true;
  const some = fact === undefined ? facts.pack.facts : [facts.fact(fact)];
  for (const one of some) for (const wanted of asksOf(facts, one)) if (fits(wanted)) yield wanted;
  for (const wanted of asksOfSets(facts)) if (fits(wanted)) yield wanted;
}
