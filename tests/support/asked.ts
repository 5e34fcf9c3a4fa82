/** What is asked of a pack, for tests of questions. */
import type { Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "@/lib/questions/forms.ts";
import type { Ask } from "@/lib/questions/query.ts";
import type { Question, Refusal } from "@/lib/questions/question.ts";

/** Every question of a pack, drawn by a seed. */
export function questionsIn(pack: Pack, seed = "1"): Question[] {
  return [...questionsOf(indexPack(pack), { seed })];
}

/** The first ask that is meant, put as a kind of question, or why it is not; throws where nothing asks it. */
export function firstPut(pack: Pack, isMeant: (ask: Ask) => boolean, kind: Question["kind"]): Question | Refusal {
  const facts = indexPack(pack);
  const ask = [...pack.facts.flatMap((fact) => asksOf(facts, fact)), ...asksOfSets(facts)].find(isMeant);
  if (!ask) throw new Error("no such ask");
  const query = queryOf(facts, ask, "1");
  return isRefusal(query) ? query : put(facts, query, plainWish(kind, "1"));
}
