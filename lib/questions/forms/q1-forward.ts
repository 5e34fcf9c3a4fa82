/** Q1, forward look-up: `r(s, ?)`. "Which country was Per Olsen from?", "How many courses were held?" */
import { attributedHole } from "../attributed.ts";
import { askAbout, askableOf, type FormRules, kindsFor, kindsOfValue, refuse, setAsk } from "../form.ts";
import { holeAt, holeQuery, soleFault } from "../hole.ts";

import { undatedFault, variantsOf } from "../time-asked.ts";
import { frameOf, listQuery } from "./listed.ts";
import { membersOf } from "./members.ts";

export const forward: FormRules = {
  form: "Q1",

  asksOf(facts, fact) {
    if (fact.negative || fact.object.kind === "date" || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    const isQuantity = fact.object.kind === "number" || fact.object.kind === "vague";
    const purpose = isQuantity && frames.ask_number ? "ask_number" : "ask_object";
    if (frames[purpose] === undefined) return [];
    const kinds = kindsFor(facts, fact, kindsOfValue(fact.object));
    const variants = variantsOf(facts, fact);
    return (variants.length > 0 ? variants : [0]).map((variant) =>
      askAbout("Q1", fact, purpose, "object", kinds, { variant }),
    );
  },

  /** The whole of a complete set is one answer too: it is recalled at once, and each member is a part. */
  asksOfList(facts, list) {
    const members = membersOf(facts, list);
    const purpose = list.members === "object" ? "ask_all_of_subject" : "ask_all_of_object";
    if (list.complete === "no" || members.length < 2 || frameOf(facts, list, purpose) === undefined) return [];
    if (members.some(({ fact }) => askableOf(facts, fact) === "no")) return [];
    return [setAsk("Q1", members[0]!.fact, purpose, list.key, 0, ["flashcard"])];
  },

  resolve(facts, ask, seed) {
    if (ask.list !== null) return listQuery(facts, ask, facts.list(ask.list), seed);
    const fact = facts.fact(ask.fact);
    const hole = holeAt(facts, fact, "object", ask.variant, seed);
    if (!hole) return refuse(ask, undatedFault(fact));
    const fault = soleFault(facts, hole);
    if (fault?.reason === "contradiction") return attributedHole(facts, ask, hole) ?? refuse(ask, fault);
    return fault ? refuse(ask, fault) : holeQuery(facts, ask, hole);
  },
};
