import "server-only";
import type { Facts } from "../facts/facts.ts";
import { cardsOf } from "../questions/cards.ts";
import type { Form, Kind } from "../questions/question.ts";
import { cardName, isNew } from "../study/card.ts";
import { type Day, learnerDay } from "../study/day.ts";
import type { Bundle, CardState } from "../study/event.ts";
import { type Link, linksOf } from "../study/links.ts";
import { countDue } from "../study/queue.ts";
import { cardsToStudy, type Drawn } from "./bundle-cards.ts";
import { readStanding } from "./cards.ts";
import { readMedians } from "./medians.ts";
import { factsFor } from "./packs.ts";
import { cardsToPractise } from "./practice-cards.ts";
import { storeQuestions } from "./questions.ts";
import { type Reserved, readReserved } from "./reserved.ts";
import { readSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";

/** What a session is asked to hold. */
export type BundleOptions = {
  readonly pack: string;
  readonly mode: "study" | "practice";
  /** Only these topics; all when absent. */
  readonly topics?: readonly string[];
  /** Practice: only these kinds and forms; all when absent. */
  readonly kinds?: readonly Kind[];
  readonly forms?: readonly Form[];
  /** Cards, at most; 1..100. */
  readonly count: number;
  /** The browser's zone, which counts until the learner has chosen one. */
  readonly zone?: string;
};

/** What the cards of a session are drawn from. */
export type Scope = {
  readonly facts: Facts;
  /** The cards that may be asked, by `cardName`. */
  readonly links: ReadonlyMap<string, Link>;
  readonly states: readonly CardState[];
  readonly reserved: Reserved;
  readonly today: Day;
  readonly newLeft: number;
  readonly options: BundleOptions;
};

/**
 * What a session needs to be studied without a connection: cards in the order in which they are asked, their questions with the
 * keys, settings and parameters. A stranger gets new cards. Nothing that an open quiz of the viewer asks is in it.
 * Null when there is no such pack. Stores the snapshots of the questions it hands out: docs/decisions/003-bundles-store-questions.md.
 */
export async function readBundle(viewer: Viewer | null, options: BundleOptions, now: Date): Promise<Bundle | null> {
  return bundleOf(viewer, options, now, (scope) =>
    options.mode === "study" ? cardsToStudy(scope) : cardsToPractise(scope, now.toISOString()),
  );
}

/** The same with what `draw` makes of the scope: it must leave out what the scope reserves. */
export async function bundleOf(
  viewer: Viewer | null,
  options: BundleOptions,
  now: Date,
  draw: (scope: Scope) => Drawn,
): Promise<Bundle | null> {
  const facts = await factsFor(options.pack);
  if (!facts) return null;
  const settings = await readSettings(viewer, options.zone);
  const { zone, rolloverHour, newPerDay } = settings.learner;
  const today = learnerDay(now, zone, rolloverHour);
  const [{ states, introduced }, reserved, medianMs] = await Promise.all([
    viewer ? readStanding(viewer, options.pack, today, settings.learner) : { states: [], introduced: 0 },
    readReserved(viewer, facts, now),
    viewer ? readMedians(viewer.userId, now) : {},
  ]);
  const newLeft = Math.max(0, newPerDay - introduced);
  const links = linksInScope(facts, options, reserved);
  const scope: Scope = { facts, links, states, reserved, today, newLeft, options };
  return {
    v: 1,
    pack: { key: facts.pack.key, title: facts.pack.title, revision: facts.revision },
    learner: viewer && { id: viewer.userId, name: viewer.name, guest: viewer.guest },
    now: now.toISOString(),
    today,
    settings: settings.learner,
    parameters: settings.parameters,
    mode: options.mode,
    ...(await kept(draw(scope))),
    newLeft,
    dueCount: countDue(
      states.filter(({ card }) => links.has(cardName(card))),
      today,
    ),
    medianMs,
  };
}

/** The same, with every question under the hash by which any later answer will name it. */
async function kept({ cards, composites }: Drawn): Promise<Pick<Bundle, "cards" | "composites">> {
  const questions = [...cards.flatMap((card) => card.questions), ...composites];
  const hashes = await storeQuestions(questions);
  const hashOf = new Map(questions.map((question, index) => [question, hashes[index]!]));
  const keep = (question: (typeof questions)[number]) => ({ hash: hashOf.get(question)!, question });
  return {
    cards: cards.map(({ card, state, questions: put }) => ({
      card,
      state,
      isNew: isNew(state),
      questions: put.map(keep),
    })),
    composites: composites.map(keep),
  };
}

/** Links of a whole pack, made once for each revision in memory. */
const linksOfFacts = new WeakMap<Facts, ReadonlyMap<string, Link>>();

function linksInScope(facts: Facts, { topics }: BundleOptions, reserved: Reserved): ReadonlyMap<string, Link> {
  let links = linksOfFacts.get(facts);
  if (!links) {
    links = linksOf(
      facts.pack,
      cardsOf(facts).map(({ card }) => card),
    );
    linksOfFacts.set(facts, links);
  }
  if (!topics && reserved.facts.size === 0) return links;
  const isWanted = ({ card }: Link) =>
    !reserved.facts.has(card.fact) && (topics?.includes(facts.fact(card.fact).topic) ?? true);
  return new Map([...links].filter(([, link]) => isWanted(link)));
}
