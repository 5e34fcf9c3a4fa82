"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import type { Kind, PosedQuestion, Rating, Response } from "@/lib/questions/question.ts";
import { ChoiceInput } from "./choice.tsx";

/** What every kind of input takes. It knows a posed question and nothing of its key. */
export type QuestionInputProps = {
  readonly question: PosedQuestion;
  /** `answered`: called once, when the learner commits. `changed`: called at every change; the caller waits and saves. */
  readonly when?: "answered" | "changed";
  readonly onResponse: (response: Response) => void;
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
  order: () => import("./order.tsx"),
  flashcard: () => import("./flashcard.tsx"),
} as const;

const Typed = lazy<Input>(loaders.typed);
const Order = lazy<Input>(loaders.order);
const Flashcard = lazy<Input>(loaders.flashcard);

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
  switch (family) {
    case null:
      return ChoiceInput;
    case "typed":
      return Typed;
    case "order":
      return Order;
    case "flashcard":
      return Flashcard;
  }
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
    case "cloze":
      return "typed";
    case "order":
      return "order";
    case "flashcard":
      return "flashcard";
    case "match":
    case "timeline":
      throw new Error(`Questions of kind ${kind} are not asked yet`);
  }
}
