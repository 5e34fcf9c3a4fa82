/** Gaps, pairs and places on a line, over every pack: what each promises, read off the questions themselves. */
import { describe, expect, test } from "vitest";
import { parseDate } from "@/lib/facts/dates.ts";
import type { Fact } from "@/lib/facts/fact.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { before } from "@/lib/facts/time.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import type { Confusions } from "@/lib/questions/candidates.ts";
import { ask as askFor, asksOf, plainWish } from "@/lib/questions/forms.ts";
import { mark } from "@/lib/questions/mark.ts";
import { atStart, gap, type Mark, type Question } from "@/lib/questions/question.ts";
import { contentPack, everyPack } from "@/tests/support/content-packs.ts";
import { lanternIsles } from "@/tests/support/fictional-pack.ts";

const seeds = ["1", "2"];
const packs = everyPack();
const nmi = packs.find(([name]) => name === "nato-mission-iraq")![1];

function* asked(facts: Facts, kind: Question["kind"]): Generator<Question> {
  for (const seed of seeds) yield* questionsOf(facts, { seed, kinds: [kind] });
}

const worth = (result: Mark) => String(result.kind === "marked" ? result.fraction : result.note);

const startOf = ({ object, from }: Fact) =>
  object.kind === "date" ? object.date : from.kind === "date" ? from.date : null;

describe.each(packs)("%s", { timeout: 20_000 }, (_, facts) => {
  test("a gap stands where the name stood, and nothing else of the sentence names it", () => {
    const marked = new Set<string>();
    for (const question of asked(facts, "cloze")) {
      const { stem, answer, cue, accepts } = question;
      expect(stem.split(gap), stem).toHaveLength(2);
      expect(stem).toMatch(/\.$/);
      for (const name of accepts) expect(` ${stem.toLowerCase()} `).not.toContain(` ${name.toLowerCase()} `);
      // The cue has a line for every letter but the first of each word, and no other letter.
      expect(answer.replace(/^the /i, "").split(" ")).toHaveLength(cue!.text.split(" ").length);
      for (const word of cue!.text.split(" ")) expect(word.slice(1)).not.toMatch(/[\p{L}\p{N}]/u);
      if (marked.has(question.key[0]!)) continue;
      marked.add(question.key[0]!);
      expect(mark(question, { kind: "typed", text: answer }), answer).toMatchObject({ fraction: 1 });
      // A surname that two of the pack share is asked for again.
      for (const text of accepts)
        expect(worth(mark(question, { kind: "typed", text })), text).toMatch(/^(1|which-one)$/);
    }
  });

  test("a match has three to five pairs and one to spare, each side without a namesake; its pairs mark 1, exchanged ones less", () => {
    for (const question of asked(facts, "match")) {
      const { prompts = [], options, key, parts } = question;
      expect(prompts.length).toBeGreaterThanOrEqual(3);
      expect(prompts.length).toBeLessThanOrEqual(5);
      expect(options).toHaveLength(prompts.length + 1);
      expect(options.filter(({ right }) => !right)).toHaveLength(1);
      for (const side of [prompts, options]) expect(new Set(side.map(({ text }) => text)).size).toBe(side.length);
      expect(new Set(key).size).toBe(key.length);
      expect(parts.map(({ value }) => value)).toEqual(prompts.map(({ value }) => value));
      for (const [place, part] of parts.entries()) {
        const fact = facts.fact(part.fact);
        expect(`e:${fact.subject}`).toBe(prompts[place]!.value);
        const object = fact.object.kind === "entity" ? `e:${fact.object.entity}` : null;
        if (object) expect(key[place]).toBe(object);
      }
      const pairs = prompts.map(({ value: prompt }, place) => ({ prompt, value: key[place]! }));
      expect(mark(question, { kind: "match", pairs })).toMatchObject({ fraction: 1 });
      const turned = pairs.map(({ prompt }, place) => ({ prompt, value: key[(place + 1) % key.length]! }));
      expect(mark(question, { kind: "match", pairs: turned })).toMatchObject({ fraction: 0 });
    }
  });

  test("a line has two to five anchors, surely one after another, and the thing surely in the gap of the key", () => {
    for (const question of asked(facts, "timeline")) {
      const { options, prompts = [], key } = question;
      expect(prompts).toHaveLength(1);
      expect(options[0]!.value).toBe(atStart);
      expect(options.length - 1).toBeGreaterThanOrEqual(2);
      expect(options.length - 1).toBeLessThanOrEqual(5);
      const dateOf = (value: string) =>
        startOf(question.facts.map((name) => facts.fact(name)).find(({ subject }) => `e:${subject}` === value)!)!;
      const anchors = options.slice(1).map(({ value }) => dateOf(value));
      for (const [place, date] of anchors.entries()) {
        expect(options[place + 1]!.when).toBeTruthy();
        if (place > 0) expect(before(anchors[place - 1]!, date)).toBe(true);
      }
      const at = options.findIndex(({ value }) => value === key[0]);
      expect(options.filter(({ right }) => right).map(({ value }) => value)).toEqual(key);
      const thing = dateOf(prompts[0]!.value);
      for (const [place, date] of anchors.entries())
        expect(place < at ? before(date, thing) : before(thing, date), question.stem).toBe(true);
      // Neither the stem nor the anchors print the date that is asked for.
      expect(parseDate(thing.edtf)).not.toBeNull();
      expect(question.stem).not.toMatch(/\d{4}/);
    }
  });
});

