/** Logs of learners, drawn by chance. */
import fc from "fast-check";
import type { Rating } from "@/lib/questions/question.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import type { Logged } from "@/lib/study/fold.ts";
import { aCard, anAnswer, anEvent, logged } from "@/tests/support/study.ts";

/** Logs of up to 40 events on 3 cards by 2 devices, with undoes, overrides and the rest, not in order. */
export const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom<StudyEvent["kind"]>(
        "answer",
        "answer",
        "answer",
        "undo",
        "override",
        "suspend",
        "bury",
        "forget",
        "set_due",
      ),
      card: fc.integer({ min: 1, max: 3 }),
      rating: fc.constantFrom<Rating>("again", "hard", "good", "good", "easy"),
      // Few enough minutes that instants coincide and the rest of the order decides.
      minutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 * 1440 })),
      device: fc.constantFrom("a", "b"),
      target: fc.integer({ min: 0, max: 45 }),
      flag: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map((row, index): Logged => {
      const at = new Date(Date.UTC(2026, 0, 5) + row.minutes * 60_000).toISOString();
      const place = { id: `id-${index}`, deviceId: row.device, deviceSeq: index >> 1, at };
      const card = aCard(`f0${row.card}`);
      const review = { card, rating: row.rating, due: at, dueDay: at.slice(0, 10) };
      const target = `id-${row.target}`;
      switch (row.kind) {
        case "answer":
          return logged(anAnswer(place), [review], row.rating === "again" ? 0 : 1);
        case "override":
          return logged(anEvent("override", { ...place, target }), [{ ...review, rating: "good" }], 1);
        case "undo":
          return logged(anEvent("undo", { ...place, target }));
        case "suspend":
          return logged(anEvent("suspend", { ...place, card, suspended: row.flag }));
        case "set_due":
          return logged(anEvent("set_due", { ...place, card, due: "2027-01-01T12:00:00.000Z" }));
        default:
          return logged(anEvent(row.kind, { ...place, card }));
      }
    }),
  );
