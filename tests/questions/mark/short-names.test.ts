/** A letter left out or two turned round, wherever it happens within a name of the packs: the marker reads it, and refuses none of them. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

/** One question for each name that is asked for. */
function asked(pack: string): Question[] {
  const byKey = new Map<string, Question>();
  for (const question of questionsOf(contentPack(pack), { seed: "slips", kinds: ["typed"] }))
    byKey.set(question.key[0]!, question);
  return [...byKey.values()];
}

/** Numerals, codes and suffixes bear no slip, and a short name none. */
const bearsNone = /\d|\p{Lu}{2}|\b(?:Jr|Sr|the|The)\b/u;
const bearsSlips = (name: string) => !bearsNone.test(name) && name.replace(/\P{L}/gu, "").length >= 6;

test.each(["nato-mission-iraq", "us-presidents", "chemical-elements"])(
  "%s: a slip within a name",
  { timeout: 60_000 },
  (pack) => {
    let tried = 0;
    const refused: string[] = [];
    // Every second letter: whatever goes wrong goes wrong beside it, too.
    for (const question of asked(pack))
      for (const name of question.accepts.filter(bearsSlips).slice(0, 3))
        for (let at = 1; at < name.length - 1; at += 2) {
          if (!/^\p{L}{3}$/u.test(name.slice(at - 1, at + 2))) continue;
          const left = name.slice(0, at) + name.slice(at + 1);
          const turned = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
          for (const text of [left, turned]) {
            const result = mark(question, { kind: "typed", text });
            tried++;
            if (result.kind === "marked" && result.fraction < 1 && result.mistakenFor === null)
              refused.push(`${text} for ${name}: ${question.stem}`);
          }
        }
    expect(tried).toBeGreaterThan(500);
    expect(refused).toEqual([]);
  },
);

test("letters that a name has not as many words for are no initials of it", () => {
  const flights = asked("nato-mission-iraq").filter(({ accepts }) => accepts.includes("NATO AWACS flights"));
  expect(flights).not.toEqual([]);
  for (const question of flights)
    for (const text of ["NAO AWACS flights", "NAT AWACS flights", "N. A. W. A. flights"])
      expect(mark(question, { kind: "typed", text }), text).not.toMatchObject({ fraction: 1, notes: [] });
});
