/** Builders of what a session is made of: cards with typed and chosen questions that anybody can answer by their fact's name. */
import type { Form, Question } from "@/lib/questions/question.ts";
import type { Bundle, BundleCard, CardState, KeptQuestion } from "@/lib/study/event.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { anOption, aQuestion } from "./question.ts";
import { aCard } from "./study.ts";

/** Typed: the right answer is the fact's name, in capitals. */
export function kept(fact: string, form: Form = "Q3", said: Partial<Question> = {}): KeptQuestion {
  const name = `Name of ${fact}`;
  const question = aQuestion({
    id: `${fact}-${form}-${said.kind ?? "typed"}`,
    form,
    card: { fact, direction: "subject" },
    facts: [fact],
    key: [`e:${fact}`],
    answer: name,
    accepts: [name],
    ...said,
  });
  return { hash: `hash-${question.id}`, question };
}

/** A choice between the fact and a wrong one. */
export function keptChoice(fact: string): KeptQuestion {
  return kept(fact, "Q1", { kind: "choice", options: [anOption(`e:${fact}`, true), anOption("e:wrong", false)] });
}

export function aBundleCard(
  fact: string,
  state: Partial<CardState> | null = null,
  questions?: KeptQuestion[],
): BundleCard {
  const card = aCard(fact);
  const full: CardState | null = state && {
    card,
    stability: 10,
    difficulty: 5,
    rung: 2,
    reps: 3,
    lapses: 0,
    rightInRow: 3,
    produced: true,
    lastRating: "good",
    lastAt: "2025-12-26T12:00:00.000Z",
    lastDay: "2025-12-26",
    due: "2026-01-05T04:00:00.000Z",
    dueDay: "2026-01-05",
    cap: null,
    suspended: false,
    buriedUntil: null,
    ...state,
  };
  return { card, state: full, isNew: !full, questions: questions ?? [kept(fact), kept(fact, "Q4")] };
}

export function aBundle(cards: readonly BundleCard[], said: Partial<Bundle> = {}): Bundle {
  return {
    v: 1,
    pack: { key: "nato-mission-iraq", title: "NATO Mission Iraq", revision: "0".repeat(64) },
    learner: null,
    now: "2026-01-05T12:00:00.000Z",
    today: "2026-01-05",
    settings: { zone: "UTC", rolloverHour: 4, newPerDay: 20, fourButtons: false },
    parameters: defaultParameters,
    mode: "study",
    cards,
    composites: [],
    newLeft: 20,
    dueCount: 0,
    medianMs: {},
    ...said,
  };
}
