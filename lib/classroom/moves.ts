/** What a correction does to marks: whose, by how much, in which question, and why. */
import type { Correcting } from "./correction.ts";
import { countedOf } from "./counted.ts";
import type { SlotResult } from "./results.ts";
import type { Counts } from "./terms.ts";

/** Marks of a quiz before or after a correction, as the results hold them. */
export type Marked = {
  readonly userId: string;
  readonly name: string;
  /** What counts; null while nothing is handed in. */
  readonly score: number | null;
  readonly attempts: readonly {
    readonly id: string;
    readonly number: number;
    readonly submittedAt: Date | null;
    readonly score: number;
    readonly result: { readonly slots: readonly SlotResult[] };
    readonly slots: readonly { readonly corrected?: { readonly steps: readonly { readonly by: Correcting }[] } }[];
  }[];
};

/**
 * Why a place's points move, or do not though its answer is worth less now: `right` it is worth more by the key as it is corrected, `wrong` less; `kept` less, but nothing is
 * taken away; `hand` another mark was given by hand, which stays; `share` another question was dropped.
 */
export type MoveReason = "right" | "wrong" | "kept" | "hand" | "everybody" | "dropped" | "share";

export type PlaceMove = {
  readonly attempt: number;
  /** Its place in the results, from 1. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  readonly why: MoveReason;
};

export type Move = {
  readonly userId: string;
  readonly name: string;
  /** Of what counts, late deductions taken off. */
  readonly from: number;
  readonly to: number;
  readonly places: readonly PlaceMove[];
};

/** Every student of whom anything moves or is kept, in the order given; running attempts are marked when they are handed in. */
export function movesOf(before: readonly Marked[], after: readonly Marked[]): Move[] {
  return before.flatMap((student, index): Move[] => {
    const then = after[index];
    if (then?.userId !== student.userId) throw new Error("Marks of other students were compared.");
    const places = student.attempts.flatMap((attempt, at): PlaceMove[] => {
      const next = then.attempts[at];
      if (!attempt.submittedAt || !next) return [];
      return attempt.result.slots.flatMap((was, slot): PlaceMove[] => {
        const now = next.result.slots[slot]!;
        const why = whyOf(was, now, newlyBy(attempt.slots[slot], next.slots[slot]));
        return why === null
          ? []
          : [{ attempt: attempt.number, place: slot + 1, from: was.points, to: now.points, why }];
      });
    });
    const { userId, name } = student;
    return places.length === 0 ? [] : [{ userId, name, from: student.score ?? 0, to: then.score ?? 0, places }];
  });
}

/** The same as they were when only these attempts were handed in, whatever came in since; what counted then counts by the rule given. */
export function markedOf(students: readonly Marked[], attempts: ReadonlySet<string>, counts: Counts): Marked[] {
  return students.map((student) => {
    const own = student.attempts.filter(({ id }) => attempts.has(id));
    return { ...student, attempts: own, score: countedOf(own, counts)?.score ?? null };
  });
}

type MarkedSlot = Marked["attempts"][number]["slots"][number];

/** How the question of a place was corrected in between; null where it was not. */
function newlyBy(was: MarkedSlot | undefined, now: MarkedSlot | undefined): Correcting | null {
  const [before, after] = [was?.corrected?.steps ?? [], now?.corrected?.steps ?? []];
  return after.length > before.length ? (after.at(-1)?.by ?? null) : null;
}

function whyOf(was: SlotResult, now: SlotResult, by: Correcting | null): MoveReason | null {
  if (by === null) return now.points === was.points ? null : "share";
  if (was.hand && was.hand.points !== null) return "hand";
  if (now.points === was.points) return now.fraction < was.fraction ? "kept" : null;
  if (by === "everybody" || by === "dropped") return by;
  return now.points > was.points ? "right" : "wrong";
}
