/** Builders of what a learner does: everything that a test does not say is plain. */
import { createHash } from "node:crypto";
import type { Question, Response } from "@/lib/questions/question.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { aQuestion } from "./question.ts";

type Answer = Extract<StudyEvent, { kind: "answer" }>;

/** The UUID v7 that belongs to a name: tests that say "e1" twice mean the same event. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `0192f0c1-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

/** A question about one fact; its right answer is "right". */
export function questionAbout(fact: string, said: Partial<Question> = {}): Question {
  return aQuestion({
    id: `q-${fact}`,
    card: { fact, direction: "subject" },
    facts: [fact],
    key: ["e:right"],
    answer: "right",
    accepts: ["right"],
    stem: `Who is meant by ${fact}?`,
    ...said,
  });
}

/** An answer as a browser sends it: right, on device "d1", studying. */
export function anAnswer(name: string, hash: string, said: Partial<Answer> = {}): Answer {
  return {
    kind: "answer",
    id: idOf(name),
    deviceId: idOf("d1"),
    deviceSeq: 1,
    at: "2026-11-01T08:00:00.000Z",
    zone: "Europe/Berlin",
    rolloverHour: 4,
    question: hash,
    response: right,
    tookMs: 4_000,
    context: { mode: "study", helped: false, tooEasy: false, attempt: null },
    ...said,
  };
}

export const right: Response = { kind: "typed", text: "right" };
export const wrong: Response = { kind: "typed", text: "somebody else entirely" };

/** An undo or override of the event of that name. */
export function about(
  kind: "undo" | "override",
  name: string,
  target: string,
  said: Partial<StudyEvent> = {},
): StudyEvent {
  const { id, deviceId, deviceSeq, at, zone, rolloverHour } = anAnswer(name, "");
  return { kind, id, deviceId, deviceSeq, at, zone, rolloverHour, target: idOf(target), ...said } as StudyEvent;
}

/** An instant so many minutes after 1 November 2026, 08:00 UTC. */
export const after = (minutes: number): string => new Date(Date.UTC(2026, 10, 1, 8) + minutes * 60_000).toISOString();
