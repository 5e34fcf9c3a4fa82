/** Every reason for which something is not asked: met in a real pack, and in a made-up one. */
import { describe, expect, test } from "vitest";
import type { Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import type { RefusalReason } from "@/lib/facts/refusal.ts";
import { refusalsOf } from "@/lib/questions/bank.ts";
import type { Form } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { withFact, withList, withRelation } from "@/tests/support/edit.ts";
import { aDate, tideTowns } from "@/tests/support/fictional-pack.ts";

const nmi = contentPack("nato-mission-iraq").pack;
const towns = tideTowns();

/** The reasons for which a form is refused for a fact (or any of the facts), in a pack. */
const reasonsIn = (() => {
  const known = new Map<Pack, readonly { form: Form; reason: RefusalReason; facts: readonly string[] }[]>();
  return (pack: Pack, form: Form, fact: string): RefusalReason[] => {
    let found = known.get(pack);
    if (!found) {
      found = [...refusalsOf(indexPack(pack), "1")];
      known.set(pack, found);
    }
    return found.filter((one) => one.form === form && one.facts.includes(fact)).map(({ reason }) => reason);
  };
})();

type Case = readonly [RefusalReason, Form, string];

describe("the first pack refuses", { timeout: 60_000 }, () => {
  test.each<Case>([
    ["two_keys", "Q2", "rank-carignan"],
    ["no_key", "Q4", "commanded-fortin"],
    ["bound_day", "Q3", "commanded-aguero"],
    ["precision", "Q10", "launch-date"],
    ["undated", "Q5", "commanded-schreurs"],
    ["open_list", "Q7", "advised-mod-2024"],
    ["open_list", "Q15", "beyond-baghdad-date"],
    ["no_distractor", "Q13", "interior-date"],
    ["leak", "Q1", "agreement-request"],
    ["near_synonym", "Q10", "launch-date"],
    ["qualifier", "Q9", "courses-trained"],
    ["qualifier", "Q9", "size-2024"],
    ["not_one_to_one", "Q12", "more-institutions-date"],
    ["out_of_scope", "Q4", "commanded-schreurs"],
    ["no_frame", "Q1", "naples-operational"],
  ])("%s: %s of %s", (reason, form, fact) => {
    expect(reasonsIn(nmi, form, fact)).toContain(reason);
  });

  // Reasons that the pack as it is gives no occasion for: the smallest change that does.
  test.each<readonly [...Case, () => Pack]>([
    [
      "contradiction",
      "Q3",
      "commanded-olsen",
      () => ({
        ...nmi,
        facts: [
          ...nmi.facts,
          {
            ...nmi.facts.find(({ key }) => key === "commanded-olsen")!,
            key: "commanded-stoltenberg",
            subject: "stoltenberg",
            citations: [{ source: "s2", locator: "paragraph 1" }],
          },
        ],
      }),
    ],
    [
      "tie",
      "Q6",
      "commanded-aguero",
      () => ({
        ...nmi,
        facts: nmi.facts.map((fact) =>
          fact.relation === "commanded" && fact.from.kind === "date"
            ? { ...fact, from: { kind: "date" as const, date: aDate("[2018-11-01..2024-05-24]") } }
            : fact,
        ),
      }),
    ],
    [
      "homonym",
      "Q3",
      "commanded-olsen",
      () => ({
        ...nmi,
        entities: nmi.entities.map((entity) => (entity.key === "fortin" ? { ...entity, name: "Per Olsen" } : entity)),
      }),
    ],
    ["not_askable", "Q1", "rank-fortin", () => withRelation(nmi, "listed-rank", { askable: "no" })],
    [
      "second_criterion",
      "Q13",
      "rank-fortin",
      () => ({
        ...nmi,
        // Four of the five lieutenant generals and one major general would share a country with all but one of any three.
        facts: nmi.facts.filter(({ key }) => !["rank-iannucci", "rank-aguero", "rank-carignan"].includes(key)),
        lists: nmi.lists.filter(({ key }) => key !== "lieutenant-generals"),
        entities: nmi.entities.map((entity) =>
          ["olsen", "lollesgaard", "fortin"].includes(entity.key)
            ? { ...entity, attributes: { ...entity.attributes, country: "dnk" } }
            : entity,
        ),
      }),
    ],
  ])("%s, once changed: %s of %s", (reason, form, fact, edited) => {
    const before = reasonsIn(nmi, form, fact);
    expect(before).not.toContain(reason);
    const pack = edited();
    const all = [...refusalsOf(indexPack(pack), "1")].filter((one) => one.form === form && one.reason === reason);
    expect(all.length, JSON.stringify(reasonsIn(pack, form, fact))).toBeGreaterThan(0);
  });
});

describe("the Tide Towns refuse", () => {
  test.each<Case>([
    ["two_keys", "Q3", "led-voss"],
    ["no_key", "Q4", "led-pell"],
    ["bound_day", "Q11", "when-strike"],
    ["precision", "Q10", "when-fire"],
    ["undated", "Q5", "led-rook"],
    ["open_list", "Q9", "traded-rope-guide"],
    ["contradiction", "Q3", "led-skell-ulle"],
    ["no_distractor", "Q5", "high-long"],
    ["tie", "Q6", "led-skell-ulle"],
    ["homonym", "Q7", "traded-eels-guide"],
    ["near_synonym", "Q10", "when-bridge"],
    ["qualifier", "Q5", "people-brine"],
    ["not_one_to_one", "Q12", "in-gull"],
    ["out_of_scope", "Q3", "led-rook"],
    ["no_frame", "Q6", "led-pell"],
    ["not_askable", "Q1", "praised-harrow"],
  ])("%s: %s of %s", (reason, form, fact) => {
    expect(reasonsIn(towns, form, fact)).toContain(reason);
  });

  test.each<readonly [...Case, () => Pack]>([
    [
      "second_criterion",
      "Q13",
      "in-gull",
      () => ({ ...towns, facts: towns.facts.filter(({ key }) => key !== "in-watch") }),
    ],
    [
      "leak",
      "Q1",
      "in-gull",
      () => ({
        ...towns,
        entities: towns.entities.map((one) => (one.key === "gull-tower" ? { ...one, name: "Harrow Gull" } : one)),
      }),
    ],
    ["undated", "Q9", "people-harrow", () => withList(towns, "people", { asOf: null })],
    ["open_list", "Q9", "people-harrow", () => withList(towns, "people", { complete: "as_named" })],
    ["tie", "Q14", "met-new", () => withFact(towns, "met-new", { from: { kind: "date", date: aDate("1999-03-01") } })],
    [
      "undated",
      "Q9",
      "led-brine-sorel",
      () => {
        const led = towns.relations.find(({ key }) => key === "led")!;
        return withRelation(towns, "led", { closed: led.closed.map((one) => ({ ...one, from: null })) });
      },
    ],
  ])("%s, once changed: %s of %s", (reason, form, fact, edited) => {
    expect(reasonsIn(towns, form, fact)).not.toContain(reason);
    expect(reasonsIn(edited(), form, fact)).toContain(reason);
  });
});
