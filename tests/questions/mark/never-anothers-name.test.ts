/** However freely a name may be written, a name of another thing of its sort is not right, with whatever words before or behind it. */
import { expect, test } from "vitest";
import { plainName } from "@/lib/facts/names.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import { namesOfEntity } from "@/lib/questions/near-names.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

/** What may stand around a name; each pair of things is tried with one of them, in turn. */
const around = [
  (name: string) => name,
  (name: string) => `by ${name}`,
  (name: string) => `The ${name}`,
  (name: string) => `${name.split(" ").at(-1)}, ${name.split(" ").slice(0, -1).join(" ")}`,
  (name: string) => `${name} (the right one)`,
  (name: string) => `${name} / ${name}`,
];

const lastWord = (name: string) => plainName(name).split(" ").at(-1)!;

test.each(everyPack())(
  "%s",
  (_, facts) => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    let [turn, skipped] = [0, 0];
    for (const question of questionsOf(facts, { seed: "another", forms: ["Q1", "Q2", "Q7"], kinds: ["typed"] })) {
      const key = question.key[0]!.slice(2);
      const slot = `${key} ${facts.fact(question.facts[0]!).relation}`;
      if (!key || seen.has(slot)) continue;
      seen.add(slot);
      const own = facts.entity(key);
      const { type } = own;
      // Of things also what the stem makes a name: "military", beside civilian advisers, is no name of the forces there.
      const added = own.surname === null ? question.near.filter(({ value }) => question.key.includes(value)) : [];
      const names = new Set([...namesOfEntity(own), ...added.map(({ text }) => text)].map(plainName));
      const words = new Set([...names].map(lastWord));
      for (const other of facts.entitiesOfType(type)) {
        if (other.key === key) continue;
        for (const name of namesOfEntity(other)) {
          // Those that end in the same word all, and one in a hundred and twenty of the rest.
          if (!words.has(lastWord(name)) && ++skipped % 120 > 0) continue;
          // A name of both is answered by "which one?", or is the one's that the stem can mean.
          if (names.has(plainName(name))) continue;
          const typed = around[turn++ % around.length]!(name);
          const result = mark(question, { kind: "typed", text: typed });
          if (result.kind === "marked" && result.fraction > 0) wrong.push(`${question.stem} ${typed}`);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  },
  20_000,
);