describe("what is not asked so", () => {
  const refused = (facts: Facts, kind: string) =>
    [...refusalsOf(facts, "1")].filter(
      ({ detail, form }) => detail.startsWith(`${kind}:`) || (kind === "match" && form === "Q12"),
    );

  test("a gap that each of a set would fill, or that does not say what it wants", () => {
    const reasons = refused(nmi, "cloze").map(({ reason, facts }) => `${reason} ${facts.join()}`);
    expect(reasons).toContain("two_keys coalition-member");
    expect(reasons).toContain("no_frame naples-operational");
  });

  test("pairs of two events of one month", () => {
    const shared = refused(nmi, "match").find(
      ({ facts }) => facts.length === 2 && facts.includes("beyond-baghdad-date"),
    )!;
    expect(shared).toMatchObject({ reason: "not_one_to_one" });
    expect([...shared.facts].sort()).toEqual(["beyond-baghdad-date", "more-institutions-date"]);
  });

  test("pairs where nothing says that a subject has one object only", () => {
    const pack = lanternIsles();
    const frames = { ask_match: "Match each light with the isle on which it stands." };
    const withMatch = (objectsPerSubject: "one" | "many") =>
      indexPack({
        ...pack,
        relations: pack.relations.map((relation) =>
          relation.key === "stands-on"
            ? { ...relation, objectsPerSubject, frames: { ...relation.frames, ...frames } }
            : relation,
        ),
      });
    expect([...questionsOf(withMatch("many"), { seed: "1", kinds: ["match"] })]).toEqual([]);
    expect(refused(withMatch("many"), "match").map(({ reason }) => reason)).toContain("not_one_to_one");
  });

  test("a line of commanders without the sentence that asks for a place", () => {
    const { pack } = contentPack("nato-mission-iraq");
    const facts = indexPack({
      ...pack,
      relations: pack.relations.map((relation) => {
        const { ask_place: _, ...frames } = relation.frames;
        return { ...relation, frames };
      }),
    });
    const lines = [...questionsOf(facts, { seed: "1", kinds: ["timeline"] })];
    expect(lines.length).toBeGreaterThan(0);
    for (const { stem } of lines) expect(stem).toContain("earliest first, where does");
  });
});

describe("a choice of two", () => {
  const country = { fact: "country-lollesgaard", direction: "subject" } as const;
  const ask = asksOf(nmi, nmi.fact(country.fact)).find(
    ({ card, kinds }) => card?.direction === "subject" && kinds.includes("choice"),
  )!;
  const put = (confusions: Confusions, options: 2 | 4) =>
    askFor(nmi, ask, { ...plainWish("choice", "1"), options, confusions });

  test("is put only for a pair that the learner has mixed up twice", () => {
    expect(put({}, 2)).toMatchObject({ kind: "refusal", reason: "no_distractor" });
    expect(put({ "e:nld": 1 }, 2)).toMatchObject({ kind: "refusal" });
    const contrast = put({ "e:nld": 2 }, 2);
    expect(contrast).toMatchObject({ kind: "choice", contrast: true });
    if (contrast.kind === "refusal") throw new Error(contrast.detail);
    expect(contrast.options.map(({ value }) => value).sort()).toEqual(["e:dnk", "e:nld"]);
  });

  test("is no contrast where there is more to choose from", () => {
    expect(put({ "e:nld": 2 }, 4)).not.toHaveProperty("contrast");
  });
});

describe("several of many", () => {
  const all = seeds.flatMap((seed) =>
    packs.flatMap(([, facts]) => [...questionsOf(facts, { seed, kinds: ["multi-select"] })]),
  );

  test("one in three or so leaves the number open, and says so; the others announce it", () => {
    const open = all.filter(({ choose }) => choose === null);
    expect(open.length / all.length).toBeGreaterThan(0.15);
    expect(open.length / all.length).toBeLessThan(0.5);
    for (const { stem } of open) expect(stem).toMatch(/^Choose one or more: .*\bof these\b/);
    for (const { stem, choose, key } of all)
      if (choose !== null) {
        expect(choose).toBe(key.length);
        expect(stem).not.toContain("one or more");
      }
  });

  test("has two wrong options at least, and no fewer than one less than right ones", () => {
    for (const { options, key } of all) {
      const wrong = options.length - key.length;
      expect(wrong).toBeGreaterThanOrEqual(Math.max(2, key.length - 1));
    }
  });
});
