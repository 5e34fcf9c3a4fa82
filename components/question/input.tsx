"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import type { Kind, PosedQuestion, Rating, Response } from "@/lib/questions/question.ts";
import { ChoiceInput } from "./choice.tsx";

/** What every kind of input takes. It knows a posed question and nothing of its key. */
export type QuestionInputProps = {
  readonly question: PosedQuestion;
  /** `answered`: called once, when the learner commits. `changed`: called at every change; the caller waits and saves. */
  readonly when?: "answered" | "changed";
  /** `withHint`: a hint was asked for before. */
  readonly onResponse: (response: Response, withHint?: boolean) => void;
  /** What was given before, to start from. */
  readonly response?: Response | null;
  /** Id of the input's form, so that a submit button elsewhere belongs to it; must be unique on the page. */
  readonly formId: string;
  /** Do the options' keys work wherever the focus is? For one question on the screen. */
  readonly keys?: boolean;
  /** Put the focus where the answer begins. */
  readonly autoFocus?: boolean;
  /** Flashcards only: the back, shown when asked for, and how it may be rated. */
  readonly back?: ReactNode;
  readonly ratings?: readonly { readonly rating: Rating; readonly label: string; readonly next: string | null }[];
  readonly onTurned?: () => void;
};

type Input = ComponentType<QuestionInputProps>;

const loaders = {
  typed: () => import("./typed.tsx"),
  cloze: () => import("./cloze.tsx"),
  order: () => import("./order.tsx"),
  match: () => import("./match.tsx"),
  timeline: () => import("./timeline.tsx"),
  text: () => import("./free-text.tsx"),
  flashcard: () => import("./flashcard.tsx"),
} as const;

const inputs: Readonly<Record<keyof typeof loaders, Input>> = {
  typed: lazy<Input>(loaders.typed),
  cloze: lazy<Input>(loaders.cloze),
  order: lazy<Input>(loaders.order),
  match: lazy<Input>(loaders.match),
  timeline: lazy<Input>(loaders.timeline),
  text: lazy<Input>(loaders.text),
  flashcard: lazy<Input>(loaders.flashcard),
};

/** Takes a response to one question, whatever its kind; by keyboard, pointer, thumb and screen reader. */
export function QuestionInput(props: QuestionInputProps) {
  const Kind = inputOf(props.question.kind);
  return (
    <Suspense fallback={<div className="min-h-32" />}>
      <Kind {...props} />
    </Suspense>
  );
}

/** Fetches the input of a kind before it is needed, so that the next question appears within a frame. */
export function preloadInput(kind: Kind): void {
  const family = familyOf(kind);
  if (family) void loaders[family]();
}

function inputOf(kind: Kind): Input {
  const family = familyOf(kind);
  return family ? inputs[family] : ChoiceInput;
}

/** Kinds that share an input; null for what the first question may be, which is loaded with the page. */
function familyOf(kind: Kind): keyof typeof loaders | null {
  switch (kind) {
    case "choice":
    case "multi-select":
    case "true-false":
      return null;
    case "typed":
    case "number":
    case "date":
      return "typed";
    default:
      return kind;
  }
}
