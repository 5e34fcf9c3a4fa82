import "server-only";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type Beside, claimsBeside } from "../facts/rivals.ts";
import { type FactLine, factLine } from "../progress/fact-line.ts";
import { type AskedAbout, byStem, questionsAbout } from "../questions/asked-about.ts";
import type { Strip } from "../questions/question.ts";
import { spanOfValue, stripOf } from "../questions/strip.ts";
import { type EditionLine, lineOf } from "./browse.ts";
import { readEdition } from "./packs.ts";
import { readStandings } from "./standings.ts";
import type { Viewer } from "./viewer.ts";

/** A fact with what is beside it and what is asked about it. */
export type FactPage = EditionLine & {
  readonly fact: FactLine & {
    readonly topic: string;
    readonly importance: Fact["importance"];
    /** The one document that says so, where somebody has looked through the others; as it is cited. */
    readonly onlyIn: string | null;
  };
  readonly beside: readonly { readonly how: Beside["how"]; readonly claim: FactLine }[];
  /** Its span, and those of the claims beside it; null where it has none. */
  readonly strip: Strip | null;
  readonly asked: readonly AskedAbout[];
};

/** The questions shown are those of one seed: whoever comes back finds the same. */
const seed = "0";

/**
 * A fact as everybody may read it; null when there is no such pack or fact, and no less when an open quiz of the viewer asks it: who is
 * asked for it is not told that it is asked (docs/decisions/010-facts-put-away.md).
 */
export async function readFact(
  viewer: Viewer | null,
  { pack, fact: key }: { readonly pack: string; readonly fact: string },
  now: Date,
): Promise<FactPage | null> {
  const edition = await readEdition(viewer, pack, now);
  const fact = edition?.facts.pack.facts.find((one) => one.key === key);
  if (!edition || !fact || edition.reserved.facts.has(key)) return null;
  const { facts, reserved } = edition;
  const beside = claimsBeside(facts, fact).filter((claim) => !reserved.facts.has(claim.fact.key));
  const all = [fact, ...beside.map((claim) => claim.fact)];
  const standings = await readStandings(viewer, facts, all, now);
  const [own, ...others] = all.map((one) => factLine(facts, one, standings));
  const questions = questionsAbout(facts, fact, seed);
  return {
    ...lineOf(edition),
    fact: {
      ...own!,
      topic: facts.topic(fact.topic).title,
      importance: fact.importance,
      onlyIn: fact.onlyIn === null ? null : facts.source(fact.onlyIn).cite,
    },
    beside: beside.map(({ how }, place) => ({ how, claim: others[place]! })),
    strip: stripOf(
      all.map((one) => spanOfFact(facts, one)),
      null,
    ),
    asked: byStem(questions.filter((question) => !reserved.tells(question))),
  };
}

/** A fact's own time as a span: under its subject's name, which is what tells it from the claims beside it. */
function spanOfFact(facts: Facts, fact: Fact) {
  const span = spanOfValue(facts, { kind: "entity", entity: fact.subject }, fact);
  return span && { ...span, value: `f:${fact.key}` };
}
