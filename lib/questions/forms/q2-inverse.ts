/** Q2, inverse look-up: `r(?, o)` without a date. "Which body laid the foundation for the mission?" */
import { objectKey } from "../../facts/facts.ts";
import { attributedHole } from "../attributed.ts";
import { askAbout, askableOf, type FormRules, kindsFor, kindsOfValue, refuse } from "../form.ts";
import { holeAt, holeQuery, soleFault } from "../hole.ts";
import { fillOf } from "../judge.ts";
import { timeVariants, undatedFault, variantsOf } from "../time-asked.ts";

export const inverse: FormRules = {
  form: "Q2",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const relation = facts.relation(fact.relation);
    // Where only members are asked, a single answer is tried once for an object that several share: it must be refused.
    if (relation.frames.ask_subject === undefined) {
      const shared = facts.factsTo({ object: objectKey(fact), relation: fact.relation });
      const isTried = relation.frames.ask_members_of_object !== undefined && shared.length > 1 && shared[0] === fact;
      const variant = fact.asOf ? timeVariants.snapshot : 0;
      return isTried ? [{ ...askAbout("Q2", fact, "ask_subject", "subject", ["typed"], { variant }), card: null }] : [];
    }
    const kinds = kindsFor(facts, fact, kindsOfValue(fillOf(fact, "subject")));
    // A holder at a date is Q3; here the time is that of a snapshot, or none.
    const variants = relation.temporal
      ? variantsOf(facts, fact).filter((variant) => variant === timeVariants.snapshot)
      : [0];
    return (variants.length > 0 ? variants : [0]).map((variant) =>
      askAbout("Q2", fact, "ask_subject", "subject", kinds, { variant }),
    );
  },

  resolve(facts, ask, seed) {
    const fact = facts.fact(ask.fact);
    const hole = holeAt(facts, fact, "subject", ask.variant, seed);
    if (!hole) return refuse(ask, undatedFault(fact));
    const fault = soleFault(facts, hole);
    if (fault?.reason === "contradiction") return attributedHole(facts, ask, hole) ?? refuse(ask, fault);
    return fault ? refuse(ask, fault) : holeQuery(facts, ask, hole);
  },
};
