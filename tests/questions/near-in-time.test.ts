/** Wrong options are near in time and in role: nobody of another century beside a holder of today, no date that is ruled out at sight. */
import { describe, expect, test } from "vitest";
import { parseDate } from "@/lib/facts/dates.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const presidents = contentPack("us-presidents");
const mission = contentPack("nato-mission-iraq");
const seeds = ["1", "2", "3"];
const year = 365.25;

const known = new Map(
  [presidents, mission].map((facts) => [
    facts,
    seeds.flatMap((seed) => [
      ...questionsOf(facts, { seed, forms: ["Q1", "Q2", "Q3", "Q4", "Q7", "Q10", "Q13"], kinds: ["choice"] }),
    ]),
  ]),
);
const choices = (facts: typeof presidents, forms: readonly Question["form"][]) =>
  known.get(facts)!.filter(({ form }) => forms.includes(form));

/** The first and last day of all terms of somebody in a relation. */
function terms(relation: string, person: string): readonly (readonly [number, number])[] {
  return presidents
    .factsOf({ subject: person, relation })
    .map(({ from, to, asOf }) => [
      from.kind === "date" ? from.date.first : 0,
      to.kind === "date" ? to.date.last : asOf!.last,
    ]);
}

describe("on a day asked", () => {
  const asked = choices(presidents, ["Q3"]).filter(({ time }) => time.kind === "on");

  test("every option held the same office, within forty years of the day", () => {
    expect(asked.length).toBeGreaterThan(400);
    const far = asked.flatMap(({ facts, options, time, stem }) => {
      const { relation } = presidents.fact(facts[0]!);
      const day = parseDate((time as { edtf: string }).edtf)!.first;
      return options.flatMap(({ value, text }) => {
        const gaps = terms(relation, value.slice(2)).map(([from, to]) => Math.max(0, from - day, day - to));
        return Math.min(...gaps) > 40 * year ? [`${stem} ${text}`] : [];
      });
    });
    expect(far).toEqual([]);
  });

  test("in the mean they held it within fifteen years of the day", () => {
    const gaps = asked.flatMap(({ facts, options, time }) => {
      const { relation } = presidents.fact(facts[0]!);
      const day = parseDate((time as { edtf: string }).edtf)!.first;
      return options
        .filter(({ right }) => !right)
        .map(({ value }) =>
          Math.min(...terms(relation, value.slice(2)).map(([from, to]) => Math.max(0, from - day, day - to))),
        );
    });
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(15 * year);
  });

  test("under whom somebody served: two of three others were president within twenty years of the day", () => {
    const served = choices(presidents, ["Q1"]).filter(
      ({ time, stem, options }) => time.kind === "on" && /^Under which/.test(stem) && options.length === 4,
    );
    expect(served.length).toBeGreaterThan(40);
    const far = served.filter(({ options, time }) => {
      const day = parseDate((time as { edtf: string }).edtf)!.first;
      const near = options.filter(
        ({ value, right }) =>
          !right &&
          terms("president-of", value.slice(2)).some(([from, to]) => from - day < 20 * year && day - to < 20 * year),
      );
      return near.length < 2;
    });
    expect(far.map(({ stem, options }) => [stem, ...options.map(({ text }) => text)].join(" | "))).toEqual([]);
  });
});

test("without a day asked, options were about in the time of the key: parties, ways into office, who served under whom", () => {
  const era = (person: string) => {
    const days = ["president-of", "vice-president-of"].flatMap((relation) => terms(relation, person)).flat();
    return [Math.min(...days), Math.max(...days)] as const;
  };
  const far = choices(presidents, ["Q1", "Q2", "Q4", "Q7", "Q13"])
    .filter(({ stem }) => !/ born /.test(stem))
    .filter(({ options }) =>
      options.every(({ value }) => value.startsWith("e:") && presidents.entity(value.slice(2)).type === "person"),
    )
    .flatMap(({ key, options, stem }) => {
      const [first, last] = era(key[0]!.slice(2));
      return options.flatMap(({ value, text }) => {
        const [from, to] = era(value.slice(2));
        return Math.max(0, from - last, first - to) > 60 * year ? [`${stem} ${text}`] : [];
      });
    });
  expect(far).toEqual([]);
});

test("which of these was born first is asked of contemporaries", () => {
  const birth = (value: string) => {
    const { object } = presidents.factsOf({ subject: value.slice(2), relation: "born" })[0]!;
    return object.kind === "date" ? object.date.first : Number.NaN;
  };
  const asked = choices(presidents, ["Q10"]).filter(({ stem }) => /born (?:first|last)\?$/.test(stem));
  expect(asked.length).toBeGreaterThan(3);
  for (const { options } of asked) {
    const days = options.map(({ value }) => birth(value));
    expect(Math.max(...days) - Math.min(...days)).toBeLessThan(60 * year);
  }
});

test.each([
  ["us-presidents", presidents],
  ["nato-mission-iraq", mission],
] as const)("a date is offered within twenty years of the key: %s", (_, facts) => {
  const asked = choices(facts, ["Q10"]).filter(({ key }) => key[0]!.startsWith("d:"));
  expect(asked.length).toBeGreaterThan(5);
  const far = asked.flatMap(({ key, options, stem }) => {
    const own = parseDate(key[0]!.slice(2))!.first;
    return options
      .filter(({ value }) => Math.abs(parseDate(value.slice(2))!.first - own) > 20 * year)
      .map(({ text }) => `${stem} ${text}`);
  });
  expect(far).toEqual([]);
});

test("the countries of other commanders stand beside the country of one", () => {
  const listed = new Set(mission.factsOfRelation("commander-from").map(({ subject }) => `e:${subject}`));
  const asked = choices(mission, ["Q3"]).filter(({ facts }) => mission.fact(facts[0]!).relation === "commander-from");
  expect(asked.length).toBeGreaterThan(5);
  const others = asked.flatMap(({ options, stem }) =>
    options.filter(({ value }) => !listed.has(value)).map(({ text }) => `${stem} ${text}`),
  );
  expect(others).toEqual([]);
});

test("no party of another generation is offered, and where fewer than two others are near the party is not a choice", () => {
  const parties = presidents.factsOfRelation("president-for");
  const [asked, typed] = (["choice", "typed"] as const).map((kind) => [
    ...questionsOf(presidents, { seed: "1", forms: ["Q1"], kinds: [kind] }),
  ]);
  const ofParty = (questions: readonly Question[]) =>
    questions.filter(({ facts }) => parties.some(({ key }) => key === facts[0]));
  const offered = ofParty(asked!).map(({ stem, options }) => `${stem} ${options.map(({ text }) => text).join()}`);
  expect(offered.filter((text) => /(?:Hoover|Kennedy|Clinton)/.test(text))).toEqual([]);
  expect(offered.filter((text) => /(?:Lincoln|Grant|Garfield) .*Federalist/.test(text))).toEqual([]);
  expect(offered.filter((text) => /Lincoln .*Whig/.test(text))).toHaveLength(1);
  expect(ofParty(typed!).filter(({ stem }) => /Hoover/.test(stem))).toHaveLength(1);
});
