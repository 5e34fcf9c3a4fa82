import "server-only";
import type { PoolClient } from "pg";
import { fits } from "../questions/mark.ts";
import type { Question } from "../questions/question.ts";
import { cardName } from "../study/card.ts";
import type { EventResult, EventsAnswer, StudyEvent } from "../study/event.ts";
import { cardsOf, decideBatch } from "./decide-batch.ts";
import { type Asked, type Before, lockLearner, readBefore, statementsFor } from "./event-log.ts";
import type { LoggedEvent } from "./event-rows.ts";
import { isRefused, mostEvents, type Received, type Refused, readEvent, refusal } from "./events.ts";
import { type Medians, readMedians } from "./medians.ts";
import { readQuestions } from "./questions-by-hash.ts";
import { refuse } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import { type Finish, inOrder, inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export { readBundle } from "./bundle.ts";

/**
 * Appends what a learner did to their log and moves their cards, in one short transaction. Each event is answered by itself: accepted,
 * a duplicate (with what was decided the first time), or refused with a reason; the order within the batch does not matter.
 * Returns the cards that were touched, as they are now. An event that is answered "accepted" is on disk.
 */
export async function recordEvents(viewer: Viewer, unsafeEvents: readonly unknown[], now: Date): Promise<EventsAnswer> {
  if (unsafeEvents.length > mostEvents) refuse(413, "too-many-events");
  const reads = unsafeEvents.map((unsafe) => readEvent(unsafe, now));
  const received = reads.filter((read): read is Received => !isRefused(read));
  if (received.length === 0) return { v: 1, results: reads as Refused[], cards: [] };
  const answered = received.flatMap(({ event }) => (event.kind === "answer" ? [event.question] : []));
  const [questions, medians] = await Promise.all([readQuestions(answered), readMedians(viewer.userId, now)]);
  return inTransaction((client, finish) =>
    append({ client, finish }, viewer, { reads, received, questions, medians }, now),
  );
}

type Batch = {
  readonly reads: readonly (Received | Refused)[];
  readonly received: readonly Received[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly medians: Medians;
};

async function append(
  { client, finish }: { readonly client: PoolClient; readonly finish: Finish },
  viewer: Viewer,
  batch: Batch,
  now: Date,
): Promise<EventsAnswer> {
  const { userId } = viewer;
  const { received, questions } = batch;
  const asked: Asked = {
    ids: received.flatMap(({ event }) => ("target" in event ? [event.id, event.target] : [event.id])),
    cards: received.flatMap(({ event }) => cardsOf(event, questions)),
    from: received.reduce((least, { event }) => (event.at < least ? event.at : least), "9"),
    questions: [...questions.keys()],
    now,
  };
  // In this order: what is read is read by a statement of its own that begins when the lock is held, and so sees what the last holder wrote.
  const [settings, before] = await inOrder<[Settings, Before]>(client, [
    () => lockLearner(client, userId),
    () => readBefore(client, userId, asked),
  ]);
  const { fresh, answers } = sift(batch, before);
  // "I was right" may have reviewed cards that its answer did not, and an undo of either takes that back: the question tells which.
  const spokenOf = fresh.some(({ event }) => "target" in event) ? before.known : [];
  const more = await readQuestions(
    spokenOf.flatMap(({ event }) => (event.kind === "answer" ? [event.question] : [])),
    client,
  );
  const decided = await decideBatch(client, userId, {
    ...{ fresh, before, settings, medians: batch.medians },
    questions: new Map([...questions, ...more]),
  });
  if (fresh.length > 0) await finish(statementsFor(userId, { receivedAt: now, ...decided }));
  const made = new Map(decided.events.map((logged) => [logged.event.id, logged]));
  const states = new Map(before.states.map((state) => [cardName(state.card), state]));
  for (const card of decided.gone) states.delete(cardName(card));
  for (const state of decided.states) states.set(cardName(state.card), state);
  return { v: 1, results: answers(made), cards: [...states.values()] };
}

type Sifted = {
  /** Events that the log does not hold yet and that may enter it. */
  readonly fresh: readonly Received[];
  /** The answer to every event sent, in the order sent, once the fresh ones have been decided. */
  readonly answers: (made: ReadonlyMap<string, LoggedEvent>) => EventResult[];
};

/** Tells new events from known ones and from those that may not enter the log. */
function sift({ reads, received, questions }: Batch, before: Before): Sifted {
  const known = new Map(before.known.map((logged) => [logged.event.id, logged]));
  const targets = new Map(before.known.map(({ event }) => [event.id, event.kind]));
  const fresh = new Map<string, Received>();
  const reasons = new Map<Received, Refused>();
  // What an override or undo refers to may stand behind it in the batch.
  for (const read of received.toSorted((a, b) => depth(a.event) - depth(b.event))) {
    const { event, bodyHash } = read;
    const twin = fresh.get(event.id) ?? known.get(event.id);
    if (twin) {
      if (twin.bodyHash !== bodyHash)
        reasons.set(read, refusal(event.id, "other-content", "This id was used for another event."));
      continue;
    }
    const refused = refusalOf(read, questions, before, targets);
    if (refused) reasons.set(read, refused);
    else {
      fresh.set(event.id, read);
      targets.set(event.id, event.kind);
    }
  }
  const answers: Sifted["answers"] = (made) =>
    reads.map((read) => {
      if (isRefused(read)) return read;
      const refused = reasons.get(read);
      if (refused) return refused;
      const { id } = read.event;
      const logged = made.get(id) ?? known.get(id);
      const status = fresh.get(id) === read ? "accepted" : "duplicate";
      return { id, status, fraction: logged!.fraction, reviews: logged!.reviews };
    });
  return { fresh: [...fresh.values()], answers };
}

/** An undo may refer to an override, and that to an answer. */
const depth = ({ kind }: StudyEvent): number => (kind === "undo" ? 2 : kind === "override" ? 1 : 0);

function refusalOf(
  { event }: Received,
  questions: ReadonlyMap<string, Question>,
  before: Before,
  targets: ReadonlyMap<string, StudyEvent["kind"]>,
): Refused | null {
  if (event.kind === "override" && targets.get(event.target) !== "answer")
    return refusal(event.id, "unknown-target", "No answer of this learner has the id that is named.");
  if (event.kind === "undo" && (targets.get(event.target) ?? "undo") === "undo")
    return refusal(
      event.id,
      "unknown-target",
      "Nothing that this learner did and that can be undone has the id that is named.",
    );
  if (event.kind !== "answer") return null;
  const question = questions.get(event.question);
  // A question of a quiz that is still open is as good as unknown: its mark would tell the key.
  if (!question || before.reserved.has(event.question))
    return refusal(event.id, "unknown-question", "No question was issued under this hash.");
  return fits(question.kind, event.response)
    ? null
    : refusal(event.id, "invalid", `response.kind: a question of kind ${question.kind} is not answered so`);
}
